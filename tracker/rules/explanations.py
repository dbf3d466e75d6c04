"""One sentence for every rule that fired, with the numbers that made it fire."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from tracker.domain.run import RunOutcome
from tracker.domain.settings import DistanceUnit
from tracker.domain.verdict import Outcome, Response
from tracker.rules.distance_words import exact_distance
from tracker.rules.hundredths import one_decimal
from tracker.rules.pain import ZONE_WORDS, zone
from tracker.rules.readiness import Fired, Readiness
from tracker.rules.readiness_input import SiteToday
from tracker.rules.readiness_rows import OUTCOMES
from tracker.rules.red_flags import FLAGS


@dataclass(frozen=True, slots=True)
class Explanation:
    """One reason: the rule's id and its sentence, without a full stop."""

    rule: str
    text: str


def explanations(
    verdict: Readiness, *, unit: DistanceUnit = DistanceUnit.KM
) -> tuple[Explanation, ...]:
    """Give one sentence for each fired rule, in the order of their ids."""
    return tuple(
        Explanation(fired.rule, _sentence(fired, verdict, unit)) for fired in verdict.fired
    )


def _sentence(fired: Fired, verdict: Readiness, unit: DistanceUnit) -> str:
    if fired.flags:
        titles = _joined(FLAGS[flag].title for flag in fired.flags)
        held = OUTCOMES[fired.rule] is Outcome.SEEK_CARE
        return titles if held else f"{titles}: worth having checked"
    if fired.sites:
        return _joined(_SITE_SENTENCES[fired.rule](site, verdict) for site in fired.sites)
    return _DAY_SENTENCES[fired.rule](verdict, unit)


def _joined(sentences: Iterable[str]) -> str:
    return "; ".join(sentences)


def _in_zone(site: SiteToday, verdict: Readiness) -> str:
    word = ZONE_WORDS[zone(site.now, green_max=verdict.limits.green_max)]
    return f"{site.place.label} is {site.now}: {word.lower()}"


def _above_usual(site: SiteToday, _: Readiness) -> str:
    return f"{site.place.label} is {one_decimal(site.rise or 0)} above its {_usual(site)}"


def _usual(site: SiteToday) -> str:
    return f"usual {one_decimal(site.usual or 0)}"


_SITE_SENTENCES: Final[dict[str, Callable[[SiteToday, Readiness], str]]] = {
    "R-RDY-10": _in_zone,
    "R-RDY-20": lambda site, _: f"{site.place.label} is {site.now}, close to the stop zone",
    "R-RDY-20x": lambda site, _: (
        f"{site.place.label} is {site.now}: cleared, and not above its {_usual(site)}"
    ),
    "R-RDY-21": _above_usual,
    "R-RDY-30": _in_zone,
    "R-RDY-31": _above_usual,
}


def _no_score(verdict: Readiness, _: DistanceUnit) -> str:
    missing = ", ".join(place.label for place in verdict.given.unscored)
    return f"No score for today yet: {missing}" if missing else "No pain score for today yet"


def _days_ago(verdict: Readiness) -> str:
    run = verdict.given.last_run
    days = None if run is None else run.days_ago
    return {None: "", 0: " today", 1: " yesterday"}.get(days, f" {days} days ago")


def _stopped(verdict: Readiness, _: DistanceUnit) -> str:
    run = verdict.given.last_run
    alarm = run is not None and run.outcome is RunOutcome.STOPPED_ALARM
    return f"The run{_days_ago(verdict)} was stopped for {'an alarm sign' if alarm else 'pain'}"


def _still_felt(verdict: Readiness, _: DistanceUnit) -> str:
    run = verdict.given.last_run
    lingered = run is not None and run.response is Response.AMBER_LINGER
    how = "was still felt next morning" if lingered else "was felt, and settled by morning"
    return f"The run{_days_ago(verdict)} {how}"


def _slept(verdict: Readiness, _: DistanceUnit) -> str:
    given, limits = verdict.given, verdict.limits
    parts = []
    if given.sleep_h is not None and given.sleep_h < limits.sleep_h_min:
        parts.append(f"Slept {given.sleep_h:g} h")
    if given.sleep_q is not None and given.sleep_q <= limits.sleep_quality_low:
        parts.append(f"Sleep quality was {given.sleep_q} of 5")
    return _joined(parts)


def _fatigue(verdict: Readiness, _: DistanceUnit) -> str:
    return f"Fatigue is {verdict.given.fatigue} of 10"


def _week_rise(verdict: Readiness, _: DistanceUnit) -> str:
    rise = one_decimal(verdict.given.week_delta or 0)
    return f"This week's mean is {rise} above last week's"


def _too_far(verdict: Readiness, unit: DistanceUnit) -> str:
    planned, longest = verdict.given.planned_m or 0, verdict.given.longest30_m or 0
    return f"{exact_distance(planned, unit)} planned, longest was {exact_distance(longest, unit)}"


_DAY_SENTENCES: Final[dict[str, Callable[[Readiness, DistanceUnit], str]]] = {
    "R-RDY-00a": lambda *_: "The screening questions wait for answers not older than 12 months",
    "R-RDY-00b": _no_score,
    "R-RDY-00c": lambda *_: "Run advice is for people of 18 or older",
    "R-RDY-04": lambda *_: "Your screening answers ask for a clinician's word first",
    "R-RDY-11": lambda *_: "Pain changes how you walk",
    "R-RDY-12": lambda *_: "You are ill today",
    "R-RDY-13": lambda *_: "Pain woke you last night",
    "R-RDY-14": _stopped,
    "R-RDY-22": lambda verdict, _: f"The run{_days_ago(verdict)} was too much",
    "R-RDY-24": lambda *_: "The ladder leaves a day between runs",
    "R-RDY-25": _fatigue,
    "R-RDY-32": _still_felt,
    "R-RDY-33": lambda verdict, _: f"The run{_days_ago(verdict)} lacks its morning score",
    "R-RDY-35": _slept,
    "R-RDY-36": _fatigue,
    "R-RDY-37": _week_rise,
    "R-RDY-38": _too_far,
    "R-RDY-39": lambda *_: "No run in the last 30 days",
    "R-RDY-40": lambda verdict, _: f"{verdict.given.run_days_in_row} running days in a row",
    "R-RDY-41": lambda *_: "Your screening answers allow moderate running",
    "R-RDY-50": lambda *_: "Nothing you logged argues against it",
}


def cap_text(verdict: Readiness, *, unit: DistanceUnit = DistanceUnit.KM) -> str | None:
    """Say how today's cap came about; None where there is none to explain."""
    longest = verdict.given.known_longest_m
    if not verdict.cap_m or not longest:
        return None
    share = f"{verdict.cap_percent / 100:.2f}"
    return f"{share} × {exact_distance(longest, unit)}, your longest in 30 days, rounded down"
