"""Which red flags are active on a day, from the answers and from the diary's own numbers (2.2)."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta
from functools import partial

from tracker.diary.back_pain_history import behaves_like_inflammation
from tracker.diary.day_state import DayState, day_state
from tracker.diary.history import known_places
from tracker.diary.recent_runs import RecentRuns, recent_runs
from tracker.diary.responses import judged, run_places
from tracker.diary.snapshot import Snapshot, days
from tracker.diary.time_loss import running_cut
from tracker.domain.check_in import CheckIn
from tracker.domain.moment import day_of
from tracker.domain.run import Run
from tracker.domain.screening import Clearance, Retraction, Screening
from tracker.domain.site import PainSite
from tracker.domain.visit import Visit
from tracker.rules.computed_flags import (
    Morning,
    PainStop,
    after_stop_persist,
    lingers,
    severe_two_days,
    three_too_much,
    time_loss,
)
from tracker.rules.constants import FULL_LIST_EVERY_DAYS, LINGER_LOW_DAYS, WEEK_DAYS
from tracker.rules.flag_history import active_flags, cleared_at
from tracker.rules.red_flags import list_reason, symptom_opens_list
from tracker.rules.screening import has_bone_risk

_ONE = timedelta(days=1)
_NOON = time(12)
_LINGER_WINDOW = timedelta(days=LINGER_LOW_DAYS + WEEK_DAYS)
_RECENT = timedelta(days=28)
_SITE_WINDOW = timedelta(days=90)


def active_flags_on(
    snapshot: Snapshot, day: date, *, computed: Iterable[str] | None = None
) -> tuple[str, ...]:
    """Return the ids of all red flags active on a day, sorted.

    `computed` are the `computed_flags` of the day where they are at hand.
    """
    if computed is None:
        computed = computed_flags(snapshot, recent_runs(snapshot, day))
    newer = snapshot.check_ins_between(day - _RECENT, day)
    older = [item for item in snapshot.alarming if item.day < day - _RECENT]
    return active_flags(
        [*older, *newer],
        snapshot.of(Clearance),
        snapshot.of(Retraction),
        today=day,
        computed=computed,
        visits=(visit.day for visit in snapshot.of(Visit)),
        bone_risk=has_bone_risk(snapshot.of(Screening), today=day),
    )


def computed_flags(snapshot: Snapshot, recent: RecentRuns) -> dict[str, str]:
    """Return what the diary's own numbers raise on a day (R-RED-25 to 28, 31, 34), sorted by id.

    Each id has the words for what raised it, "" where the flag's title says it.
    """
    found: dict[str, dict[str, None]] = {}
    for flag, words in (*_by_runs(recent), *_by_mornings(snapshot, recent.day)):
        found.setdefault(flag, {})[words] = None
    return {flag: "; ".join(found[flag]) for flag in sorted(found)}


def _by_runs(recent: RecentRuns) -> Iterator[tuple[str, str]]:
    if three_too_much(reds_14d=recent.reds_14d):
        yield "R-RED-34", ""


def _by_mornings(snapshot: Snapshot, day: date) -> Iterator[tuple[str, str]]:
    places = known_places(snapshot, first=day - _SITE_WINDOW, last=day)
    for place in places:
        if lingers(_scores_by_day(snapshot, place, day), today=day):
            yield "R-RED-25", ""
        if severe_two_days(_last_two(snapshot, place, day)):
            yield "R-RED-31", ""
    if behaves_like_inflammation(snapshot, day):
        yield "R-RED-28", ""
    cut = running_cut(snapshot, day)
    lost = time_loss(days_cut=cut.days, sessions_missed=cut.sessions)
    if lost:
        yield "R-RED-26", lost
    for place, stops in _stops(snapshot, day).items():
        persists = after_stop_persist(stops, partial(_mornings, snapshot, place, last=day))
        if persists:
            yield "R-RED-27", persists


def _scores_by_day(snapshot: Snapshot, place: PainSite, day: date) -> dict[date, int]:
    found = (
        (back, day_state(snapshot, back).morning(place)) for back in days(day - _LINGER_WINDOW, day)
    )
    return {back: score for back, score in found if score is not None}


def _last_two(snapshot: Snapshot, place: PainSite, day: date) -> list[int]:
    """Return the site's scores of its last two check-ins, the older first."""
    since = cleared_at("R-RED-31", snapshot.of(Clearance), today=day)
    scores = [
        score.score
        for item in snapshot.check_ins_between(day - _SITE_WINDOW, day)
        if since is None or (item.day, item.at) > since
        for score in item.scores
        if score.place == place
    ]
    return scores[-2:]


def _stops(snapshot: Snapshot, day: date) -> dict[PainSite, list[PainStop]]:
    """Return the runs stopped for pain by the site that stopped them, oldest first."""
    since = cleared_at("R-RED-27", snapshot.of(Clearance), today=day)
    found: dict[PainSite, list[PainStop]] = {}
    for run in snapshot.pain_stops:
        ended = run.start + timedelta(seconds=run.duration_s or 0)
        if run.day <= day and (since is None or (run.day, ended) > since):
            for place in stopping_places(run):
                stop = PainStop(ended, run.day, _base(snapshot, run, place))
                found.setdefault(place, []).append(stop)
    return found


def stopping_places(run: Run) -> tuple[PainSite, ...]:
    """Return the sites that hurt most during a stopped run; all its sites where none was scored."""
    worst = max((score.score for score in run.during), default=None)
    return tuple(score.place for score in run.during if score.score == worst) or run_places(run)


def _base(snapshot: Snapshot, run: Run, place: PainSite) -> int | None:
    sites = judged(snapshot, run, as_of=run.day).sites
    return next((site.session.base for site in sites if site.place == place), None)


def _mornings(snapshot: Snapshot, place: PainSite, first: date, *, last: date) -> Iterator[Morning]:
    found = (_first_of(snapshot, place, day) for day in days(first, last))
    return (morning for morning in found if morning is not None)


def _first_of(snapshot: Snapshot, place: PainSite, day: date) -> Morning | None:
    for item in snapshot.check_ins.get(day, ()):
        for score in item.scores:
            if score.place == place:
                return Morning(_moment_of_morning(item, snapshot), day, score.score)
    return None


def _moment_of_morning(item: CheckIn, snapshot: Snapshot) -> datetime:
    """Return when a score was felt: one filled in on a later day was so by that day's noon."""
    written_on = day_of(item.at, day_start_hour=snapshot.settings.day_start_hour)
    if written_on == item.day:
        return item.at
    return datetime.combine(item.day, _NOON, tzinfo=item.at.tzinfo)


def list_reason_on(snapshot: Snapshot, day: date) -> str:
    """Say why the whole red-flag list is to be gone through on a day (2.2); "" where it isn't."""
    seen, later = _parted(snapshot, day, lambda item: item.full_list)
    return list_reason(
        gate=any(item.alarm for item in later.check_ins),
        new_site=any(
            is_new_site(snapshot, place, day) for place in set(later.places) - set(seen.places)
        ),
        scores=later.all_scores,
        qualities=later.qualities,
        days_since_full=0 if seen.check_ins else _days_since_full_list(snapshot, day),
    )


def list_waits_on(snapshot: Snapshot, day: date) -> bool:
    """Return whether the list waits for an answer because of a symptom (R-RDY-00d).

    A sign that was named is an answer, also without the rest of the list.
    """
    _seen, later = _parted(snapshot, day, lambda item: item.full_list or _names_a_sign(item))
    return symptom_opens_list(
        gate=any(item.alarm for item in later.check_ins),
        scores=later.all_scores,
        qualities=later.qualities,
    )


def _parted(
    snapshot: Snapshot, day: date, answers: Callable[[CheckIn], bool]
) -> tuple[DayState, DayState]:
    """Part a day's check-ins after the last one that answers the list."""
    of_day = snapshot.check_ins.get(day, ())
    through = max((at for at, item in enumerate(of_day, start=1) if answers(item)), default=0)
    return (
        DayState(day=day, check_ins=of_day[:through]),
        DayState(day=day, check_ins=of_day[through:]),
    )


def _names_a_sign(item: CheckIn) -> bool:
    return bool(item.bone_focal) or any(answer.yes for answer in item.answers)


def is_new_site(snapshot: Snapshot, place: PainSite, day: date) -> bool:
    """Return whether a site has no score on any of the ninety days before a day."""
    before = snapshot.check_ins_between(day - _SITE_WINDOW, day - _ONE)
    return not any(score.place == place for item in before for score in item.scores)


def _days_since_full_list(snapshot: Snapshot, day: date) -> int | None:
    for back in range(1, FULL_LIST_EVERY_DAYS + 1):
        if any(item.full_list for item in snapshot.check_ins.get(day - _ONE * back, ())):
            return back
    return None
