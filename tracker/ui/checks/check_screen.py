"""The weekly impact check: four questions, of which the first may be all (R-Q-01)."""

from typing import ClassVar, Final

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tracker.diary.weekly_checks import NOTHING_ANSWERED, CheckForm
from tracker.domain.site import PainSite
from tracker.insight.day_spans import span_words
from tracker.insight.week_words import INCOMPLETE, SUBSTANTIAL
from tracker.rules.impact import IMPACT_MAX, IMPACT_QUESTIONS, NOT_OFFICIAL, impact
from tracker.ui.checks.requests import SaveCheck
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.widgets.choice_row import ChoiceRow
from tracker.ui.widgets.heading import Heading
from tracker.ui.widgets.key_footer import KeyFooter
from tracker.ui.widgets.note import Note

LABEL_CELLS: Final = 28
LEAD: Final = "A question may be skipped; then there is no score."


class CheckScreen(ModalScreen[SaveCheck | None]):
    """Gives what to save, or None. What the first question ends is not asked."""

    DEFAULT_CSS = """
    CheckScreen {
        background: $background;
        & > Heading { padding: 1 2 0 2; height: 2; }
        & > VerticalScroll { padding: 1 2; height: 1fr; scrollbar-size-vertical: 1; }
        & .check--text { color: $dim; height: auto; max-width: 90; margin: 0 0 1 1; }
        & ChoiceRow { margin-bottom: 1; }
        & .-not-asked { display: none; }
        & #result { height: auto; margin: 0 0 1 1; }
    }
    CheckScreen.-narrow {
        & > Heading { padding: 0 1; height: 1; }
        & > VerticalScroll { padding: 1 0 0 0; }
    }
    """

    SCOPE: ClassVar[Scope] = Scope.CHECK_FORM
    HINTS: ClassVar[tuple[str, ...]] = ("keep_check", "no_check", "next_row")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.CHECK_FORM)]
    AUTO_FOCUS = "#question-0"

    result = getters.query_one("#result", Static)

    def __init__(self, form: CheckForm) -> None:
        super().__init__()
        self._form = form

    def compose(self) -> ComposeResult:
        """Lay out the questions and what they add up to."""
        form = self._form
        week = span_words(form.week.first, form.week.last)
        yield Heading("Weekly check", f"{week} · R-Q-01")
        with VerticalScroll(can_focus=False):
            yield Static(Content(LEAD), classes="check--text")
            if len(form.places) > 1:
                yield self._place_row()
            for number, question in enumerate(IMPACT_QUESTIONS):
                given = form.record.options[number] if form.record else None
                yield ChoiceRow(
                    question.text,
                    tuple((str(place), word) for place, word in enumerate(question.options)),
                    value=None if given is None else str(given),
                    label_cells=LABEL_CELLS,
                    id=f"question-{number}",
                    classes="check--question",
                )
            yield Static(id="result")
            yield Static(Content(NOT_OFFICIAL), classes="check--text")
            yield Note()
        yield KeyFooter()

    def _place_row(self) -> ChoiceRow:
        form = self._form
        place = form.places.index(form.place) if form.place in form.places else 0
        return ChoiceRow(
            "About",
            tuple((str(number), each.label) for number, each in enumerate(form.places)),
            value=str(place),
            label_cells=LABEL_CELLS,
            required=True,
            id="place",
        )

    def on_mount(self) -> None:
        """Say what stands there already."""
        self._tell()

    def on_descendant_focus(self) -> None:
        """Show the keys of what has the focus."""
        self.query_one(KeyFooter).follow(self.focused)

    @property
    def _rows(self) -> list[ChoiceRow]:
        return list(self.query(".check--question").results(ChoiceRow))

    @property
    def options(self) -> tuple[int | None, ...]:
        """Give the four option numbers; None for what is skipped or not asked."""
        given = [None if row.value is None else int(row.value) for row in self._rows]
        first, *others = given
        return (first, *(None for _ in others)) if self._ended else tuple(given)

    @property
    def _ended(self) -> bool:
        first = self._rows[0].value
        return first is not None and impact([int(first)]).score is not None

    @on(ChoiceRow.Changed)
    def _tell(self) -> None:
        """Ask what is left to ask, and say the score."""
        for row in self._rows[1:]:
            row.set_class(self._ended, "-not-asked")
        self.query_one(Note).show("")
        given = self.options
        if all(option is None for option in given):
            self.result.update("")
            return
        found = impact(given)
        if found.score is None:
            words = Content.styled(INCOMPLETE, "$dim")
        else:
            words = Content.assemble(
                Content.styled(f"{found.score} of {IMPACT_MAX}", "bold"),
                Content.styled(f"  {SUBSTANTIAL}" if found.substantial else "", "$dim"),
            )
        self.result.update(
            Content.assemble(Content.styled("Adds up to".ljust(LABEL_CELLS), "$dim"), words)
        )

    @property
    def _place(self) -> PainSite | None:
        form = self._form
        for row in self.query("#place").results(ChoiceRow):
            return form.places[int(row.value or 0)]
        return form.place

    def action_keep_check(self) -> None:
        """Give the answers, once there is one."""
        if all(option is None for option in self.options):
            self.query_one(Note).show(NOTHING_ANSWERED, rule="R-Q-01")
            return
        self.dismiss(SaveCheck(self.options, self._place))

    def action_no_check(self) -> None:
        """Go back without answers."""
        self.dismiss(None)
