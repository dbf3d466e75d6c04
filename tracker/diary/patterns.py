"""What goes along with better or worse mornings in this diary (R-AN-05, R-AN-06, R-AN-08)."""

from datetime import date

from tracker.diary.book import Book
from tracker.diary.day_habits import day_habits
from tracker.diary.day_state import morning_scores
from tracker.diary.experiments import ExperimentView, experiment_views
from tracker.diary.history import known_places
from tracker.diary.own_exposures import own_exposures
from tracker.diary.snapshot import Snapshot
from tracker.domain.dataclass import dataclass
from tracker.domain.exposure import FIXED_EXPOSURES, Exposure
from tracker.domain.site import PainSite
from tracker.insight.exposures import exposed
from tracker.insight.lagged_pairs import paired_days
from tracker.insight.patterns import Pattern, find_patterns


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternReport:
    """One site's report. `place` is None where no site was ever scored or tracked.

    `places` are the sites to choose from; `scored` counts the days with a morning score.
    """

    today: date
    place: PainSite | None
    places: tuple[PainSite, ...]
    scored: int
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PatternsView:
    """One site's report, and every own test, the newest first."""

    report: PatternReport
    tests: tuple[ExperimentView, ...]


def view_patterns(
    book: Book, *, site: PainSite | None = None, exploratory: bool = False
) -> PatternsView:
    """Return the patterns page of a site, of the first one tracked where none is given."""
    snapshot, today = book.snapshot, book.today
    return PatternsView(
        report=pattern_report(snapshot, today=today, site=site, exploratory=exploratory),
        tests=experiment_views(snapshot, today=today),
    )


def fixed_patterns(book: Book, site: PainSite | None) -> tuple[Pattern, ...]:
    """Return the six fixed patterns of a site, of the first one tracked where none is given."""
    return pattern_report(book.snapshot, today=book.today, site=site).patterns


def pattern_report(
    snapshot: Snapshot, *, today: date, site: PainSite | None = None, exploratory: bool = False
) -> PatternReport:
    """Look for patterns in one site's mornings; without `site` in those of the first one tracked.

    With `exploratory` the exposures beyond the six fixed ones are looked at, too.
    """
    first = next(iter(snapshot.check_ins), today)
    places = known_places(snapshot, first=first, last=today)
    place = site or next(iter(places), None)
    scores = morning_scores(snapshot, place, until=today)
    habits = day_habits(snapshot, paired_days(scores))
    looked_at = tuple(Exposure) if exploratory else FIXED_EXPOSURES
    own = own_exposures(snapshot, habits) if exploratory else {}
    return PatternReport(
        today=today,
        place=place,
        places=places,
        scored=len(scores),
        patterns=find_patterns(
            scores,
            {
                **{
                    each: {day: exposed(each, holds) for day, holds in habits.items()}
                    for each in looked_at
                },
                **own,
            },
        ),
    )
