"""What today's verdict looks at (section 4.3)."""

from collections.abc import Mapping
from dataclasses import field
from enum import Enum, auto
from typing import Final

from tracker.domain.dataclass import dataclass
from tracker.domain.pain import Night
from tracker.domain.run import RunOutcome
from tracker.domain.screening import Screen
from tracker.domain.site import PainSite
from tracker.domain.verdict import Plan, Response
from tracker.rules.hundredths import POINT
from tracker.rules.session import STOPPED, SiteSession


class LeftOut(Enum):
    """Says that a number was not worked out, where "there is none" is an answer of its own."""

    LEFT_OUT = auto()


LEFT_OUT: Final = LeftOut.LEFT_OUT


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteToday:
    """One site's latest score of today, and its usual level in hundredths of a point (R-PAIN-03).

    `usual` None is not known; `steady` is R-PAIN-08's answer; `cleared_with_pain` says that a valid
    clearance allows running with this score. `usual_n` counts the mornings behind the usual level:
    it is told, no rule asks for it.
    """

    place: PainSite
    now: int
    usual: int | None = None
    usual_n: int | None = None
    steady: bool = False
    cleared_with_pain: bool = False

    @property
    def rise(self) -> int | None:
        """Return how far today is above the usual level, in hundredths of a point."""
        return None if self.usual is None else self.now * POINT - self.usual

    @property
    def near_usual(self) -> bool:
        """Return whether today is known to be at most a point above the usual level."""
        return self.rise is not None and self.rise <= POINT


@dataclass(frozen=True, slots=True, kw_only=True)
class LastRun:
    """The run before today; None means not known.

    `place` is the site that decided its response, and `session` what that site was judged by: both
    are told, no rule asks for them.
    """

    days_ago: int | None = None
    response: Response | None = None
    outcome: RunOutcome = RunOutcome.COMPLETED
    place: PainSite | None = None
    session: SiteSession | None = None

    def within(self, days: int) -> bool:
        """Return whether the run is known to lie at most so many days back."""
        return self.days_ago is not None and self.days_ago <= days


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadinessInput:
    """All that today's verdict looks at; None means not known, and its rows do not fire.

    `flags` are the active red-flag ids, `flag_words` say of some what raised them; `sites` have a
    score for today, `unscored` are sites that
    were asked about and have none. Distances in metres; `longest30_m` None = no run in 30 days;
    `settled30_m` is the longest of these runs that wasn't too much, None where each of them was,
    left out = the longest; `too_much_m` the shortest RED run of 28 days where there are two or more
    (C-35), else None; `runs_30d` how many runs there were. `week_delta` in hundredths of a point:
    the worst site's 7-day mean minus the previous one. `list_due` says that the alarm list waits
    for an answer because of a symptom, `walked_w0` that one W0 walk was GREEN since the last
    R-RED-22 or R-RED-23.
    """

    screen: Screen = Screen.MISSING
    flags: tuple[str, ...] = ()
    flag_words: Mapping[str, str] = field(default_factory=dict)
    night: Night | None = None
    sites: tuple[SiteToday, ...] = ()
    unscored: tuple[PainSite, ...] = ()
    limp: bool = False
    ill: bool = False
    last_run: LastRun | None = None
    sleep_h: float | None = None
    sleep_q: int | None = None
    fatigue: int | None = None
    week_delta: int | None = None
    planned_m: int | None = None
    longest30_m: int | None = None
    settled30_m: int | LeftOut | None = LEFT_OUT
    runs_30d: int | None = None
    too_much_m: int | None = None
    list_due: bool = False
    walked_w0: bool = False
    run_days_in_row: int | None = None
    plan: Plan | None = None

    @property
    def known_longest_m(self) -> int | None:
        """Return the longest run of 30 days; a run of no distance is no baseline."""
        return self.longest30_m or None

    @property
    def stopped_yesterday(self) -> bool:
        """Return whether the last run was stopped, today or yesterday (R-RDY-14)."""
        run = self.last_run
        return run is not None and run.outcome in STOPPED and run.within(1)

    def last_response(self, response: Response, *, first: int = 0, days: int) -> bool:
        """Return whether the last run had this response, `first` to `days` days ago."""
        run = self.last_run
        return (
            run is not None
            and run.response is response
            and run.days_ago is not None
            and first <= run.days_ago <= days
        )
