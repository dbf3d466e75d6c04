"""`backstride undo`: takes back the latest change made on this machine."""

import click

from tracker.cli.context import give_up, the_diary


@click.command()
@click.option("--force", is_flag=True, help="Also where the record was changed elsewhere since.")
@click.pass_context
def undo(ctx: click.Context, *, force: bool) -> None:
    """Take back the latest change made on this machine."""
    answer = the_diary(ctx).undo(force=force)
    if not answer.done:
        give_up(
            f"{answer.message} Use --force to do it all the same."
            if answer.asks
            else answer.message
        )
    click.echo(answer.message)
