"""The tabs. A new tab is one line here: digits, palette, help and README follow."""

from typing import Final

from tracker.domain.dataclass import dataclass
from tracker.ui.command import Scope


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: its digit, its id, the title, the short title of narrow terminals, and its view.

    The view is named as `module:class`; its module is imported when there is time for it, or when
    the tab is opened.
    """

    digit: int
    id: str
    scope: Scope
    title: str
    short: str
    view: str


TABS: Final = (
    Tab(1, "today", Scope.TODAY, "Today", "Tod", "tracker.ui.today.view:TodayView"),
    Tab(2, "stretch", Scope.STRETCH, "Stretch", "Str", "tracker.ui.stretch.view:StretchView"),
    Tab(3, "run", Scope.RUN, "Run", "Run", "tracker.ui.run.view:RunView"),
    Tab(4, "trends", Scope.TRENDS, "Trends", "Tre", "tracker.ui.trends.view:TrendsView"),
    Tab(5, "plan", Scope.PLAN, "Plan", "Pla", "tracker.ui.plan.view:PlanTab"),
    Tab(6, "gear", Scope.GEAR, "Gear", "Gea", "tracker.ui.gear.view:GearView"),
    Tab(7, "journal", Scope.JOURNAL, "Journal", "Jou", "tracker.ui.journal.view:JournalView"),
)

_BY_ID: Final = {tab.id: tab for tab in TABS}
_BY_SCOPE: Final = {tab.scope: tab for tab in TABS}


def tab_of(tab_id: str) -> Tab:
    """Return a tab by its id; KeyError for an id that there isn't."""
    return _BY_ID[tab_id]


def tab_in(scope: Scope) -> Tab | None:
    """Return the tab whose own commands a scope holds, or None."""
    return _BY_SCOPE.get(scope)
