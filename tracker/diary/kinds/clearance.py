"""What a clinician said, as the runner reports it (R-SCR-10)."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final

from tracker.diary.kinds.kind import Kind
from tracker.diary.kinds.visit import BY_WORDS
from tracker.diary.snapshot import Snapshot
from tracker.diary.verdicts import verdict_on
from tracker.domain.calendar_words import format_day
from tracker.domain.fields import choice, day, lines_of, note
from tracker.domain.form import BETWEEN, Field, FieldKind, FormContext, Options, Values
from tracker.domain.problem import Problem
from tracker.domain.screening import Allows, Clearance
from tracker.domain.site_fields import score
from tracker.domain.text import quoted
from tracker.rules.red_flags import FLAGS
from tracker.rules.screening import ALL, SCREENING, UNVERIFIED_TEXT

COVERS: Final = "covers"
YEAR: Final = 365

ALLOWS_WORDS: Final[Mapping[Allows, str]] = {
    Allows.RUN: "running",
    Allows.RUN_WITH_PAIN: "with some pain",
    Allows.WALK: "walking",
    Allows.NOTHING: "neither",
}

ALLOWED_WORDS: Final[Mapping[Allows, str]] = {
    Allows.RUN: "running allowed",
    Allows.RUN_WITH_PAIN: "running allowed up to a score of",
    Allows.WALK: "walking allowed",
    Allows.NOTHING: "neither running nor walking",
}


def covered_words(what: str) -> str:
    """Return what a clearance speaks of in the words in which it was asked."""
    if what in {SCREENING, ALL}:
        return "the questions before starting" if what == SCREENING else "all of it"
    flag = FLAGS.get(what)
    return what if flag is None else flag.ask or flag.title


def _offered(context: FormContext) -> Options:
    keys = dict.fromkeys((*context.known.get(COVERS, ()), SCREENING))
    return tuple((key, covered_words(key)) for key in keys)


def _active(snapshot: Snapshot, day: date, clearance: object) -> tuple[str, ...]:
    """Return the signs that are active, and those that a clearance speaks of."""
    covered = clearance.covers if isinstance(clearance, Clearance) else ()
    return tuple(dict.fromkeys((*verdict_on(snapshot, day).flags, *covered)))


def _parse_covers(text: str, _context: FormContext) -> tuple[str, ...] | Problem:
    by_key = {key.casefold(): key for key in (*FLAGS, SCREENING, ALL)}
    wanted = lines_of(text)
    unknown = next((each for each in wanted if each.casefold() not in by_key), None)
    if unknown is not None:
        known = f"a red flag like {next(iter(FLAGS))}, {SCREENING} or {ALL}"
        return Problem(COVERS, f"{quoted(unknown)} is none of these: {known}.")
    if not wanted:
        return Problem(COVERS, "Tick what it speaks of, with space.")
    return tuple(dict.fromkeys(by_key[each.casefold()] for each in wanted))


def _problems(values: Values, context: FormContext, _snapshot: Snapshot) -> Iterator[Problem]:
    if values.get("allows") is Allows.RUN_WITH_PAIN and values.get("up_to") is None:
        yield Problem("up_to", "Say up to which score: type a digit on the scale.")
    review = values.get("review_by")
    if review is not None and review < context.today:
        yield Problem("review_by", f"{format_day(review)} is over. Type a day that is to come.")


def _make(values: Values, _context: FormContext, _base: Clearance | None) -> dict[str, Any]:
    with_pain = values["allows"] is Allows.RUN_WITH_PAIN
    return {**values, "up_to": values["up_to"] if with_pain else None}


def _line(clearance: Clearance, _snapshot: Snapshot) -> Iterator[str]:
    up_to = "" if clearance.up_to is None else f" {clearance.up_to}"
    yield f"{BY_WORDS[clearance.by]}: {ALLOWED_WORDS[clearance.allows]}{up_to}"


CLEARANCE: Final = Kind(
    type=Clearance,
    name="clearance",
    word="clearance",
    heading="Clearance",
    line=_line,
    title="What a clinician said",
    lead=UNVERIFIED_TEXT,
    done="Noted. u undoes.",
    fields=(
        choice("by", "Said by", BY_WORDS, missing="Say who said it: choose with the arrows."),
        choice(
            "allows",
            "Allowed is",
            ALLOWS_WORDS,
            missing="Say what is allowed: choose with the arrows.",
        ),
        score("up_to", "up to a score of"),
        day("day", "Said on"),
        day("review_by", "Review by", required=False, placeholder="day, if named", ahead=YEAR),
        note(),
        Field(
            name=COVERS,
            label="It speaks of",
            parse=_parse_covers,
            write=lambda keys, _context: BETWEEN.join(keys),
            kind=FieldKind.SENTENCES,
            options=_offered,
            required=True,
            empty=(),
            help=f"A red flag, {SCREENING} or {ALL}; may be repeated.",
        ),
    ),
    usual=lambda context: {
        "day": context.today,
        COVERS: context.known[COVERS] or (SCREENING,),
    },
    known=lambda snapshot, day, clearance: {COVERS: _active(snapshot, day, clearance)},
    undo=lambda _clearance, _settings: "the clearance",
    make=_make,
    check=_problems,
)
