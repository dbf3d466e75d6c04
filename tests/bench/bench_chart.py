"""How long the pain chart takes, in CPU milliseconds, against one frame of 16.7 ms.

Run with `python tests/bench/bench_chart.py`; exit code 1 where a budget is missed. Where
textual-plot can be imported it draws the same series in the same run.
"""

import asyncio
import importlib
import random
import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from typing import Any

from textual.app import App, ComposeResult
from textual.widget import Widget

from tracker.domain.site import PainSite, Side, Site
from tracker.insight.series import EventKind, PainSeries, make_series
from tracker.ui.theme import DARK, ROLE_DEFAULTS, THEMES
from tracker.ui.widgets.pain_chart import PainChart

FRAME_MS = 1000 / 60
ROUNDS = 15
SIZE = (120, 40)
TEN_YEARS = 3650
DAY = date(2026, 11, 22)
BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
SHIN = PainSite(Site.SHIN, Side.LEFT)


def ten_years() -> PainSeries:
    """Make up ten years with two sites, 1,600 runs and an event now and then, from a seed."""
    rng = random.Random(11)  # noqa: S311 - a made-up diary
    days = [DAY - timedelta(days=back) for back in reversed(range(TEN_YEARS))]
    level = 3.0
    scores: dict[date, dict[PainSite, int]] = {}
    for day in days:
        level = min(9.0, max(0.0, level + rng.gauss(0, 0.4)))
        if rng.random() > 0.07:
            scores[day] = {BACK: round(level), SHIN: rng.randrange(5)}
    return make_series(
        scores,
        until=DAY,
        run_m={day: rng.randrange(3000, 15_000) for day in rng.sample(days, 1600)},
        events={day: {rng.choice(list(EventKind))} for day in rng.sample(days, 250)},
    )


class ChartApp(App[None]):
    """Nothing but the chart."""

    def __init__(self, widget: Callable[[], Widget]) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = DARK
        self._widget = widget

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give the roles a value until a theme is set."""
        return ROLE_DEFAULTS

    def compose(self) -> ComposeResult:
        """Fill the screen with the chart."""
        yield self._widget()


async def cpu_ms(work: Callable[[], Awaitable[None]]) -> float:
    """Give the median CPU time of some work, in milliseconds."""
    spent = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        await work()
        spent.append((time.process_time() - begun) * 1000)
    return statistics.median(spent)


async def own_times(series: PainSeries, span: int) -> tuple[float, float, float]:
    """Measure a redraw to strips, one after the data changed, and a cursor step."""
    app = ChartApp(lambda: PainChart(series, span=span))
    async with app.run_test(size=SIZE) as pilot:
        chart = app.query_one(PainChart)
        chart.focus()
        await pilot.pause()

        async def redraw() -> None:
            chart.redraw()
            for y in range(chart.size.height):
                chart.render_line(y)

        async def redraw_new_data() -> None:
            chart.series._tracks.clear()
            await redraw()

        async def step() -> None:
            chart.action_step(-1)
            for y in range(chart.size.height):
                chart.render_line(y)

        return await cpu_ms(redraw), await cpu_ms(redraw_new_data), await cpu_ms(step)


async def peer_time(series: PainSeries, span: int) -> float | None:
    """Measure textual-plot taking the same days to strips; None where it is not installed."""
    try:
        plot_module: Any = importlib.import_module("textual_plot")
        numpy: Any = importlib.import_module("numpy")
    except ImportError:
        return None
    track = series.track()
    first = len(series) - span
    days = range(first, len(series))
    nan = float("nan")
    x = numpy.array([float(day - first) for day in days])
    scores = numpy.array([nan if (v := track.values[day]) is None else float(v) for day in days])
    means = numpy.array([nan if (m := track.week.means[day]) is None else m for day in days])
    runs = numpy.array([series.metres[day] / 1000 for day in days])
    app = ChartApp(plot_module.PlotWidget)
    async with app.run_test(size=SIZE) as pilot:
        plot: Any = app.query_one(plot_module.PlotWidget)
        await pilot.pause()

        async def redraw() -> None:
            plot.clear()
            plot.scatter(x, scores)
            plot.plot(x, means, hires_mode=plot_module.HiResMode.BRAILLE)
            plot.bar(x, runs)
            plot._render_plot()
            for canvas in plot.query("Canvas"):
                for y in range(canvas.size.height):
                    canvas.render_line(y)

        return await cpu_ms(redraw)


def verdict(ms: float, budget: float) -> str:
    """Say whether a time keeps its budget."""
    return "ok" if ms <= budget else "OVER"


async def main() -> int:
    """Print the table."""
    begun = time.process_time()
    series = ten_years()
    series.track()
    built = (time.process_time() - begun) * 1000
    rows = [("lay out ten years of days", built, 100.0)]
    for name, span, budget, frames in (("1 year", 365, 12.0, 1), ("10 years", TEN_YEARS, 25.0, 2)):
        redraw, new_data, step = await own_times(series, span)
        rows += [
            (f"redraw {name}", redraw, budget),
            (f"first redraw of a new diary, {name}", new_data, frames * FRAME_MS),
            (f"cursor step, {name}", step, 4.0),
        ]
        peer = await peer_time(series, span)
        if peer is not None:
            rows.append((f"3 x redraw {name}, textual-plot once", 3 * redraw, peer))
    sys.stdout.write(f"{'CPU, median of ' + str(ROUNDS):<46}{'ms':>8}{'budget':>9}{'frames':>8}\n")
    for words, ms, budget in rows:
        sys.stdout.write(
            f"{words:<46}{ms:>8.2f}{budget:>9.1f}{ms / FRAME_MS:>8.2f}  {verdict(ms, budget)}\n"
        )
    return 1 if any(ms > budget for _, ms, budget in rows) else 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
