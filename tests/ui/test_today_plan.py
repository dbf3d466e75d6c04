"""Where the parts of Today stand, at any size."""

import pytest

from tracker.insight.body_figure import BodySize
from tracker.ui.today.plan import (
    BODY,
    CHART,
    FORM,
    HEADLINE,
    NEXT,
    RUNS,
    SECOND_CHART,
    SITES,
    VERDICT,
    WEEK,
    Shape,
    places_of,
    plan_today,
)


@pytest.mark.parametrize(
    ("size", "shape"),
    [
        ((60, 24), Shape.NARROW),
        ((80, 24), Shape.NARROW),
        ((119, 60), Shape.NARROW),
        ((200, 29), Shape.NARROW),
        ((120, 30), Shape.WIDE),
        ((149, 40), Shape.WIDE),
        ((150, 45), Shape.BROAD),
        ((189, 45), Shape.BROAD),
        ((190, 60), Shape.HUGE),
    ],
)
def test_today_has_breakpoints_of_its_own(size: tuple[int, int], shape: Shape) -> None:
    assert plan_today(*size, sites=3).shape is shape


def test_three_sites_fill_80x24_to_the_row() -> None:
    plan = plan_today(80, 24, sites=3)
    assert not plan.chart
    assert plan.left_rows(3) == 22
    assert set(places_of(plan, 80)) == {VERDICT, HEADLINE, FORM, BODY, NEXT, WEEK}


def test_the_chart_stands_under_the_form_where_a_narrow_screen_is_tall() -> None:
    plan = plan_today(92, 32, sites=3)
    assert (plan.chart, plan.km_rows, plan.week) == (True, 1, True)
    assert plan.left_rows(3) <= 30


@pytest.mark.parametrize(("size", "sites"), [((120, 40), 3), ((160, 45), 3), ((200, 60), 3)])
def test_everything_has_its_place_at_the_sizes_that_were_drawn(
    size: tuple[int, int], sites: int
) -> None:
    plan = plan_today(*size, sites=sites)
    assert plan.airy
    assert plan.chart
    assert plan.week
    assert plan.left_rows(sites) <= size[1] - 2
    assert plan.second is (size == (200, 60))


@pytest.mark.parametrize(
    ("size", "figure"),
    [
        ((60, 24), None),
        ((80, 24), BodySize.SMALL),
        ((92, 32), BodySize.MEDIUM),
        ((120, 30), None),
        ((120, 32), BodySize.SMALL),
        ((120, 40), BodySize.MEDIUM),
        ((160, 34), BodySize.LARGE),
        ((160, 45), BodySize.LARGE),
        ((200, 60), BodySize.LARGE),
    ],
)
def test_the_body_is_the_largest_that_has_room(
    size: tuple[int, int], figure: BodySize | None
) -> None:
    assert plan_today(*size, sites=3).figure is figure


def test_what_has_no_room_goes_in_order() -> None:
    seen: list[tuple[bool, int, bool, bool]] = []
    for height in range(70, 14, -1):
        plan = plan_today(200, height, sites=3)
        state = (plan.second, plan.km_rows, plan.chart, plan.week)
        if plan.shape is Shape.HUGE and (not seen or seen[-1] != state):
            seen.append(state)
    assert seen[0][0]
    assert [chart for *_, chart, _ in seen] == sorted(
        (chart for *_, chart, _ in seen), reverse=True
    )
    assert all(week for *_, chart, week in seen if chart)
    assert [second for second, *_ in seen] == sorted((second for second, *_ in seen), reverse=True)


@pytest.mark.parametrize("height", [20, 24, 30, 34, 40, 60])
@pytest.mark.parametrize("width", [60, 80, 119, 120, 149, 150, 175, 189, 190, 200, 240])
@pytest.mark.parametrize("sites", [0, 1, 3, 6])
def test_form_verdict_and_next_always_have_a_place_and_nothing_leaves_the_screen(
    width: int, height: int, sites: int
) -> None:
    plan = plan_today(width, height, sites=sites)
    places = places_of(plan, width)
    assert {FORM, VERDICT, NEXT, HEADLINE} <= set(places)
    for name, place in places.items():
        assert place.x >= 0
        assert place.x + place.width <= width or name == CHART
    assert (RUNS in places) is (plan.runs > 0)
    assert (SITES in places) is (plan.shape in {Shape.BROAD, Shape.HUGE})
    assert (BODY in places) is (plan.figure is not None)
    assert (SECOND_CHART in places) is plan.second
