"""One sentence for every rule that fired, with the numbers that made it fire."""

from collections.abc import Callable, Iterable
from typing import Final

from tracker.domain.dataclass import dataclass
from tracker.domain.run import RunOutcome
from tracker.domain.settings import DistanceUnit
from tracker.domain.verdict import Outcome, RedKind
from tracker.rules import constants as c
from tracker.rules.cap import CapBy, settled_m, too_much_limit
from tracker.rules.distance_words import exact_distance
from tracker.rules.hundredths import one_decimal
from tracker.rules.pain import ZONE_WORDS, zone
from tracker.rules.progression import ladder_session
from tracker.rules.readiness import Fired, Readiness
from tracker.rules.readiness_input import SiteToday
from tracker.rules.readiness_rows import OUTCOMES, SHARES
from tracker.rules.red_flags import FLAGS
from tracker.rules.session import red_kind


@dataclass(frozen=True, slots=True)
class Explanation:
    """One reason: the rule's id and its sentence, without a full stop."""

    rule: str
    text: str


def explanations(
    verdict: Readiness, *, unit: DistanceUnit = DistanceUnit.KM
) -> tuple[Explanation, ...]:
    """Return one sentence for each fired rule, in the order of their ids."""
    return tuple(
        Explanation(fired.rule, _sentence(fired, verdict, unit)) for fired in verdict.fired
    )


def _sentence(fired: Fired, verdict: Readiness, unit: DistanceUnit) -> str:
    if fired.flags:
        words = verdict.given.flag_words
        titles = _joined(words.get(flag) or FLAGS[flag].title for flag in fired.flags)
        held = OUTCOMES[fired.rule] is Outcome.SEEK_CARE
        return titles if held else f"{titles}: worth having checked"
    if fired.sites:
        return _joined(_SITE_SENTENCES[fired.rule](site, verdict) for site in fired.sites)
    return _DAY_SENTENCES[fired.rule](verdict, unit)


def _joined(sentences: Iterable[str]) -> str:
    return "; ".join(sentences)


def _today(site: SiteToday) -> str:
    return f"{site.place.label} is {site.now} today"


def _with_usual(site: SiteToday) -> str:
    """Give score and usual level in the words of R-PAIN-03: "3 today; usual 0.7 of 8 mornings"."""
    usual = f"usual {one_decimal(site.usual or 0)}"
    counted = "" if site.usual_n is None else f" of {site.usual_n} mornings"
    return f"{site.place.label} {site.now} today; {usual}{counted}"


def _in_zone(site: SiteToday, verdict: Readiness) -> str:
    word = ZONE_WORDS[zone(site.now, green_max=verdict.limits.green_max)]
    return f"{_today(site)}: {word.lower()}"


_SITE_SENTENCES: Final[dict[str, Callable[[SiteToday, Readiness], str]]] = {
    "R-RDY-10": _in_zone,
    "R-RDY-20": lambda site, _: f"{_today(site)}, close to the stop zone",
    "R-RDY-20s": lambda site, _: f"{_with_usual(site)}, steady: your usual run, nothing longer",
    "R-RDY-20x": lambda site, _: f"{_with_usual(site)}, and you are cleared to run with it",
    "R-RDY-21": lambda site, _: f"{_with_usual(site)}: 2 or more above it",
    "R-RDY-30": _in_zone,
    "R-RDY-30s": lambda site, _: f"{_with_usual(site)}, steady: your usual run, nothing longer",
    "R-RDY-31": lambda site, _: f"{_with_usual(site)}: over 1 above it",
}


def _no_score(verdict: Readiness, _: DistanceUnit) -> str:
    missing = ", ".join(place.label for place in verdict.given.unscored)
    return f"No score for today yet: {missing}" if missing else "No pain score for today yet"


def _run(verdict: Readiness) -> str:
    """Name the last run by its day, as the object of a sentence: "yesterday's run"."""
    last = verdict.given.last_run
    days = None if last is None else last.days_ago
    named = {None: "the last run", 0: "today's run", 1: "yesterday's run"}
    return named.get(days, f"the run {days} days ago")


def _the_run(verdict: Readiness) -> str:
    named = _run(verdict)
    return f"{named[:1].upper()}{named[1:]}"


def _stopped(verdict: Readiness, _: DistanceUnit) -> str:
    run = verdict.given.last_run
    alarm = run is not None and run.outcome is RunOutcome.STOPPED_ALARM
    return f"{_the_run(verdict)} was stopped for {'an alarm sign' if alarm else 'pain'}"


def _numbers(verdict: Readiness) -> str:
    """Name the site that decided the last run's response, with its base and its morning."""
    last = verdict.given.last_run
    if last is None or last.place is None or last.session is None:
        return ""
    session, site = last.session, last.place.label
    if red_kind(session) is RedKind.STOPPED:
        return f" (stopped, {site})"
    if red_kind(session) is RedKind.SCORE:
        return f" ({site} {session.dur} while running)"
    if session.base is None or session.am is None:
        return f" ({site})"
    return f" ({site} {one_decimal(session.base)} → {session.am})"


def _too_much(verdict: Readiness, _: DistanceUnit) -> str:
    return f"{_the_run(verdict)} was too much{_numbers(verdict)}"


def _lingered(verdict: Readiness, _: DistanceUnit) -> str:
    more = "a little more than usual next morning"
    return f"You felt {_run(verdict)}; {more}{_numbers(verdict)}"


def _settled(verdict: Readiness, _: DistanceUnit) -> str:
    settled = f"it had settled by morning{_numbers(verdict)}"
    return f"You felt {_run(verdict)}; {settled}: repeat before adding"


def _unfinished(verdict: Readiness, _: DistanceUnit) -> str:
    run = verdict.given.last_run
    if run is not None and run.days_ago == 0:
        return "Today's run waits for tomorrow's score"
    return f"{_the_run(verdict)} lacks its morning score{_numbers(verdict)}"


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
    return f"This week's average is {rise} above last week's"


def _too_far(verdict: Readiness, unit: DistanceUnit) -> str:
    planned, longest = verdict.given.planned_m or 0, verdict.given.longest30_m or 0
    return (
        f"{exact_distance(planned, unit)} planned;"
        f" your longest in 30 days is {exact_distance(longest, unit)}"
    )


def _no_run(verdict: Readiness, _: DistanceUnit) -> str:
    session = ladder_session(walked_w0=verdict.given.walked_w0)
    last = verdict.given.last_run
    ran = last is not None and last.within(c.LONGEST_WINDOW_DAYS)
    none = "No run of the last 30 days has a distance" if ran else "No run in the last 30 days"
    if verdict.outcome is not Outcome.EASY:
        return f"{none}: the walk-run ladder comes first once you run again"
    return f"{none}: begin with {session.id} of the ladder, {session.text}"


def _few_runs(verdict: Readiness, _: DistanceUnit) -> str:
    runs = verdict.given.runs_30d
    return f"Only {runs} {'run' if runs == 1 else 'runs'} in the last 30 days"


def _in_a_row(verdict: Readiness, _: DistanceUnit) -> str:
    return f"{verdict.given.run_days_in_row} running days in a row"


def _in_a_row_without_pain(verdict: Readiness, unit: DistanceUnit) -> str:
    return f"{_in_a_row(verdict, unit)}, nearly without pain: a day off belongs to training"


def _too_much_twice(verdict: Readiness, unit: DistanceUnit) -> str:
    metres = verdict.given.too_much_m or 0
    runs = f"Runs of {exact_distance(metres, unit)} and more were too much twice in four weeks"
    if (too_much_limit(metres) or 0) >= c.CAP_FLOOR_M:
        return runs
    ladder = ladder_session(walked_w0=True)
    return f"{runs}: the walk-run ladder is the smaller dose ({ladder.id}: {ladder.text})"


_DAY_SENTENCES: Final[dict[str, Callable[[Readiness, DistanceUnit], str]]] = {
    "R-RDY-00a": lambda *_: "The 8 health questions are missing or over a year old",
    "R-RDY-00b": _no_score,
    "R-RDY-00c": lambda *_: "Run advice is for people of 18 or older",
    "R-RDY-00d": lambda *_: "A symptom asks for the alarm list, and it is not answered yet",
    "R-RDY-04": lambda *_: "Your health answers ask for a clinician's word first",
    "R-RDY-11": lambda *_: "Pain changes how you walk",
    "R-RDY-12": lambda *_: "You are ill today",
    "R-RDY-13": lambda *_: "Pain woke you last night",
    "R-RDY-14": _stopped,
    "R-RDY-22": _too_much,
    "R-RDY-22e": _too_much,
    "R-RDY-24": lambda *_: "The ladder leaves a day between runs",
    "R-RDY-25": _fatigue,
    "R-RDY-32": _lingered,
    "R-RDY-32s": _settled,
    "R-RDY-33": _unfinished,
    "R-RDY-35": _slept,
    "R-RDY-36": _fatigue,
    "R-RDY-37": _week_rise,
    "R-RDY-38": _too_far,
    "R-RDY-39": _no_run,
    "R-RDY-39b": _few_runs,
    "R-RDY-40": _in_a_row,
    "R-RDY-40n": _in_a_row_without_pain,
    "R-RDY-41": lambda *_: (
        "Your health answers allow moderate running:"
        f" effort {c.MODERATE_RPE_MAX} of 10 at most, no hard sessions"
    ),
    "R-RDY-42": _too_much_twice,
    "R-RDY-50": lambda *_: "Nothing you logged argues against it",
}


def cap_text(verdict: Readiness, *, unit: DistanceUnit = DistanceUnit.KM) -> str | None:
    """Say how today's cap came about; None where there is none to explain."""
    cap = verdict.cap
    if cap is None or not cap.metres:
        return None
    if cap.by is CapBy.TOO_MUCH:
        run = exact_distance(verdict.given.too_much_m or 0, unit)
        return f"{c.TOO_MUCH_PERCENT} % of {run}, which was too much twice, rounded down"
    if cap.by is CapBy.FLOOR:
        return (
            f"no less than {exact_distance(c.CAP_FLOOR_M, unit)}, or your longest run where that is"
            " shorter: below that the walk-run ladder is the smaller dose"
        )
    share = f"{verdict.cap_percent / 100:.2f}"
    return f"{share} × {_longest_settled(verdict, unit)}, rounded down"


def _longest_settled(verdict: Readiness, unit: DistanceUnit) -> str:
    longest = verdict.given.known_longest_m or 0
    settled = settled_m(verdict.given) or 0
    if settled == longest:
        return f"{exact_distance(longest, unit)}, your longest in 30 days"
    if verdict.given.settled30_m is None:
        return f"{exact_distance(settled, unit)}, three quarters of your longest: no run settled"
    return f"{exact_distance(settled, unit)}, your longest in 30 days that wasn't too much"


def cap_reason(verdict: Readiness, *, unit: DistanceUnit = DistanceUnit.KM) -> str:
    """Say which row keeps a run below the plan, without a full stop (section 4.3, GO)."""
    cap = verdict.cap
    if cap is not None and cap.by is not CapBy.SHARE and verdict.given.too_much_m is not None:
        return _too_much_twice(verdict, unit)
    shared = [fired for fired in verdict.fired if SHARES.get(fired.rule) == verdict.cap_percent]
    if shared:
        return _joined(_sentence(fired, verdict, unit) for fired in shared)
    longest = verdict.given.known_longest_m or 0
    settled = settled_m(verdict.given) or 0
    which = "" if settled == longest else " that wasn't too much"
    return f"Your longest run in 30 days{which} is {exact_distance(settled, unit)}"
