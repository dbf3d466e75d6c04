"""Everything that the diary tells about one run: for the card beside the list."""

from datetime import date, timedelta

from tracker.diary.answers import RunLine
from tracker.diary.book import Book
from tracker.diary.day_facts import session_words
from tracker.diary.day_state import day_state
from tracker.diary.history import usual
from tracker.diary.past_verdicts import PastVerdict, past_verdict
from tracker.diary.responses import run_places, score_of
from tracker.diary.run_views import run_line
from tracker.diary.snapshot import Snapshot
from tracker.domain.dataclass import dataclass
from tracker.domain.run import Run
from tracker.domain.site import PainSite
from tracker.rules.pain import Usual

_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteScores:
    """A site's scores around a run, `after` an hour later, and next morning; None = not logged."""

    place: PainSite
    before: int | None
    worst: int | None
    after: int | None
    morning: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RunStory:
    """One run: `usual` is the level that its deciding site was judged by, None where unknown."""

    line: RunLine
    sites: tuple[SiteScores, ...]
    usual: Usual | None
    routines: tuple[str, ...]
    verdict: PastVerdict | None


def run_story(book: Book, run: Run) -> RunStory:
    """Return what is known of a run."""
    return story_of(book.snapshot, run, today=book.today)


def story_of(snapshot: Snapshot, run: Run, *, today: date) -> RunStory:
    """Gather it."""
    line, next_day = run_line(snapshot, run, today=today), day_state(snapshot, run.day + _ONE)
    decided = None if line.decided_by is None else line.decided_by.place
    return RunStory(
        line=line,
        sites=tuple(
            SiteScores(
                place=place,
                before=score_of(run.before, place),
                worst=score_of(run.during, place),
                after=score_of(run.after, place),
                morning=next_day.morning(place),
            )
            for place in run_places(run)
        ),
        usual=None if decided is None else usual(snapshot, decided, day=run.day + _ONE),
        routines=tuple(
            session_words(snapshot, each) for each in snapshot.sessions.get(run.day, ())
        ),
        verdict=past_verdict(snapshot, run.day, today=today),
    )
