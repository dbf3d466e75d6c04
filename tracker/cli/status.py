"""`backstride status`: one line for a shell prompt."""

import click

from tracker.cli.door import the_diary


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def status(ctx: click.Context, *, as_json: bool) -> None:
    """Print one line: today's outcome, its cap, and what is due."""
    answer = the_diary(ctx).status()
    if not as_json:
        click.echo(answer.line)
        return
    from tracker.cli.json_form import cap_km, echo_json  # noqa: PLC0415 - a prompt needs no JSON

    echo_json(
        {
            "line": answer.line,
            "outcome": answer.outcome,
            "cap_km": cap_km(answer.cap_m),
            "due": list(answer.due),
        }
    )
