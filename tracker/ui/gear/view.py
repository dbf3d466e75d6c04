"""The Gear tab: what is worn, how far, and what section 7 says about it."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import ClassVar, Final

from textual import getters, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static
from typing_extensions import override

from tracker.diary.gear_matching import match_once
from tracker.diary.gear_use import GearView as Gear
from tracker.diary.gear_use import retire, view_gear
from tracker.diary.kinds.gear import GEAR
from tracker.diary.kinds.on_file import delete_record
from tracker.domain.problem import Problem
from tracker.domain.text import counted
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.gear.gear_detail import GearDetail
from tracker.ui.gear.gear_list import GearList, Row
from tracker.ui.host import TOAST_S, host_of
from tracker.ui.messages import RunCommand
from tracker.ui.queries import Change, Query
from tracker.ui.rule_lines import rule_lines
from tracker.ui.tab_view import TabView
from tracker.ui.widgets.text_page import TextPage

SIDE_BY_SIDE_FROM: Final = 118
"""The cells from which on list and detail stand beside each other."""
RULES: Final = ("R-EQ-01", "R-EQ-02", "R-EQ-03", "R-EQ-04", "R-EQ-05", "R-EQ-06")
WRITE_DOWN: Final = "tracker.ui.events.correcting:write_down"
CORRECT: Final = "tracker.ui.events.correcting:correct"


class GearView(TabView):
    """List and detail: side by side, on narrow screens one or the other."""

    SCOPE: ClassVar[Scope] = Scope.GEAR
    HINTS: ClassVar[tuple[str, ...]] = (
        "new_gear", "row_open", "retire_gear", "why_gear", "show_retired", "help",
    )  # fmt: skip
    BAR_HINTS: ClassVar[tuple[str, ...]] = HINTS[:-1]
    STYLES: ClassVar[Path] = Path(__file__).with_name("view.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.GEAR)]

    gear_list = getters.query_one("#list", GearList)
    detail = getters.query_one(GearDetail)

    _asked_to_match: bool = False

    def compose(self) -> ComposeResult:
        """Lay out the list; wide screens dock the detail to the right."""
        with VerticalScroll(id="aside", can_focus=False):
            yield GearDetail()
        yield GearList(id="list")
        words = (
            "No shoes yet. ",
            Content.styled("n", "bold $accent"),
            " adds a pair; a run can then name it.",
        )
        yield Static(Content.assemble(*words), id="empty")

    def on_mount(self) -> None:
        """Give the parts their places before they are first drawn."""
        self.on_resize()

    def on_resize(self) -> None:
        """Share the room anew."""
        self.set_class(self.screen.size.width < SIDE_BY_SIDE_FROM, "-paged")

    @override
    def shows_day(self, day: date) -> bool:
        """Return True: all gear is listed."""
        return True

    # ------------------------------------------------------------------ what comes down

    def load(self) -> None:
        """Ask for all gear and its use."""
        self.ask(Query(view_gear), self._show, topic="gear")

    def _show(self, answer: Gear | Problem) -> None:
        if isinstance(answer, Problem):
            self.notify(answer.message, severity="error", markup=False)
            return
        self.set_class(not answer.all, "-empty")
        self.detail.unit = answer.settings.unit
        self.gear_list.show_gear(answer)
        self._show_chosen()
        if answer.all and not answer.settings.gear_matched and not self._asked_to_match:
            # What an older version wrote down by name; it is done once, and may be undone.
            self._asked_to_match = True
            self.ask(Change(match_once), self._say_matched)

    def _say_matched(self, matched: int | Problem) -> None:
        if isinstance(matched, int) and matched:
            words = f"Matched {counted(matched, 'run')} to its gear. u undoes."
            self.notify(words, timeout=TOAST_S, markup=False)

    @on(GearList.Moved, "#list")
    def _moved(self, event: GearList.Moved[Row]) -> None:
        event.stop()
        self._show_chosen()

    def _show_chosen(self) -> None:
        self.detail.use = self.gear_list.selected

    @override
    def first_focus(self) -> Widget | None:
        """Start in the list."""
        return None if self.has_class("-empty") else self.gear_list

    # ------------------------------------------------------------------ commands

    @on(GearList.Opened, "#list")
    def _open(self, event: GearList.Opened[Row]) -> None:
        """Show the detail where there is no room beside the list, else the form."""
        event.stop()
        if self.has_class("-paged"):
            self.add_class("-detail")
        else:
            self.action_edit_gear()

    def action_new_gear(self) -> None:
        """Add a piece."""
        host_of(self).open(WRITE_DOWN, GEAR.name)

    def action_edit_gear(self) -> None:
        """Correct the chosen piece."""
        use = self.gear_list.selected
        if use is not None:
            host_of(self).open(CORRECT, use.piece)

    def action_retire_gear(self) -> None:
        """Retire the chosen piece, or bring it back."""
        use = self.gear_list.selected
        if use is not None:
            back = use.piece.retired is not None
            done = f"{use.piece.name} is {'in use again' if back else 'retired'}. u undoes."
            host_of(self).keep(Change(partial(retire, back=back), use.piece, done=done))

    def action_delete_gear(self) -> None:
        """Delete the chosen piece."""
        use = self.gear_list.selected
        if use is not None:
            host_of(self).keep(Change(delete_record, GEAR, use.piece, done="Deleted. u undoes."))

    def action_why_gear(self) -> None:
        """Read the rules about gear."""
        lines = [line for rule in RULES for line in rule_lines(rule, "")]
        self.app.push_screen(TextPage("Shoes and other gear", "R-EQ", tuple(lines)))

    def action_show_retired(self) -> None:
        """Show what is retired, or fold it."""
        self.gear_list.fold()

    def action_leave_gear(self) -> None:
        """Go back to the list, then to the tab bar."""
        if self.has_class("-detail"):
            self.remove_class("-detail")
            self.call_after_refresh(self.gear_list.focus)
        else:
            self.post_message(RunCommand("leave_field"))
