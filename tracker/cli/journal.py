"""`backstride journal`: every record of every kind, narrowed to what is looked for."""

from collections.abc import Iterable

import click

from tracker.cli.completing import complete_kinds, complete_sites
from tracker.cli.context import refuse, the_diary
from tracker.cli.formatting import echo_table
from tracker.cli.json_output import Json, echo_json, record_json
from tracker.diary.journal import DELETED_WORD, Journal, JournalEntry, view_journal
from tracker.diary.journal_filter import KIND, SINCE, SITE, UNTIL, read_filter
from tracker.domain.calendar_words import format_day
from tracker.domain.clock_words import format_clock
from tracker.domain.problem import Problem
from tracker.domain.text import counted

SHOWN = 50


@click.command()
@click.argument("words", nargs=-1, metavar="[WORD …]")
@click.option("--kind", "kinds", multiple=True, metavar="KIND", shell_complete=complete_kinds,
              help="run, checkin, note, …; may be repeated.")  # fmt: skip
@click.option("--site", "sites", multiple=True, metavar="SITE", shell_complete=complete_sites,
              help="shin, shin:L, low_back, …; may be repeated.")  # fmt: skip
@click.option("--since", metavar="DAY", help="The first day: -6w, 3 nov, 2026-11-03.")
@click.option("--until", metavar="DAY", help="The last day.")
@click.option("--deleted", is_flag=True, help="The deleted ones, too.")
@click.option(
    "--limit", type=click.IntRange(min=1), help=f"Only the newest so many; {SHOWN} usual."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON, all of them.")
@click.pass_context
def journal(
    ctx: click.Context,
    *,
    words: tuple[str, ...],
    kinds: tuple[str, ...],
    sites: tuple[str, ...],
    since: str | None,
    until: str | None,
    deleted: bool,
    limit: int | None,
    as_json: bool,
) -> None:
    """Every record of every kind, the newest first.

    Words are looked for in what a record says, whatever their case; each must be there.
    """
    book = the_diary(ctx)
    typed = [
        *(f"{KIND}:{_one_word(each)}" for each in kinds),
        *(f"{SITE}:{_one_word(each)}" for each in sites),
        *(f"{name}:{_one_word(day)}" for name, day in ((SINCE, since), (UNTIL, until)) if day),
        *words,
    ]
    wanted = read_filter(" ".join(typed), today=book.today, settings=book.settings)
    if isinstance(wanted, Problem):
        refuse([wanted])
    found = view_journal(book, deleted=deleted)
    entries = found.find(wanted)
    if as_json:
        echo_json([_json(found, entry) for entry in entries[:limit]])
        return
    if not entries:
        click.echo("No record fits." if found.entries else "Nothing is on file yet.")
        return
    shown = entries[: limit or SHOWN]
    rows = _rows(found, shown, clock_24h=book.settings.clock_24h)
    echo_table(("id", "day", "time", "kind", "what"), rows, right=frozenset())
    if len(shown) < len(entries):
        click.echo(f"{counted(len(entries) - len(shown), 'older one')}; --limit shows more.")


def _one_word(text: str) -> str:
    return "_".join(text.split())


def _rows(
    found: Journal, entries: Iterable[JournalEntry], *, clock_24h: bool
) -> list[tuple[str, ...]]:
    return [
        (
            entry.record.id[-8:],
            "" if entry.day is None else format_day(entry.day),
            format_clock(entry.at, clock_24h=clock_24h) if entry.at and entry.kind.timed else "",
            DELETED_WORD if entry.deleted else entry.kind.heading.lower(),
            found.line(entry).summary,
        )
        for entry in entries
    ]


def _json(found: Journal, entry: JournalEntry) -> dict[str, Json]:
    return {
        "kind": entry.kind.name,
        "id": entry.record.id,
        "day": entry.day,
        "at": entry.at,
        "summary": found.line(entry).summary,
        "deleted": entry.deleted,
        "record": record_json(entry.record),
    }
