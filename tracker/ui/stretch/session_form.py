"""What is asked at the end of a routine: pain before and after, and the water before a run."""

from dataclasses import replace
from typing import Final

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from tracker.diary.session_drafts import Draft
from tracker.domain.dataclass import dataclass
from tracker.ui.widgets.choice_row import ChoiceRow
from tracker.ui.widgets.note import Note
from tracker.ui.widgets.pain_scale import PainScale

_YES: Final = "yes"
_NO: Final = "no"
_LABEL_CELLS: Final = 14
_WATER: Final = {None: None, True: _YES, False: _NO}


class SessionForm(Vertical):
    """Two scores and, before a run, one question; what can't be saved is said below them."""

    DEFAULT_CSS = """
    SessionForm { height: auto; width: 1fr; }
    """

    before = getters.query_one("#pain-before", PainScale)
    after = getters.query_one("#pain-after", PainScale)
    water = getters.query_one("#water", ChoiceRow)
    note = getters.query_one(Note)

    @dataclass
    class Changed(Message):
        """The person changed an answer."""

    def __init__(self) -> None:
        super().__init__(classes="compact")

    def compose(self) -> ComposeResult:
        """Lay out the rows."""
        yield PainScale("Pain before", label_cells=_LABEL_CELLS, id="pain-before")
        yield PainScale("Pain after", label_cells=_LABEL_CELLS, id="pain-after")
        words = ((_YES, "yes"), (_NO, "no"))
        yield ChoiceRow("Water packed?", words, label_cells=_LABEL_CELLS, id="water")
        yield Note()

    def show(self, draft: Draft, *, asks_water: bool, green_max: int) -> None:
        """Fill the rows in."""
        for scale, score in ((self.before, draft.pain_before), (self.after, draft.pain_after)):
            scale.green_max = green_max
            scale.value = score
        self.water.value = _WATER[draft.water_packed]
        self.water.display = asks_water
        self.note.show("")

    def filled(self, draft: Draft) -> Draft:
        """Return a draft with the answers."""
        water = {None: None, _YES: True, _NO: False}[self.water.value]
        return replace(
            draft, pain_before=self.before.value, pain_after=self.after.value, water_packed=water
        )

    @on(PainScale.Changed)
    @on(ChoiceRow.Changed)
    def _changed(self, event: Message) -> None:
        event.stop()
        self.note.show("")
        self.post_message(self.Changed())
