"""A page to read: scrolls, and closes with esc."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from tracker.ui.commands import Scope, bindings_of
from tracker.ui.widgets.heading import Heading
from tracker.ui.widgets.key_footer import KeyFooter
from tracker.ui.widgets.prose import Line, Prose


class TextPage(ModalScreen[None]):
    """Shows lines under a heading."""

    DEFAULT_CSS = """
    TextPage {
        background: $background;
        & Heading { margin: 1 2 0 2; }
        & VerticalScroll { padding: 1 2; height: 1fr; scrollbar-size-vertical: 1; }
    }
    """

    SCOPE: ClassVar[Scope] = Scope.PAGE
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.PAGE)]

    LABEL_CELLS: ClassVar[int] = 10

    def __init__(self, title: str, fact: str, lines: tuple[Line, ...]) -> None:
        super().__init__()
        self._title = title
        self._fact = fact
        self._lines = lines

    def compose(self) -> ComposeResult:
        """Lay out heading, text and keys."""
        yield Heading(self._title, self._fact)
        with VerticalScroll():
            yield Prose(self._lines, label_cells=self.LABEL_CELLS)
        footer = KeyFooter()
        footer.hints = ("scroll_page", "close_page")
        yield footer

    def action_scroll_page(self, step: int) -> None:
        """Scroll a line."""
        self.query_one(VerticalScroll).scroll_relative(y=step, animate=False)

    def action_close_page(self) -> None:
        """Go back to where the page was opened."""
        self.dismiss(None)
