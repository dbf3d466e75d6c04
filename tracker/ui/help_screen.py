"""The keys that work here, from the table of commands."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tracker.ui.commands import Scope, commands_of

KEY_CELLS = 12


class HelpScreen(ModalScreen[None]):
    """Lists the keys of the given scopes, the nearest scope first."""

    DEFAULT_CSS = """
    HelpScreen {
        align: center middle;
        & > VerticalScroll {
            width: 76; max-width: 100%; height: auto; max-height: 100%;
            background: $surface; padding: 1 2;
        }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,question_mark,f1,q", "close", "close", show=False)
    ]

    def __init__(self, scopes: tuple[Scope, ...]) -> None:
        super().__init__()
        self._scopes = scopes

    def compose(self) -> ComposeResult:
        """Write one block of keys for each scope."""
        with VerticalScroll():
            yield Static(Content("\n\n").join(self._block(scope) for scope in self._scopes))

    def on_mount(self) -> None:
        """Let the arrows scroll."""
        self.query_one(VerticalScroll).focus()

    @staticmethod
    def _block(scope: Scope) -> Content:
        lines = [Content.styled(scope.value, "bold")]
        lines += [
            Content.assemble(
                Content.styled(f"{entry.keys:<{KEY_CELLS}}", "bold $accent"), entry.help
            )
            for entry in commands_of(scope)
            if entry.keys
        ]
        return Content("\n").join(lines)

    def action_close(self) -> None:
        """Go back to where the question came from."""
        self.dismiss(None)
