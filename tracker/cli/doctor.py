"""`backstride doctor`: looks at the data file, and mends it if told to."""

import sys

import click

from tracker.cli.context import CANNOT_BE_MET, FILE_UNUSABLE, tell, the_clock, the_data_file
from tracker.cli.formatting import echo_wrapped
from tracker.cli.json_output import echo_json
from tracker.diary.maintenance import Health, examine


@click.command()
@click.option("--fix", is_flag=True, help="Bring back what can be brought back.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def doctor(ctx: click.Context, *, fix: bool, as_json: bool) -> None:
    """Look at the data file: what is in it, what is damaged, what was mended."""
    health = examine(the_data_file(ctx), the_clock(), mend=fix)
    if as_json:
        echo_json(_health_json(health))
    else:
        _echo_health(health)
    if not health.usable:
        sys.exit(FILE_UNUSABLE)
    if not health.ok:
        sys.exit(CANNOT_BE_MET)


def _health_json(health: Health) -> dict[str, object]:
    return {
        "file": str(health.file),
        "ok": health.ok,
        "schema": health.schema,
        "records": dict(health.records),
        "problems": [
            {"what": item.what, "where": item.where, "mended": item.mended}
            for item in health.findings
        ],
        "backups": health.backups,
    }


def _echo_health(health: Health) -> None:
    for item in health.findings:
        named = "" if item.where in item.what else f"{item.where}: "
        echo_wrapped(f"{named}{item.what}")
    if not health.usable:
        return
    copies = "1 backup" if health.backups == 1 else f"{health.backups} backups"
    tell(f"{health.file}: schema {health.schema}, {copies}")
    for name, count in health.records:
        if count:
            tell(f"{count:>7}  {name}")
    if not health.findings:
        click.echo("Nothing is damaged.")
