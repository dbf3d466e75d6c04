"""What a clinician said as a form: the score is asked for where running with pain is allowed."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tracker.diary.kinds.clearance import COVERS
from tracker.domain.screening import Allows
from tracker.ui.form.body import FormBody
from tracker.ui.widgets.note import Note


class ClearanceBody(FormBody):
    """Asks who said what, and which of the active signs it speaks of."""

    DEFAULT_CSS = """
    ClearanceBody > .clearance--covers { color: $dim; height: auto; margin: 1 0 1 1; }
    """

    COMPACT: ClassVar[bool] = True

    def compose(self) -> ComposeResult:
        """Lay out the rows, the signs below a line of their own."""
        for name in self.fields:
            if name == COVERS:
                words = Content(self.fields[name].label)
                yield Static(words, classes="clearance--covers")
            yield self.row(name)
        yield Note(id="whole")

    def follow(self) -> None:
        """Ask up to which score where that is what is allowed."""
        self.rows["up_to"].display = self.value("allows") is Allows.RUN_WITH_PAIN
