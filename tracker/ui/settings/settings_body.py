"""Everything a person may choose, on one page."""

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tracker.diary.kinds.settings import INBOX, LIMITS, TO_CALL, WRITING
from tracker.ui.form.body import FormBody
from tracker.ui.widgets.note import Note

_ABOUT_LIMITS: Final = (
    "These may be moved as far as their sources go; `backstride rules show ID` names them. Being"
    " more careful is always fine."
)
_ABOUT_KEYS: Final = "Your own keys have a page: ctrl+p, then “Keys: choose your own”."


class SettingsBody(FormBody):
    """The settings in three groups."""

    DEFAULT_CSS = """
    SettingsBody {
        & > .settings--head { text-style: bold; height: 1; margin: 1 0 1 1; }
        & > .settings--head:first-child { margin-top: 0; }
        & > FormRow { max-width: 76; }
        & > .settings--text { color: $dim; height: auto; max-width: 76; margin: 0 0 1 1; }
    }
    """

    COMPACT: ClassVar[bool] = True

    def compose(self) -> ComposeResult:
        """Lay out the groups, each under its heading."""
        for head, group in (
            ("How it is written", WRITING),
            ("Comes in by itself", (INBOX,)),
            ("Numbers to call", TO_CALL),
            ("Rules of thumb", LIMITS),
        ):
            yield Static(Content(head), classes="settings--head")
            if group is LIMITS:
                yield Static(Content(_ABOUT_LIMITS), classes="settings--text")
            for field in group:
                yield self.row(field.name)
        yield Static(Content("Keys"), classes="settings--head")
        yield Static(Content(_ABOUT_KEYS), classes="settings--text")
        yield Note(id="whole")
