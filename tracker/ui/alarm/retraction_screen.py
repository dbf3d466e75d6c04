"""Taking an answer back that was ticked by mistake; the reason stays on file (R-RED-41)."""

from dataclasses import dataclass
from typing import ClassVar

from textual import getters
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tracker.rules.red_flags import FLAGS
from tracker.ui.alarm.questions_screen import Question
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.widgets.field_row import FieldRow
from tracker.ui.widgets.heading import Heading
from tracker.ui.widgets.key_footer import KeyFooter


@dataclass(frozen=True, slots=True)
class RetractionEntry:
    """The answers to take back, and why."""

    flags: tuple[str, ...]
    reason: str


class RetractionScreen(ModalScreen[RetractionEntry | None]):
    """Asks which answers were ticked by mistake, and for the reason in a few words."""

    DEFAULT_CSS = """
    RetractionScreen {
        background: $background;
        & > VerticalScroll { padding: 1 2; height: 1fr; scrollbar-size-vertical: 1; }
        & .mistake--lead { color: $dim; margin: 0 0 1 0; height: auto; }
        & FieldRow { margin-top: 1; }
    }
    """

    SCOPE: ClassVar[Scope] = Scope.RETRACTION
    HINTS: ClassVar[tuple[str, ...]] = ("retract", "keep_answers")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.RETRACTION)]
    AUTO_FOCUS = "Question"

    reason = getters.query_one("#reason", FieldRow)

    def __init__(self, flags: tuple[str, ...]) -> None:
        super().__init__()
        self._flags = flags

    def compose(self) -> ComposeResult:
        """Lay out the answers and the field for the reason."""
        with VerticalScroll(can_focus=False, classes="compact"):
            yield Heading("Ticked by mistake")
            yield Static(
                Content("Tick what was not so. Your answer and the reason both stay in the diary."),
                classes="mistake--lead",
            )
            for flag in self._flags:
                words = FLAGS[flag].ask or FLAGS[flag].title
                yield Question(flag, words, ticked=len(self._flags) == 1)
            yield FieldRow("Reason", id="reason")
        yield KeyFooter()

    def on_descendant_focus(self) -> None:
        """Show the keys of what has the focus."""
        self.query_one(KeyFooter).follow(self.focused)

    def action_retract(self) -> None:
        """Give the ticked answers and the reason, once both are there."""
        flags = tuple(each.key for each in self.query(Question) if each.ticked)
        reason = self.reason.text.strip()
        if not flags:
            self.reason.set_error("Tick what was a mistake, with space.")
        elif not reason:
            self.reason.set_error("Say in a few words why, such as: meant another question.")
            self.reason.focus_field()
        else:
            self.dismiss(RetractionEntry(flags, reason))

    def action_keep_answers(self) -> None:
        """Go back; nothing is taken back."""
        self.dismiss(None)
