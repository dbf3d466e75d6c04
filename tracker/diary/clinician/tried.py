"""What was tried, and how often (R-SUM-01, 7)."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from tracker.diary.clinician.request import Period
from tracker.diary.clinician.words import NONE_LOGGED, days_words, listed_words
from tracker.diary.day_state import day_state
from tracker.diary.gear_names import gear_of
from tracker.diary.kinds.remedy import KIND_WORDS
from tracker.diary.kinds.strength import dose_words
from tracker.diary.kinds.visit import BY_WORDS
from tracker.diary.routine_views import session_title
from tracker.diary.snapshot import Snapshot
from tracker.domain.cross_training import CrossTraining
from tracker.domain.gear import Gear
from tracker.domain.remedy import Remedy, RemedyKind
from tracker.domain.routine import STRENGTH, RoutineSession
from tracker.domain.strength import Strength
from tracker.domain.text import counted
from tracker.domain.visit import Visit
from tracker.insight.page import Block, Facts
from tracker.rules.stretching import routine_done


def tried_blocks(snapshot: Snapshot, period: Period, *, most: int) -> tuple[Block, ...]:
    """Return routines, strength, remedies, medicine, equipment, other training, visits."""
    facts = tuple(
        (label, listed_words(words, most=most, between=between))
        for label, words, between in _facts(snapshot, period)
        if words
    )
    return (Facts(facts or (("Tried", NONE_LOGGED),)),)


def _facts(snapshot: Snapshot, period: Period) -> Iterator[tuple[str, list[str], str]]:
    sessions = [each for day in period.days for each in snapshot.sessions.get(day, ())]
    routines = [each for each in sessions if each.routine != STRENGTH]
    yield "Routines", _routines(snapshot, routines), ", "
    whole = [each for each in sessions if each.routine == STRENGTH]
    yield "Strength", [*_strength(whole), *_exercises(snapshot, period)], "; "
    yield "Remedies", _remedies(snapshot, period), ", "
    yield "Medicine", _painkillers(snapshot, period), ", "
    yield "Equipment", _equipment(snapshot, period), ", "
    yield "Other training", _cross(snapshot, period), ", "
    yield "Visits", _visits(snapshot, period), "; "


def _routines(snapshot: Snapshot, sessions: list[RoutineSession]) -> list[str]:
    """Count those of which enough was done (R-STR-09); the others stand apart."""
    done = Counter(
        session_title(snapshot, each).partition(":")[0]
        for each in sessions
        if routine_done(each.marks)
    )
    begun = sum(not routine_done(each.marks) for each in sessions)
    words = [f"{title} {count}" for title, count in done.most_common()]
    return [*words, f"{begun} in part"] if begun else words


def _strength(sessions: list[RoutineSession]) -> list[str]:
    if not sessions:
        return []
    whole = sum(routine_done(each.marks) for each in sessions)
    days = days_words([sessions[-1].day])
    return [f"{counted(len(sessions), 'session')}, {whole} of them whole, the last on {days}"]


def _exercises(snapshot: Snapshot, period: Period) -> list[str]:
    """Write each exercise with its days and its last dose, the most frequent first."""
    done: dict[str, list[Strength]] = {}
    for each in snapshot.of(Strength):
        if each.day in period:
            done.setdefault(each.exercise, []).append(each)
    ordered = sorted(done.items(), key=lambda pair: -len({each.day for each in pair[1]}))
    return [
        f"{name} on {counted(len({each.day for each in of_name}), 'day')}"
        f"{f' (last {dose})' if (dose := dose_words(of_name[-1])) else ''}"
        for name, of_name in ordered
    ]


def _remedies(snapshot: Snapshot, period: Period) -> list[str]:
    used = [each for each in snapshot.of(Remedy) if each.day in period]
    return [
        f"{KIND_WORDS[kind]} {count} on {counted(len(days), 'day')}"
        for kind in KIND_WORDS
        if kind is not RemedyKind.MEDICINE
        and (days := {each.day for each in used if each.kind is kind})
        and (count := sum(each.kind is kind for each in used))
    ]


def _cross(snapshot: Snapshot, period: Period) -> list[str]:
    found = Counter(
        each.kind.value.replace("_", " ")
        for each in snapshot.of(CrossTraining)
        if each.day in period
    )
    return [f"{kind} {count}" for kind, count in found.most_common()]


def _painkillers(snapshot: Snapshot, period: Period) -> list[str]:
    named: dict[str, set[date]] = {}
    for each in snapshot.of(Remedy):
        if each.kind is RemedyKind.MEDICINE and each.day in period:
            named.setdefault(each.name or "a medicine", set()).add(each.day)
    words = [f"{name} on {counted(len(on), 'day')}" for name, on in named.items()]
    days = [
        day
        for day in period.days
        if day not in snapshot.medicines
        and (
            day_state(snapshot, day).painkiller
            or any(run.painkiller for run in snapshot.runs.get(day, ()))
        )
    ]
    return [*words, f"a painkiller on {counted(len(days), 'day')}"] if days else words


def _equipment(snapshot: Snapshot, period: Period) -> list[str]:
    runs = snapshot.runs_between(period.first, period.last)
    used = Counter(name for run in runs for name in gear_of(snapshot, run))
    new = {
        each.name: each.start for each in snapshot.of(Gear) if each.start and each.start in period
    }
    words = [f"{name} {counted(count, 'run')}" for name, count in used.most_common()]
    return [*words, *(f"{name} new on {days_words([start])}" for name, start in new.items())]


def _visits(snapshot: Snapshot, period: Period) -> list[str]:
    visits = [each for each in snapshot.of(Visit) if each.day in period]
    return [
        f"{BY_WORDS[by]} {days_words(days)}"
        for by in BY_WORDS
        if (days := [each.day for each in visits if each.by is by])
    ]
