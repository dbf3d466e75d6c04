"""What the three steps have in common: a heading, a page, and three ways on."""

from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from tracker.ui.commands import Scope, bindings_of
from tracker.ui.setup.outcome import Skipped
from tracker.ui.widgets.heading import Heading
from tracker.ui.widgets.key_footer import KeyFooter
from tracker.ui.widgets.note import Note

ResultT = TypeVar("ResultT")


class StepScreen(ModalScreen[ResultT | Skipped], Generic[ResultT]):
    """One step: gives its result, or how it was left."""

    DEFAULT_CSS = """
    StepScreen {
        background: $background;
        & > Heading { margin: 1 2 0 2; }
        & > VerticalScroll { padding: 1 2; height: 1fr; scrollbar-size-vertical: 1; }
        & .step--text { color: $dim; height: auto; max-width: 76; margin: 0 0 1 1; }
        & > Note { margin: 0 2; }
        & .step--head { text-style: bold; height: 1; margin: 0 0 1 1; }
    }
    """

    SCOPE: ClassVar[Scope] = Scope.SETUP
    HINTS: ClassVar[tuple[str, ...]] = ("step_done", "step_skip", "step_later")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.SETUP)]

    TITLE_TEXT: ClassVar[str] = ""
    FACT: ClassVar[str] = ""

    def compose(self) -> ComposeResult:
        """Lay out heading, rows and keys."""
        yield Heading(self.TITLE_TEXT, self.FACT)
        with VerticalScroll(can_focus=False, classes="compact"):
            yield from self.rows()
        yield Note()
        yield KeyFooter()

    def on_mount(self) -> None:
        """Begin at the top: the first focus may scroll what stands above it out of sight."""
        page = self.query_one(VerticalScroll)
        self.call_after_refresh(page.scroll_home, animate=False)

    def on_descendant_focus(self) -> None:
        """Show the keys of what has the focus."""
        self.query_one(KeyFooter).follow(self.focused)

    def rows(self) -> ComposeResult:
        """Give the step's rows."""
        raise NotImplementedError

    def action_step_skip(self) -> None:
        """Go on without answers."""
        self.dismiss(Skipped.SKIP)

    def action_step_later(self) -> None:
        """Leave the first steps for another time."""
        self.dismiss(Skipped.LATER)
