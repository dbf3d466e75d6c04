"""A check-in on file, back in the form it was typed in."""

from tracker.diary.entries import CheckInEntry
from tracker.domain.check_in import CheckIn
from tracker.domain.settings import DistanceUnit
from tracker.domain.units import format_distance


def entry_of(check_in: CheckIn, *, unit: DistanceUnit) -> CheckInEntry:
    """Write a check-in as a person would type it."""
    return CheckInEntry(
        day=check_in.day,
        scores={score.place: score.score for score in check_in.scores},
        parts={score.place: score.part for score in check_in.scores if score.part is not None},
        night=check_in.night,
        stiff=_number(check_in.stiff_min),
        sleep=_number(check_in.sleep_h),
        sleep_quality=_number(check_in.sleep_quality),
        fatigue=_number(check_in.fatigue),
        limp=check_in.limp,
        ill=check_in.ill,
        painkiller=check_in.painkiller,
        alarm=check_in.alarm,
        full_list=check_in.full_list,
        answers={answer.key: answer.yes for answer in check_in.answers},
        bone_focal=check_in.bone_focal,
        planned="" if check_in.planned_m is None else format_distance(check_in.planned_m, unit),
        quality=check_in.quality,
        pattern=check_in.pattern,
        spread=check_in.spread,
        hurts=check_in.hurts,
        back_features=check_in.back_features,
        sitting=_number(check_in.sitting_h),
        note=check_in.note,
    )


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"
