"""Before the mid-run guide: which site, its score before the run, and the minutes run so far."""

from typing import ClassVar, Final

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static
from typing_extensions import override

from tracker.diary.mid_run import MidRunBasis
from tracker.domain.dataclass import dataclass
from tracker.domain.pain import SCALE_PROMPT
from tracker.domain.problem import Problem
from tracker.domain.scale import parse_whole_number
from tracker.rules.limits import limits_of
from tracker.rules.midrun_log import MidRunLog
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.midrun.where_row import WhereRow, sorest
from tracker.ui.unsaved import may_part
from tracker.ui.widgets.choice_row import ChoiceRow
from tracker.ui.widgets.field_row import FieldRow
from tracker.ui.widgets.note import Note
from tracker.ui.widgets.page import Page
from tracker.ui.widgets.pain_scale import PainScale

_MINUTES_MAX: Final = 1440
_WHAT_IT_DOES: Final = (
    "While you run, note the score whenever it changes. The guide says when to slow down, when to"
    " stretch, and when to stop."
)
_NO_SCORE: Final = "Set the score before the run first, 0 where nothing hurts."


@dataclass(frozen=True, slots=True)
class Started:
    """The log as it begins, and how many minutes were run before the guide."""

    log: MidRunLog
    minutes: int


class MidRunStart(Page[Started | None]):
    """Asks what the guide begins with; None = back."""

    DEFAULT_CSS = """
    MidRunStart {
        & .start--text { color: $dim; height: auto; max-width: 76; margin: 0 0 1 1; }
        & FormRow { margin-bottom: 1; }
    }
    """

    SCOPE: ClassVar[Scope] = Scope.MID_RUN_START
    HINTS: ClassVar[tuple[str, ...]] = ("start_mid_run", "no_mid_run")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.MID_RUN_START)]
    AUTO_FOCUS = "#before"

    where = getters.query_one(WhereRow)
    before = getters.query_one("#before", PainScale)
    minutes = getters.query_one("#minutes", FieldRow)
    missing = getters.query_one("#missing", Note)

    def __init__(self, basis: MidRunBasis) -> None:
        super().__init__("Mid-run guide")
        self._basis = basis
        self._offered: tuple[object, ...] = ()

    @override
    def content(self) -> ComposeResult:
        basis = self._basis
        place = sorest(basis.places, basis.scores)
        with VerticalScroll(can_focus=False):
            yield Static(Content(_WHAT_IT_DOES), classes="start--text")
            yield WhereRow(basis.places, chosen=place)
            yield PainScale(
                "Before the run",
                value=None if place is None else basis.scores.get(place),
                green_max=limits_of(basis.settings).green_max,
                id="before",
            )
            yield FieldRow("Run so far", text="0", unit="minutes", cells=5, id="minutes")
            yield Note(id="missing")
            yield Static(Content(SCALE_PROMPT), classes="start--text")

    def on_mount(self) -> None:
        """Remember what is offered."""
        self._offered = self._set

    @on(ChoiceRow.Changed)
    def _show_score(self) -> None:
        """Show today's score of the chosen site."""
        place = self.where.place
        self.before.value = None if place is None else self._basis.scores.get(place)

    @on(PainScale.Changed)
    def _scored(self) -> None:
        self.missing.show("")

    def action_start_mid_run(self) -> None:
        """Begin, once there is a score before the run."""
        minutes = parse_whole_number(
            self.minutes.text or "0", "minutes", name="Run so far", low=0, high=_MINUTES_MAX
        )
        if isinstance(minutes, Problem):
            self.minutes.set_error(minutes.message)
            self.minutes.focus_field()
        elif self.before.value is None:
            self.missing.show(_NO_SCORE)
            self.before.focus()
        else:
            log = MidRunLog(pre=self.before.value, place=self.where.place)
            self.dismiss(Started(log, minutes))

    @property
    def dirty(self) -> bool:
        """Return whether anything differs from what was offered."""
        return self._set != self._offered

    @property
    def _set(self) -> tuple[object, ...]:
        return (self.where.place, self.before.value, self.minutes.text.strip())

    async def may_close(self) -> bool:
        """Ask what becomes of what was set, because it is being left."""
        return await may_part(self.app, dirty=self.dirty)

    @work(group="leave", exclusive=True)
    async def action_no_mid_run(self) -> None:
        """Go back; what was set is asked about once."""
        if await self.may_close():
            self.dismiss(None)
