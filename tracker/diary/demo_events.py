"""What the made-up person wrote down besides the days: a flare, episodes, a visit, heat."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Final, TypeAlias

from tracker.domain.episode import Episode, Flare
from tracker.domain.identity import new_id
from tracker.domain.remedy import Remedy, RemedyKind
from tracker.domain.screening import ClearedBy
from tracker.domain.site import PainSite, Side, Site
from tracker.domain.visit import Visit

DemoEvent: TypeAlias = Flare | Episode | Visit | Remedy

BACK: Final = PainSite(Site.LOW_BACK, Side.CENTRE)
ACHILLES: Final = PainSite(Site.ACHILLES, Side.RIGHT)

_SEED = 20_260_705
_HEAT_S = 15 * 60
_FLARE = (136, 129, "After the run that was too long.")
_EPISODES = (
    (136, 100, "Sore summer back", BACK, "Three weeks of short walks, then short runs."),
    (176, 128, "New shoes", ACHILLES, ""),
)
_VISITS = ((129, ClearedBy.PHYSIO, "Bridges and walking; short runs again once it is quiet."),)
_HEAT_BACK = (134, 132, 131)


def demo_events(now: datetime, *, today: date, days: int) -> Iterator[DemoEvent]:
    """Return the events of the story that lie within its last `days` days."""
    first = today - timedelta(days=days - 1)
    for event in _story(now, today):
        day = event.start if isinstance(event, Flare | Episode) else event.day
        if day >= first:
            yield event


def _story(now: datetime, today: date) -> Iterator[DemoEvent]:
    random = Random(_SEED)  # noqa: S311 - a story, not a secret

    def day_of(back: int) -> date:
        return today - timedelta(days=back)

    def written(back: int, hour: int) -> tuple[str, datetime]:
        at = min(datetime.combine(day_of(back), time(hour, 15)).astimezone(), now)
        return new_id(at, randbits=random.getrandbits), at

    back, end, note = _FLARE
    key, at = written(back, 20)
    yield Flare(id=key, at=at, start=day_of(back), end=day_of(end), place=BACK, note=note)
    for back, end, name, place, note in _EPISODES:
        key, at = written(back, 20)
        start, last = day_of(back), day_of(end)
        yield Episode(id=key, at=at, start=start, end=last, name=name, place=place, note=note)
    for back, by, note in _VISITS:
        key, at = written(back, 20)
        yield Visit(id=key, at=at, day=day_of(back), by=by, note=note)
    for back in _HEAT_BACK:
        key, at = written(back, 19)
        kind = RemedyKind.HEAT
        yield Remedy(id=key, at=at, day=day_of(back), kind=kind, place=BACK, seconds=_HEAT_S)
