"""All that is on file about one record, in the words of its form."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, Final

from tracker.diary.book import Book
from tracker.diary.journal import JournalEntry
from tracker.diary.kinds.kind import Kind
from tracker.diary.kinds.saving import context_of
from tracker.diary.record_lines import BETWEEN, record_line
from tracker.diary.responses import judged
from tracker.diary.snapshot import Snapshot
from tracker.domain.calendar_words import format_day
from tracker.domain.check_in import CheckIn
from tracker.domain.clock_words import format_clock
from tracker.domain.dataclass import dataclass
from tracker.domain.fields import lines_of
from tracker.domain.form import Field, FieldKind, FormContext, Values
from tracker.domain.record import Record
from tracker.domain.remedy import Remedy
from tracker.domain.routine import RoutineSession
from tracker.domain.run import Run
from tracker.domain.settings import Settings
from tracker.domain.text import clean_text
from tracker.insight.response_reason import response_reason

_WHEN: Final = frozenset({FieldKind.DAY, FieldKind.MOMENT})
TOGETHER: Final = "Belongs together"
_NEXT: Final = timedelta(days=1)
_OWN: Final = frozenset(
    {FieldKind.DAY, FieldKind.MOMENT, FieldKind.SITE_SCORES, FieldKind.SCORE, FieldKind.OTHER}
)
"""The fields whose values belong to one moment, and are not copied into a new record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A record to be read: its heading, its line, its fields by label, and what goes with it."""

    key: str
    heading: str
    summary: str
    fields: tuple[tuple[str, str], ...]
    together: tuple[str, ...] = ()


def view_detail(book: Book, entry: JournalEntry) -> Detail:
    """Return all that is on file about a record."""
    snapshot, kind, record = book.snapshot, entry.kind, entry.record
    settings = book.settings
    when = "" if entry.day is None else format_day(entry.day)
    clock = format_clock(entry.at, clock_24h=settings.clock_24h) if entry.at and kind.timed else ""
    context = context_of(book, kind, record)
    return Detail(
        key=entry.key,
        heading=f"{kind.heading}{BETWEEN if when else ''}{when} {clock}".rstrip(),
        summary=record_line(snapshot, record, kind=kind).summary,
        fields=tuple(
            (f"{label[:1].upper()}{label[1:]}", clean_text(words))
            for label, words in (
                *_said(kind, record, context),
                *_answer(snapshot, record),
                *_origin(record),
                *_stamps(book, entry, settings),
                ("Id", record.id[-8:]),
            )
            if words
        ),
        together=tuple(_together(snapshot, record)),
    )


def copied_values(entry: JournalEntry) -> Values:
    """Return the values that a copy begins with: what belongs to its own moment is left out."""
    kind = entry.kind
    own = {each.name for each in kind.fields if each.kind in _OWN}
    scored = any(each.kind is FieldKind.SITE_SCORES for each in kind.fields)
    if scored:
        own.add("note")
    return {name: value for name, value in kind.values_of(entry.record).items() if name not in own}


def _said(kind: Kind[Any], record: Record, context: FormContext) -> Iterator[tuple[str, str]]:
    texts = kind.texts_of(record, context)
    for field in kind.fields:
        if field.kind is not FieldKind.OTHER:
            yield field.label, _words(field, texts[field.name], context)


def _words(field: Field[Any], text: str, context: FormContext) -> str:
    """Return what a field says: the words of what was chosen, else its text."""
    if not text:
        return ""
    known = dict(field.options_in(context))
    unit = f" {field.unit}" if field.unit else ""
    said = ", ".join(known.get(each, each) for each in lines_of(text))
    if field.kind is FieldKind.SITE_SCORES:
        found = field.read(text, context)
        if isinstance(found, tuple):
            said = ", ".join(f"{each.place.label} {each.score}" for each in found)
    understood = "" if known else field.hint(text, context)
    if field.kind in _WHEN and understood:
        return understood
    return f"{said}{unit}{f', {understood}' if understood and understood != said else ''}"


def _answer(snapshot: Snapshot, record: Record) -> Iterator[tuple[str, str]]:
    if isinstance(record, Run):
        decided = judged(snapshot, record).decided_by
        yield "Next day", response_reason(decided.place, decided.session)


def _origin(record: Record) -> Iterator[tuple[str, str]]:
    source = getattr(record, "source", None)
    if source is not None:
        yield "Source", source.file


def _stamps(book: Book, entry: JournalEntry, settings: Settings) -> Iterator[tuple[str, str]]:
    try:
        stamps = book.store.stamps(entry.kind.type, entry.record.id)
    except KeyError:
        return
    if stamps is None:
        return
    zone = book.now.tzinfo
    written, changed = (each.astimezone(zone) for each in (stamps.created_at, stamps.updated_at))
    yield "Written", _moment_words(written, settings)
    if changed - written > timedelta(minutes=1):
        word = "Deleted" if entry.deleted else "Edited"
        yield word, _moment_words(changed, settings)


def _moment_words(moment: datetime, settings: Settings) -> str:
    clock = format_clock(moment, clock_24h=settings.clock_24h)
    return f"{format_day(moment.date())} {clock}"


def _together(snapshot: Snapshot, record: Record) -> Iterator[str]:
    """Name what goes with a run: its routine, the next day's check-in, the remedies after it."""
    if not isinstance(record, Run):
        return
    day = record.day
    near: list[Record] = [
        *(each for each in snapshot.on(RoutineSession, day) if each.id == record.routine_id),
        *snapshot.on(CheckIn, day + _NEXT),
        *snapshot.on(Remedy, day),
        *snapshot.on(Remedy, day + _NEXT),
    ]
    for each in near:
        line = record_line(snapshot, each)
        when = "" if line.day == day or line.day is None else f" {format_day(line.day, year=False)}"
        yield f"{line.kind.heading}{when}: {line.summary}"
