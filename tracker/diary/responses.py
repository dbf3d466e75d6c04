"""Each run judged by its own scores and the mornings after it (R-PAIN-06, R-PAIN-07)."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from tracker.diary.day_state import DayState, day_state, morning_of_each
from tracker.diary.history import usual
from tracker.diary.snapshot import Snapshot
from tracker.domain.dataclass import dataclass
from tracker.domain.pain import PainScore
from tracker.domain.run import Run
from tracker.domain.screening import Screening
from tracker.domain.site import PainSite
from tracker.domain.verdict import RedKind, Response
from tracker.rules.constants import LATE_MORNINGS, WEEK_DAYS
from tracker.rules.screening import has_bone_risk
from tracker.rules.session import MILDEST_FIRST, SiteSession, is_focal, red_kind, session_response

_ONE = timedelta(days=1)
_NO_PLACE = (None,)


@dataclass(frozen=True, slots=True)
class JudgedSite:
    """One site around one run; `place` is None for a run of which no site was ever scored."""

    place: PainSite | None
    session: SiteSession
    response: Response

    @property
    def weight(self) -> tuple[int, int]:
        """Return what orders sites by how much they decided: the response, then the numbers."""
        session = self.session
        by_morning = red_kind(session) in {None, RedKind.MORNING, RedKind.LIMP}
        size = session.rise if by_morning else session.dur
        return MILDEST_FIRST.index(self.response), -1000 if size is None else size


@dataclass(frozen=True, slots=True)
class JudgedRun:
    """A run with what each of its sites says about it; the worst one decides."""

    run: Run
    sites: tuple[JudgedSite, ...]

    @property
    def decided_by(self) -> JudgedSite:
        """Return the site that decided."""
        return max(self.sites, key=lambda site: site.weight)

    @property
    def response(self) -> Response:
        """Return the 24-hour response."""
        return self.decided_by.response

    def waits(self, today: date) -> bool:
        """Return whether the morning that answers is still to come."""
        return self.response is Response.UNKNOWN and self.run.day >= today

    def due(self, today: date) -> bool:
        """Return whether it is the morning after, and its score is not typed yet."""
        unknown = self.response is Response.UNKNOWN
        return unknown and self.awaits_morning(today) and today == self.run.day + _ONE

    def awaits_morning(self, today: date) -> bool:
        """Return whether a morning score is missing that is due by now."""
        due = self.run.day + _ONE <= today
        return due and any(site.session.am is None for site in self.sites)


def judged(snapshot: Snapshot, run: Run, *, as_of: date | None = None) -> JudgedRun:
    """Judge a run by its scores and the mornings after it, on file or up to a day (`as_of`).

    The sites are those scored with the run; where it has none, those of that day's check-in, else
    of the next one's. A run without any site is still judged by its outcome and its night. A site
    that nobody follows any more, and so has no morning, leaves the answer to the others.
    """
    before = day_state(snapshot, run.day)
    after = _mornings_after(snapshot, run, as_of=as_of)
    places = run_places(run) or before.places or _places_of(after[:1]) or _NO_PLACE
    found = [_judged_site(snapshot, run, place, before=before, after=after) for place in places]
    kept = [
        site
        for site in found
        if site.session.am is not None
        or site.response is Response.RED
        or _is_followed(snapshot, site.place, run.day)
    ]
    return JudgedRun(run, tuple(kept or found))


def response_to(snapshot: Snapshot, run: Run, *, as_of: date | None = None) -> Response:
    """Classify a run by what is on file, or was on a day; the worst site decides."""
    return judged(snapshot, run, as_of=as_of).response


def _judged_site(
    snapshot: Snapshot,
    run: Run,
    place: PainSite | None,
    *,
    before: DayState,
    after: Sequence[DayState],
) -> JudgedSite:
    session = _session(snapshot, run, place, before=before, after=after)
    return JudgedSite(place, session, session_response(session))


def _session(
    snapshot: Snapshot,
    run: Run,
    place: PainSite | None,
    *,
    before: DayState,
    after: Sequence[DayState],
) -> SiteSession:
    am0, *later = morning_of_each(snapshot, place, [run.day, *(day.day for day in after)])
    scored = next((at for at, score in enumerate(later) if score is not None), None)
    answering = (*after[:1], *([after[scored]] if scored else []))
    pre = score_of(run.before, place)
    level = None if place is None else usual(snapshot, place, day=run.day + _ONE)
    return SiteSession(
        pre=pre,
        dur=score_of(run.during, place),
        post60=score_of(run.after, place),
        am=None if scored is None else later[scored],
        am0=am0,
        usual=None if level is None else level.level,
        late=bool(scored),
        am_of=1 + (scored or 0),
        night=after[0].night if after else None,
        limp=run.limp,
        limp_am=any(day.limp for day in answering),
        outcome=run.outcome,
        painkiller=run.painkiller
        or _after_medicine(snapshot, run)
        or any(day.painkiller for day in answering)
        or (before.painkiller and pre is None),
        focal=place is not None
        and (
            is_focal(place.site, bone_risk=False)
            or has_bone_risk(snapshot.of(Screening), today=run.day)
        ),
    )


def _after_medicine(snapshot: Snapshot, run: Run) -> bool:
    taken = snapshot.medicines.get(run.day)
    return taken is not None and taken <= run.start


def _mornings_after(snapshot: Snapshot, run: Run, *, as_of: date | None) -> list[DayState]:
    """Return the next morning and those that may stand in for it (C-38), up to a day."""
    later = (run.day + _ONE * back for back in range(1, 2 + LATE_MORNINGS))
    return [day_state(snapshot, day) for day in later if as_of is None or day <= as_of]


def _places_of(states: Iterable[DayState]) -> tuple[PainSite, ...]:
    return tuple(dict.fromkeys(place for state in states for place in state.places))


def _is_followed(snapshot: Snapshot, place: PainSite | None, day: date) -> bool:
    """Return whether a site is scored in the mornings: tracked, or by what the week before says."""
    if snapshot.settings.tracked:
        return place in snapshot.settings.tracked
    week = (day_state(snapshot, day - _ONE * back) for back in range(WEEK_DAYS))
    return any(state.morning(place) is not None for state in week)


def run_places(run: Run) -> tuple[PainSite, ...]:
    """Return the sites scored with a run, in the order of its form."""
    scores = (*run.before, *run.during, *run.after)
    return tuple(dict.fromkeys(score.place for score in scores))


def score_of(scores: Iterable[PainScore], place: PainSite | None) -> int | None:
    """Return a site's score among those of one moment, None where it has none."""
    return next((score.score for score in scores if score.is_at(place)), None)
