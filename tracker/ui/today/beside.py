"""What stands beside the check-in form once the verdict is there, and what it shows."""

import os
from dataclasses import replace
from typing import Final

from textual.widget import Widget

from tracker.diary.answers import DayView, Verdict
from tracker.diary.last_weeks import LastWeeks
from tracker.domain.check_in import CheckIn
from tracker.domain.dataclass import dataclass
from tracker.domain.site import PainSite
from tracker.insight.glyph_set import choose_glyph_set
from tracker.insight.month_chart import MONTH_DAYS, USUAL_TOP, MonthView
from tracker.insight.site_change import SiteChange
from tracker.insight.week_strip import UNKNOWN_OUTCOMES, StripDay
from tracker.rules.hundredths import one_decimal
from tracker.rules.pain import Usual
from tracker.ui.today.body_card import BodyCard
from tracker.ui.today.headline import Headline
from tracker.ui.today.last_runs import LastRuns
from tracker.ui.today.month_chart import FourWeeks
from tracker.ui.today.plan import (
    BODY,
    CHART,
    HEADLINE,
    RUNS,
    SECOND_CHART,
    SECOND_HEADLINE,
    SITES,
    WEEK,
    Shape,
    TodayPlan,
)
from tracker.ui.today.sites_card import SiteNow, SitesCard
from tracker.ui.today.week_strip import WeekStrip

STRIP_DAYS: Final = 14
SMALL_TOP: Final = 3
"""The second chart is for a site that hurts less: its scale begins low."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A check-in that is being written, and the verdict that it would have.

    One that `adds` to an earlier one of the day leaves the chart as it is.
    """

    check_in: CheckIn
    verdict: Verdict
    adds: bool = False

    def score(self, place: PainSite) -> int | None:
        """Return a site's score as typed."""
        return next((each.score for each in self.check_in.scores if each.place == place), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Everything that is to be seen: what is on file, and what is typed and isn't yet.

    `turn` counts how often the next site was asked for.
    """

    plan: TodayPlan
    view: DayView
    weeks: LastWeeks
    draft: Draft | None
    turn: int

    def change(self, place: int) -> SiteChange | None:
        """Return the site of the first or second headline, None where there are fewer."""
        changes = self.weeks.changes
        if place >= len(changes):
            return None
        return changes[(place + self.turn) % len(changes)]

    def score(self, place: PainSite) -> int | None:
        """Return a site's score as typed, or as on file."""
        if self.draft is not None:
            return self.draft.score(place)
        point = self.weeks.series.at(self.weeks.day)
        latest = None if point is None else point.latest(place)
        if latest is not None:
            return latest.score
        return None if point is None else point.score(place)

    def unsaved(self, place: PainSite) -> int | None:
        """Return a site's score as typed where it will be the day's first, None otherwise."""
        return None if self.draft is None or self.draft.adds else self.score(place)

    @property
    def week(self) -> tuple[StripDay, ...]:
        """Return the week, its last day as it is being written."""
        if self.draft is None:
            return self.weeks.week
        typed, outcome = self.draft.check_in, self.draft.verdict.outcome
        *before, last = self.weeks.week
        worst = (
            last.worst
            if self.draft.adds
            else max((each.score for each in typed.scores), default=None)
        )
        written = replace(
            last,
            worst=worst,
            night=typed.night,
            outcome=None if outcome in UNKNOWN_OUTCOMES else outcome,
        )
        return (*before, written)


def parts() -> tuple[Widget, ...]:
    """Make the parts, in the order in which they are read."""
    return (
        Headline(id=HEADLINE),
        FourWeeks(id=CHART),
        Headline(id=SECOND_HEADLINE),
        FourWeeks(id=SECOND_CHART),
        WeekStrip(id=WEEK),
        BodyCard(id=BODY),
        SitesCard(id=SITES),
        LastRuns(id=RUNS),
    )


def fill(page: Widget, shown: Shown) -> None:
    """Show it in the parts of a page."""
    _fill_headline(page, shown, 0, (HEADLINE, CHART))
    _fill_headline(page, shown, 1, (SECOND_HEADLINE, SECOND_CHART))
    _fill_week(page.query_one(f"#{WEEK}", WeekStrip), shown)
    _fill_sites(page, shown)
    runs = page.query_one(f"#{RUNS}", LastRuns)
    runs.unit, runs.most = shown.view.settings.unit, shown.plan.runs
    runs.spaced = shown.plan.spaced_runs
    runs.runs = shown.weeks.runs


def _fill_headline(page: Widget, shown: Shown, place: int, ids: tuple[str, str]) -> None:
    headline, chart = (
        page.query_one(f"#{ids[0]}", Headline),
        page.query_one(f"#{ids[1]}", FourWeeks),
    )
    change, settings = shown.change(place), shown.view.settings
    headline.green_max, headline.glyphs = settings.green_max, settings.glyphs
    headline.present = shown.weeks.day == shown.weeks.today
    headline.change = change
    chart.series = shown.weeks.series
    chart.view = _month_view(shown, change, second=place > 0)
    logged = 0 if chart.drawn is None else chart.drawn.logged
    headline.facts = (f"{MONTH_DAYS} days · n {logged}", f"n {logged}")[place:]
    headline.strip = () if shown.plan.chart else _strip(shown, change)


def _month_view(shown: Shown, change: SiteChange | None, *, second: bool) -> MonthView:
    plan, settings = shown.plan, shown.view.settings
    place = None if change is None else change.site
    before = None if change is None or change.before is None else change.before.mean
    return MonthView(
        site=place,
        day=shown.weeks.day,
        today=shown.weeks.today,
        unsaved=None if place is None else shown.unsaved(place),
        earlier=before,
        point_rows=1 if second else plan.point_rows,
        km_rows=0 if second else plan.km_rows,
        least_top=SMALL_TOP if second else USUAL_TOP,
        dates=not second,
        glyphs=choose_glyph_set(settings.glyphs, os.environ),
        green_max=settings.green_max,
        unit=settings.unit,
        week_starts_monday=settings.week_starts_monday,
    )


def _strip(shown: Shown, change: SiteChange | None) -> tuple[int | None, ...]:
    if change is None:
        return ()
    points = shown.weeks.series.days[-STRIP_DAYS:]
    return tuple(point.score(change.site) for point in points)


def _fill_week(week: WeekStrip, shown: Shown) -> None:
    settings = shown.view.settings
    week.green_max, week.unit = settings.green_max, settings.unit
    week.narrow, week.spaced = shown.plan.shape is Shape.NARROW, shown.plan.spaced_week
    week.set_class(shown.plan.shape is Shape.HUGE, "-card")
    week.preview = shown.draft is not None
    week.days = shown.week


def _fill_sites(page: Widget, shown: Shown) -> None:
    settings = shown.view.settings
    sites = tuple(
        SiteNow(
            line.place,
            shown.score(line.place),
            _usual_words(line.usual),
            later=line.later if line.changed else "",
        )
        for line in shown.view.lines
    )
    card = page.query_one(f"#{SITES}", SitesCard)
    card.green_max, card.table = settings.green_max, shown.plan.shape is Shape.HUGE
    card.changes, card.sites = shown.weeks.changes, sites
    body = page.query_one(f"#{BODY}", BodyCard)
    body.set_class(shown.plan.shape is Shape.NARROW, "-bare")
    body.set_class(shown.plan.shape in {Shape.BROAD, Shape.HUGE}, "-headed")
    body.set_class(shown.plan.low_body, "-low")
    if shown.plan.figure is not None:
        body.figure.scale = shown.plan.figure
    body.show(sites, green_max=settings.green_max, glyphs=settings.glyphs)


def _usual_words(usual: Usual | None) -> str:
    return "" if usual is None else f"usual {one_decimal(usual.level)}, n {usual.mornings}"
