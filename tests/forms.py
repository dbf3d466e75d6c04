"""Fills in the form of a record as a person would, without a screen."""

from typing import Any

from tracker.diary.book import Book
from tracker.diary.conflicts import Edit
from tracker.diary.kinds.kind import Kind
from tracker.diary.kinds.saving import open_record, save_form
from tracker.domain.problem import Problem


def fill(diary: Book, kind: Kind[Any], /, *, base: Any = None, **typed: str) -> Any:  # noqa: ANN401
    """Type into a form, over what stands there, and save it; gives the record or the problems."""
    _context, shown = open_record(diary, kind=kind, record=base)
    edit = None if base is None else Edit(base)
    return save_form(diary, kind=kind, texts={**shown, **typed}, edit=edit)


def problems_of(answer: object) -> dict[str, str]:
    """Return what speaks against saving, by field."""
    assert isinstance(answer, tuple)
    return {each.field: each.message for each in answer if isinstance(each, Problem)}
