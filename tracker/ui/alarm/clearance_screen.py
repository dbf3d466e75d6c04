"""What a clinician said, as the runner reports it (R-SCR-10)."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Final

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tracker.domain.calendar_words import format_day, parse_day
from tracker.domain.problem import Problem
from tracker.domain.screening import Allows, ClearedBy
from tracker.domain.text import clean_text
from tracker.rules.red_flags import FLAGS
from tracker.rules.screening import SCREENING, UNVERIFIED_TEXT
from tracker.ui.alarm.questions_screen import Question
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.widgets.choice_row import ChoiceRow
from tracker.ui.widgets.day_row import DayRow
from tracker.ui.widgets.field_row import FieldRow
from tracker.ui.widgets.heading import Heading
from tracker.ui.widgets.key_footer import KeyFooter
from tracker.ui.widgets.note import Note
from tracker.ui.widgets.pain_scale import PainScale

_BY: Final = tuple((each.value, each.value) for each in ClearedBy)
_ALLOWS: Final = (
    (Allows.RUN.value, "running"),
    (Allows.RUN_WITH_PAIN.value, "with some pain"),
    (Allows.WALK.value, "walking"),
    (Allows.NOTHING.value, "neither"),
)

REVIEW_CELLS: Final = 13
YEAR: Final = 365


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the runner reports: who said it, what it allows, what it speaks of."""

    by: ClearedBy
    allows: Allows
    covers: tuple[str, ...]
    up_to: int | None = None
    review_by: date | None = None
    note: str = ""


class ClearanceScreen(ModalScreen[Told | None]):
    """Asks who said what, and which of the active signs it speaks of."""

    DEFAULT_CSS = """
    ClearanceScreen {
        background: $background;
        & > Heading { margin: 1 2 0 2; }
        & > VerticalScroll {
            width: 100%; height: 1fr; padding: 1 2; scrollbar-size-vertical: 1;
        }
        & .clearance--text { color: $dim; height: auto; margin: 0 0 1 1; }
        & #up_to { display: none; }
        & #up_to.-shown { display: block; }
    }
    """

    SCOPE: ClassVar[Scope] = Scope.CLEARANCE
    HINTS: ClassVar[tuple[str, ...]] = ("keep_clearance", "no_clearance")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.CLEARANCE)]
    AUTO_FOCUS = "ChoiceRow"

    by = getters.query_one("#by", ChoiceRow)
    allows = getters.query_one("#allows", ChoiceRow)
    up_to = getters.query_one("#up_to", PainScale)
    review = getters.query_one("#review", DayRow)

    def __init__(self, flags: tuple[str, ...], *, today: date, day_first: bool) -> None:
        super().__init__()
        self._flags = flags
        self._today = today
        self._day_first = day_first

    def compose(self) -> ComposeResult:
        """Lay out the rows."""
        yield Heading("What a clinician said")
        with VerticalScroll(can_focus=False, classes="compact"):
            yield Static(Content(UNVERIFIED_TEXT), classes="clearance--text")
            yield ChoiceRow("Said by", _BY, id="by")
            yield ChoiceRow("Allowed is", _ALLOWS, id="allows")
            yield PainScale("up to a score of", id="up_to")
            yield DayRow(
                "Review by",
                cells=REVIEW_CELLS,
                placeholder="day, if named",
                ahead=YEAR,
                id="review",
            )
            yield FieldRow("Note", id="note")
            yield Static(Content("\nIt speaks of"), classes="clearance--text")
            for flag in self._flags:
                yield Question(flag, FLAGS[flag].ask or FLAGS[flag].title, ticked=True)
            yield Question(SCREENING, "the questions before starting", ticked=not self._flags)
            yield Note()
        yield KeyFooter()

    def on_descendant_focus(self) -> None:
        """Show the keys of what has the focus."""
        self.query_one(KeyFooter).follow(self.focused)

    @on(ChoiceRow.Changed, "#allows")
    def _ask_up_to(self, event: ChoiceRow.Changed) -> None:
        self.up_to.set_class(event.value == Allows.RUN_WITH_PAIN, "-shown")

    @on(DayRow.Changed, "#review")
    def _echo_review(self) -> None:
        day = self._review_by()
        self.review.set_hint(
            Content.styled(format_day(day), "$dim") if isinstance(day, date) else ""
        )

    def _review_by(self) -> date | Problem | None:
        """Read the day by which it is looked at again; None where none is named."""
        if not self.review.text.strip():
            return None
        day = parse_day(self.review.text, self._today, day_first=self._day_first, allow_future=True)
        if isinstance(day, date) and day < self._today:
            return Problem("review", f"{format_day(day)} is over. Type a day that is to come.")
        return day

    def action_keep_clearance(self) -> None:
        """Give what was told, once it is whole."""
        review_by = self._review_by()
        if isinstance(review_by, Problem):
            self.review.set_error(review_by.message)
            self.review.focus_field()
            return
        covers = tuple(each.key for each in self.query(Question) if each.ticked)
        wanting = self._wanting(covers)
        if wanting:
            self.query_one(Note).show(wanting)
            return
        with_pain = self.allows.value == Allows.RUN_WITH_PAIN
        self.dismiss(
            Told(
                by=ClearedBy(self.by.value or ""),
                allows=Allows(self.allows.value or ""),
                covers=covers,
                up_to=self.up_to.value if with_pain else None,
                review_by=review_by,
                note=clean_text(self.query_one("#note", FieldRow).text),
            )
        )

    def _wanting(self, covers: tuple[str, ...]) -> str:
        if self.by.value is None:
            return "Say who said it: choose with the arrows."
        if self.allows.value is None:
            return "Say what is allowed: choose with the arrows."
        if self.allows.value == Allows.RUN_WITH_PAIN and self.up_to.value is None:
            return "Say up to which score: type a digit on the scale."
        return "" if covers else "Tick what it speaks of, with space."

    def action_no_clearance(self) -> None:
        """Go back without one."""
        self.dismiss(None)
