"""How each site took the runs, judged until the next morning (R-SUM-01, 5; R-PAIN-07)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from tracker.diary.clinician.request import Period
from tracker.diary.clinician.words import NOT_KNOWN
from tracker.diary.responses import JudgedRun, JudgedSite, judged
from tracker.diary.snapshot import Snapshot
from tracker.domain.calendar_words import format_day_of_year
from tracker.domain.site import PainSite
from tracker.domain.units import format_distance
from tracker.domain.verdict import Response
from tracker.insight.page import Block, Column, Grid, Words
from tracker.insight.response_reason import response_reason
from tracker.insight.response_words import RESPONSE_SHORT
from tracker.rules import constants as c

ORDER: Final = (
    Response.GREEN,
    Response.AMBER_SETTLED,
    Response.AMBER_LINGER,
    Response.RED,
    Response.UNKNOWN,
)
NO_SITE: Final = "No site scored"
LISTED: Final = frozenset({Response.RED, Response.AMBER_LINGER})
MEANING: Final = (
    f"Red: next morning {c.MORNING_RED_RISE / 100:.1f} or more over the level before and"
    f" {c.MORNING_RED_SCORE} or more ({c.FOCAL_RED_SCORE} at sensitive bone), {c.RED_MIN} or more"
    " in the run, a limp, woken, or stopped."
    f" Lingers: {c.MORNING_LINGER_RISE / 100:.1f} over and {c.MORNING_LINGER_SCORE} or more."
    " Why: level before → next morning."
)


def judged_runs(snapshot: Snapshot, period: Period, *, today: date) -> tuple[JudgedRun, ...]:
    """Return the period's runs with their answers, those left out that wait for tomorrow's."""
    runs = snapshot.runs_between(period.first, period.last)
    found = (judged(snapshot, run) for run in runs)
    return tuple(each for each in found if not each.waits(today))


def answer_blocks(snapshot: Snapshot, runs: Sequence[JudgedRun], *, most: int) -> tuple[Block, ...]:
    """Return the counts for each site, and its RED and lingering answers, the newest first."""
    if not runs:
        return (Words("No run of these weeks can be judged yet."),)
    found = tuple(_listed(snapshot, runs))
    left = len(found) - most
    columns = (Column("Day"), Column("Distance", right=True), Column("Answer"), Column("Why"))
    return (
        Grid(_count_columns(), tuple(_counts(runs))),
        *((Grid(columns, found[:most]),) if found else ()),
        *((Words(f"{left} earlier ones are not listed."),) if left > 0 else ()),
        Words(MEANING, small=True),
    )


def _count_columns() -> tuple[Column, ...]:
    words = ("Runs", *(RESPONSE_SHORT[each].capitalize() for each in ORDER))
    return (Column("Site"), *(Column(word, right=True) for word in words))


def _counts(runs: Sequence[JudgedRun]) -> Iterator[tuple[str, ...]]:
    by_site: dict[PainSite | None, Counter[Response]] = {}
    for run in runs:
        for site in run.sites:
            by_site.setdefault(site.place, Counter())[site.response] += 1
    for place, counts in sorted(by_site.items(), key=lambda pair: -pair[1].total()):
        label = NO_SITE if place is None else place.label
        yield label, str(counts.total()), *(str(counts[each]) for each in ORDER)


def _listed(snapshot: Snapshot, runs: Sequence[JudgedRun]) -> Iterator[tuple[str, ...]]:
    for run in reversed(runs):
        distance = run.run.distance_m
        words = NOT_KNOWN if distance is None else format_distance(distance, snapshot.settings.unit)
        for site in _by_weight(run):
            yield (
                format_day_of_year(run.run.day),
                words,
                RESPONSE_SHORT[site.response],
                response_reason(site.place, site.session),
            )


def _by_weight(run: JudgedRun) -> list[JudgedSite]:
    found = [site for site in run.sites if site.response in LISTED]
    return sorted(found, key=lambda site: site.weight, reverse=True)
