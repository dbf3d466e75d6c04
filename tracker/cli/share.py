"""`backstride share`: something of the diary to show to others, without notes."""

from pathlib import Path

import click

from tracker.cli.context import refuse, tell, the_diary
from tracker.diary.week_pages import share_week
from tracker.domain.calendar_words import parse_day
from tracker.domain.problem import Problem
from tracker.domain.text import path_text
from tracker.rules.wording import SHARE_WARNING


@click.group()
def share() -> None:
    """Write something to show to others: a week in review."""


@share.command("week")
@click.argument("day", default="today")
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    metavar="FOLDER",
    help="Where to. Default: the folder you are in.",
)
@click.pass_context
def week(ctx: click.Context, *, day: str, folder: Path) -> None:
    """Write the week of DAY as a drawing (SVG) and as text; notes are never in it."""
    book = the_diary(ctx)
    found = parse_day(day, book.today, day_first=book.settings.day_first)
    if isinstance(found, Problem):
        refuse([found])
    written = _shared(share_week(book, found, folder))
    names = " and ".join(path_text(path) for path in written)
    tell(f"Wrote {names}. {SHARE_WARNING}")


def _shared(written: tuple[Path, ...] | Problem) -> tuple[Path, ...]:
    if isinstance(written, Problem):
        refuse([written])
    return written
