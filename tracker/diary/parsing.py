"""From what was typed to a record, or to one problem for each field that can't be read."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import TypeVar

from tracker.diary.entries import CheckInEntry, Scores, SessionEntry
from tracker.domain.check_in import CheckIn, FlagAnswer
from tracker.domain.clock_words import parse_moment
from tracker.domain.moment import day_of
from tracker.domain.pain import SCALE_PROBLEM, SCORE_MAX, PainScore, score_at
from tracker.domain.problem import Problem, Problems
from tracker.domain.routine import Routine, RoutineSession, StepMark, StepState
from tracker.domain.scale import FATIGUE, SLEEP_QUALITY, parse_scale
from tracker.domain.settings import Settings
from tracker.domain.site import PARTS, PainSite
from tracker.domain.text import parse_note, quoted
from tracker.domain.units import parse_distance, parse_hours, parse_minutes
from tracker.rules.flag_messages import tick_refusal
from tracker.rules.stretching import Fit, FittedStep

NOTHING_SAID = "There is nothing to save yet. Give a score, or say anything else about the day."

_Value = TypeVar("_Value")


class _Reader:
    """Reads one field after the other and keeps what is wrong with each."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def optional(
        self, text: str, parse: Callable[[str], _Value | Problem], *, field: str
    ) -> _Value | None:
        """Read a field that may be left empty; the problem is filed under `field`."""
        return self.required(text, parse, field=field) if text.strip() else None

    def required(
        self, text: str, parse: Callable[[str], _Value | Problem], *, field: str
    ) -> _Value | None:
        """Read a field that may not be left empty; the problem is filed under `field`."""
        found = parse(text)
        if isinstance(found, Problem):
            self.problems.append(Problem(field, found.message))
            return None
        return found

    def note(self, text: str) -> str:
        """Read the note, which may be empty."""
        return self.required(text, parse_note, field="note") or ""

    def scores(
        self, given: Scores, *, field: str, parts: Mapping[PainSite, str] | None = None
    ) -> tuple[PainScore, ...]:
        """Take the scores that the scale has; any other is one problem."""
        on_scale = {place: score for place, score in given.items() if 0 <= score <= SCORE_MAX}
        if len(on_scale) < len(given):
            self.problems.append(Problem(field, SCALE_PROBLEM))
        where = self.parts(parts or {}, scores=given, field=field)
        return tuple(
            score_at(place, score, part=where.get(place)) for place, score in on_scale.items()
        )

    def parts(
        self, given: Mapping[PainSite, str], *, scores: Scores, field: str
    ) -> Mapping[PainSite, str]:
        """Take the parts of places that have a score; any other is one problem."""
        taken = {}
        for place, part in given.items():
            known = PARTS.get(place.site, ())
            if place not in scores:
                words = f"Give {place.label} a score, too: where exactly it hurts belongs to one."
                self.problems.append(Problem(field, words))
            elif part not in known:
                ways = f" Use one of: {', '.join(known)}." if known else ""
                words = f"{place.label} has no part {quoted(part)}.{ways}"
                self.problems.append(Problem(field, words))
            else:
                taken[place] = part
        return taken

    def answers(self, given: Mapping[str, bool], *, field: str) -> tuple[FlagAnswer, ...]:
        """Take the answers to questions of the red-flag list; any other is one problem."""
        refused = next(filter(None, map(tick_refusal, given)), None)
        if refused is not None:
            self.problems.append(Problem(field, refused))
        return tuple(FlagAnswer(key, yes) for key, yes in given.items() if not tick_refusal(key))


def read_check_in(
    entry: CheckInEntry, *, record_id: str, now: datetime, settings: Settings
) -> CheckIn | Problems:
    """Read a check-in. Its moment is now, also where it speaks of an earlier day."""
    reader = _Reader()
    found = _check_in(reader, entry, record_id=record_id, now=now, settings=settings)
    if not reader.problems and found == CheckIn(id=found.id, at=found.at, day=found.day):
        return (Problem("", NOTHING_SAID),)
    return tuple(reader.problems) or found


def draft_check_in(
    entry: CheckInEntry, *, record_id: str, now: datetime, settings: Settings
) -> CheckIn:
    """Read a check-in that is being written; what can't be read yet counts as not said."""
    return _check_in(_Reader(), entry, record_id=record_id, now=now, settings=settings)


def _check_in(
    reader: _Reader, entry: CheckInEntry, *, record_id: str, now: datetime, settings: Settings
) -> CheckIn:
    today = day_of(now, day_start_hour=settings.day_start_hour)
    day = entry.day or today
    if day > today:
        reader.problems.append(
            Problem("day", "That day is still to come. Check in for a past one.")
        )
    stiff_min = reader.optional(entry.stiff, parse_minutes, field="stiff")
    sleep_h = reader.optional(entry.sleep, parse_hours, field="sleep")
    sleep_quality = reader.optional(
        entry.sleep_quality, lambda text: parse_scale(text, SLEEP_QUALITY), field="sleep_quality"
    )
    fatigue = reader.optional(
        entry.fatigue, lambda text: parse_scale(text, FATIGUE), field="fatigue"
    )
    planned_m = reader.optional(
        entry.planned, lambda text: parse_distance(text, settings.unit), field="planned"
    )
    sitting_h = reader.optional(entry.sitting, parse_hours, field="sitting")
    return CheckIn(
        id=record_id,
        at=now,
        day=day,
        scores=reader.scores(entry.scores, field="scores", parts=entry.parts),
        night=entry.night,
        stiff_min=stiff_min,
        sleep_h=sleep_h,
        sleep_quality=sleep_quality,
        fatigue=fatigue,
        limp=entry.limp,
        ill=entry.ill,
        painkiller=entry.painkiller,
        alarm=entry.alarm,
        full_list=entry.full_list,
        answers=reader.answers(entry.answers, field="answers"),
        bone_focal=entry.bone_focal,
        planned_m=planned_m,
        quality=entry.quality,
        pattern=entry.pattern,
        spread=entry.spread,
        hurts=entry.hurts,
        back_features=entry.back_features,
        sitting_h=sitting_h,
        note=reader.note(entry.note),
    )


def read_session(
    entry: SessionEntry,
    routine: Routine,
    *,
    steps_on: Callable[[date], Sequence[FittedStep]],
    record_id: str,
    now: datetime,
    settings: Settings,
    earlier: RoutineSession | None = None,
) -> RoutineSession | Problems:
    """Read a routine as it was gone through; every step of its day gets its mark.

    What the session it goes on with, `earlier`, has of steps that the routine lost since is kept.
    """
    reader = _Reader()
    at = _moment(reader, entry.when, now=now, settings=settings)
    day = entry.day or day_of(at, day_start_hour=settings.day_start_hour)
    steps = steps_on(day)
    known = [step.step.id for step in steps]
    unknown = [step for step in entry.states if step not in known]
    if unknown:
        ids = ", ".join(known)
        reader.problems.append(
            Problem("skip", f'{routine.id} has no step "{unknown[0]}". Its steps: {ids}.')
        )
    note = reader.note(entry.note)
    if reader.problems:
        return tuple(reader.problems)
    return RoutineSession(
        id=record_id,
        at=at,
        day=day,
        routine=routine.id,
        marks=(*(_mark(entry, step) for step in steps), *_lost(earlier, known)),
        seconds=entry.seconds,
        pain_before=entry.pain_before,
        pain_after=entry.pain_after,
        water_packed=entry.water_packed,
        left_at=entry.left_at,
        note=note,
        title="" if routine.builtin else routine.title,
    )


def _lost(earlier: RoutineSession | None, known: Collection[str]) -> Iterator[StepMark]:
    gone_through = StepState.DONE, StepState.SKIPPED
    marks = () if earlier is None else earlier.marks
    return (mark for mark in marks if mark.step not in known and mark.state in gone_through)


def _mark(entry: SessionEntry, fitted: FittedStep) -> StepMark:
    usual = StepState.LEFT_OUT if fitted.fit is Fit.LEFT_OUT else entry.others
    step = fitted.step.id
    return StepMark(
        step,
        entry.states.get(step, usual),
        entry.pains.get(step),
        tingling=step in entry.tingled,
    )


def _moment(reader: _Reader, text: str, *, now: datetime, settings: Settings) -> datetime:
    found = reader.optional(
        text, lambda typed: moment_of(typed, now=now, settings=settings), field="when"
    )
    return found or now


def moment_of(text: str, *, now: datetime, settings: Settings) -> datetime | Problem:
    """Read a moment as the person's settings say."""
    return parse_moment(
        text, now, day_first=settings.day_first, day_start_hour=settings.day_start_hour
    )
