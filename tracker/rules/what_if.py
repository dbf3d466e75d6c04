"""Trying the rules on given inputs: one case in, one result in the form of section 15."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from tracker.domain.check_in import BoneFocal
from tracker.domain.pain import SCORE_MAX, Night
from tracker.domain.problem import Problem
from tracker.domain.run import RunOutcome
from tracker.domain.screening import Screen
from tracker.domain.site import PARTS, PainSite, Side, Site, parse_site, sides_of
from tracker.domain.verdict import Plan, RedKind, Response
from tracker.rules import constants as c
from tracker.rules import what_if_fields as read
from tracker.rules.impact import IMPACT_VALUES, impact
from tracker.rules.load import monotony, spike_band
from tracker.rules.midrun import Alarm, Event, Finish, Pain, walk_through
from tracker.rules.pattern_gate import PatternGate
from tracker.rules.progression import ProgressInput, progress
from tracker.rules.readiness import readiness
from tracker.rules.readiness_input import LEFT_OUT, LastRun, ReadinessInput, SiteToday
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
            "settled30_km",
            "runs_30d",
            "too_much_km",
            "run_days_in_row",
            "plan",
            "list_due",
        ),
    )
    signs = _signs(fields.raw("answers"))
    sites = fields.items("sites", _site)
    sleep_h = fields.decimal("sleep_h", low=0, high=_SLEEP_H_MAX)
    verdict = readiness(
        ReadinessInput(
            screen=_screen(fields),
            flags=fired_flags(signs),
            night=signs.night,
            sites=tuple(site for site in sites if site is not None),
            limp=fields.flag("limp"),
            ill=fields.flag("ill"),
            last_run=_last_run(fields.raw("last_run")),
            sleep_h=None if sleep_h is None else float(sleep_h),
            sleep_q=fields.integer("sleep_q", low=1, high=_SLEEP_QUALITY_MAX),
            fatigue=fields.integer("fatigue", high=_FATIGUE_MAX),
            week_delta=fields.hundredths("week_delta"),
            planned_m=fields.metres("planned_km"),
            longest30_m=fields.metres("longest30_km"),
            settled30_m=fields.metres("settled30_km") if fields.has("settled30_km") else LEFT_OUT,
            runs_30d=fields.integer("runs_30d"),
            too_much_m=fields.metres("too_much_km"),
            list_due=fields.flag("list_due"),
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


def _screen(fields: Fields) -> Screen:
    """Read the screening's word; one that is not known counts as missing (R-RDY-00a)."""
    said = fields.raw("screen")
    if isinstance(said, str) and said not in set(Screen):
        return Screen.MISSING
    return fields.word("screen", Screen) or Screen.MISSING


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
        known=(
            "site",
            "side",
            "part",
            "rest_or_night",
            "walking",
            "worse_through_run",
            "bone_risk",
        ),
    )
    said = fields.raw("site")
    elsewhere = isinstance(said, str) and said.replace("_", " ") in _OTHER_BONES
    return BoneFocal(
        site=Site.OTHER if elsewhere else _site_code(fields),
        side=fields.word("side", Side),
        part=_part(fields),
        rest_or_night=fields.flag("rest_or_night"),
        walking=fields.flag("walking"),
        worse_through_run=fields.flag("worse_through_run"),
        bone_risk=fields.flag("bone_risk"),
    )


def _part(fields: Fields) -> str | None:
    """Read where on the site, written as the codes are ("front_edge") or as a person reads it."""
    said = fields.raw("part")
    if said is None:
        return None
    known = sorted({part for parts in PARTS.values() for part in parts})
    part = said.replace("_", " ") if isinstance(said, str) else ""
    if part not in known:
        codes = ", ".join(each.replace(" ", "_") for each in known)
        raise refuse(fields.path("part"), f"not a known part. Use one of {codes}.")
    return part


def _site(value: object, path: str) -> SiteToday | None:
    """Read a site of today; one without a score counts as none."""
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
        return None
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
    scores = ("pre", "dur", "post60", "am", "am0")
    marks = ("late", "limp", "limp_am", "painkiller", "focal")
    fields = Fields(given, known=(*scores, "usual", *marks, "night", "outcome"))
    pre, dur, post60, am, am0 = (fields.integer(key, high=SCORE_MAX) for key in scores)
    return session_response(
        SiteSession(
            pre=pre,
            dur=dur,
            post60=post60,
            am=am,
            am0=am0,
            usual=fields.level("usual"),
            late=fields.flag("late"),
            limp=fields.flag("limp"),
            limp_am=fields.flag("limp_am"),
            painkiller=fields.flag("painkiller"),
            focal=fields.flag("focal"),
            night=fields.word("night", Night),
            outcome=fields.word("outcome", RunOutcome) or RunOutcome.COMPLETED,
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
    pre = fields.integer("pre", high=SCORE_MAX) or 0
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
