"""A page to read: scrolls, and closes with esc."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from typing_extensions import override

from tracker.ui.widgets.page import ReadingPage
from tracker.ui.widgets.prose import Line, Prose


class TextPage(ReadingPage):
    """Shows lines under a heading."""

    LABEL_CELLS: ClassVar[int] = 10

    def __init__(self, title: str, fact: str, lines: tuple[Line, ...]) -> None:
        super().__init__(title, fact)
        self._lines = lines

    @override
    def content(self) -> ComposeResult:
        with VerticalScroll():
            yield Prose(self._lines, label_cells=self.LABEL_CELLS)
