"""A short list of names from which one is chosen."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from typing_extensions import override

from tracker.ui.commands import Scope, bindings_of
from tracker.ui.widgets.cursor_list import CursorList
from tracker.ui.widgets.page import Page


class Choice(NamedTuple):
    """What can be chosen: its key, and its words."""

    key: str
    words: str


class ChoiceList(CursorList[Choice]):
    """The names, one a row; typing `/` narrows them."""

    @override
    def key_of(self, item: Choice) -> str:
        return item.key

    @override
    def text_of(self, item: Choice) -> str:
        return f"{item.key} {item.words}"

    @override
    def draw(self, item: Choice, width: int, *, here: bool) -> Sequence[Content]:
        words = Content(f" {item.words}")
        return [words.stylize("bold") if here else words]


class ChoosePage(Page[str | None]):
    """Closes with the key of what was chosen, or with None."""

    DEFAULT_CSS = """
    ChoosePage > ChoiceList { margin: 1 2; height: 1fr; }
    """

    SCOPE: ClassVar[Scope] = Scope.CHOOSING
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.CHOOSING)]
    HINTS: ClassVar[tuple[str, ...]] = ("row_open", "row_filter", "leave_choice")
    AUTO_FOCUS = "ChoiceList"

    def __init__(self, title: str, choices: Sequence[Choice], *, chosen: str = "") -> None:
        super().__init__(title)
        self._choices = choices
        self._chosen = chosen

    @override
    def content(self) -> ComposeResult:
        yield ChoiceList()

    def on_mount(self) -> None:
        """Show the names, with the cursor on the one that is chosen now."""
        names = self.query_one(ChoiceList)
        names.show(self._choices)
        names.go_to(self._chosen)

    @on(ChoiceList.Opened)
    def _choose(self, event: ChoiceList.Opened[Choice]) -> None:
        event.stop()
        self.dismiss(event.item.key)

    def action_leave_choice(self) -> None:
        """Go back without choosing."""
        self.dismiss(None)
