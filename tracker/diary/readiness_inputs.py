"""From the diary to what the readiness rules look at (domain section 4.3)."""

from collections.abc import Iterable
from datetime import date, timedelta

from tracker.diary.day_state import DayState, day_state
from tracker.diary.flags import active_flags_on, computed_flags, list_waits_on
from tracker.diary.history import (
    last_fortnight,
    rise_of_the_week,
    run_days_in_row,
    usual,
    worst_week_delta,
)
from tracker.diary.plan_choices import plan_mode
from tracker.diary.recent_runs import RecentRuns, recent_runs, reds_last3, walked_w0
from tracker.diary.responses import judged
from tracker.diary.snapshot import Snapshot
from tracker.domain.run import Run, RunOutcome
from tracker.domain.screening import Clearance, Screening
from tracker.domain.site import PainSite
from tracker.rules.readiness_input import LastRun, ReadinessInput, SiteToday
from tracker.rules.screening import may_run_with_pain, screen_of
from tracker.rules.session import STOPPED
from tracker.rules.steady import steady

_WEEK = timedelta(days=7)
_ONE = timedelta(days=1)


def readiness_input(
    snapshot: Snapshot, day: date, *, planned_m: int | None = None
) -> ReadinessInput:
    """Derive everything that the verdict of a day is decided on."""
    state = day_state(snapshot, day)
    recent = recent_runs(snapshot, day)
    computed = computed_flags(snapshot, recent)
    flags = active_flags_on(snapshot, day, computed=computed)
    return ReadinessInput(
        screen=screen_of(snapshot.of(Screening), snapshot.of(Clearance), today=day),
        flags=flags,
        flag_words=computed,
        night=state.night,
        sites=tuple(_sites_today(snapshot, state, recent, flags)),
        unscored=unscored_places(snapshot, state),
        limp=state.limp,
        ill=state.ill,
        last_run=last_run(snapshot, day),
        sleep_h=state.sleep_h,
        sleep_q=state.sleep_quality,
        fatigue=state.fatigue,
        week_delta=worst_week_delta(snapshot, day),
        planned_m=state.planned_m if planned_m is None else planned_m,
        longest30_m=recent.longest_m,
        settled30_m=recent.settled_m,
        runs_30d=recent.count,
        too_much_m=recent.too_much_m,
        list_due=list_waits_on(snapshot, day),
        walked_w0=recent.longest_m is None and walked_w0(snapshot, day),
        run_days_in_row=run_days_in_row(snapshot, day),
        plan=plan_mode(snapshot, day),
    )


def _sites_today(
    snapshot: Snapshot, state: DayState, recent: RecentRuns, flags: tuple[str, ...]
) -> Iterable[SiteToday]:
    reds = reds_last3(snapshot, recent)
    for place in state.places:
        now = state.now(place)
        if now is not None:
            level = usual(snapshot, place, day=state.day)
            fortnight = last_fortnight(snapshot, place, day=state.day)
            yield SiteToday(
                place=place,
                now=now,
                usual=None if level is None else level.level,
                usual_n=None if level is None else level.mornings,
                steady=steady(
                    usual=None if level is None else level.level,
                    logged_14d=sum(score is not None for score in fortnight),
                    week_delta=rise_of_the_week(fortnight),
                    reds_last3=reds,
                    flags=flags,
                ),
                cleared_with_pain=may_run_with_pain(snapshot.of(Clearance), now, today=state.day),
            )


def unscored_places(snapshot: Snapshot, state: DayState) -> tuple[PainSite, ...]:
    """Return the tracked sites that hurt in the last seven days and have no score today.

    A pain-free day may be logged as one site with 0, so a site that was comfortable at its last
    score is not asked for.
    """
    missing = [place for place in snapshot.settings.tracked if state.now(place) is None]
    return tuple(place for place in missing if _last_score(snapshot, place, before=state.day))


def _last_score(snapshot: Snapshot, place: PainSite, *, before: date) -> int | None:
    week = (day_state(snapshot, before - _ONE * back) for back in range(1, _WEEK.days + 1))
    return next((score for state in week if (score := state.now(place)) is not None), None)


def last_run(snapshot: Snapshot, day: date) -> LastRun | None:
    """Return the last run as the rules see it.

    A run stopped today or yesterday counts before any later one: after it today and tomorrow are
    for rest (R-MID-11), whatever was run in between. Several runs of one day count as one, by the
    worst response and by a stop if there was one.
    """
    stopped = [run for run in snapshot.runs_between(day - _ONE, day) if run.outcome in STOPPED]
    latest = stopped[-1] if stopped else snapshot.latest_run(up_to=day)
    if latest is None:
        return None
    runs = snapshot.runs[latest.day]
    found = [judged(snapshot, run, as_of=day) for run in runs]
    worst = max((each.decided_by for each in found), key=lambda site: site.weight)
    return LastRun(
        days_ago=(day - latest.day).days,
        response=worst.response,
        outcome=_outcome(runs),
        place=worst.place,
        session=worst.session,
    )


def _outcome(runs: Iterable[Run]) -> RunOutcome:
    outcomes = [run.outcome for run in runs]
    return next((outcome for outcome in outcomes if outcome in STOPPED), outcomes[-1])
