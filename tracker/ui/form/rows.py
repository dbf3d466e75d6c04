"""From a declared field to its row on the screen."""

from collections.abc import Callable
from typing import Any, TypeAlias

from textual.suggester import Suggester, SuggestFromList

from tracker.domain.form import Field, FieldKind, FormContext
from tracker.domain.problem import Problem
from tracker.domain.site_fields import place_text
from tracker.ui.widgets.answer_rows import AnswerRows
from tracker.ui.widgets.check_row import CheckRow
from tracker.ui.widgets.choice_row import ChoiceRow, YesNoRow
from tracker.ui.widgets.field_row import FieldRow
from tracker.ui.widgets.form_row import LABEL_CELLS, FormRow
from tracker.ui.widgets.pain_scale import PainScale

AnyField: TypeAlias = Field[Any]
Make: TypeAlias = Callable[[AnyField, FormContext, int, str], FormRow]


def row_of(
    field: AnyField, context: FormContext, *, text: str = "", label_cells: int = LABEL_CELLS
) -> FormRow:
    """Make the row of a field, with the text that it begins with; its id is the field's name."""
    row = _MAKERS[field.kind](field, context, label_cells, text)
    row.text = text
    return row


def _line(field: AnyField, context: FormContext, label_cells: int, _text: str) -> FormRow:
    return FieldRow(
        field.label,
        unit=field.unit,
        cells=field.cells,
        placeholder=field.placeholder,
        label_cells=label_cells,
        suggester=_suggester(field, context),
        id=field.name,
    )


def _suggester(field: AnyField, context: FormContext) -> Suggester | None:
    known = context.known.get(field.name, ())
    if field.kind is FieldKind.NAMES:
        from tracker.ui.form.names import NamesSuggester  # noqa: PLC0415 - not at the start

        return NamesSuggester(known)
    return SuggestFromList(known, case_sensitive=False) if known else None


def _day(field: AnyField, _context: FormContext, label_cells: int, _text: str) -> FormRow:
    from tracker.ui.widgets.day_row import DayRow  # noqa: PLC0415 - not at the start

    return DayRow(
        field.label,
        cells=field.cells,
        placeholder=field.placeholder,
        ahead=field.ahead,
        clock=field.kind is FieldKind.MOMENT,
        label_cells=label_cells,
        id=field.name,
    )


def _choice(field: AnyField, context: FormContext, label_cells: int, _text: str) -> FormRow:
    kind = YesNoRow if field.kind is FieldKind.YES_NO else ChoiceRow
    options = field.options_in(context)
    return kind(
        field.label,
        options,
        required=field.required or any(not text for text, _words in options),
        label_cells=label_cells,
        id=field.name,
    )


def _list(field: AnyField, context: FormContext, _label_cells: int, text: str) -> FormRow:
    from tracker.ui.widgets.pick_row import PickRow  # noqa: PLC0415 - not at the start

    return PickRow(
        field.label,
        field.options_in(context),
        value=text or None,
        # Where a word must be chosen and none is yet, it must not choose the first by itself.
        required=field.required and bool(text),
        id=field.name,
    )


def _boxes(field: AnyField, context: FormContext, label_cells: int, _text: str) -> FormRow:
    return CheckRow(field.label, field.options_in(context), label_cells=label_cells, id=field.name)


def _sentences(field: AnyField, context: FormContext, _label_cells: int, _text: str) -> FormRow:
    from tracker.ui.widgets.sentence_rows import SentenceRows  # noqa: PLC0415 - not at the start

    return SentenceRows(field.options_in(context), id=field.name)


def _question(field: AnyField, _context: FormContext, _label_cells: int, _text: str) -> FormRow:
    from tracker.ui.widgets.yes_no import YesNo  # noqa: PLC0415 - not at the start

    return YesNo(field.label, id=field.name)


def _score(field: AnyField, context: FormContext, label_cells: int, _text: str) -> FormRow:
    return PainScale(
        field.label,
        zoned=field.kind is FieldKind.SCORE,
        green_max=context.settings.green_max,
        label_cells=label_cells,
        id=field.name,
    )


def _site_scores(field: AnyField, context: FormContext, label_cells: int, text: str) -> FormRow:
    found = field.read(text, context)
    scored = () if isinstance(found, Problem) or not found else (each.place for each in found)
    places = dict.fromkeys((*context.places, *scored))
    from tracker.ui.widgets.site_scores import SiteScoreRows  # noqa: PLC0415 - not at the start

    return SiteScoreRows(
        {place_text(each): each.label for each in places},
        green_max=context.settings.green_max,
        label_cells=label_cells,
        id=field.name,
    )


def _answers(field: AnyField, context: FormContext, label_cells: int, _text: str) -> FormRow:
    questions = tuple(name for name, _words in field.options_in(context))
    return AnswerRows(questions, label_cells=label_cells, id=field.name)


_MAKERS: dict[FieldKind, Make] = {
    FieldKind.LINE: _line,
    FieldKind.NAMES: _line,
    FieldKind.DAY: _day,
    FieldKind.MOMENT: _day,
    FieldKind.CHOICE: _choice,
    FieldKind.YES_NO: _choice,
    FieldKind.LIST: _list,
    FieldKind.BOXES: _boxes,
    FieldKind.SENTENCES: _sentences,
    FieldKind.QUESTION: _question,
    FieldKind.SCORE: _score,
    FieldKind.AMOUNT: _score,
    FieldKind.SITE_SCORES: _site_scores,
    FieldKind.ANSWERS: _answers,
}
