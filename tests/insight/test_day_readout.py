from datetime import date, timedelta

from tracker.domain.pain import Night
from tracker.domain.settings import DistanceUnit
from tracker.domain.site import PainSite, Side, Site
from tracker.domain.verdict import Response
from tracker.insight.day_readout import (
    DayFacts,
    RunFact,
    day_readout,
    one_line,
    week_figures,
)
from tracker.insight.raster import Ink
from tracker.insight.series import EpisodeSpan, EventKind, make_series

BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
SHIN = PainSite(Site.SHIN, Side.LEFT)
DAY = date(2026, 11, 22)
SERIES = make_series(
    {DAY - timedelta(days=back): {BACK: 2 + back % 2} for back in range(5)},
    until=DAY,
    run_m={DAY - timedelta(days=1): 5200},
    events={DAY: {EventKind.FLARE, EventKind.REMEDY}},
    episodes=[EpisodeSpan("Shin, autumn", DAY - timedelta(days=3))],
    tracked=(BACK, SHIN),
)


def told(day: date, facts: DayFacts | None = None) -> list[tuple[str, str, str]]:
    lines = day_readout(SERIES, day, facts=facts or DayFacts())
    return [(line.label, line.value, line.remark) for line in lines]


def test_a_full_day_is_told_line_by_line() -> None:
    facts = DayFacts(
        runs=(RunFact(distance_m=5200, duration_s=1880, response=Response.AMBER_LINGER),),
        night=Night.MOVING,
        routines=("Pre-run, 9 of 10",),
        remedies=("heat, 15 min",),
        notes=("Stiff getting [bold]out[/] of the car",),
    )
    assert told(DAY, facts) == [
        ("Sun 22 Nov 2026", "", ""),
        ("Low back", "2 comfort", "7-day mean 2.4, n 5"),
        ("Left shin", "not logged", "no 7-day mean, n 0"),
        ("Run", "5.2 km in 31:20", ""),
        ("Response", "amber, lingers", ""),
        ("Night", "woke on turning", ""),
        ("Event", "flare", ""),
        ("Episode", "Shin, autumn", "since Thu 19 Nov 2026"),
        ("Routine", "Pre-run, 9 of 10", ""),
        ("Remedy", "heat, 15 min", ""),
        ("Note", "Stiff getting [bold]out[/] of the car", ""),
    ]


def test_what_the_series_knows_is_told_without_further_facts() -> None:
    assert ("Event", "remedy", "") in told(DAY)
    assert ("Run", "none", "") in told(DAY)
    assert ("Night", "not logged", "") in told(DAY)
    assert ("Run", "5.2 km", "") in told(DAY - timedelta(days=1))


def test_a_day_outside_the_diary_is_told_as_not_logged() -> None:
    lines = told(DAY + timedelta(days=40))
    assert ("Low back", "not logged", "") in lines


def test_zone_and_unit_follow_the_settings() -> None:
    day = DAY - timedelta(days=1)
    lines = day_readout(SERIES, day, unit=DistanceUnit.MI, green_max=3)
    assert (lines[1].value, lines[1].ink) == ("3 comfort", Ink.OK)
    assert lines[3].value == "3.2 mi"


def test_one_line_leaves_out_what_was_not_logged() -> None:
    assert one_line(day_readout(SERIES, DAY)) == (
        "Sun 22 Nov 2026 · Low back 2 comfort · Event flare · Event remedy · Episode Shin, autumn"
    )
    empty = make_series({}, until=DAY)
    assert one_line(day_readout(empty, DAY)) == "Sun 22 Nov 2026 · not logged"


def test_the_readout_names_flare_visit_and_episode_with_what_was_said() -> None:
    day = date(2026, 11, 20)
    series = make_series(
        {day: {BACK: 5}},
        until=day,
        events={day: {EventKind.FLARE, EventKind.VISIT, EventKind.SHOES}},
        episodes=[EpisodeSpan("Autumn", day, note="Since the move")],
    )
    facts = DayFacts(flares=("day 1, Low back: boxes",), visits=("doctor",))
    said = [(line.label, line.value) for line in day_readout(series, day, facts=facts)]

    assert ("Flare", "day 1, Low back: boxes") in said
    assert ("Visit", "doctor") in said
    assert ("Episode", "Autumn: Since the move") in said
    assert [value for label, value in said if label == "Event"] == ["shoe change"]


def test_r_an_02_r_an_03_the_median_and_the_smoothed_score_with_their_n() -> None:
    figures = [(line.label, line.value, line.remark) for line in week_figures(SERIES, DAY)]
    assert figures == [
        ("Low back", "median 2, smoothed 2.3", "n 5 of 7"),
        ("Left shin", "no median", "n 0 of 7"),
    ]
    assert [line.value for line in week_figures(SERIES, DAY + timedelta(days=9))] == [
        "no median", "no median",
    ]  # fmt: skip
