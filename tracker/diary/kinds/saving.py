"""From a record to its form, and from a form to a record on file: kept as one change."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from tracker.diary.book import Book
from tracker.diary.conflicts import Edit
from tracker.diary.history import known_places
from tracker.diary.kinds.kind import Kind, RecordT
from tracker.domain.form import FormContext, Texts, Values, texts_of
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
    at_first = {**kind.values_at_first(context), **(values or {})}
    return context, texts_of(kind.fields, at_first, context)


def save_form(
    book: Book,
    *,
    kind: Kind[RecordT],
    texts: Texts,
    edit: Edit[RecordT] | None = None,
) -> RecordT | Problems:
    """Keep what is typed in a form; `edit` is the record that it corrects, as it was shown.

    Of that only what was changed in the form is written over the record as it is on file now.
    """
    if edit is None and kind.already is not None:
        found = kind.already(book.snapshot, book.today)
        if isinstance(found, Problem):
            return (found,)
        edit = None if found is None else Edit(found)
    base = None if edit is None else edit.base
    context = context_of(book, kind, base)
    read = kind.read(
        texts,
        context,
        snapshot=book.snapshot,
        record_id=new_id(context.now) if base is None else base.id,
        base=base,
    )
    if isinstance(read, tuple):
        return read
    label = kind.undo(read, context.settings)
    if edit is None or _never_saved(book, edit.base):
        others = () if kind.along is None else kind.along(book.snapshot, read)
        problem = book.keep_all((read, *others), label=label)
        return read if problem is None else (problem,)
    return book.amend(edit, read, label=label, gone=kind.gone, settle=kind.settle)


def _never_saved(book: Book, record: object) -> bool:
    return isinstance(record, Settings) and record.id not in book.store.records(Settings)
