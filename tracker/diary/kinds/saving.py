"""From a record to its form, and from a form to a record on file: kept as one change."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any, cast

from tracker.diary.book import Book
from tracker.diary.history import known_places
from tracker.diary.kinds.kind import Kind, RecordT
from tracker.domain.form import Draft, FormContext, Texts, Values, texts_of
from tracker.domain.identity import new_id
from tracker.domain.problem import Problem, Problems
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite

PLACES_DAYS = 28


def form_context(
    book: Book,
    *,
    also: PainSite | None = None,
    known: Mapping[str, tuple[str, ...]] | None = None,
) -> FormContext:
    """Return what a form depends on; `also` is a site that it must offer, too."""
    today = book.today
    places = known_places(book.snapshot, first=today - timedelta(days=PLACES_DAYS), last=today)
    offered = places if also is None else tuple(dict.fromkeys((*places, also)))
    return FormContext(
        now=book.now, settings=book.settings, places=offered, known=dict(known or {})
    )


def context_of(book: Book, kind: Kind[Any], record: object = None) -> FormContext:
    """Return what the form of a record depends on, what it holds among what is offered."""
    known = {} if kind.known is None else kind.known(book.snapshot, book.today, record)
    return form_context(book, also=getattr(record, "place", None), known=known)


def open_record(
    book: Book, *, kind: Kind[RecordT], record: RecordT | None = None, values: Values | None = None
) -> tuple[FormContext, Texts]:
    """Return what the form of a record begins with; `values` are those of a new one."""
    context = context_of(book, kind, record)
    if record is not None:
        return context, kind.texts_of(record, context)
    usual = {} if kind.usual is None else kind.usual(context)
    return context, texts_of(kind.fields, {**usual, **(values or {})}, context)


def save_form(
    book: Book, *, kind: Kind[RecordT], texts: Texts, base: RecordT | None = None
) -> RecordT | Problems:
    """Keep what is typed in a form; `base` is the record that it corrects, as it was shown.

    Only what was changed in the form is written over the record as it is on file now.
    """
    if base is None and kind.already is not None:
        found = kind.already(book.snapshot, book.today)
        if isinstance(found, Problem):
            return (found,)
        base = found
    context = context_of(book, kind, base)
    if base is None:
        read = kind.read(texts, context, snapshot=book.snapshot, record_id=new_id(context.now))
    else:
        now = _on_file(book, base)
        if now is None:
            return (Problem("", kind.gone),)
        changed = Draft(texts, kind.texts_of(base, context)).changed
        typed = {name: texts.get(name, "") for name in changed}
        merged = {**kind.texts_of(now, context), **typed}
        read = kind.read(merged, context, snapshot=book.snapshot, record_id=base.id, base=now)
    if isinstance(read, tuple):
        return read
    return book.keep(read, label=kind.undo(read, context.settings))


def _on_file(book: Book, record: RecordT) -> RecordT | None:
    """Return a record as it is on file now; settings that were never saved are the usual ones."""
    if isinstance(record, Settings):
        return cast("RecordT", book.settings)
    return book.store.records(type(record)).get(record.id)
