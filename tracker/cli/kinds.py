"""`backstride visit`, `note`, `remedy` and so on: what each kind of record has in common.

The options are the fields of the kind's form.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, Final

import click

from tracker.cli.completing import (
    Complete,
    complete_gear,
    complete_scores,
    complete_sites,
)
from tracker.cli.context import refuse, the_diary
from tracker.cli.formatting import echo_table
from tracker.cli.json_output import echo_json, record_json
from tracker.diary.book import Book
from tracker.diary.conflicts import Edit
from tracker.diary.kinds.kind import Kind
from tracker.diary.kinds.on_file import delete_record, find_record, lines_of_kind
from tracker.diary.kinds.registry import KINDS
from tracker.diary.kinds.saving import context_of, open_record, save_form
from tracker.diary.record_lines import RecordLine, record_line
from tracker.domain.calendar_words import format_day
from tracker.domain.fields import lines_of
from tracker.domain.form import BETWEEN, Field, FieldKind, FormContext
from tracker.domain.problem import Problem
from tracker.domain.record import table_of
from tracker.domain.settings import Settings
from tracker.domain.site_fields import parse_place

MANY: Final = frozenset(
    {FieldKind.BOXES, FieldKind.NAMES, FieldKind.SENTENCES, FieldKind.SITE_SCORES}
    | {FieldKind.ANSWERS}
)
NOT_TYPED: Final = frozenset({FieldKind.OTHER})
"""Fields that no person types: the screen fills them in."""

OPTION_OF: Final[Mapping[str, str]] = {"scores": "site", "factors": "factor"}
"""The options that are called otherwise than their fields."""

_WORD: Final = "_word"
"""Follows the name of a field that is given without one."""

_COMPLETES: Final[Mapping[str, Complete]] = {
    "place": complete_sites,
    "gear": complete_gear,
    FieldKind.SITE_SCORES: complete_scores,
}
"""What a shell completes of a field, by its name or by its kind."""

_AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
_ID = click.argument("record_id", metavar="ID")

Given = Mapping[str, str]
Command = Callable[..., None]


def kind_group(name: str) -> click.Group:
    """Make the group of commands of a kind, after its name in the registry."""
    makers = (add_command, list_command, show_command, edit_command, delete_command)
    commands = [make(name) for make in makers]
    verbs = ", ".join(str(command.name) for command in commands)
    group = click.Group(name, help=f"{KINDS[name].words.capitalize()}: {verbs}.")
    for command in commands:
        group.add_command(command)
    return group


# -- the commands --------------------------------------------------------------------------------


def add_command(name: str) -> click.Command:
    """Make the command that adds a record."""
    kind = KINDS[name]

    @_AS_JSON
    @click.pass_context
    def add(ctx: click.Context, /, *, as_json: bool, **typed: Any) -> None:  # noqa: ANN401 - click's own
        book = the_diary(ctx)
        context, at_first = open_record(book, kind=kind)
        given, texts = _given(kind, typed), _today(kind, at_first, context)
        missing = [
            _missing(field, context)
            for field in kind.fields
            if field.required and not given.get(field.name, texts.get(field.name, ""))
        ]
        if missing:
            refuse(missing)
        saved = save_form(book, kind=kind, texts={**texts, **given})
        echo_saved(book, kind, saved, as_json=as_json)

    command = _command(add, kind, help=f"Add {kind.a_word}.")
    for argument in reversed(kind.arguments):
        word = click.Argument([argument + _WORD], required=False, metavar=f"[{argument.upper()}]")
        command.params.insert(0, word)
    return command


def list_command(name: str) -> click.Command:
    """Make the command that lists the records."""
    kind = KINDS[name]

    @click.command("list", help=f"List the {kind.words}, the newest first.")
    @click.option("--limit", type=click.IntRange(min=1), help="Only the newest so many.")
    @_AS_JSON
    @click.pass_context
    def list_(ctx: click.Context, *, limit: int | None, as_json: bool) -> None:
        book = the_diary(ctx)
        lines = lines_of_kind(book, kind, limit=limit)
        if as_json:
            echo_json([record_json(line.record) for line in lines])
        elif not lines:
            click.echo(f"No {kind.words} yet. `backstride {name} --help` says how to add one.")
        else:
            rows = [(line.id[-8:], _day_words(line), line.summary) for line in lines]
            echo_table(("id", "day", kind.word), rows, right=frozenset())

    return list_


def show_command(name: str) -> click.Command:
    """Make the command that shows a record."""
    kind = KINDS[name]

    @click.command(help=f"Show {kind.a_word}. The beginning or the end of its id will do.")
    @_ID
    @_AS_JSON
    @click.pass_context
    def show(ctx: click.Context, *, record_id: str, as_json: bool) -> None:
        book = the_diary(ctx)
        record = found_record(book, name, record_id)
        if as_json:
            echo_json(record_json(record))
            return
        context = context_of(book, kind, record)
        click.echo(f"id: {record.id}")
        for field, text in zip(kind.fields, kind.texts_of(record, context).values(), strict=True):
            if text and field.kind not in NOT_TYPED:
                click.echo(f"{_option(field)}: {', '.join(lines_of(text))}")

    return show


def edit_command(name: str) -> click.Command:
    """Make the command that changes some fields of a record."""
    kind = KINDS[name]

    @_AS_JSON
    @click.pass_context
    def edit(ctx: click.Context, /, *, record_id: str, as_json: bool, **typed: Any) -> None:  # noqa: ANN401 - click's own
        book, given = the_diary(ctx), _given(kind, typed)
        record = found_record(book, name, record_id)
        if not given:
            options = ", ".join(f"--{_option(field)}" for field in _typed(kind))
            refuse([Problem("", f"Say what to change, with one of: {options}.")])
        context = context_of(book, kind, record)
        before = kind.texts_of(record, context)
        texts = {**before, **_merged(kind, before, given, context)}
        saved = save_form(book, kind=kind, texts=texts, edit=Edit(record))
        echo_saved(book, kind, saved, as_json=as_json)

    return _command(
        _ID(edit),
        kind,
        help=f"Change {kind.a_word}: only what is named. An empty text empties it.",
    )


def delete_command(name: str) -> click.Command:
    """Make the command that deletes a record."""
    kind = KINDS[name]

    @click.command(help=f"Delete {kind.a_word}. `backstride undo` brings it back.")
    @_ID
    @_AS_JSON
    @click.pass_context
    def delete(ctx: click.Context, *, record_id: str, as_json: bool) -> None:
        book = the_diary(ctx)
        gone = delete_record(book, kind, found_record(book, name, record_id))
        if isinstance(gone, tuple):
            refuse(gone)
        if as_json:
            echo_json(record_json(gone))
        else:
            what = kind.undo(gone, book.settings)
            click.echo(f"Deleted: {what}. `backstride undo` brings it back.")

    return delete


# -- options -------------------------------------------------------------------------------------


def _command(callback: Command, kind: Kind[Any], *, help: str) -> click.Command:  # noqa: A002 - click's own
    for field in reversed(_typed(kind)):
        callback = click.option(
            f"--{_option(field)}",
            field.name,
            multiple=field.kind in MANY,
            metavar=_metavar(field),
            help=_help(field),
            shell_complete=_COMPLETES.get(field.name) or _COMPLETES.get(field.kind),
        )(callback)
    made: click.Command = click.command(help=help)(callback)
    return made


def _typed(kind: Kind[Any]) -> list[Field[Any]]:
    return [field for field in kind.fields if field.kind not in NOT_TYPED]


def _option(field: Field[Any]) -> str:
    return OPTION_OF.get(field.name, field.name).replace("_", "-")


def _metavar(field: Field[Any]) -> str:
    words = {FieldKind.SITE_SCORES: "SITE=N", FieldKind.ANSWERS: "NAME=yes|no"}
    return words.get(field.kind, "TEXT")


def _help(field: Field[Any]) -> str:
    known = () if callable(field.options) else field.options
    words = ", ".join(text.lower() for text, _said in known)
    return f"{field.label}: {words or field.help}" if words or field.help else f"{field.label}."


def _missing(field: Field[Any], context: FormContext) -> Problem:
    known = ", ".join(text.lower() for text, _words in field.options_in(context) if text)
    how = known or field.help
    example = f": {how}" if how else ""
    return Problem(field.name, f"Give --{_option(field)}{example}.".replace("..", "."))


def _given(kind: Kind[Any], typed: Mapping[str, Any]) -> dict[str, str]:
    """Return what was typed, by field; an option that was left out is not there."""
    given = {}
    for field in _typed(kind):
        value = typed.get(field.name)
        if field.kind in MANY:
            if value:
                given[field.name] = BETWEEN.join(value).strip()
        elif value is None:
            value = typed.get(field.name + _WORD)
        if value is not None and field.kind not in MANY:
            given[field.name] = value
    return given


def _today(kind: Kind[Any], at_first: Given, context: FormContext) -> Given:
    """Put today where a day can't be left out and nothing else is there at first."""
    days = {
        field.name: field.text_of(context.today, context)
        for field in kind.fields
        if field.required and field.kind is FieldKind.DAY
    }
    return {name: text or days.get(name, "") for name, text in at_first.items()}


def _merged(kind: Kind[Any], before: Given, given: Given, context: FormContext) -> Given:
    """Return what is given; a score takes the place of that site's alone."""
    merged = dict(given)
    for field in _typed(kind):
        text = given.get(field.name, "")
        if field.kind is FieldKind.SITE_SCORES and text:
            lines = {}
            for line in (*lines_of(before.get(field.name, "")), *lines_of(text)):
                place = parse_place(line.rpartition("=")[0].strip(), context)
                lines[line if isinstance(place, Problem) else place] = line
            merged[field.name] = BETWEEN.join(lines.values())
    return merged


# -- answers -------------------------------------------------------------------------------------


def found_record(book: Book, name: str, record_id: str) -> Any:  # noqa: ANN401 - of the kind's own type
    """Return a record by the beginning or the end of its id; say where there is none."""
    found = find_record(book, KINDS[name], record_id, command=name)
    if isinstance(found, Problem):
        refuse([found])
    return found


def echo_saved(book: Book, kind: Kind[Any], saved: Any, *, as_json: bool) -> None:  # noqa: ANN401 - of the kind's own type
    """Say what was saved, or why it was not."""
    if isinstance(saved, tuple):
        refuse(saved)
    if as_json:
        echo_json(record_json(saved))
        return
    line = record_line(book.snapshot, saved)
    day = f" of {_day_words(line)}" if line.day is not None else ""
    click.echo(f"Saved {kind.word} {line.id[-8:]}{day}: {line.summary}.")
    click.echo("`backstride undo` takes it back.")


def _day_words(line: RecordLine) -> str:
    return "" if line.day is None else format_day(line.day)


def kind_json(kind: Kind[Any]) -> dict[str, Any]:
    """Return a kind with the fields of its form, for whoever writes scripts."""
    context = FormContext(now=datetime.min.replace(tzinfo=UTC), settings=Settings())
    return {
        "name": kind.name,
        "word": kind.word,
        "words": kind.words,
        "table": table_of(kind.type),
        "fields": [
            {
                "name": field.name,
                "label": field.label,
                "option": f"--{_option(field)}" if field.kind not in NOT_TYPED else None,
                "asked_as": field.kind,
                "required": field.required,
                "many": field.kind in MANY,
                "unit": field.unit or None,
                "help": field.help or None,
                "choices": [text for text, _words in field.options_in(context) if text] or None,
            }
            for field in kind.fields
        ],
    }


KIND_GROUPS: Final[Mapping[str, click.Group]] = {name: kind_group(name) for name in KINDS}
"""The commands of each kind, by its name."""
