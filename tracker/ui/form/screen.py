"""A form on a page of its own: it is saved before it closes, and never lost without a question."""

from typing import ClassVar

from textual import getters, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static
from typing_extensions import override

from tracker.ui.commands import Scope, bindings_of
from tracker.ui.form.body import FormBody
from tracker.ui.widgets.page import Page


class FormPage(Page[bool]):
    """A page with a form, without the keys' commands.

    `lead` stands above the rows, `foot` below them.
    """

    DEFAULT_CSS = """
    FormPage {
        & .form--words { color: $dim; height: auto; width: 1fr; max-width: 90; margin: 0 0 1 1; }
        & .form--words.-foot { margin: 1 0 0 1; }
    }
    FormPage.-narrow {
        & > Heading { margin: 0 1; }
        & > VerticalScroll { padding: 1 0 0 0; }
    }
    """

    AUTO_FOCUS = ""

    body = getters.query_one(FormBody)
    page = getters.query_one(VerticalScroll)

    def __init__(
        self, body: FormBody, *, title: str, fact: str = "", lead: str = "", foot: str = ""
    ) -> None:
        super().__init__(title, fact)
        self._body = body
        self._lead = lead
        self._foot = foot

    @override
    def content(self) -> ComposeResult:
        with VerticalScroll(can_focus=False):
            if self._lead:
                yield Static(Content(self._lead), classes="form--words")
            yield self._body
            if self._foot:
                yield Static(Content(self._foot), classes="form--words -foot")

    def on_mount(self) -> None:
        """Begin at the top: the first focus may scroll what stands above it out of sight."""
        first = next((each for each in self.query(self.body.FIRST_FOCUS) if each.focusable), None)
        self.set_focus(first)
        self.call_after_refresh(self.page.scroll_home, animate=False)

    @on(FormBody.Changed)
    def _say_changed(self, event: FormBody.Changed) -> None:
        event.stop()
        self.heading.changed = self.footer.unsaved = event.body.dirty

    async def may_close(self) -> bool:
        """Ask what becomes of what is typed, because the app is being left."""
        return await self.body.may_leave()


class FormScreen(FormPage):
    """Closes with True once the form is saved, with False where it was left without that."""

    SCOPE: ClassVar[Scope] = Scope.FORM_PAGE
    HINTS: ClassVar[tuple[str, ...]] = ("save_form", "leave_form", "next_row")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.FORM_PAGE)]

    @work(group="save")
    async def action_save_form(self) -> None:
        """Save and close; a second press is not a second record."""
        if await self.body.save():
            self.dismiss(result=True)

    @work(group="leave", exclusive=True)
    async def action_leave_form(self) -> None:
        """Go back; what is typed is asked about once."""
        if await self.body.may_leave():
            self.dismiss(result=self.body.saved)
