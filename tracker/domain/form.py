"""A form as data: fields that are declared once, what is typed in them, and how it is read.

The screen makes a row of each field, the command line an option. Everything in a form is text:
what a person types, the value of the word that is chosen, one line for each box that is ticked.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final, Generic, TypeAlias, TypeVar

from tracker.domain.dataclass import dataclass
from tracker.domain.moment import day_of
from tracker.domain.problem import Problem, Problems
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite

Texts: TypeAlias = Mapping[str, str]
"""What stands in a form, by the names of the fields; a field that is not named is empty."""

Values: TypeAlias = Mapping[str, Any]
"""What was read from a form, by the names of the fields."""

Options: TypeAlias = tuple[tuple[str, str], ...]
"""The texts to choose from, each with its words."""

BETWEEN: Final = "\n"
"""Stands between the texts of a field that holds several."""

ValueT = TypeVar("ValueT")


class FieldKind(StrEnum):
    """How a field is asked."""

    LINE = "line"
    NAMES = "names"
    DAY = "day"
    MOMENT = "moment"
    CHOICE = "choice"
    LIST = "list"
    BOXES = "boxes"
    SENTENCES = "sentences"
    YES_NO = "yes_no"
    QUESTION = "question"
    SCORE = "score"
    AMOUNT = "amount"
    SITE_SCORES = "site_scores"
    ANSWERS = "answers"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormContext:
    """What the reading of a form depends on: the moment, the settings, and what is on file.

    `places` are the sites that the form offers; `known` are the words that complete a field.
    """

    now: datetime
    settings: Settings
    places: tuple[PainSite, ...] = ()
    known: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """Return the person's day."""
        return day_of(self.now, day_start_hour=self.settings.day_start_hour)


def _plain(value: object, _context: FormContext) -> str:
    return str(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field(Generic[ValueT]):
    """One field: `parse` makes a value of its text, or a problem; `write` makes its text of one.

    `name` is that of the record's field, `label` stands before it. A field that is not `required`
    may be empty, which means `empty`; of a required one `parse` says what is missing. `options`
    are the texts to choose from, `understood` says in short what a value means. `cells` is the
    width of its text on the screen, `ahead` how many days after today the calendar offers.
    """

    name: str
    label: str
    parse: Callable[[str, FormContext], ValueT | Problem]
    write: Callable[[ValueT, FormContext], str] = _plain
    kind: FieldKind = FieldKind.LINE
    options: Options | Callable[[FormContext], Options] = ()
    required: bool = False
    empty: ValueT | None = None
    help: str = ""
    unit: str = ""
    placeholder: str = ""
    cells: int | None = None
    ahead: int = 0
    understood: Callable[[ValueT, FormContext], str] | None = None

    def read(self, text: str, context: FormContext) -> ValueT | Problem | None:
        """Return the value of a text; a problem is filed under the field's own name."""
        if not self.required and not text.strip():
            return self.empty
        found = self.parse(text, context)
        return Problem(self.name, found.message) if isinstance(found, Problem) else found

    def text_of(self, value: ValueT | None, context: FormContext) -> str:
        """Return a value as it stands in the form."""
        return "" if value is None or value == self.empty else self.write(value, context)

    def options_in(self, context: FormContext) -> Options:
        """Return the texts to choose from, each with its words."""
        return self.options(context) if callable(self.options) else self.options

    def hint(self, text: str, context: FormContext) -> str:
        """Return in short what was understood of a text, "" where there is nothing to say."""
        if self.understood is None or not text.strip():
            return ""
        found = self.parse(text, context)
        return "" if isinstance(found, Problem) else self.understood(found, context)


Fields: TypeAlias = tuple[Field[Any], ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """What is typed in a form, and what stood there when it was shown.

    Of what another window changed meanwhile, too, `keep_mine` and `take_theirs` name the fields of
    the record whose value stays as it is here, or there.
    """

    texts: Texts
    shown: Texts
    keep_mine: frozenset[str] = frozenset()
    take_theirs: frozenset[str] = frozenset()

    @property
    def changed(self) -> frozenset[str]:
        """Return the names of the fields that differ from what was shown."""
        names = {*self.texts, *self.shown}
        return frozenset(
            name for name in names if self.texts.get(name, "") != self.shown.get(name, "")
        )


def texts_of(fields: Iterable[Field[Any]], values: Values, context: FormContext) -> dict[str, str]:
    """Return values as they stand in a form; what is not among the values is empty."""
    return {each.name: each.text_of(values.get(each.name), context) for each in fields}


def read_form(
    fields: Iterable[Field[Any]],
    texts: Texts,
    context: FormContext,
    *,
    kept: Values | None = None,
) -> tuple[dict[str, Any], Problems]:
    """Return the values of a form, and one problem for each field that can't be read.

    A field that stands there as one of the `kept` values is written is that value itself: what
    nobody changed is neither rounded nor judged anew.
    """
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for each in fields:
        text = texts.get(each.name, "")
        if kept is not None and each.name in kept:
            value = kept[each.name]
            if text == each.text_of(value, context):
                values[each.name] = value
                continue
        found = each.read(text, context)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            values[each.name] = found
    return values, tuple(problems)
