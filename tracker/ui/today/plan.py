"""Which part of Today stands where, at any size and with any number of sites."""

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from typing import Final

from tracker.domain.dataclass import dataclass
from tracker.insight.body_figure import FIGURES, BodySize
from tracker.insight.month_chart import WIDTH as CHART_CELLS
from tracker.ui.widgets.columns import Place

WIDE_FROM: Final = 120
WIDE_FROM_ROWS: Final = 30
"""With fewer rows of the whole screen even a wide one is laid out as a narrow one."""
AIRY_FROM_ROWS: Final = 34
BROAD_FROM: Final = 150
HUGE_FROM: Final = 190
MEDIUM_FROM: Final = 92
MEDIUM_FROM_ROWS: Final = 32
VERY_TALL_FROM_ROWS: Final = 68
HUGE_PAGE: Final = 200

CHROME_ROWS: Final = 2
"""Top bar and footer."""

VERDICT, FORM, HEADLINE, CHART, WEEK = "verdict", "form", "headline", "chart", "week"
SECOND_HEADLINE, SECOND_CHART = "headline2", "chart2"
BODY, SITES, NEXT, RUNS = "body", "sites", "next", "runs"

VERDICT_CARD_ROWS: Final = 14
"""Band and reasons where their height is fixed."""
TEXT_ROWS: Final = 4
"""Rows of a site's text beside the figure."""
INSET_X: Final = 100
AIR: Final = 1
"""A card keeps a blank row above its figure where there is room."""

FORM_CELLS: Final = 68
NARROW_FORM_CELLS: Final = 66
NARROW_HEAD_ROWS: Final = 6
"""Verdict, its reasons, the headline and a blank row."""
SCORE_ROWS: Final = 6
"""Rows of the chart's scores where a point takes one."""
WEEK_ROWS: Final = 6
SHORT_WEEK_ROWS: Final = 2
BROAD_RUNS: Final = 5
HUGE_RUNS: Final = 8


class Shape(StrEnum):
    """The layouts; the values are the classes of the view."""

    NARROW = "-narrow"
    WIDE = "-wide"
    BROAD = "-broad"
    HUGE = "-huge"


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayPlan:
    """How Today is laid out.

    `airy` puts a blank row between the sites, `roomy` one between all rows of the form. Without
    `km_rows` the chart gives way to a line of the last days beside its headline.
    """

    shape: Shape
    airy: bool = False
    km_rows: int = 2
    point_rows: int = 1
    week: bool = True
    second: bool = False
    week_gap: int = 1
    figure: BodySize | None = None
    low_body: bool = False
    very_tall: bool = False

    @property
    def chart(self) -> bool:
        """Say whether the chart stands under its headline."""
        return self.km_rows > 0

    @property
    def roomy(self) -> bool:
        """Say whether a blank row stands between all rows of the form."""
        return self.shape is Shape.HUGE and self.airy

    @property
    def legend(self) -> bool:
        """Say whether the zones are explained under the scales."""
        return self.shape in {Shape.BROAD, Shape.HUGE} and self.airy

    @property
    def spaced_week(self) -> bool:
        """Say whether a blank row stands under the week's heading."""
        return self.legend

    @property
    def spaced_runs(self) -> bool:
        """Say whether a blank row stands between the listed runs."""
        return self.very_tall

    @property
    def runs(self) -> int:
        """Return how many runs are listed."""
        return {Shape.BROAD: BROAD_RUNS, Shape.HUGE: HUGE_RUNS}.get(self.shape, 0)

    @property
    def chart_rows(self) -> int:
        """Return the rows of the chart, with its dates."""
        return SCORE_ROWS * self.point_rows + self.km_rows + 1 if self.chart else 0

    def form_rows(self, sites: int) -> int:
        """Return the rows of the form as it is before anything is unfolded or refused."""
        if self.shape is Shape.NARROW:
            return 9 + sites
        if self.roomy:
            return 2 + 2 * sites + 2 + 8 + 9
        scored = 2 * sites - 1 if self.airy else sites
        return 2 + scored + (2 if self.legend else 0) + 1 + 4 + 1 + 4

    def left_rows(self, sites: int) -> int:
        """Return the rows of the column with form, chart and week."""
        rows = self.form_rows(sites) + 2
        if self.shape is Shape.NARROW:
            rows += NARROW_HEAD_ROWS - 1 + (1 + self.chart_rows if self.chart else 0)
            return rows + (self.week_gap + SHORT_WEEK_ROWS if self.week else 0)
        rows += 1 + (1 + self.chart_rows if self.chart else 0)
        rows += 2 + 4 + 2 if self.second else 0
        if self.week and self.shape is not Shape.HUGE:
            rows += 1 + WEEK_ROWS + self.spaced_week
        return rows


def plan_today(width: int, height: int, *, sites: int) -> TodayPlan:
    """Return the plan that loses the least in a terminal of so many cells and rows.

    What has no room goes in this order: the second chart, the rows of the runs down to one, the
    chart, the week. Form, verdict and next steps always stay.
    """
    choices = list(_choices(_shape(width, height), height, width=width))
    room = height - CHROME_ROWS
    fits = (each for each in choices if each.left_rows(max(sites, 1)) <= room)
    plan = next(fits, choices[-1])
    size, free = _figure(plan, width, height, sites=sites)
    return replace(plan, figure=size, low_body=free < AIR)


def _figure(plan: TodayPlan, width: int, height: int, *, sites: int) -> tuple[BodySize | None, int]:
    """Return the largest figure that has room, and the rows that are left."""
    room = height - CHROME_ROWS
    if plan.shape is Shape.NARROW:
        sizes = [BodySize.MEDIUM] if width >= MEDIUM_FROM and height >= MEDIUM_FROM_ROWS else []
        rows = max(room - NARROW_HEAD_ROWS, plan.form_rows(max(sites, 1)) + 1)
        sizes, cells = [*sizes, BodySize.SMALL], width - NARROW_FORM_CELLS
    elif plan.shape is Shape.WIDE:
        sizes, cells = [BodySize.MEDIUM, BodySize.SMALL], width - 72 - 2
        rows = room - 2 - VERDICT_CARD_ROWS
    else:
        sizes, cells, rows = [BodySize.LARGE, BodySize.MEDIUM, BodySize.SMALL], 36, room - 1 - 4
    for size in sizes:
        free = rows - FIGURES[size].height - 1
        if free >= 0 and FIGURES[size].width <= cells:
            return size, free
    return None, 0


def _shape(width: int, height: int) -> Shape:
    if width < WIDE_FROM or height < WIDE_FROM_ROWS:
        return Shape.NARROW
    if width < BROAD_FROM:
        return Shape.WIDE
    return Shape.BROAD if width < HUGE_FROM else Shape.HUGE


def _choices(shape: Shape, height: int, *, width: int) -> Iterator[TodayPlan]:
    if shape is Shape.NARROW:
        whole = TodayPlan(shape=shape)
        if width >= CHART_CELLS:
            yield from (whole, replace(whole, km_rows=1), replace(whole, km_rows=1, week_gap=0))
        yield replace(whole, km_rows=0)
        return
    airs = (True, False) if height >= AIRY_FROM_ROWS else (False,)
    if shape is Shape.HUGE:
        tall = height >= VERY_TALL_FROM_ROWS
        full = TodayPlan(shape=shape, km_rows=4, point_rows=2, second=True, very_tall=tall)
        yield from (replace(full, airy=airy) for airy in airs)
        yield from (replace(full, airy=airy, point_rows=1, km_rows=3) for airy in airs)
        yield from (
            replace(full, airy=airy, point_rows=1, km_rows=3, second=False) for airy in airs
        )
    whole = TodayPlan(shape=shape, km_rows=2 if shape is Shape.WIDE else 3)
    yield from (replace(whole, airy=airy) for airy in airs)
    yield replace(whole, airy=airs[0], km_rows=1)
    yield replace(whole, km_rows=1)
    yield from (replace(whole, airy=airy, km_rows=0) for airy in airs)
    yield from (replace(whole, airy=airy, km_rows=0, week=False) for airy in airs)


def inset_cells(plan: TodayPlan, width: int) -> int:
    """Return the cells right of the figure, where the next steps may stand; 0 for none."""
    wide = plan.shape is Shape.WIDE and plan.figure is not None
    return width - INSET_X - 4 if wide else 0


def inset_rows(plan: TodayPlan, *, sites: int) -> int:
    """Return the rows there below the texts of so many sites."""
    return 0 if plan.figure is None else FIGURES[plan.figure].height - TEXT_ROWS * sites


def places_of(plan: TodayPlan, width: int, *, inset: bool = False) -> dict[str, Place]:
    """Return where each part stands; a part that is left out has no place.

    `inset` puts the next steps right of the figure.
    """
    found = _PLACES[plan.shape](plan, width)
    if inset:
        cells = inset_cells(plan, width)
        found[NEXT] = Place(x=INSET_X, width=cells, foot_of=BODY, gap=1)
    hidden = {
        CHART: not plan.chart,
        WEEK: not plan.week,
        BODY: plan.figure is None,
        SECOND_HEADLINE: not plan.second,
        SECOND_CHART: not plan.second,
    }
    return {name: place for name, place in found.items() if not hidden.get(name)}


def next_first(places: dict[str, Place]) -> dict[str, Place]:
    """Put the next steps straight under the verdict, and the body below them."""
    body = places.get(BODY)
    found = {name: place for name, place in places.items() if name != BODY}
    found[NEXT] = replace(found[NEXT], below=(VERDICT,))
    return found if body is None else {**found, BODY: replace(body, below=(NEXT,))}


def _narrow(plan: TodayPlan, width: int) -> dict[str, Place]:
    form = min(width, NARROW_FORM_CELLS)
    figure = 1 if plan.figure is None else FIGURES[plan.figure].width
    return {
        VERDICT: Place(x=0, width=width),
        HEADLINE: Place(x=1, width=width - 2, below=(VERDICT,)),
        FORM: Place(x=0, width=form, below=(HEADLINE,), gap=1),
        BODY: Place(x=max(form, width - figure), width=figure, beside=FORM),
        NEXT: Place(x=0, width=form, below=(FORM,)),
        CHART: Place(x=0, width=CHART_CELLS, below=(NEXT,), gap=1),
        WEEK: Place(x=0, width=width, below=(NEXT, CHART), gap=plan.week_gap),
    }


def _left(x: int) -> dict[str, Place]:
    return {
        FORM: Place(x=x, width=FORM_CELLS, gap=1),
        HEADLINE: Place(x=x, width=FORM_CELLS, below=(FORM,), gap=1),
        CHART: Place(x=x, width=FORM_CELLS, below=(HEADLINE,), gap=1),
    }


def _wide(_plan: TodayPlan, width: int) -> dict[str, Place]:
    x, right = 72, width - 72 - 2
    return {
        **_left(2),
        WEEK: Place(x=2, width=FORM_CELLS, below=(HEADLINE, CHART), gap=1),
        VERDICT: Place(x=x, width=right, gap=1),
        BODY: Place(x=x, width=right, below=(VERDICT,), gap=1),
        NEXT: Place(x=x, width=right, below=(VERDICT, BODY), gap=1),
    }


def _broad(_plan: TodayPlan, width: int) -> dict[str, Place]:
    x, right = 114, min(width - 114 - 2, 54)
    return {
        **_left(2),
        WEEK: Place(x=2, width=FORM_CELLS, below=(HEADLINE, CHART), gap=1),
        VERDICT: Place(x=x, width=right, gap=1),
        BODY: Place(x=72, width=40, gap=1),
        SITES: Place(x=72, width=40, below=(BODY,), gap=1),
        NEXT: Place(x=x, width=right, below=(VERDICT,), gap=1),
        RUNS: Place(x=x, width=right, below=(NEXT,), gap=1),
    }


def _huge(_plan: TodayPlan, width: int) -> dict[str, Place]:
    lead = 8 + (width - HUGE_PAGE) // 2
    left, middle, right = lead + 2, lead + 72, lead + 124
    return {
        **_left(left),
        SECOND_HEADLINE: Place(x=left, width=FORM_CELLS, below=(CHART,), gap=1),
        SECOND_CHART: Place(x=left, width=FORM_CELLS, below=(SECOND_HEADLINE,), gap=1),
        VERDICT: Place(x=right, width=54, gap=1),
        BODY: Place(x=middle, width=50, gap=1),
        SITES: Place(x=middle, width=50, below=(BODY,), gap=1),
        NEXT: Place(x=right, width=54, below=(VERDICT,), gap=1),
        RUNS: Place(x=right, width=54, below=(NEXT,), gap=1),
        WEEK: Place(x=middle, width=106, below=(SITES, RUNS), gap=1),
    }


_PLACES: Final = {
    Shape.NARROW: _narrow,
    Shape.WIDE: _wide,
    Shape.BROAD: _broad,
    Shape.HUGE: _huge,
}
