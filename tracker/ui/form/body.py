"""The rows of a form: what is typed, what is wrong with it, saving it once, and leaving it."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, ClassVar, TypeAlias

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message

from tracker.domain.dataclass import dataclass
from tracker.domain.form import Draft, Field, FieldKind, Fields, FormContext, Texts
from tracker.domain.problem import Problem, Problems
from tracker.ui.form.rows import row_of
from tracker.ui.form.settling import settled
from tracker.ui.unsaved import may_part
from tracker.ui.widgets.form_row import LABEL_CELLS, FormRow
from tracker.ui.widgets.heading import Heading
from tracker.ui.widgets.note import Note

Save: TypeAlias = Callable[[Draft], Awaitable[Problems]]
"""Keeps what is typed; gives what speaks against it, nothing where it is on file."""


class FormBody(Vertical):
    """A row for each field, and below them what speaks against saving.

    A row has the field's name as its id. `shown` is what stands there at first; `save` keeps what
    is typed. `COMPACT` takes the air between the rows. A form that lays its rows out itself makes
    each with `row`; one that says more while it is filled in does so in `follow`.
    """

    DEFAULT_CSS = """
    FormBody { height: auto; }
    FormBody > #whole { margin-top: 1; }
    """

    LABEL_CELLS: ClassVar[int] = LABEL_CELLS
    COMPACT: ClassVar[bool] = False
    FIRST_FOCUS: ClassVar[str] = "FormRow, FormRow *"

    @dataclass
    class Changed(Message):
        """What is typed was changed, or is on file now."""

        body: "FormBody"

    def __init__(
        self,
        fields: Fields,
        context: FormContext,
        *,
        save: Save,
        shown: Texts | None = None,
        id: str | None = None,  # noqa: A002 - the toolkit's own word
    ) -> None:
        super().__init__(id=id, classes="compact" if self.COMPACT else None)
        self.fields: Mapping[str, Field[Any]] = {each.name: each for each in fields}
        self.saved = False
        self._depends_on = context
        self._clock: Callable[[], datetime] | None = None
        self._save = save
        self._saving = False
        self._shown: Texts = dict(shown or {})
        self._held: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """Lay out the rows in the order of the fields."""
        for name, field in self.fields.items():
            if field.kind is not FieldKind.OTHER:
                yield self.row(name)
        yield Note(id="whole")

    def row(self, name: str) -> FormRow:
        """Make the row of a field, with what stands there at first."""
        text = self.written(name)
        return row_of(self.fields[name], self.context, text=text, label_cells=self.LABEL_CELLS)

    def written(self, name: str) -> str:
        """Return what was last written into a field, or shown in it, whatever was typed since."""
        return self._held.get(name, self._shown.get(name, ""))

    def on_mount(self) -> None:
        """Say what stands there already."""
        self._clock = getattr(self.app.screen_stack[0], "clock", None)
        for row in self.rows.values():
            self._hint(row)
        self.follow()

    @property
    def context(self) -> FormContext:
        """Return what the reading depends on, as of now: a form may be open for long."""
        return (
            self._depends_on
            if self._clock is None
            else replace(self._depends_on, now=self._clock())
        )

    # ------------------------------------------------------------------ what is typed

    @property
    def rows(self) -> dict[str, FormRow]:
        """Return the rows that are there by now, by the names of their fields."""
        return {row.id: row for row in self.query(FormRow) if row.id and row.id in self.fields}

    @property
    def texts(self) -> dict[str, str]:
        """Return what is typed; a field without a row holds what was put there, or shown."""
        typed = {name: text.strip() for name, text in self.typed().items()}
        return dict.fromkeys(self.fields, "") | {**self._shown, **self._held, **typed}

    def typed(self) -> dict[str, str]:
        """Return what the rows hold, by the names of the fields."""
        return {name: row.text for name, row in self.rows.items()}

    def write(self, name: str, text: str) -> None:
        """Write a field's text into its row; where there is none it is held."""
        row = self.rows.get(name)
        if row is None:
            self._held[name] = text
        else:
            row.text = text
            row.set_error("")
            self._hint(row)

    @property
    def draft(self) -> Draft:
        """Return what is typed, and what was shown."""
        return Draft(self.texts, {name: text.strip() for name, text in self._shown.items()})

    @property
    def dirty(self) -> bool:
        """Return whether anything differs from what was shown; nothing does before it is there."""
        return self.is_mounted and bool(self.draft.changed)

    def value(self, name: str) -> Any:  # noqa: ANN401 - whatever the field means
        """Return what a field means as it is typed, None where it can't be read."""
        found = self.fields[name].read(self.texts[name], self.context)
        return None if isinstance(found, Problem) else found

    def show(self, texts: Texts, *, context: FormContext | None = None) -> None:
        """Show something else; what was typed before is replaced."""
        self._depends_on = context or self._depends_on
        self._shown = dict(texts)
        self._held.clear()
        for name in self.fields:
            self.write(name, texts.get(name, ""))
        self.mark_saved()

    def show_beneath(self, texts: Texts, *, context: FormContext | None = None) -> None:
        """Show something else, for which what is typed by now was meant: that stays over it."""
        draft = self.draft
        typed = {name: draft.texts[name] for name in draft.changed}
        self.show(texts, context=context)
        if typed:
            self.put(typed)

    def put(self, texts: Texts) -> None:
        """Write into some of the fields, as if it were typed."""
        for name, text in texts.items():
            self.write(name, text)
        self._announce()

    def mark_saved(self) -> None:
        """Take what is typed as what is on file; nothing speaks against it any more."""
        self._shown = self.texts
        self._held.clear()
        self._saving = False
        self.say("")
        self._announce()

    def discard(self) -> None:
        """Forget what was typed."""
        self.show(self._shown)

    # ------------------------------------------------------------------ what is said

    def follow(self) -> None:
        """Say what follows from what is typed; called at first and after every change."""

    def say(self, sentence: str) -> None:
        """Say below the rows what belongs to no field; empty takes it back."""
        note = self.query_one("#whole", Note)
        if sentence:
            note.show_and_scroll(sentence)
        else:
            note.show("")

    def set_errors(self, problems: Iterable[Problem]) -> None:
        """Say at each field what is wrong with it, and go to the first; the rest below the rows."""
        rows = self.rows
        for row in rows.values():
            row.set_error("")
        found = tuple(problems)
        for problem in found:
            if problem.field in rows:
                rows[problem.field].set_error(problem.message)
        self.say(" ".join(each.message for each in found if each.field not in rows))
        wrong = {problem.field for problem in found}
        first = next((row for name, row in rows.items() if name in wrong), None)
        if first is not None:
            first.focus_field()

    def _hint(self, row: FormRow) -> None:
        field = self.fields[row.id or ""]
        row.set_hint(Content.styled(field.hint(row.text, self.context), "$dim"))

    def _announce(self) -> None:
        for heading in self.query(Heading):
            heading.changed = self.dirty
        self.follow()
        self.post_message(self.Changed(self))

    @on(FormRow.Changed)
    def _row_changed(self, event: FormRow.Changed) -> None:
        event.stop()
        if event.row.id in self.fields:
            event.row.set_error("")
            self._hint(event.row)
        self.say("")
        self._announce()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Say what can't be read of a field that is left; nothing typed is taken away."""
        rows = self.rows
        name = next((name for name, row in rows.items() if row in event.widget.ancestors), None)
        text = "" if name is None else rows[name].text.strip()
        if name is None or not text or text == self._shown.get(name, "").strip():
            return
        found = self.fields[name].read(text, self.context)
        if isinstance(found, Problem):
            rows[name].set_error(found.message)

    # ------------------------------------------------------------------ saving and leaving

    async def save(self) -> bool:
        """Save what is typed; True once it is on file. A second call meanwhile saves nothing."""
        if self._saving:
            return False
        self._saving = True
        problems = await self._save_settled()
        if problems:
            self._saving = False
            self.set_errors(problems)
            return False
        self.saved = True
        self.mark_saved()
        return True

    async def _save_settled(self) -> Problems:
        """Save; of a field that was changed in another window, too, ask whose value stays."""
        draft = self.draft

        def save(mine: frozenset[str], theirs: frozenset[str]) -> Awaitable[Problems]:
            return self._save(replace(draft, keep_mine=mine, take_theirs=theirs))

        labels = {name: field.label for name, field in self.fields.items()}
        return await settled(self.app, save, labels)

    async def may_leave(self) -> bool:
        """Ask once what becomes of what is typed; True where one may go on."""
        if self._saving:
            return False
        return await may_part(self.app, dirty=self.dirty, save=self.save, discard=self.discard)
