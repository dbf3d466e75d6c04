"""The made-up person's weekly checks, read off the scores of the weeks that they look back on."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from random import Random
from statistics import mean

from tracker.domain.check_in import CheckIn
from tracker.domain.identity import new_id
from tracker.domain.impact_check import ImpactCheck
from tracker.domain.site import PainSite
from tracker.insight.calendar_week import CalendarWeek, week_start

_SEED = 11
_DAYS_NEEDED = 4
_MILD, _FELT, _MUCH = 1.2, 3.0, 4.6


def demo_checks(
    check_ins: Iterable[CheckIn], place: PainSite, *, today: date
) -> Iterator[ImpactCheck]:
    """Answer every week with enough scores on its Sunday evening; the latest is left to do."""
    random = Random(_SEED)  # noqa: S311 - a story, not a secret
    weeks: dict[date, list[int]] = {}
    for item in check_ins:
        scores = [score.score for score in item.scores if score.place == place]
        weeks.setdefault(week_start(item.day), []).extend(scores)
    for first, scores in sorted(weeks.items()):
        week = CalendarWeek(first, today)
        if len(scores) < _DAYS_NEEDED or week.moved(1).last > today:
            continue
        at = datetime.combine(week.last, time(19, 30)).astimezone()
        yield ImpactCheck(
            id=new_id(at, randbits=random.getrandbits),
            at=at,
            day=week.last,
            options=_options(mean(scores)),
            place=place,
        )


def _options(level: float) -> tuple[int | None, ...]:
    if level < _MILD:
        return (0, None, None, None)
    if level < _FELT:
        return (1, 0, 0, 1)
    return (1, 1, 1, 1) if level < _MUCH else (2, 2, 1, 2)
