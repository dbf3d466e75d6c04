"""Which row and column of a chart holds what, at any size."""

from dataclasses import dataclass

SCORES = 11
WIDE = 100
WIDE_GUTTER = 11
NARROW_GUTTER = 4
LEAST_COLUMNS = 4
SPARE_FOR_BARS = 2


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
    axis: int
    labels: int
    context: int | None
    legend: int | None

    @property
    def wide(self) -> bool:
        """Say whether the gutter has room for the zones' words."""
        return self.left >= WIDE_GUTTER

    @property
    def top(self) -> int:
        """Give the first row that belongs to the time axis."""
        return self.plot if self.lane is None else self.lane


@dataclass(frozen=True, slots=True)
class _Plan:
    """What a chart of at least `height` rows has besides plot, axis and labels.

    `bands` is the most rows that episodes may take.
    """

    height: int
    heading: int
    lane: int
    bars: int
    context: int
    legend: int
    airy: int
    bands: int


_PLANS = (
    _Plan(height=28, heading=1, lane=1, bars=5, context=1, legend=1, airy=1, bands=3),
    _Plan(height=22, heading=1, lane=1, bars=4, context=1, legend=1, airy=0, bands=2),
    _Plan(height=17, heading=1, lane=1, bars=3, context=1, legend=1, airy=0, bands=2),
    _Plan(height=14, heading=1, lane=1, bars=2, context=1, legend=0, airy=0, bands=1),
    _Plan(height=11, heading=1, lane=1, bars=2, context=0, legend=0, airy=0, bands=1),
    _Plan(height=8, heading=1, lane=1, bars=0, context=0, legend=0, airy=0, bands=0),
    _Plan(height=0, heading=0, lane=0, bars=0, context=0, legend=0, airy=0, bands=0),
)


def lay_out(width: int, height: int, *, episodes: int) -> ChartLayout:
    """Share out the rows: the plot gets what is left, in whole rows a score where that fits.

    `episodes` is how many rows the episodes' bands ask for.
    """
    plan = next(plan for plan in _PLANS if height >= plan.height)
    left = WIDE_GUTTER if width >= WIDE else NARROW_GUTTER
    named = min(episodes, plan.bands)
    caption = 1 if plan.bars else 0
    fixed = plan.heading + plan.lane + named + caption + 2 + plan.context + plan.legend
    room = height - fixed - plan.bars - 3 * plan.airy
    spare = room % SCORES if room > SCORES and room % SCORES <= SPARE_FOR_BARS else 0
    plot_rows = max(1, room - spare)
    bar_rows = plan.bars + spare if plan.bars else 0

    lane = plan.heading + plan.airy
    plot = lane + plan.lane + named
    after = plot + plot_rows
    bars = after + plan.airy + caption
    axis = bars + bar_rows
    return ChartLayout(
        left=left,
        columns=max(LEAST_COLUMNS, width - left),
        heading=0 if plan.heading else None,
        lane=lane if plan.lane else None,
        episodes=lane + plan.lane if named else None,
        episode_rows=named,
        plot=plot,
        plot_rows=plot_rows,
        caption=bars - 1 if caption else None,
        bars=bars,
        bar_rows=bar_rows,
        axis=axis,
        labels=axis + 1,
        context=axis + 2 if plan.context else None,
        legend=height - 1 if plan.legend else None,
    )
