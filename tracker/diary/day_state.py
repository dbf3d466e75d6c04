"""What the check-ins of a day say together (R-PAIN-02b)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TypeVar

from tracker.diary.snapshot import Snapshot
from tracker.domain.check_in import BoneFocal, CheckIn, FlagAnswer
from tracker.domain.dataclass import dataclass
from tracker.domain.pain import Hurts, Night, Quality, Spread
from tracker.domain.site import PainSite
from tracker.insight.later_score import LaterScore

_Value = TypeVar("_Value")

_A_DAY = timedelta(days=1)
_WORSE = (Night.NONE, Night.MOVING, Night.WAKES, Night.UNRELENTING)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayState:
    """One day's check-ins as one: first and latest score of each site, worst night, any yes.

    Of sleep, fatigue, sitting and the planned distance the latest answer counts. `medicine_at` is
    when the day's first medicine was taken.
    """

    day: date
    check_ins: tuple[CheckIn, ...]
    medicine_at: datetime | None = None

    def morning(self, place: PainSite | None) -> int | None:
        """Return the day's first score of a site (`am`)."""
        return first_score(self.check_ins, place)

    def now(self, place: PainSite) -> int | None:
        """Return the day's latest score of a site."""
        return next(iter(reversed(self._scores(place))), None)

    @property
    def later_scores(self) -> Mapping[PainSite, LaterScore]:
        """Return the latest score of each site that was scored more than once."""
        again: dict[PainSite, LaterScore] = {}
        scored: set[PainSite] = set()
        for item in self.check_ins:
            for score in item.scores:
                if score.place in scored:
                    again[score.place] = LaterScore(score.score, item.at)
            scored.update(score.place for score in item.scores)
        return again

    def _scores(self, place: PainSite | None) -> list[int]:
        return [
            score.score for item in self.check_ins for score in item.scores if score.is_at(place)
        ]

    @property
    def places(self) -> tuple[PainSite, ...]:
        """Return the sites scored on this day, in the order of their first score."""
        found = (score.place for item in self.check_ins for score in item.scores)
        return tuple(dict.fromkeys(found))

    @property
    def all_scores(self) -> tuple[int, ...]:
        """Return every score of the day, of all sites and check-ins."""
        return tuple(score.score for item in self.check_ins for score in item.scores)

    @property
    def qualities(self) -> frozenset[Quality]:
        """Return how the pain feels, by any check-in."""
        return frozenset(quality for item in self.check_ins for quality in item.quality)

    @property
    def night(self) -> Night | None:
        """Return the worst answer about the night, or None where none was given."""
        given = [item.night for item in self.check_ins if item.night is not None]
        return max(given, key=_WORSE.index, default=None)

    @property
    def limp(self) -> bool:
        """Return whether any check-in says that pain changed the walk."""
        return any(item.limp for item in self.check_ins)

    @property
    def ill(self) -> bool:
        """Return whether any check-in says ill."""
        return any(item.ill for item in self.check_ins)

    @property
    def painkiller(self) -> bool:
        """Return whether a painkiller was taken before a score of the day.

        A check-in says so, or it was scored that day after a medicine that is on file.
        """
        if any(item.painkiller for item in self.check_ins):
            return True
        taken = self.medicine_at
        return taken is not None and any(
            item.scores and taken <= item.at < taken + _A_DAY for item in self.check_ins
        )

    @property
    def stiff_min(self) -> int | None:
        """Return the minutes of morning stiffness, by the latest answer."""
        return _latest([item.stiff_min for item in self.check_ins])

    @property
    def sleep_h(self) -> float | None:
        """Return the hours slept, by the latest answer."""
        return _latest([item.sleep_h for item in self.check_ins])

    @property
    def sleep_quality(self) -> int | None:
        """Return the sleep quality 1-5, by the latest answer."""
        return _latest([item.sleep_quality for item in self.check_ins])

    @property
    def fatigue(self) -> int | None:
        """Return the fatigue 0-10, by the latest answer."""
        return _latest([item.fatigue for item in self.check_ins])

    @property
    def sitting_h(self) -> float | None:
        """Return the hours of sitting, by the latest answer."""
        return _latest([item.sitting_h for item in self.check_ins])

    @property
    def planned_m(self) -> int | None:
        """Return the planned distance in metres, by the latest answer."""
        return _latest([item.planned_m for item in self.check_ins])

    @property
    def hurts(self) -> frozenset[Hurts]:
        """Return every movement that any check-in says hurts."""
        return frozenset(what for item in self.check_ins for what in item.hurts)

    @property
    def spread_below_knee(self) -> bool:
        """Return whether any check-in says that the pain travels below the knee."""
        return any(item.spread is Spread.BELOW_KNEE for item in self.check_ins)

    @property
    def answers(self) -> tuple[FlagAnswer, ...]:
        """Return every red-flag answer of the day."""
        return tuple(answer for item in self.check_ins for answer in item.answers)

    @property
    def bone_focal(self) -> tuple[BoneFocal, ...]:
        """Return every pin-point bone pain that the day's check-ins name."""
        return tuple(bone for item in self.check_ins for bone in item.bone_focal)


def _latest(values: list[_Value | None]) -> _Value | None:
    return next((value for value in reversed(values) if value is not None), None)


def day_state(snapshot: Snapshot, day: date) -> DayState:
    """Return what the check-ins of a day say together; without one everything is unknown."""
    taken = snapshot.medicines.get(day)
    return DayState(day=day, check_ins=snapshot.check_ins.on(day), medicine_at=taken)


def mornings(snapshot: Snapshot, place: PainSite, *, first: date, last: date) -> list[int | None]:
    """Return a site's morning scores day by day, None where there is none (R-AN-01)."""
    days = [first + timedelta(days=step) for step in range((last - first).days + 1)]
    return morning_of_each(snapshot, place, days)


def morning_of_each(
    snapshot: Snapshot, place: PainSite | None, days: Sequence[date]
) -> list[int | None]:
    """Return a site's morning score on each of some days; every day is read once only."""
    known = snapshot.check_ins.found(place)
    on = snapshot.check_ins.on
    for day in days:
        if day not in known:
            known[day] = first_score(on(day), place)
    return [known[day] for day in days]


def first_score(check_ins: Iterable[CheckIn], place: PainSite | None) -> int | None:
    """Return a site's score in the first of a day's check-ins that has one."""
    for item in check_ins:
        for score in item.scores:
            if score.is_at(place):
                return score.score
    return None


def morning_scores(snapshot: Snapshot, place: PainSite | None, *, until: date) -> dict[date, int]:
    """Return a site's morning score of every day up to `until` that has one (R-AN-01)."""
    if place is None:
        return {}
    found = {
        day: day_state(snapshot, day).morning(place) for day in snapshot.check_ins if day <= until
    }
    return {day: score for day, score in found.items() if score is not None}
