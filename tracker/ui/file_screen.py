"""The one line that is asked to bring something in from a file, or to write it into one."""

from collections.abc import Callable
from typing import ClassVar

from textual import getters, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tracker.ui.commands import Scope, bindings_of
from tracker.ui.queries import refusals
from tracker.ui.unsaved import may_part
from tracker.ui.widgets.field_row import FieldRow
from tracker.ui.widgets.heading import Heading
from tracker.ui.widgets.key_footer import KeyFooter

Carry = Callable[[str, Callable[[object], None]], None]


class FileScreen(ModalScreen[object]):
    """Takes the name of a file; gives the answer that came of it, None where it was left.

    `carry` sends the name to the diary and brings the answer back. What can't be done is said at
    the field, and the name stays.
    """

    DEFAULT_CSS = """
    FileScreen {
        align: center middle;
        & > Vertical { width: 90; max-width: 100%; height: auto; max-height: 90%;
            background: $surface; padding: 1 2; }
        & #lead { color: $dim; height: auto; margin: 1 0; }
        & #keys { dock: none; margin: 1 0 0 0; padding: 0; }
    }
    """

    SCOPE: ClassVar[Scope] = Scope.FILE
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.FILE)]
    AUTO_FOCUS = "#file Input"

    file = getters.query_one("#file", FieldRow)

    def __init__(
        self, title: str, lead: str, *, name: str, carry: Carry, placeholder: str = "~/hips.json"
    ) -> None:
        super().__init__()
        self._heading = title
        self._lead = lead
        self._file = name
        self._carry = carry
        self._placeholder = placeholder
        self._waiting = False

    def compose(self) -> ComposeResult:
        """Lay out the heading, what is meant, and the field."""
        with Vertical(classes="compact"):
            yield Heading(self._heading)
            yield Static(Content(self._lead), id="lead")
            yield FieldRow("File", text=self._file, placeholder=self._placeholder, id="file")
            footer = KeyFooter(id="keys")
            footer.hints = ("take_file", "leave_file")
            yield footer

    def action_take_file(self) -> None:
        """Send the name on its way."""
        if not self._waiting:
            self._waiting = True
            self._carry(self.file.text, self._answered)

    def _answered(self, answer: object) -> None:
        self._waiting = False
        if not self.is_attached:
            return
        problems = refusals(answer)
        if problems:
            self.file.set_error(" ".join(problem.message for problem in problems))
            self.file.focus_field()
        else:
            self.dismiss(answer)

    async def may_close(self) -> bool:
        """Ask what becomes of the name that is typed, because it is being left."""
        return await may_part(self.app, dirty=self.file.text.strip() != self._file.strip())

    @work(group="leave", exclusive=True)
    async def action_leave_file(self) -> None:
        """Go back; a name that was typed is asked about once."""
        if await self.may_close():
            self.dismiss(None)
