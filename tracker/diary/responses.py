"""Each run paired with the morning after it (R-PAIN-06, R-PAIN-07)."""

from collections.abc import Iterable
from datetime import date, timedelta

from tracker.diary.day_state import DayState, day_state
from tracker.diary.snapshot import Snapshot
from tracker.domain.pain import PainScore
from tracker.domain.run import Run
from tracker.domain.site import PainSite
from tracker.domain.verdict import Response
from tracker.rules.session import SiteSession, session_response, worst_response


def response_to(snapshot: Snapshot, run: Run) -> Response:
    """Classify a run by its own scores and the next morning's; the worst site decides."""
    return response_of(site_sessions(snapshot, run))


def response_of(sessions: Iterable[SiteSession]) -> Response:
    """Classify a run by what its sites say; the worst one decides."""
    return worst_response(map(session_response, sessions))


def site_sessions(snapshot: Snapshot, run: Run) -> list[SiteSession]:
    """Give what a run is judged by, one entry a site.

    The sites are those scored with the run; where it has none, those of that morning's check-in.
    A run without any site is still judged by its outcome and its night.
    """
    before = day_state(snapshot, run.day)
    after = day_state(snapshot, run.day + timedelta(days=1))
    places: Iterable[PainSite | None] = run_places(run) or before.places or (None,)
    return [_site_session(run, place, before=before, after=after) for place in places]


def _site_session(
    run: Run, place: PainSite | None, *, before: DayState, after: DayState
) -> SiteSession:
    logged = _score(run.before, place)
    return SiteSession(
        pre=before.morning(place) if logged is None else logged,
        dur=_score(run.during, place),
        post60=_score(run.after, place),
        am=after.morning(place),
        night=after.night,
        limp=run.limp,
        outcome=run.outcome,
        painkiller=run.painkiller or after.painkiller or (before.painkiller and logged is None),
    )


def run_places(run: Run) -> tuple[PainSite, ...]:
    """Give the sites scored with a run, in the order of its form."""
    scores = (*run.before, *run.during, *run.after)
    return tuple(dict.fromkeys(score.place for score in scores))


def awaits_morning(run: Run, sessions: Iterable[SiteSession], *, today: date) -> bool:
    """Tell whether a run waits for a morning score that is due by now."""
    due = run.day + timedelta(days=1)
    return due <= today and any(session.am is None for session in sessions)


def _score(scores: tuple[PainScore, ...], place: PainSite | None) -> int | None:
    return next((score.score for score in scores if score.place == place), None)
