"""Taking answers back that were ticked by mistake; the reason stays on file (R-RED-41)."""

from typing import Final

from tracker.diary.book import Book
from tracker.diary.kinds.saving import form_context
from tracker.domain.fields import boxes, line
from tracker.domain.form import FieldKind, FormContext, Texts, read_form
from tracker.domain.identity import new_id
from tracker.domain.problem import Problems
from tracker.domain.screening import Retraction
from tracker.rules.red_flags import FLAGS

FLAGS_FIELD: Final = "flags"

RETRACTION: Final = (
    boxes(
        FLAGS_FIELD,
        "Mistakes",
        lambda context: {
            key: FLAGS[key].ask or FLAGS[key].title for key in context.known[FLAGS_FIELD]
        },
        missing="Tick what was a mistake, with space.",
        kind=FieldKind.SENTENCES,
    ),
    line(
        "reason",
        "Reason",
        missing="Say in a few words why, such as: meant another question.",
    ),
)


def retraction_context(book: Book, *, flags: tuple[str, ...]) -> FormContext:
    """Return what the form depends on: the signs that may be taken back."""
    return form_context(book, known={FLAGS_FIELD: flags})


def retract_all(
    book: Book, *, flags: tuple[str, ...], texts: Texts
) -> tuple[Retraction, ...] | Problems:
    """Take the ticked answers back, all of them in one change."""
    context = retraction_context(book, flags=flags)
    values, problems = read_form(RETRACTION, texts, context)
    if problems:
        return problems
    records = tuple(
        Retraction(
            id=new_id(context.now),
            at=context.now,
            day=context.today,
            flag=flag,
            reason=values["reason"],
        )
        for flag in values[FLAGS_FIELD]
    )
    label = "taking back an answer" if len(records) == 1 else "taking back answers"
    problem = book.keep_all(records, label=label)
    return records if problem is None else (problem,)
