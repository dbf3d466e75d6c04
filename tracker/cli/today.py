"""`backstride today`: what today allows, and why."""

import click

from tracker.cli.context import refuse, the_diary
from tracker.cli.formatting import echo_verdict
from tracker.cli.json_output import echo_json, verdict_json
from tracker.diary.verdicts import decide
from tracker.domain.problem import Problem
from tracker.domain.units import parse_distance


@click.command()
@click.option("--planned", metavar="DISTANCE", help="The run you have in mind, like 8km.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def today(ctx: click.Context, *, planned: str | None, as_json: bool) -> None:
    """Show today's verdict, its cap and its reasons."""
    diary = the_diary(ctx)
    planned_m = None if planned is None else parse_distance(planned, diary.settings.unit)
    if isinstance(planned_m, Problem):
        refuse([planned_m])
    verdict = decide(diary, planned_m=planned_m)
    if as_json:
        echo_json(verdict_json(verdict))
    else:
        echo_verdict(verdict)
