from datetime import date, timedelta

from tracker.domain.pain import Night
from tracker.domain.settings import DistanceUnit
from tracker.domain.site import PainSite, Side, Site
from tracker.domain.verdict import Outcome, Response, Zone
from tracker.insight.day_readout import (
    DayFacts,
    RunFact,
    VerdictFact,
    day_readout,
    week_figures,
)
from tracker.insight.raster import Ink
from tracker.insight.series import EpisodeSpan, EventKind, make_series
from tracker.rules.pain import Usual

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
    return [(line.label, line.words, line.remark) for line in lines]


def test_a_full_day_is_told_line_by_line_in_the_order_of_the_day() -> None:
    facts = DayFacts(
        usual={BACK: Usual(104, 8)},
        night=Night.MOVING,
        stiff_min=10,
        sleep_h=6.5,
        sleep_quality=3,
        fatigue=4,
        verdict=VerdictFact(
            outcome=Outcome.EASY, cap="up to 6.0 km", reason="The last run was red", kept=True
        ),
        runs=(
            RunFact(
                distance_m=5200,
                duration_s=1880,
                response=Response.AMBER_LINGER,
                reason="Low back 1.0 → 2",
                manner=("easy", "effort 3"),
                scores=("Low back 1→2→1",),
            ),
        ),
        routines=("Pre-run, 9 of 10",),
        sports=("swim, 40 min",),
        remedies=("heat, 15 min",),
        notes=("Stiff getting [bold]out[/] of the car",),
    )
    assert told(DAY, facts) == [
        ("Sun 22 Nov 2026", "", ""),
        ("Low back", "2 comfort", "usual 1.0"),
        ("L shin", "not logged", ""),
        ("Night", "woke on turning", ""),
        ("Stiffness", "10 min", ""),
        ("Sleep", "6.5 h, quality 3 of 5", ""),
        ("Fatigue", "4 of 10", ""),
        ("Verdict", "EASY up to 6.0 km", "kept"),
        ("", "The last run was red", ""),
        ("Run", "5.2 km easy, 31:20, effort 3", ""),
        ("", "Low back 1→2→1", ""),
        ("Next day", "lingers  Low back 1.0 → 2", ""),
        ("Routine", "Pre-run, 9 of 10", ""),
        ("Other sport", "swim, 40 min", ""),
        ("Remedy", "heat, 15 min", ""),
        ("Event", "flare", ""),
        ("Episode", "Shin, autumn", "since Thu 19 Nov 2026"),
        ("Note", "Stiff getting [bold]out[/] of the car", ""),
    ]


def test_what_was_not_logged_is_left_out_but_for_score_verdict_and_run() -> None:
    assert told(DAY - timedelta(days=2)) == [
        ("Fri 20 Nov 2026", "", ""),
        ("Low back", "2 comfort", ""),
        ("L shin", "not logged", ""),
        ("Verdict", "none", ""),
        ("Run", "none", ""),
        ("Episode", "Shin, autumn", "since Thu 19 Nov 2026"),
    ]
    assert ("Run", "5.2 km", "") in told(DAY - timedelta(days=1))


def test_a_run_that_waits_says_tomorrow_and_a_past_day_how_long_ago_it_was() -> None:
    fresh = RunFact(distance_m=None, duration_s=None, response=Response.UNKNOWN, waits=True)
    lines = day_readout(SERIES, DAY, facts=DayFacts(runs=(fresh,)), today=DAY)
    said = [(line.label, line.words) for line in lines]
    assert ("Run", "no distance") in said
    assert ("Next day", "tomorrow") in said
    assert lines[0].remark == "today"
    past = day_readout(SERIES, DAY - timedelta(days=3), today=DAY)
    assert past[0].remark == "3 days ago"


def test_a_day_outside_the_diary_is_told_as_not_logged() -> None:
    lines = told(DAY + timedelta(days=40))
    assert ("Low back", "not logged", "") in lines


def test_zone_and_unit_follow_the_settings() -> None:
    day = DAY - timedelta(days=1)
    lines = day_readout(SERIES, day, unit=DistanceUnit.MI, green_max=3)
    assert (lines[1].words, lines[1].ink, lines[1].sign) == ("3 comfort", Ink.OK, Zone.GREEN)
    assert lines[4].words == "3.2 mi"


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
        ("Low back", "median 2, smoothed 2.3", "n 5"),
        ("L shin", "no median", "n 0"),
    ]
    assert [line.value for line in week_figures(SERIES, DAY + timedelta(days=9))] == [
        "no median", "no median",
    ]  # fmt: skip
