"""Check-ins: how the person is at one moment of one day (R-PAIN-02, section 2.2)."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, fields, replace
from typing import Any, Final

from tracker.diary.factors import ASKED, FACTORS, known_factors
from tracker.diary.kinds.kind import Kind
from tracker.diary.snapshot import Snapshot
from tracker.domain.check_in import BoneFocal, CheckIn, FactorAnswer, FlagAnswer
from tracker.domain.fields import NO, YES, boxes, choice, day, lines_of, note, scaled, yes_no
from tracker.domain.form import BETWEEN, Field, FieldKind, FormContext, Values
from tracker.domain.name_fields import IDS
from tracker.domain.pain import BackFeature, Hurts, Night, Pattern, Quality, Spread
from tracker.domain.problem import Problem
from tracker.domain.scale import FATIGUE, SLEEP_QUALITY
from tracker.domain.site import PARTS, PainSite, Side, Site
from tracker.domain.site_fields import parse_place, place_text, site_scores
from tracker.domain.text import quoted
from tracker.domain.units import format_distance, parse_distance, parse_hours, parse_minutes
from tracker.insight.day_readout import NIGHT_WORDS
from tracker.rules.flag_history import dated_flags
from tracker.rules.flag_messages import tick_refusal
from tracker.rules.red_flags import ASKABLE

NOTHING_SAID: Final = (
    "There is nothing to save yet. Give a score, or say anything else about the day."
)
ALARM_STAYS: Final = (
    "It holds an alarm sign, which ends with what a clinician says or by being taken back in the"
    " app: it is not deleted."
)
LIMP: Final = "limp"
ILL: Final = "ill"
PAINKILLER: Final = "painkiller"

NIGHT_CHOICES: Final[Mapping[Night, str]] = {
    Night.NONE: "none",
    Night.MOVING: "turning",
    Night.WAKES: "woke me",
    Night.UNRELENTING: "nothing eased",
}
QUALITY_CHOICES: Final[Mapping[Quality, str]] = {
    each: each.value if each is not Quality.PINPOINT_BONE else "pin-point on bone"
    for each in Quality
}
SPREAD_CHOICES: Final[Mapping[Spread, str]] = {
    Spread.STAYS: "stays put",
    Spread.ABOVE_KNEE: "above the knee",
    Spread.BELOW_KNEE: "below it",
}
PATTERN_CHOICES: Final[Mapping[Pattern, str]] = {
    Pattern.WARMS_UP: "warms up",
    Pattern.STAYS: "stays",
    Pattern.WORSE_THROUGH_RUN: "gets worse",
}
HURTS_CHOICES: Final[Mapping[Hurts, str]] = {
    Hurts.BENDING: "bending",
    Hurts.ARCHING: "arching",
    Hurts.KNEELING: "kneeling",
    Hurts.SIT_BONE: "sit bone",
}
BACK_CHOICES: Final[Mapping[BackFeature, str]] = {
    BackFeature.BEFORE_40: "began before 40",
    BackFeature.CREPT_UP: "crept up slowly",
    BackFeature.BETTER_MOVING: "eases with movement",
    BackFeature.REST_NO_HELP: "no better with rest",
    BackFeature.NIGHT_EASES: "at night eases on getting up",
}
_SAME: Final = (
    *("night", "pattern", "spread", "quality", "hurts", "back_features"),
    *("alarm", "factors", "note"),
)
"""The fields that are the record's own attributes."""


# -- fields --------------------------------------------------------------------------------------


def parts_text(parts: Mapping[PainSite, str]) -> str:
    """Return where exactly it hurts as it stands in a form: `achilles:R=heel end`, one a line."""
    return BETWEEN.join(f"{place_text(place)}={part}" for place, part in parts.items())


def _parse_parts(text: str, context: FormContext) -> tuple[tuple[PainSite, str], ...] | Problem:
    found: dict[PainSite, str] = {}
    for line in lines_of(text):
        site, _equals, part = line.rpartition("=")
        place = parse_place(site, context)
        if isinstance(place, Problem):
            return place
        known = PARTS.get(place.site, ())
        if part not in known:
            ways = f" Use one of: {', '.join(known)}." if known else ""
            return Problem("parts", f"{place.label} has no part {quoted(part)}.{ways}")
        found[place] = part
    return tuple(found.items())


def answers_text(answers: Mapping[str, bool]) -> str:
    """Return answers to the red-flag list as they stand in a form: `saddle_numb=no`, one a line."""
    return BETWEEN.join(f"{key}={YES if yes else NO}" for key, yes in answers.items())


def _parse_answers(text: str, _context: FormContext) -> tuple[FlagAnswer, ...] | Problem:
    given = dict(line.rpartition("=")[::2] for line in lines_of(text))
    refused = next(filter(None, map(tick_refusal, given)), None)
    if refused is not None:
        return Problem("answers", refused)
    return tuple(FlagAnswer(key, yes=answer == YES) for key, answer in given.items())


def bones_text(bones: tuple[BoneFocal, ...]) -> str:
    """Return pin-point bone pain as a form holds it: no person types it so."""
    return json.dumps([asdict(bone) for bone in bones]) if bones else ""


def _read_bones(text: str, _context: FormContext) -> tuple[BoneFocal, ...]:
    return tuple(
        BoneFocal(
            **{**each, "site": Site(each["site"]), "side": each["side"] and Side(each["side"])}
        )
        for each in json.loads(text)
    )


def _number(name: str, label: str, parse: Any, **more: Any) -> Field[Any]:  # noqa: ANN401
    return Field(
        name=name,
        label=label,
        parse=lambda text, _context: parse(text),
        write=lambda value, _context: f"{value:g}",
        **more,
    )


_PLANNED: Final[Field[int]] = Field(
    name="planned",
    label="Planned today",
    parse=lambda text, context: parse_distance(text, context.settings.unit),
    write=lambda metres, context: format_distance(metres, context.settings.unit),
    cells=7,
    help="The run you have in mind.",
)
_PARTS: Final[Field[Any]] = Field(
    name="parts",
    label="Where exactly",
    parse=_parse_parts,
    write=lambda parts, _context: parts_text(dict(parts)),
    kind=FieldKind.OTHER,
    empty=(),
)
_ANSWERS: Final[Field[Any]] = Field(
    name="answers",
    label="Red flags",
    parse=_parse_answers,
    # An older version let computed flags be ticked; nobody types them, and the record keeps them.
    write=lambda answers, _context: answers_text(
        {each.key: each.yes for each in answers if each.key in ASKABLE}
    ),
    kind=FieldKind.OTHER,
    empty=(),
)
_BONES: Final[Field[Any]] = Field(
    name="bone_focal",
    label="Bone pain",
    parse=_read_bones,
    write=lambda bones, _context: bones_text(bones),
    kind=FieldKind.OTHER,
    empty=(),
)


def _parse_factors(text: str, context: FormContext) -> tuple[FactorAnswer, ...] | Problem:
    known = context.known
    names, ids = known.get(FACTORS, ()), known.get(FACTORS + IDS, ())
    keys = {name.casefold(): key for name, key in zip(names, ids, strict=True)}
    found: dict[str, bool] = {}
    for typed in lines_of(text):
        name, _equals, answer = typed.rpartition("=")
        key = keys.get(name.strip().casefold(), name if name in ids else None)
        if key is None:
            ways = f" There is: {', '.join(names)}." if names else ""
            words = f"There is no own factor {quoted(name or typed)}.{ways}"
            return Problem(FACTORS, f'{words} `backstride factor add "desk day"` adds one.')
        if answer.strip().casefold() not in {YES, NO}:
            return Problem(FACTORS, f"Answer {quoted(name)} with yes or no, like {name}=yes.")
        found[key] = answer.strip().casefold() == YES
    return tuple(FactorAnswer(key, yes=yes) for key, yes in found.items())


def _factors_text(answers: tuple[FactorAnswer, ...], context: FormContext) -> str:
    known = context.known
    names = dict(zip(known.get(FACTORS + IDS, ()), known.get(FACTORS, ()), strict=True))
    return BETWEEN.join(
        f"{names.get(each.factor, each.factor)}={YES if each.yes else NO}" for each in answers
    )


_FACTORS: Final[Field[Any]] = Field(
    name=FACTORS,
    label="Own factors",
    parse=_parse_factors,
    write=_factors_text,
    kind=FieldKind.ANSWERS,
    options=lambda context: tuple((name, name) for name in context.known.get(FACTORS + ASKED, ())),
    empty=(),
    help='"desk day"=yes; may be repeated.',
)


# -- a check-in and its form ---------------------------------------------------------------------


def _values(check_in: CheckIn) -> dict[str, Any]:
    ticked = {LIMP: check_in.limp, ILL: check_in.ill, PAINKILLER: check_in.painkiller}
    parts = tuple((each.place, each.part) for each in check_in.scores if each.part is not None)
    return {
        "day": check_in.day,
        "scores": check_in.scores,
        "parts": parts,
        "stiff": check_in.stiff_min,
        "sleep": check_in.sleep_h,
        "sleep_quality": check_in.sleep_quality,
        "fatigue": check_in.fatigue,
        "also": tuple(word for word, yes in ticked.items() if yes),
        "planned": check_in.planned_m,
        "sitting": check_in.sitting_h,
        "full_list": check_in.full_list or None,
        "answers": check_in.answers,
        "bone_focal": check_in.bone_focal,
        **{name: getattr(check_in, name) for name in _SAME},
    }


def _make(values: Values, context: FormContext, base: CheckIn | None) -> dict[str, Any]:
    """Its moment is now, also where it speaks of an earlier day; a correction keeps its own."""
    parts = dict(values["parts"])
    made = CheckIn(
        id=values["id"],
        at=context.now,
        day=values["day"] or context.today,
        scores=tuple(replace(each, part=parts.get(each.place)) for each in values["scores"]),
        stiff_min=values["stiff"],
        sleep_h=values["sleep"],
        sleep_quality=values["sleep_quality"],
        fatigue=values["fatigue"],
        limp=LIMP in values["also"],
        ill=ILL in values["also"],
        painkiller=PAINKILLER in values["also"],
        planned_m=values["planned"],
        sitting_h=values["sitting"],
        full_list=values["full_list"] is True,
        answers=values["answers"],
        bone_focal=values["bone_focal"],
        **{name: values[name] for name in _SAME},
    )
    settled = made if base is None else in_place_of(made, base)
    return {each.name: getattr(settled, each.name) for each in fields(settled)}


def in_place_of(new: CheckIn, before: CheckIn) -> CheckIn:
    """Put a check-in in the place of another, at the moment of that one.

    A red-flag answer of yes stays: it ends by a clearance or by being taken back (R-RED-41). One
    that was not there before was said just now, so that no older clearance speaks for it.
    """
    yes = {answer.key for answer in before.answers if answer.yes}
    others = tuple(answer for answer in new.answers if answer.key not in yes)
    kept = replace(
        new,
        answers=(*(FlagAnswer(key, yes=True) for key in sorted(yes)), *others),
        bone_focal=tuple(dict.fromkeys((*before.bone_focal, *new.bone_focal))),
    )
    return kept if _flags(kept) - _flags(before) else replace(kept, at=before.at)


def _flags(check_in: CheckIn) -> set[str]:
    return {answer.flag for answer in dated_flags([check_in]) if answer.yes}


def _problems(values: Values, _context: FormContext, _snapshot: Snapshot) -> Iterator[Problem]:
    scored = {each.place for each in values.get("scores") or ()}
    for place, _part in values.get("parts") or ():
        if place not in scored:
            words = f"Give {place.label} a score, too: where exactly it hurts belongs to one."
            yield Problem("scores", words)
    # What can't be read was said, too, and is not among the values.
    read = all(each.name in values for each in CHECK_IN.fields)
    said = (value for name, value in values.items() if name not in {"id", "day"})
    if read and all(value in (None, "", ()) for value in said):
        yield Problem("", NOTHING_SAID)


def _stays(check_in: CheckIn) -> str:
    """Say why a check-in with an alarm sign is not deleted (R-RED-41)."""
    return ALARM_STAYS if _flags(check_in) else ""


def _line(check_in: CheckIn, _snapshot: Snapshot) -> Iterator[str]:
    yield from (f"{each.place.label} {each.score}" for each in check_in.scores)
    if check_in.night is not None:
        yield f"night {NIGHT_WORDS[check_in.night]}"
    if any(answer.yes for answer in check_in.answers) or check_in.bone_focal:
        yield "alarm sign"


CHECK_IN: Final = Kind(
    type=CheckIn,
    name="checkin",
    word="check-in",
    heading="Check-in",
    line=_line,
    timed=True,
    title="Check-in",
    done="Check-in saved. u undoes.",
    fields=(
        day(required=False),
        site_scores("scores", "Scores"),
        _PARTS,
        choice("night", "Night", NIGHT_CHOICES),
        _number("stiff", "Stiffness", parse_minutes, unit="min", cells=4, help="20, 20 min"),
        _number("sleep", "Sleep", parse_hours, unit="h", cells=4, help="7.5 or 7:30"),
        scaled(SLEEP_QUALITY, "quality", unit="of 5", cells=2),
        scaled(FATIGUE, "Fatigue", kind=FieldKind.AMOUNT),
        boxes("also", "Also true", {each: each for each in (LIMP, ILL, PAINKILLER)}),
        _PLANNED,
        yes_no("alarm", "New or alarming?", words=((NO, "No"), (YES, "Yes, open the list"))),
        boxes("quality", "How it feels", QUALITY_CHOICES),
        choice("pattern", "While running", PATTERN_CHOICES),
        choice("spread", "Spreads", SPREAD_CHOICES),
        boxes("hurts", "Hurts today", HURTS_CHOICES),
        boxes("back_features", "Back pain that", BACK_CHOICES),
        _number("sitting", "Sitting", parse_hours, unit="h a day", cells=5, help="7.5 or 7:30"),
        _FACTORS,
        yes_no("full_list", "All red flags", kind=FieldKind.OTHER),
        _ANSWERS,
        _BONES,
        note(),
    ),
    undo=lambda _check_in, _settings: "the check-in",
    values=_values,
    make=_make,
    check=_problems,
    settle=in_place_of,
    known=lambda snapshot, _day, _check_in: known_factors(snapshot),
    stays=_stays,
)
