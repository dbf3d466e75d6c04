"""What a kind of record is: its type, its words, its fields, and how a record is made of them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, fields, replace
from datetime import date
from typing import Any, Generic, TypeVar, cast

from tracker.diary.snapshot import Snapshot
from tracker.domain.dataclass import dataclass
from tracker.domain.form import Field, Fields, FormContext, Texts, Values, read_form, texts_of
from tracker.domain.problem import Problem, Problems
from tracker.domain.record import Record
from tracker.domain.settings import Settings
from tracker.insight.series import EventKind

RecordT = TypeVar("RecordT", bound=Record)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(Generic[RecordT]):
    """One kind of record.

    `name` is what the command line calls the kind, `word` what a person calls one ("visit", of
    which several are "visits" where `plural` says nothing else), and
    `undo` names one for an undo ("the visit of 21 Nov"); `title` and `lead` stand above its form,
    `foot` below it, `done` is said once it is saved. `palette` is the sentence by which a new one
    is asked for where no other command does that.

    `heading` stands before a record in a list, and `line` gives the parts of what it holds besides
    its note. `timed`: its moment is that of what happened, not that of writing it down. `mark` is
    the sign on the chart, and the day on which a record puts it there. `written` tells a record
    that a person wrote from one that only keeps an answer.

    `values` gives the values of a record's fields, and `make` its attributes of the values, which
    hold the record's id as well; without the two the fields are attributes. `check` finds what no
    single field can tell; it is given the id, too. `settle` brings a corrected record in line with
    the one on file, its second argument. `usual` are the values that a new one begins with, `known`
    what is on file that the fields offer, as of a day and for a record. `already` is the record in
    whose place a new one goes, or what speaks against one; `along` are the records that change with
    a new one, undone together with it. `arguments` are the fields that the command line takes
    without a name, too. `stays` says why a record can't be
    deleted, "" where it can.
    """

    type: type[RecordT]
    word: str
    name: str = ""
    fields: Fields
    undo: Callable[[RecordT, Settings], str]
    title: str = ""
    lead: str = ""
    foot: str = ""
    done: str = ""
    plural: str = ""
    palette: str = ""
    heading: str = ""
    line: Callable[[RecordT, Snapshot], Iterable[str]] | None = None
    timed: bool = False
    mark: tuple[EventKind, Callable[[RecordT], date | None]] | None = None
    written: Callable[[RecordT], bool] | None = None
    values: Callable[[RecordT], Values] | None = None
    make: Callable[[Values, FormContext, RecordT | None], Values] | None = None
    check: Callable[[Values, FormContext, Snapshot], Iterable[Problem]] | None = None
    settle: Callable[[RecordT, RecordT], RecordT] | None = None
    usual: Callable[[FormContext], Values] | None = None
    already: Callable[[Snapshot, date], RecordT | Problem | None] | None = None
    known: Callable[[Snapshot, date, object], Mapping[str, tuple[str, ...]]] | None = None
    along: Callable[[Snapshot, RecordT], Sequence[Record]] | None = None
    arguments: tuple[str, ...] = ()
    stays: Callable[[RecordT], str] | None = None

    @property
    def a_word(self) -> str:
        """Return the word with its article: `an episode`."""
        return f"{'an' if self.word[:1] in 'aeiou' else 'a'} {self.word}"

    @property
    def words(self) -> str:
        """Return what a person calls several: `episodes`."""
        return self.plural or f"{self.word}s"

    def is_written(self, record: RecordT) -> bool:
        """Return whether a person wrote a record, so that lists show it."""
        return self.written is None or self.written(record)

    def records(self, snapshot: Snapshot) -> Iterator[RecordT]:
        """Go through all records that lists show."""
        return filter(self.is_written, snapshot.of(self.type))

    def values_at_first(self, context: FormContext) -> Values:
        """Return the values that a new record begins with."""
        return {} if self.usual is None else self.usual(context)

    def values_of(self, record: RecordT) -> Values:
        """Return the values of a record's fields."""
        if self.values is not None:
            return self.values(record)
        return {each.name: getattr(record, each.name) for each in self.fields}

    def texts_of(self, record: RecordT, context: FormContext) -> dict[str, str]:
        """Return a record as it stands in its form."""
        return texts_of(self.fields, self.values_of(record), context)

    def read(
        self,
        texts: Texts,
        context: FormContext,
        *,
        record_id: str,
        snapshot: Snapshot | None = None,
        base: RecordT | None = None,
    ) -> RecordT | Problems:
        """Return the record that a form means, or one problem for each field that is wrong.

        `base` is the record that it corrects: what was not changed stays as it is there. Without a
        `snapshot` of what is on file each field is judged by itself alone.
        """
        kept = None if base is None else self.values_of(base)
        values, problems = read_form(self.fields, texts, context, kept=kept)
        wrong = {problem.field for problem in problems}
        judged = values | {"id": record_id}
        found = self.check(judged, context, snapshot) if self.check and snapshot else ()
        problems += tuple(each for each in found if each.field not in wrong)
        if problems:
            return problems
        return self._made(values, context, record_id=record_id, base=base)

    def drafted(self, texts: Texts, context: FormContext, *, record_id: str) -> RecordT:
        """Return the record that a form means so far: what can't be read yet is as if empty."""
        read, _problems = read_form(self.fields, texts, context)
        values = {each.name: read.get(each.name, each.empty) for each in self.fields}
        return self._made(values, context, record_id=record_id, base=None)

    def _made(
        self, values: Values, context: FormContext, *, record_id: str, base: RecordT | None
    ) -> RecordT:
        named = {**values, "id": record_id}
        made = values if self.make is None else self.make(named, context, base)
        if base is not None:
            # What a kind makes are its record's attributes, which no checker can know.
            return cast("RecordT", replace(cast("Any", base), **made))
        attributes = {each.name for each in fields(cast("Any", self.type))}
        own = {"id": record_id, "at": context.now, "day": context.today}
        given: dict[str, Any] = {key: value for key, value in own.items() if key in attributes}
        return self.type(**(given | dict(made)))

    @property
    def made_of_fields(self) -> bool:
        """Return whether its fields are enough for a new record."""
        needed = {
            each.name
            for each in fields(cast("Any", self.type))
            if each.default is MISSING and each.default_factory is MISSING
        }
        return self.make is not None or needed <= {"id", "at", "day", *map(_name, self.fields)}

    @property
    def gone(self) -> str:
        """Say that a record was deleted while it was being corrected."""
        return f"This {self.word} was deleted meanwhile. Save it as a new one."


def _name(each: Field[Any]) -> str:
    return each.name
