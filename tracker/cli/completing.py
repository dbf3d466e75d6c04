"""What the shell completes: sites, kinds, gear, routines and rules.

A diary that can't be read completes nothing: a shell has no place for a sentence.
"""

from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from tracker.cli.context import the_clock, the_data_file

if TYPE_CHECKING:
    from tracker.diary.book import Book

Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def complete_kinds(
    _ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete the name of a kind of record."""
    from tracker.diary.journal_kinds import JOURNAL_KINDS  # noqa: PLC0415 - only for a shell

    return _beginning(incomplete, ((name, kind.words) for name, kind in JOURNAL_KINDS.items()))


def complete_sites(
    ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete a site: the tracked ones first."""
    from tracker.domain.site import LABELS, PainSite, Site, sides_of  # noqa: PLC0415 - as above

    book = _book(ctx)
    tracked = () if book is None else book.settings.tracked
    places = (*tracked, *(PainSite(site, side) for site in Site for side in sides_of(site)))
    known = {each.key: each.label for each in reversed(places)}
    ordered = dict.fromkeys(each.key for each in places)
    plain = ((site.value, LABELS[site]) for site in Site)
    return _beginning(incomplete, [*((key, known[key]) for key in ordered), *plain])


def complete_scores(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete the site of a score, up to the sign before its number."""
    if "=" in incomplete:
        return []
    found = complete_sites(ctx, param, incomplete)
    return [CompletionItem(f"{each.value}=", help=each.help) for each in found]


def complete_gear(
    ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete the name of a piece of gear that is in use."""
    from tracker.domain.gear import Gear  # noqa: PLC0415 - as above

    book = _book(ctx)
    pieces = () if book is None else book.snapshot.of(Gear)
    return _beginning(
        incomplete, ((each.name, str(each.kind)) for each in pieces if each.retired is None)
    )


def complete_routines(
    ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete the id of a routine."""
    from tracker.diary.routine_views import all_routines  # noqa: PLC0415 - as above

    book = _book(ctx)
    known = {} if book is None else all_routines(book.snapshot)
    return _beginning(incomplete, ((key, routine.title) for key, routine in known.items()))


def complete_rules(
    _ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Complete the id of a rule, in capitals or not."""
    from tracker.rules.catalogue import CATALOGUE  # noqa: PLC0415 - as above

    return _beginning(incomplete.upper(), ((key, rule.title) for key, rule in CATALOGUE.items()))


def _beginning(incomplete: str, known: Iterable[tuple[str, str]]) -> list[CompletionItem]:
    """Return what begins as it is typed, each once."""
    begun = incomplete.casefold()
    found = {
        value: CompletionItem(value, help=words)
        for value, words in known
        if value.casefold().startswith(begun)
    }
    return list(found.values())


def _book(ctx: click.Context) -> "Book | None":
    from tracker.diary.book import Book, open_book  # noqa: PLC0415 - as above

    with suppress(SystemExit, OSError):
        book = open_book(the_data_file(ctx), the_clock())
        return book if isinstance(book, Book) else None
    return None
