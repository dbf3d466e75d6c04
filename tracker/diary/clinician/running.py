"""The running of the period, and what came of the advice (R-SUM-01, 6)."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Final

from tracker.diary.adherence import readiness_before_running
from tracker.diary.clinician.request import Period
from tracker.diary.clinician.words import NONE_LOGGED, dated, listed_words
from tracker.diary.history import longest_run_30d
from tracker.diary.plan_choices import choice_on
from tracker.diary.plans import plan_on
from tracker.diary.snapshot import Snapshot
from tracker.domain.calendar_words import format_day_of_year
from tracker.domain.dataclass import dataclass
from tracker.domain.run import MidRunEvent, Run
from tracker.domain.site import PainSite
from tracker.domain.text import counted
from tracker.domain.units import format_distance
from tracker.domain.verdict import Outcome, Plan
from tracker.insight.page import Block, Facts
from tracker.rules.load import percent_over
from tracker.rules.session import STOPPED

_ALLOWED: Final = frozenset({Outcome.GO, Outcome.EASY})
_AGAINST: Final = frozenset({Outcome.REST, Outcome.CROSS, Outcome.SEEK_CARE})


class Followed(StrEnum):
    """What a day with a run was to the advice; the values are the words of the page."""

    WITHIN = "within it"
    FARTHER = "beyond its cap"
    AGAINST = "against it"
    UNKNOWN = "not known"


def followed(snapshot: Snapshot, day: date) -> Followed:
    """Compare a day's runs with what the app advised before them.

    Not known: the app had no answer, or a run has no distance where there was a cap.
    """
    advised = readiness_before_running(snapshot, day)
    if advised.outcome in _AGAINST:
        return Followed.AGAINST
    if advised.outcome not in _ALLOWED:
        return Followed.UNKNOWN
    if advised.cap_m is None:
        return Followed.WITHIN
    distances = [run.distance_m for run in snapshot.runs.get(day, ())]
    known = [metres for metres in distances if metres is not None]
    if sum(known) > advised.cap_m:
        return Followed.FARTHER
    return Followed.WITHIN if len(known) == len(distances) else Followed.UNKNOWN


@dataclass(frozen=True, slots=True)
class Advised:
    """What came of the advice on the days with a run, and how the person trains, "" for no plan.

    It takes a while to work out, and is the same however much else is listed.
    """

    days: Mapping[Followed, int]
    plan: str

    @classmethod
    def of(cls, snapshot: Snapshot, period: Period) -> "Advised":
        """Work it out."""
        days = (day for day in period.days if day in snapshot.runs)
        return cls(Counter(followed(snapshot, day) for day in days), _plan(snapshot, period))


def _plan(snapshot: Snapshot, period: Period) -> str:
    """Write the stage of the walk-run ladder, or that the person runs freely, and the goal."""
    choice = choice_on(snapshot, period.last)
    if choice is None:
        return ""
    words = "free running"
    if choice.mode is Plan.LADDER:
        here = next((row for row in plan_on(snapshot, period.last).ladder if row.here), None)
        stage = "" if here is None else f", stage {here.stage.id}: {here.stage.text}"
        words = f"walk-run ladder{stage}"
    if choice.goal_m is None or choice.goal_by is None:
        return words
    goal = format_distance(choice.goal_m, snapshot.settings.unit)
    return f"{words}; goal {goal} by {dated(choice.goal_by)}"


def running_blocks(
    snapshot: Snapshot, period: Period, advised: Advised, *, most: int
) -> tuple[Block, ...]:
    """Return distance, longest run, biggest step, pain stops, the advice, and the plan."""
    runs = snapshot.runs_between(period.first, period.last)
    if not runs:
        return (Facts((("Runs", NONE_LOGGED),)),)
    facts = (
        ("Distance", _distance(snapshot, runs)),
        ("Biggest step", _biggest_step(snapshot, runs)),
        ("Stopped", _stops(runs, most=most)),
        ("App's advice", _advice(advised.days)),
        *((("Plan", advised.plan),) if advised.plan else ()),
    )
    return (Facts(facts),)


def _distance(snapshot: Snapshot, runs: Sequence[Run]) -> str:
    known = [run.distance_m for run in runs if run.distance_m is not None]
    total = format_distance(sum(known), snapshot.settings.unit)
    without = len(runs) - len(known)
    gap = f", {without} of them without a distance" if without else ""
    return f"{total} in {counted(len(runs), 'run')}{gap}; {_longest(snapshot, runs)}"


def _longest(snapshot: Snapshot, runs: Sequence[Run]) -> str:
    measured = [run for run in runs if run.distance_m]
    if not measured:
        return "no run has a distance"
    longest = max(measured, key=lambda run: run.distance_m or 0)
    unit = snapshot.settings.unit
    metres = format_distance(longest.distance_m or 0, unit)
    return f"longest {metres} on {format_day_of_year(longest.day)}"


def _biggest_step(snapshot: Snapshot, runs: Sequence[Run]) -> str:
    """Name the run that went farthest beyond the longest of its thirty days before (R-LOAD-04)."""
    steps = [
        (run.distance_m, before.distance_m, run.day)
        for run in runs
        if run.distance_m
        and (before := longest_run_30d(snapshot, run.day)) is not None
        and before.distance_m
        and run.distance_m > before.distance_m
    ]
    if not steps:
        return "none longer than the longest of the 30 days before"
    metres, before_m, day = max(steps, key=lambda step: (step[0] / step[1], step[2]))
    unit = snapshot.settings.unit
    return (
        f"{format_distance(metres, unit)} on {format_day_of_year(day)},"
        f" {percent_over(metres, before_m)} % over the longest of 30 days before"
        f" ({format_distance(before_m, unit)})"
    )


def _stops(runs: Sequence[Run], *, most: int) -> str:
    stopped = [run for run in runs if run.outcome in STOPPED]
    if not stopped:
        unasked = sum(map(_is_unasked, runs))
        if unasked:
            return f"none noted; {counted(unasked, 'run')} from files, never asked about"
        return "no run stopped for pain or an alarm sign"
    shown = listed_words(map(_stop, reversed(stopped)), most=most, between="; ")
    return f"{len(stopped)}: {shown}"


def _is_unasked(run: Run) -> bool:
    """Return whether nobody said anything of a run's pain: it came from a file as it is."""
    return run.source is not None and not (run.before or run.during or run.after)


def _stop(run: Run) -> str:
    last = next(
        (step for step in reversed(run.steps) if step.event is not MidRunEvent.FINISH), None
    )
    words = [format_day_of_year(run.day)]
    if last is not None:
        words.append(f"minute {last.minute}")
    if last is not None and last.site is not None and last.side is not None:
        words.append(PainSite(last.site, last.side).label)
    elif run.during:
        worst = max(run.during, key=lambda score: score.score)
        words.append(f"{worst.place.label} {worst.score}")
    return ", ".join(words)


def _advice(days: Mapping[Followed, int]) -> str:
    counts = (f"{days[each]} {each.value}" for each in Followed if days.get(each))
    return f"{counted(sum(days.values()), 'day')} with a run: {', '.join(counts)}"
