"""A diary to draw: three sites, runs, events, gaps, the same on every machine."""

import math
import random
from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tracker.domain.site import PainSite, Side, Site
from tracker.insight.series import EpisodeSpan, EventKind, PainSeries, make_series

BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
SHIN = PainSite(Site.SHIN, Side.LEFT)


def _draw_up(days: int, *, end: date = date(2026, 11, 22), seed: int = 7) -> PainSeries:
    rng = random.Random(seed)  # noqa: S311 - a made-up diary
    scores: dict[date, dict[PainSite, int]] = {}
    runs: dict[date, int] = {}
    events: dict[date, set[EventKind]] = {}
    for number in range(days):
        day = end - timedelta(days=days - 1 - number)
        if rng.random() > 0.08 and not 40 <= number % 365 < 52:
            level = 3 + 3 * math.sin(number / 40)
            scores[day] = {
                BACK: min(10, max(0, round(level + rng.gauss(0, 1)))),
                SHIN: min(10, max(0, round(1 + rng.gauss(0, 1)))),
            }
        if rng.random() < 0.45:
            runs[day] = rng.randrange(800, 16_000)
        if rng.random() < 0.06:
            events[day] = {rng.choice(list(EventKind)), EventKind.REMEDY}
    episode = EpisodeSpan("Spring", end - timedelta(days=days // 3), end - timedelta(days=3))
    return make_series(
        scores, until=end, run_m=runs, events=events, episodes=[episode], tracked=(BACK, SHIN)
    )


@pytest.fixture(scope="session")
def diary() -> Callable[[int], PainSeries]:
    made: dict[int, PainSeries] = {}

    def of(days: int) -> PainSeries:
        if days not in made:
            made[days] = _draw_up(days)
        return made[days]

    return of
