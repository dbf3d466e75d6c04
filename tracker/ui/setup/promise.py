"""What somebody gets who scores each morning, in one line and one picture."""

import os
from datetime import date, timedelta
from typing import Final

from textual.app import ComposeResult
from textual.containers import Vertical

from tracker.domain.settings import DistanceUnit, Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.insight.glyph_set import choose_glyph_set
from tracker.insight.month_chart import MonthView
from tracker.insight.series import ONE_DAY, PainSeries, make_series
from tracker.insight.site_change import site_changes
from tracker.ui.today.headline import Headline
from tracker.ui.today.month_chart import FourWeeks

PROMISE: Final = "A digit each morning shows what today allows, and whether it gets better."
EXAMPLE: Final = "an example"
_BACK: Final = PainSite(Site.LOW_BACK, Side.CENTRE)
_SCORES: Final = "4344 4353443 4334334 3443323 3.32322 2232122 1211201"
"""Seven weeks that end today, a dot where nothing was scored."""
_RUNS_M: Final = {1: 4200, 3: 3800, 6: 6500}
"""The metres of each seventh week's day with a run."""
_LONGER_M: Final = 35


class Promise(Vertical):
    """The headline and the chart of Today, drawn by the same hands from an example."""

    DEFAULT_CSS = """
    Promise { height: auto; }
    Promise > Headline { padding: 0 1; max-width: 68; }
    """

    def __init__(self, settings: Settings, today: date) -> None:
        super().__init__()
        self._settings = settings
        self._today = today
        self._series = example(today)

    def compose(self) -> ComposeResult:
        """Lay out headline and chart."""
        headline, chart = Headline(), FourWeeks()
        headline.facts = (EXAMPLE,)
        (headline.change,) = site_changes(self._series, until=self._today)
        headline.glyphs = self._settings.glyphs
        chart.can_focus = False
        chart.series = self._series
        yield headline
        yield chart

    def show(self, unit: DistanceUnit, *, short: bool) -> None:
        """Draw the chart in a unit of distance; a short one has a row for the runs and no dates."""
        (change,) = site_changes(self._series, until=self._today)
        self.query_one(FourWeeks).view = MonthView(
            site=_BACK,
            day=self._today,
            today=self._today,
            earlier=None if change.before is None else change.before.mean,
            km_rows=1 if short else 2,
            dates=not short,
            glyphs=choose_glyph_set(self._settings.glyphs, os.environ),
            unit=unit,
        )


def example(today: date) -> PainSeries:
    """Return seven made-up weeks of a low back that calms down while the runs grow."""
    scores = _SCORES.replace(" ", "")
    days = [today - timedelta(days=back) for back in range(len(scores) - 1, -1, -1)]
    return make_series(
        {day: {_BACK: int(each)} for day, each in zip(days, scores, strict=True) if each != "."},
        since=today - ONE_DAY * (len(scores) - 1),
        until=today,
        run_m={
            day: _RUNS_M[place % 7] + _LONGER_M * place
            for place, day in enumerate(days)
            if place % 7 in _RUNS_M
        },
        tracked=(_BACK,),
    )
