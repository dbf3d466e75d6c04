"""First step: units, the day's start, and the numbers to call."""

from dataclasses import replace
from typing import ClassVar, Final

from textual import getters
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tracker.domain.problem import Problem
from tracker.domain.scale import parse_whole_number
from tracker.domain.settings import DistanceUnit, Settings
from tracker.domain.text import clean_text
from tracker.rules.wording import ABOUT_TEXT
from tracker.ui.setup.step_screen import StepScreen
from tracker.ui.widgets.choice_row import ChoiceRow
from tracker.ui.widgets.field_row import FieldRow

_UNITS: Final = ((DistanceUnit.KM.value, "kilometres"), (DistanceUnit.MI.value, "miles"))
_LATEST_START: Final = 12


class BasicsScreen(StepScreen[Settings]):
    """Gives the settings with what was typed."""

    TITLE_TEXT: ClassVar[str] = "Welcome to Backstride"
    FACT: ClassVar[str] = "step 1 of 3"
    AUTO_FOCUS = "#unit"

    unit = getters.query_one("#unit", ChoiceRow)
    start = getters.query_one("#start", FieldRow)
    emergency = getters.query_one("#emergency", FieldRow)
    urgent = getters.query_one("#urgent", FieldRow)

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings

    def rows(self) -> ComposeResult:
        """Say what this is, then ask."""
        now = self._settings
        yield Static(Content(ABOUT_TEXT), classes="step--text")
        yield Static(Content("Your data stay in one file on this machine."), classes="step--text")
        yield ChoiceRow("Distances in", _UNITS, value=now.unit, required=True, id="unit")
        yield FieldRow(
            "Day starts at", text=str(now.day_start_hour), unit="o'clock", cells=4, id="start"
        )
        yield Static(
            Content("What is logged before that hour still belongs to the day before."),
            classes="step--text",
        )
        yield FieldRow("Emergency number", text=now.emergency_number, cells=16, id="emergency")
        yield FieldRow("Advice line", text=now.urgent_line, cells=24, id="urgent")
        yield Static(
            Content(
                "Both are shown in large when an answer asks for them. The second is for urgent"
                " medical advice that can wait for a call."
            ),
            classes="step--text",
        )

    def action_step_done(self) -> None:
        """Give what was typed, once the hour can be read."""
        hour = parse_whole_number(
            self.start.text or "4",
            "start",
            name="The hour a day starts at",
            low=0,
            high=_LATEST_START,
        )
        if isinstance(hour, Problem):
            self.start.set_error(hour.message)
            self.start.focus_field()
            return
        self.dismiss(
            replace(
                self._settings,
                unit=DistanceUnit(self.unit.value or DistanceUnit.KM),
                day_start_hour=hour,
                emergency_number=clean_text(self.emergency.text).strip(),
                urgent_line=clean_text(self.urgent.text).strip(),
            )
        )
