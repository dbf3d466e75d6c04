"""`backstride gear`: shoes and other equipment, with the distance that each was used for."""

from typing import Any

import click

from tracker.cli.context import refuse, tell, the_diary
from tracker.cli.formatting import echo_table, echo_wrapped
from tracker.cli.json_output import echo_json, record_json
from tracker.cli.kinds import add_command, delete_command, edit_command, found_record
from tracker.diary.book import Book
from tracker.diary.gear_matching import match_once
from tracker.diary.gear_use import GearUse, GearView, retire, view_gear
from tracker.diary.kinds.gear import GEAR, KIND_WORDS
from tracker.diary.kinds.saving import context_of
from tracker.domain.calendar_words import format_day
from tracker.domain.gear import Gear
from tracker.domain.problem import Problem
from tracker.domain.text import counted
from tracker.domain.units import format_distance

_AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
_ID = click.argument("record_id", metavar="ID")


@click.group()
@click.pass_context
def gear(ctx: click.Context) -> None:
    """Shoes and other gear: add, list, show, edit, retire, delete."""
    # What an older version wrote down by name is matched before anything is said about use.
    book = the_diary(ctx)
    matched = match_once(book)
    if isinstance(matched, Problem):
        refuse([matched])
    if matched:
        tell(f"Matched {counted(matched, 'run')} to its gear. `backstride undo` takes it back.")


gear.add_command(add_command("gear"))


@gear.command("list")
@click.option("--retired", is_flag=True, help="Also what is retired.")
@_AS_JSON
@click.pass_context
def list_(ctx: click.Context, *, retired: bool, as_json: bool) -> None:
    """List what is in use, with its distance and its share of the last 28 days."""
    view = view_gear(the_diary(ctx))
    shown = view.all if retired else (*view.pairs, *view.others)
    if as_json:
        echo_json([use_json(use) for use in shown])
    elif not shown:
        click.echo("No gear yet. `backstride gear add Blue --kind shoe` adds a pair of shoes.")
    else:
        header = ("id", "name", "what", "distance", "runs", "28 days", "last")
        echo_table(header, [_row(use, view) for use in shown], right=frozenset({3, 4, 5}))
        if view.pairs:
            click.echo()
            echo_wrapped(f"{view.rotation}  R-EQ-02")


@gear.command()
@_ID
@_AS_JSON
@click.pass_context
def show(ctx: click.Context, *, record_id: str, as_json: bool) -> None:
    """Show a piece with its use. The beginning or the end of its id will do."""
    book = the_diary(ctx)
    piece: Gear = found_record(book, "gear", record_id)
    view = view_gear(book)
    use = next(each for each in view.all if each.piece.id == piece.id)
    if as_json:
        echo_json(use_json(use))
        return
    for label, words in _facts(book, use, view):
        click.echo(f"{label}: {words}")
    for note in use.notes:
        click.echo()
        echo_wrapped(f"{note.text}  {note.rule}")


gear.add_command(edit_command("gear"))


@gear.command("retire")
@_ID
@click.option("--back", is_flag=True, help="Bring it back into use.")
@_AS_JSON
@click.pass_context
def retire_(ctx: click.Context, *, record_id: str, back: bool, as_json: bool) -> None:
    """Retire a piece: its runs keep it, new ones don't offer it."""
    book = the_diary(ctx)
    piece: Gear = found_record(book, "gear", record_id)
    if back is (piece.retired is None):
        state = "in use" if back else "retired"
        refuse([Problem("", f"{piece.name} is {state} already.")])
    changed = retire(book, piece, back=back)
    if isinstance(changed, tuple):
        refuse(changed)
    if as_json:
        echo_json(record_json(changed))
    else:
        words = "is in use again" if back else "is retired"
        tell(f"{changed.name} {words}. `backstride undo` takes it back.")


gear.add_command(delete_command("gear"))


def use_json(use: GearUse) -> dict[str, Any]:
    """Return a piece with its use: metres, and the share of the last 28 days in per cent."""
    return {
        **record_json(use.piece),
        "use": {
            "distance_m": use.distance_m,
            "runs": use.runs,
            "runs_28d": use.runs_28d,
            "share_28d": use.share,
            "first_day": use.first_day,
            "last_day": use.last_day,
            "surfaces": {surface.value: count for surface, count in use.surfaces.items()},
            "months": [{"month": first, "distance_m": metres} for first, metres in use.months],
            "notes": [{"rule": note.rule, "text": note.text} for note in use.notes],
        },
    }


def _row(use: GearUse, view: GearView) -> tuple[str, ...]:
    piece = use.piece
    share = "" if use.share is None else f"{use.share} %"
    name = f"{piece.name} (retired)" if piece.retired else piece.name
    distance = format_distance(use.distance_m, view.settings.unit) if use.is_pair else ""
    lately = share if use.is_pair else f"{use.runs_28d} of {view.runs_28d}"
    last = "" if use.last_day is None else format_day(use.last_day)
    return (piece.id[-8:], name, KIND_WORDS[piece.kind], distance, str(use.runs), lately, last)


def _facts(book: Book, use: GearUse, view: GearView) -> list[tuple[str, str]]:
    context = context_of(book, GEAR, use.piece)
    texts = GEAR.texts_of(use.piece, context)
    facts = [(field.label.lower(), texts[field.name].replace("\n", ", ")) for field in GEAR.fields]
    share = "" if use.share is None else f"{use.share} % of the distance of 28 days"
    surfaces = ", ".join(f"{surface} {count}" for surface, count in use.surfaces.items())
    facts += [
        ("distance", format_distance(use.distance_m, view.settings.unit) if use.is_pair else ""),
        ("runs", f"{use.runs}, in 28 days {use.runs_28d} of {view.runs_28d}"),
        ("share", share),
        ("worn on", surfaces),
        ("last", "" if use.last_day is None else format_day(use.last_day)),
        ("retired", "" if use.piece.retired is None else format_day(use.piece.retired)),
    ]
    return [("id", use.piece.id), *((label, words) for label, words in facts if words)]
