"""The top row: the name, the tabs with their digits, and the day that is shown."""

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from tracker.domain.dataclass import dataclass
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.tabs import TABS, Tab


class TopBar(Widget, can_focus=True):
    """Where the focus rests when no field has it: arrows change the tab, digits jump."""

    DEFAULT_CSS = """
    TopBar { dock: top; height: 1; background: $surface; color: $foreground; }
    """

    NAME_FROM: ClassVar[int] = 100
    WORDS_FROM: ClassVar[int] = 58

    SCOPE: ClassVar[Scope] = Scope.TAB_BAR
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.TAB_BAR)]
    HINTS: ClassVar[tuple[str, ...]] = (
        "open_tab", "help",
    )  # fmt: skip

    active: reactive[str] = reactive(TABS[0].id)
    shown_day: reactive[str] = reactive("")
    remark: reactive[str] = reactive("")
    past: reactive[str] = reactive("")
    digits_open: reactive[bool] = reactive(default=True)
    """Whether digits open tabs where the focus is; they are shown only then."""

    @dataclass
    class Chosen(Message):
        """A tab was asked for."""

        tab: str

    @dataclass
    class Entered(Message):
        """The person wants to go on into the open tab."""

    def render(self) -> Content:
        """Write name, tabs and day; what does not fit is shortened, the digits stay."""
        width = self.size.width
        name = Content(" Backstride  ").stylize("bold") if width >= self.NAME_FROM else Content("")
        day = self.shown_day if width >= self.NAME_FROM else self.shown_day.rpartition(" ")[0]
        right = Content.assemble(
            Content.styled(f"{self.remark}  " if self.remark else "", "$zone-watch"),
            Content.styled(f"{self.past} · t today  " if self.past else "", "bold $accent"),
            Content.styled("[ ", "$dim"),
            day,
            Content.styled(" ] ", "$dim"),
        )
        for words in ("title", "short", ""):
            left = Content.assemble(name, *(self._tab(tab, words=words) for tab in TABS))
            if left.cell_length + right.cell_length <= width and (
                words != "title" or width >= self.WORDS_FROM
            ):
                break
        gap = max(width - left.cell_length - right.cell_length, 1)
        return Content.assemble(left, " " * gap, right)

    @property
    def active_cell(self) -> Offset:
        """Return the cell of the open tab's digit: with the focus it is the first in brackets."""
        return Offset(self.render().plain.find("[") + 1, 0)

    def _tab(self, tab: Tab, *, words: str) -> Content:
        """Write a tab with its title, its short one, or but its digit; the open one keeps words."""
        digit = f"{tab.digit}" if self.digits_open or not words else " "
        if tab.id == self.active:
            before, after = "[]" if self.has_focus else "  "
            title = getattr(tab, words or "short")
            text = Content.styled(f"{before}{digit} {title}{after}", "bold $ink on $accent")
        else:
            title = f" {getattr(tab, words)}" if words else ""
            text = Content.assemble(
                " ",
                Content.styled(digit, "$faint"),
                Content.styled(title, "$dim"),
                # Seven short titles fit into sixty columns with one blank between them.
                "" if words == "short" else " ",
            )
        return text.stylize(Style.from_meta({"tab": tab.id}))

    def on_click(self, event: events.Click) -> None:
        """Open the clicked tab."""
        tab = event.style.meta.get("tab")
        if tab is not None:
            self.post_message(self.Chosen(tab))

    def action_tab_move(self, step: int) -> None:
        """Ask for the tab left or right of the open one."""
        ids = [tab.id for tab in TABS]
        place = (ids.index(self.active) + step) % len(ids)
        self.post_message(self.Chosen(ids[place]))

    def action_tab_enter(self) -> None:
        """Go on into the open tab."""
        self.post_message(self.Entered())
