"""What strength sessions add up to: the next morning, progress a side, the monthly count."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from tracker.diary.responses import JudgedRun, judged
from tracker.diary.snapshot import Snapshot
from tracker.domain.dataclass import dataclass
from tracker.domain.pain import PainScore, score_at
from tracker.domain.run import Run
from tracker.domain.site import PainSite, Side
from tracker.domain.strength import BUILT_IN, HEEL_RAISE, Strength
from tracker.domain.verdict import Response
from tracker.rules.red_flags import RED_FLAGS

_BONE_FLAGS: Final = frozenset(flag.id for flag in RED_FLAGS if flag.bone)
COUNT_DAYS: Final = 30
"""A heel-raise count is due so many days after the last one (R-XT-05)."""


@dataclass(frozen=True, slots=True)
class Done:
    """One exercise of one day, with the answer of the next morning; None while that is to come."""

    record: Strength
    response: Response | None

    @property
    def volume(self) -> int:
        """Return the repetitions, or the seconds held, of all sets."""
        each = self.record.reps or self.record.hold_s or 0
        return each * (self.record.sets or 1)


@dataclass(frozen=True, slots=True)
class LastTime:
    """What was done last of an exercise, and the form of the same again with one more."""

    words: str
    again: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Progress:
    """All times that an exercise was done with one side, the earliest first."""

    exercise: str
    side: Side | None
    done: tuple[Done, ...]


def answer_to(snapshot: Snapshot, record: Strength) -> JudgedRun:
    """Judge a session by the next morning, exactly as a run (R-XT-05, R-PAIN-07)."""
    place = record.place or next(iter(snapshot.settings.tracked), None)
    during: tuple[PainScore, ...] = ()
    if place is not None and record.pain is not None:
        during = (score_at(place, record.pain),)
    return judged(snapshot, Run(id=record.id, start=record.at, day=record.day, during=during))


def response_after(snapshot: Snapshot, record: Strength, *, today: date) -> Response | None:
    """Return the answer of the next morning, None while that is to come."""
    found = answer_to(snapshot, record)
    return None if found.waits(today) else found.response


def progress(snapshot: Snapshot, *, today: date, exercise: str = "") -> tuple[Progress, ...]:
    """Return each exercise and side, the one done last first; of one exercise where it is named."""
    wanted = exercise.casefold()
    records = [each for each in snapshot.of(Strength) if wanted in each.exercise.casefold()]
    ordered = sorted(records, key=_what)
    found = [
        Progress(name, Side(side) if side else None, tuple(_done(snapshot, of_both, today=today)))
        for (name, side), of_both in groupby(ordered, key=_what)
    ]
    return tuple(sorted(found, key=lambda each: each.done[-1].record.at, reverse=True))


def _what(record: Strength) -> tuple[str, str]:
    return record.exercise.casefold(), record.side or ""


def _done(snapshot: Snapshot, records: Iterator[Strength], *, today: date) -> Iterator[Done]:
    for each in records:
        yield Done(each, response_after(snapshot, each, today=today))


def exercises(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the names to choose from: those done lately first, then the built-in ones."""
    own = (each.exercise for each in reversed(snapshot.of(Strength)))
    return tuple(dict.fromkeys((*own, *BUILT_IN)))


def last_of(snapshot: Snapshot, exercise: str, side: Side | None = None) -> Strength | None:
    """Return the last time that an exercise was done, with a side where one is named."""
    return next(
        (
            each
            for each in reversed(snapshot.of(Strength))
            if each.exercise.casefold() == exercise.casefold() and side in {None, each.side}
        ),
        None,
    )


def count_due(snapshot: Snapshot, day: date, *, flags: tuple[str, ...]) -> bool:
    """Return whether the monthly heel-raise count is due; never with a bone flag (R-XT-05)."""
    if not snapshot.of(Strength) or set(flags) & _BONE_FLAGS:
        return False
    counts = (each.day for each in snapshot.of(Strength) if is_count(each))
    last = max((each for each in counts if each <= day), default=None)
    return last is None or day - last >= timedelta(days=COUNT_DAYS)


def is_count(record: Strength) -> bool:
    """Return whether a record is a count of as many heel raises as could be done."""
    return record.most and record.exercise.casefold() == HEEL_RAISE


def place_of(snapshot: Snapshot, record: Strength) -> PainSite | None:
    """Return the site whose morning answers a session."""
    return answer_to(snapshot, record).decided_by.place
