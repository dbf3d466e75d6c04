"""`backstride undo` and `backstride redo`: take the latest change back, and do it again."""

import click

from tracker.cli.context import give_up, tell, the_diary
from tracker.diary.book import UndoAnswer

_FORCE = click.option(
    "--force", is_flag=True, help="Also where the record was changed elsewhere since."
)


@click.command()
@_FORCE
@click.pass_context
def undo(ctx: click.Context, *, force: bool) -> None:
    """Take back the latest change made on this machine."""
    _say(the_diary(ctx).undo(force=force), then="`backstride redo` does it again.")


@click.command()
@_FORCE
@click.pass_context
def redo(ctx: click.Context, *, force: bool) -> None:
    """Do again what was undone last, unless something new was changed since."""
    _say(the_diary(ctx).redo(force=force), then="`backstride undo` takes it back.")


def _say(answer: UndoAnswer, *, then: str) -> None:
    if not answer.done:
        more = " Use --force to do it all the same." if answer.asks else ""
        give_up(f"{answer.message}{more}")
    tell(f"{answer.message} {then}")
