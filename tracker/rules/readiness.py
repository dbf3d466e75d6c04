"""What today allows (section 4.3): every row is looked at, the most restrictive outcome wins."""

from typing import Final

from tracker.domain.dataclass import dataclass
from tracker.domain.screening import Screen
from tracker.domain.verdict import Level, Outcome
from tracker.rules import red_flags
from tracker.rules.cap import Cap, day_cap
from tracker.rules.limits import USUAL_LIMITS, Limits
from tracker.rules.readiness_input import ReadinessInput, SiteToday
from tracker.rules.readiness_rows import DAY_ROWS, FLAG_ROWS, OUTCOMES, SHARES, SITE_ROWS

MILDEST_FIRST: Final = (
    Outcome.GO,
    Outcome.EASY,
    Outcome.CROSS,
    Outcome.REST,
    Outcome.SEEK_CARE,
)


@dataclass(frozen=True, slots=True)
class Fired:
    """One row that fired, with the sites or red flags that made it fire."""

    rule: str
    sites: tuple[SiteToday, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """Today's verdict, and what it was decided on (`given`, `limits`).

    `level` is None unless SEEK_CARE. `fired` is sorted by rule id as text, `flags` by flag id.
    """

    outcome: Outcome
    level: Level | None
    fired: tuple[Fired, ...]
    flags: tuple[str, ...]
    given: ReadinessInput
    limits: Limits = USUAL_LIMITS

    @property
    def cap(self) -> Cap | None:
        """Return the cap of a day that allows running; None where it doesn't, or without a run."""
        if self.outcome not in {Outcome.GO, Outcome.EASY}:
            return None
        return day_cap(self.given, percent=self.cap_percent)

    @property
    def cap_m(self) -> int | None:
        """Return the most metres to run, 0 where running is not advised, None without a run."""
        if self.outcome not in {Outcome.GO, Outcome.EASY}:
            return 0
        return None if self.cap is None else self.cap.metres

    @property
    def cap_percent(self) -> int:
        """Return the smallest share that a fired row leaves, in percent of the settled run."""
        shares = (SHARES[rule] for rule in self.rules if rule in SHARES)
        return min((self.limits.run_cap_percent, *shares))

    @property
    def rules(self) -> tuple[str, ...]:
        """Return the ids of the fired rules."""
        return tuple(fired.rule for fired in self.fired)


def readiness(given: ReadinessInput, *, limits: Limits = USUAL_LIMITS) -> Readiness:
    """Decide what today allows, and list every row that fired (section 4.3)."""
    fired = _fired(given, limits)
    outcome = max(
        (OUTCOMES[row.rule] for row in fired), key=MILDEST_FIRST.index, default=Outcome.GO
    )
    if outcome is not Outcome.SEEK_CARE:
        missing = _missing(given, allows_all=outcome is Outcome.GO)
        if missing is not None:
            fired, outcome = (Fired(missing),), OUTCOMES[missing]
    return Readiness(
        outcome=outcome,
        level=_level(given.flags) if outcome is Outcome.SEEK_CARE else None,
        fired=fired or (Fired("R-RDY-50"),),
        flags=tuple(sorted(given.flags)),
        given=given,
        limits=limits,
    )


def _fired(given: ReadinessInput, limits: Limits) -> tuple[Fired, ...]:
    by_flag = [
        Fired(row.rule, flags=flags) for row in FLAG_ROWS if (flags := row.flags(given.flags))
    ]
    by_site = [
        Fired(row.rule, sites=sites)
        for row in SITE_ROWS
        if (sites := tuple(filter(row.fires, given.sites)))
    ]
    by_day = [Fired(row.rule) for row in DAY_ROWS if row.fires(given, limits)]
    return tuple(sorted((*by_flag, *by_site, *by_day), key=lambda fired: fired.rule))


def _missing(given: ReadinessInput, *, allows_all: bool) -> str | None:
    """Name what stands between the diary and advice, in the order of section 4.3.

    A site that was asked about and not scored stands in the way of GO only: GO is never said on
    the strength of a score that is missing.
    """
    if given.screen is Screen.DIARY_ONLY:
        return "R-RDY-00c"
    if given.screen is Screen.MISSING:
        return "R-RDY-00a"
    if given.list_due:
        return "R-RDY-00d"
    if not given.sites or (given.unscored and allows_all):
        return "R-RDY-00b"
    return None


def _level(flags: tuple[str, ...]) -> Level:
    return red_flags.highest_level(flags) or Level.CLINICIAN
