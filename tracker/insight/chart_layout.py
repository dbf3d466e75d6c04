"""Which row and column of a chart holds what, at any size."""

from typing import Final

from tracker.domain.dataclass import dataclass

SCORES = 11
WIDE = 100
WIDE_GUTTER = 11
NARROW_GUTTER = 4
LEAST_COLUMNS = 4
SPARE_FOR_BARS = 2
LANE_FROM = 8
CROWDED_ROWS = 9
"""With so many rows a 2 and a 3 would share one, and with it the ground of one zone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartLayout:
    """Rows from the top, None where there is no room; plot columns from `left` on."""

    left: int
    columns: int
    heading: int | None
    lane: int | None
    episodes: int | None
    episode_rows: int
    plot: int
    plot_rows: int
    caption: int | None
    bars: int
    bar_rows: int
    axis: int | None
    labels: int
    context: int | None
    legend: int | None
    legend_rows: int
    answers: int | None = None

    @property
    def wide(self) -> bool:
        """Return whether the gutter has room for the zones' words."""
        return self.left >= WIDE_GUTTER

    @property
    def top(self) -> int:
        """Return the first row that belongs to the time axis."""
        return self.plot if self.lane is None else self.lane


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a chart of at least `height` rows has besides plot and labels.

    `bands` is the most rows that episodes may take.
    """

    height: int
    heading: int
    lane: int
    caption: int
    bars: int
    axis: int
    context: int
    legend: int
    blank_rows: int = 0
    bands: int = 0


_PLANS = (
    _Plan(
        height=28, heading=1, lane=1, caption=1, bars=5, axis=1, context=1, legend=1, bands=3,
        blank_rows=1,
    ),
    _Plan(height=22, heading=1, lane=1, caption=1, bars=4, axis=1, context=1, legend=1, bands=2),
    _Plan(height=21, heading=1, lane=1, caption=1, bars=3, axis=1, context=1, legend=1, bands=2),
    _Plan(height=19, heading=1, lane=1, caption=0, bars=3, axis=1, context=1, legend=1, bands=2),
    _Plan(height=16, heading=1, lane=1, caption=0, bars=2, axis=0, context=1, legend=1, bands=1),
    _Plan(height=14, heading=1, lane=1, caption=0, bars=2, axis=0, context=0, legend=1, bands=1),
    _Plan(height=13, heading=1, lane=1, caption=0, bars=0, axis=1, context=0, legend=1),
    _Plan(height=12, heading=1, lane=1, caption=0, bars=0, axis=0, context=0, legend=1),
    _Plan(height=8, heading=1, lane=1, caption=0, bars=0, axis=1, context=0, legend=0),
    _Plan(height=0, heading=0, lane=0, caption=0, bars=0, axis=1, context=0, legend=0),
)  # fmt: skip


def gutter(width: int) -> int:
    """Return the columns left of the plot."""
    return WIDE_GUTTER if width >= WIDE else NARROW_GUTTER


def plot_columns(width: int, *, left: int | None = None) -> int:
    """Return the columns of the plot, right of so many others."""
    return max(LEAST_COLUMNS, width - (gutter(width) if left is None else left))


ANSWERS_FROM: Final = (18, 15)
"""Rows from which a chart with the answers' lane has its legend and three rows of runs, and from
which it has one of each but the legend."""


def lay_out_answers(width: int, height: int, *, legend_rows: int = 1) -> ChartLayout:
    """Share out the rows of a chart with the lane of answers; all but the plot is left out first.

    Lane, plot, runs, answers, dates and legend: with 18 rows a score has a row of its own.
    """
    full, least = ANSWERS_FROM
    legend = legend_rows if height >= full else 0
    bars = 3 if height >= full else 1 if height >= least else 0
    answers, lane = int(height >= least), int(height >= LANE_FROM)
    plot_rows = max(1, height - lane - bars - answers - 1 - legend)
    below = lane + plot_rows + bars
    return ChartLayout(
        left=NARROW_GUTTER,
        columns=plot_columns(width, left=NARROW_GUTTER),
        heading=None,
        lane=0 if lane else None,
        episodes=None,
        episode_rows=0,
        plot=lane,
        plot_rows=plot_rows,
        caption=None,
        bars=lane + plot_rows,
        bar_rows=bars,
        axis=None,
        labels=below + answers,
        context=None,
        legend=height - legend if legend else None,
        legend_rows=legend,
        answers=below if answers else None,
    )


def lay_out(width: int, height: int, *, episodes: int, legend_rows: int = 1) -> ChartLayout:
    """Share out the rows: the plot gets what is left, in whole rows a score where that fits.

    `episodes` is how many rows the episodes' bands ask for.
    """
    plan = next(plan for plan in _PLANS if height >= plan.height)
    named = min(episodes, plan.bands)
    legend = legend_rows if plan.legend else 0
    beside = (plan.heading, plan.lane, named, plan.caption, plan.axis, 1, plan.context, legend)
    room = height - sum(beside) - plan.bars - 3 * plan.blank_rows
    spare = room % SCORES if room > SCORES and room % SCORES <= SPARE_FOR_BARS else 0
    if room == CROWDED_ROWS and plan.bars:
        spare = 1
    plot_rows = max(1, room - spare)
    bar_rows = plan.bars + spare if plan.bars else 0

    lane = plan.heading + plan.blank_rows
    plot = lane + plan.lane + named
    bars = plot + plot_rows + plan.blank_rows + plan.caption
    labels = bars + bar_rows + plan.axis
    return ChartLayout(
        left=gutter(width),
        columns=plot_columns(width),
        heading=0 if plan.heading else None,
        lane=lane if plan.lane else None,
        episodes=lane + plan.lane if named else None,
        episode_rows=named,
        plot=plot,
        plot_rows=plot_rows,
        caption=bars - 1 if plan.caption else None,
        bars=bars,
        bar_rows=bar_rows,
        axis=labels - 1 if plan.axis else None,
        labels=labels,
        context=labels + 1 if plan.context else None,
        legend=height - legend if legend else None,
        legend_rows=legend,
    )
