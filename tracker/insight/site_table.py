"""One line a site: how it is now, against six weeks ago, and the days between."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from math import ceil

from tracker.domain.dataclass import dataclass
from tracker.domain.pain import SCORE_MAX, Night
from tracker.domain.site import PainSite
from tracker.domain.verdict import Change
from tracker.insight.glyph_set import Glyphs
from tracker.insight.raster import Ground, Ink, Patch
from tracker.insight.series import PainSeries
from tracker.insight.zone_ink import zone_ink
from tracker.rules import constants as c
from tracker.rules.pain import change
from tracker.rules.session import WOKEN

STRIP_DAYS = 42


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSummary:
    """One site up to a day.

    `mean7` with its `n7` is the mean of the last seven days, `mean_before` and `n_before` that of
    the first seven of the strip; `change` compares the two (R-PAIN-04). `worst` is the highest
    score of the strip, `strip` its scores day by day, None where nothing was logged.
    """

    site: PainSite
    mean7: float | None
    n7: int
    mean_before: float | None
    n_before: int
    change: Change
    worst: int | None
    worst_day: date | None
    logged: int
    strip: tuple[int | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteTable:
    """All sites over the same days, the sorest first, and the nights that pain woke the person."""

    first: date
    last: date
    rows: tuple[SiteSummary, ...]
    nights_woken: int
    nights_answered: int


def site_table(
    series: PainSeries, *, until: date, nights: Mapping[date, Night] | None = None
) -> SiteTable:
    """Sum up each site over the 42 days up to `until`."""
    first = until - timedelta(days=STRIP_DAYS - 1)
    rows = [_summary(series, site, first) for site in series.sites]
    answers = [night for day, night in (nights or {}).items() if first <= day <= until]
    return SiteTable(
        first=first,
        last=until,
        rows=tuple(
            sorted(rows, key=lambda row: -1 if row.mean7 is None else row.mean7, reverse=True)
        ),
        nights_woken=sum(night in WOKEN for night in answers),
        nights_answered=len(answers),
    )


def _summary(series: PainSeries, site: PainSite, first: date) -> SiteSummary:
    days = [first + timedelta(days=number) for number in range(STRIP_DAYS)]
    points = [series.at(day) for day in days]
    strip = tuple(None if point is None else point.score(site) for point in points)
    now, before = strip[-c.WEEK_DAYS :], strip[: c.WEEK_DAYS]
    worst = max((score for score in strip if score is not None), default=None)
    return SiteSummary(
        site=site,
        mean7=_mean(now),
        n7=_logged(now),
        mean_before=_mean(before),
        n_before=_logged(before),
        change=change(now, before),
        worst=worst,
        worst_day=None if worst is None else max(
            day for day, score in zip(days, strip, strict=True) if score == worst
        ),
        logged=_logged(strip),
        strip=strip,
    )  # fmt: skip


def _logged(scores: Sequence[int | None]) -> int:
    return sum(score is not None for score in scores)


def _mean(scores: Sequence[int | None]) -> float | None:
    logged = [score for score in scores if score is not None]
    return sum(logged) / len(logged) if len(logged) >= c.WEEK_ENTRIES_MIN else None


def in_cells(scores: Sequence[int | None], *, cells: int) -> tuple[int | None, ...]:
    """Share days out to cells, as many to each; a cell has the highest score of its days."""
    each = max(1, ceil(len(scores) / max(1, cells)))
    groups = (scores[first : first + each] for first in range(0, len(scores), each))
    return tuple(
        max((score for score in some if score is not None), default=None) for some in groups
    )


def draw_strip(
    scores: Sequence[int | None], *, glyphs: Glyphs, green_max: int
) -> tuple[Patch, ...]:
    """Draw one cell a day on the fixed scale 0-10, so that all strips compare; no entry is `·`."""
    top = len(glyphs.strip) - 1
    return tuple(
        Patch(glyphs.no_entry, Ink.DIM, Ground.PAGE)
        if score is None
        else Patch(
            glyphs.strip[(score * top + SCORE_MAX // 2) // SCORE_MAX],
            zone_ink(score, green_max=green_max),
            Ground.PAGE,
        )
        for score in scores
    )
