"""Trying the rules on given inputs: one case in, one result in the form of section 15."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from tracker.domain.check_in import BoneFocal
from tracker.domain.pain import SCORE_MAX, Night
from tracker.domain.problem import Problem
from tracker.domain.run import RunOutcome
from tracker.domain.screening import Screen
from tracker.domain.site import PainSite, Side, Site, parse_site, sides_of
from tracker.domain.verdict import Plan, RedKind, Response
from tracker.rules import constants as c
from tracker.rules import what_if_fields as read
from tracker.rules.impact import IMPACT_VALUES, impact
from tracker.rules.load import monotony, spike_band
from tracker.rules.midrun import Alarm, Event, Finish, Pain, walk_through
from tracker.rules.pattern_gate import PatternGate
from tracker.rules.progression import ProgressInput, progress
from tracker.rules.readiness import readiness
from tracker.rules.readiness_input import LastRun, ReadinessInput, SiteToday
from tracker.rules.red_flags import BONE_FOCAL_KEY, FLAGS, TICKABLE, Signs, fired_flags
from tracker.rules.session import SiteSession, session_response
from tracker.rules.steady import steady
from tracker.rules.what_if_fields import Fields, WhatIfError, refuse

Result = dict[str, Any] | list[Any] | str | bool

_DAYS = 7
_LOAD_MAX = 1_000_000
_FATIGUE_MAX = 10
_SLEEP_QUALITY_MAX = 5
_SLEEP_H_MAX = 24
_QUESTIONS = 4
# The words of R-RED-22's row that are no site of their own: none of them is high-risk bone.
_OTHER_BONES: Final = {"foot", "pelvis", "other bone"}


def check_case(case: object) -> Result | Problem:
    """Answer `{"fn": …, "input": …}` exactly as the worked examples write their results.

    Further keys beside these two (an id, a title) are let be. A key of the input that is left out
    or null is not known; one that can't be read, or that the rules do not look at, gives a Problem
    that names it: a misspelt red flag must not pass for none.
    """
    if not isinstance(case, Mapping):
        return Problem("", 'Give a case as {"fn": …, "input": …}.')
    known = ", ".join(FUNCTIONS)
    name = case.get("fn")
    if not isinstance(name, str) or name not in FUNCTIONS:
        said = f'"{name}" is not one of them' if isinstance(name, str) else "it is missing"
        return Problem("fn", f"fn: {said}. Use one of {known}.")
    if "input" not in case:
        return Problem("input", "input: it is missing. Give an object with the inputs' keys.")
    try:
        return FUNCTIONS[name](case["input"])
    except WhatIfError as error:
        return error.problem


def _readiness(given: object) -> Result:
    fields = Fields(
        given,
        known=(
            "screen",
            "answers",
            "sites",
            "limp",
            "ill",
            "last_run",
            "sleep_h",
            "sleep_q",
            "fatigue",
            "week_delta",
            "planned_km",
            "longest30_km",
            "run_days_in_row",
            "plan",
        ),
    )
    signs = _signs(fields.raw("answers"))
    sites = fields.items("sites", _site)
    sleep_h = fields.decimal("sleep_h", low=0, high=_SLEEP_H_MAX)
    verdict = readiness(
        ReadinessInput(
            screen=fields.word("screen", Screen) or Screen.MISSING,
            flags=fired_flags(signs),
            night=signs.night,
            sites=tuple(site for site in sites if isinstance(site, SiteToday)),
            unscored=tuple(site for site in sites if isinstance(site, PainSite)),
            limp=fields.flag("limp"),
            ill=fields.flag("ill"),
            last_run=_last_run(fields.raw("last_run")),
            sleep_h=None if sleep_h is None else float(sleep_h),
            sleep_q=fields.integer("sleep_q", low=1, high=_SLEEP_QUALITY_MAX),
            fatigue=fields.integer("fatigue", high=_FATIGUE_MAX),
            week_delta=fields.hundredths("week_delta"),
            planned_m=fields.metres("planned_km"),
            longest30_m=fields.metres("longest30_km"),
            run_days_in_row=fields.integer("run_days_in_row"),
            plan=fields.word("plan", Plan),
        )
    )
    return {
        "outcome": verdict.outcome.value,
        "level": None if verdict.level is None else verdict.level.value,
        "cap_km": None if verdict.cap_m is None else verdict.cap_m / 1000,
        "rules": list(verdict.rules),
        "flags": list(verdict.flags),
    }


def _signs(given: object) -> Signs:
    if given is None:
        return Signs()
    fields = Fields(
        given, path="answers", known=("night", "nights_woken_7d", BONE_FOCAL_KEY, *TICKABLE)
    )
    return Signs(
        ticked=frozenset(key for key in TICKABLE if fields.flag(key)),
        night=fields.word("night", Night),
        nights_woken_7d=fields.integer("nights_woken_7d", high=_DAYS) or 0,
        bone_focal=_bones(fields),
    )


def _bones(fields: Fields) -> tuple[BoneFocal, ...]:
    """Read one place of pin-point bone pain, a list of them, or false for none."""
    given = fields.raw(BONE_FOCAL_KEY)
    if given is None or given is False:
        return ()
    if isinstance(given, list):
        return fields.items(BONE_FOCAL_KEY, _bone_focal)
    return (_bone_focal(given, fields.path(BONE_FOCAL_KEY)),)


def _bone_focal(value: object, path: str) -> BoneFocal:
    fields = Fields(
        value,
        path=path,
        known=("site", "side", "rest_or_night", "walking", "worse_through_run"),
    )
    said = fields.raw("site")
    elsewhere = isinstance(said, str) and said.replace("_", " ") in _OTHER_BONES
    return BoneFocal(
        site=Site.OTHER if elsewhere else _site_code(fields),
        side=fields.word("side", Side),
        rest_or_night=fields.flag("rest_or_night"),
        walking=fields.flag("walking"),
        worse_through_run=fields.flag("worse_through_run"),
    )


def _site(value: object, path: str) -> SiteToday | PainSite:
    if isinstance(value, Mapping) and "ref" in value:
        key = f"{path}.ref"
        raise refuse(key, "it is called usual now, a number with at most two decimals.")
    fields = Fields(
        value, path=path, known=("site", "side", "now", "usual", "steady", "cleared_with_pain")
    )
    site = _site_code(fields)
    side = fields.word("side", Side)
    usual_side = Side.CENTRE if Side.CENTRE in sides_of(site) else Side.BOTH
    place = PainSite(site, side or usual_side)
    now = fields.integer("now", high=SCORE_MAX)
    usual = fields.level("usual")
    is_steady, cleared = fields.flag("steady"), fields.flag("cleared_with_pain")
    if now is None:
        return place
    return SiteToday(place=place, now=now, usual=usual, steady=is_steady, cleared_with_pain=cleared)


def _site_code(fields: Fields) -> Site:
    value = fields.raw("site")
    found = parse_site(value) if isinstance(value, str) else Problem("site", "")
    if isinstance(found, Problem):
        known = ", ".join(site.value for site in Site)
        raise refuse(fields.path("site"), f"not a known site. Use one of {known}.")
    return found[0]


def _last_run(given: object) -> LastRun | None:
    if given is None:
        return None
    fields = Fields(given, path="last_run", known=("days_ago", "response", "outcome"))
    return LastRun(
        days_ago=fields.integer("days_ago"),
        response=fields.word("response", Response),
        outcome=fields.word("outcome", RunOutcome) or RunOutcome.COMPLETED,
    )


def _session(given: object) -> Result:
    scores = ("pre", "dur", "post60", "am")
    fields = Fields(given, known=(*scores, "night", "limp", "outcome", "painkiller"))
    pre, dur, post60, am = (fields.integer(key, high=SCORE_MAX) for key in scores)
    return session_response(
        SiteSession(
            pre=pre,
            dur=dur,
            post60=post60,
            am=am,
            night=fields.word("night", Night),
            limp=fields.flag("limp"),
            outcome=fields.word("outcome", RunOutcome) or RunOutcome.COMPLETED,
            painkiller=fields.flag("painkiller"),
        )
    ).value


def _steady(given: object) -> Result:
    fields = Fields(given, known=("usual", "logged_14d", "week_delta", "reds_last3", "flags"))
    return steady(
        usual=fields.level("usual"),
        logged_14d=fields.integer("logged_14d", high=c.STEADY_DAYS) or 0,
        week_delta=fields.hundredths("week_delta"),
        reds_last3=fields.integer("reds_last3", high=c.STEADY_RUNS) or 0,
        flags=fields.items("flags", _flag_id),
    )


def _flag_id(value: object, path: str) -> str:
    if isinstance(value, str) and value in FLAGS:
        return value
    raise refuse(path, f"not a red flag. Use one of {', '.join(FLAGS)}.")


def _progress(given: object) -> Result:
    fields = Fields(
        given, known=("hist", "hold_flag", "reds_14d", "last_red_kind", "week_delta", "adv7")
    )
    return progress(
        ProgressInput(
            hist=fields.items("hist", lambda value, path: read.word(value, path, Response)),
            hold_flag=fields.flag("hold_flag"),
            reds_14d=fields.integer("reds_14d") or 0,
            last_red_kind=fields.word("last_red_kind", RedKind),
            week_delta=fields.hundredths("week_delta"),
            adv7=fields.integer("adv7") or 0,
        )
    ).decision.value


def _midrun(given: object) -> Result:
    fields = Fields(given, known=("pre", "events"))
    pre = fields.needed_integer("pre", high=SCORE_MAX)
    states = walk_through(pre, fields.items("events", _event))
    outcome = states[-1].outcome
    return {
        "trail": [run.state.value for run in states],
        "outcome": None if outcome is None else outcome.value,
    }


def _event(value: object, path: str) -> Event:
    match value:
        case ["alarm"] | "alarm":
            return Alarm()
        case ["finish"] | "finish":
            return Finish()
        case ["pain", score]:
            return Pain(read.integer(score, path, high=SCORE_MAX))
        case ["pain", score, "limp"]:
            return Pain(read.integer(score, path, high=SCORE_MAX), limp=True)
        case _:
            raise refuse(path, 'use ["pain", n], ["pain", n, "limp"], ["alarm"] or ["finish"].')


def _spike(given: object) -> Result:
    fields = Fields(given, known=("longest30_km", "planned_km"))
    longest = fields.metres("longest30_km")
    if fields.raw("planned_km") is None:
        raise refuse(fields.path("planned_km"), "missing; give a list of kilometres.")
    return [
        spike_band(planned, longest).value for planned in fields.items("planned_km", read.metres)
    ]


def _monotony(given: object) -> Result:
    fields = Fields(given, known=("loads",))
    loads = fields.items("loads", _load)
    if len(loads) != _DAYS:
        raise refuse(fields.path("loads"), "give seven daily loads, 0 for a rest day.")
    week = monotony(loads)
    return {
        "total": week.total,
        "mean": round(week.mean, 2),
        "sd": round(week.sd, 2),
        "monotony": None if week.monotony is None else round(week.monotony, 2),
        "strain": None if week.strain is None else round(week.strain),
    }


def _load(value: object, path: str) -> float:
    load = read.decimal(value, path, low=0, high=_LOAD_MAX)
    return load.numerator if load.denominator == 1 else float(load)


def _impact(given: object) -> Result:
    fields = Fields(given, known=("answers",))
    if fields.raw("answers") is None:
        raise refuse(
            fields.path("answers"), "missing; give a list of lists of four option numbers."
        )
    checks = map(impact, fields.items("answers", _options))
    return [{"score": check.score, "substantial": check.substantial} for check in checks]


def _options(value: object, path: str) -> list[int | None]:
    if not isinstance(value, list) or not 1 <= len(value) <= _QUESTIONS:
        raise refuse(path, "give four option numbers from 0 to 3, null for a skipped one.")
    return [
        None if option is None else read.integer(option, path, high=len(IMPACT_VALUES) - 1)
        for option in value
    ]


def _assoc_gate(given: object) -> Result:
    fields = Fields(given, known=("pairs", "exposed"))
    pairs = fields.needed_integer("pairs")
    exposed = fields.needed_integer("exposed", high=pairs)
    return "OK" if PatternGate(pairs, exposed).open else "INSUFFICIENT"


FUNCTIONS: Final[Mapping[str, Callable[[object], Result]]] = {
    "readiness": _readiness,
    "session": _session,
    "steady": _steady,
    "progress": _progress,
    "midrun": _midrun,
    "spike": _spike,
    "monotony": _monotony,
    "impact": _impact,
    "assoc_gate": _assoc_gate,
}
