"""Strength and tendon loading (R-XT-05)."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from tracker.diary.book import Book
from tracker.diary.kinds.kind import Kind
from tracker.diary.kinds.saving import context_of
from tracker.diary.snapshot import Snapshot
from tracker.diary.strength import LastTime, answer_to, exercises, last_of
from tracker.domain.calendar_words import format_day_of_year
from tracker.domain.fields import boxes, choice, line, moment, note, whole_number
from tracker.domain.form import Field, FormContext, Texts, Values
from tracker.domain.moment import day_of
from tracker.domain.problem import Problem
from tracker.domain.site import Side
from tracker.domain.site_fields import place, score
from tracker.domain.strength import Strength
from tracker.domain.text import quoted
from tracker.domain.units import parse_duration
from tracker.domain.verdict import Response
from tracker.insight.response_words import RESPONSE_WORDS

NAME_MAX: Final = 60
SETS_MOST: Final = 50
REPS_MOST: Final = 500
KG_MOST: Final = 500
MOST: Final = "most"
GRAMS: Final = 1000
SIDE_WORDS: Final = {Side.LEFT: "left", Side.RIGHT: "right", Side.BOTH: "both"}
_SAME: Final = ("exercise", "side", "sets", "reps", "band", "pain", "place", "note")


def _parse_kg(text: str, _context: FormContext) -> int | Problem:
    typed = text.casefold().removesuffix("kg").strip().replace(",", ".")
    try:
        kg = Decimal(typed)
    except InvalidOperation:
        return Problem("kg", f"{quoted(text)} is no weight. Type kilograms, like 8 or 2.5.")
    if not 0 < kg <= KG_MOST:
        return Problem("kg", f"The weight is more than 0 and at most {KG_MOST} kg, like 8.")
    return int(kg * GRAMS)


def _write_kg(grams: int, _context: FormContext) -> str:
    return f"{grams / GRAMS:g}"


def _count(name: str, label: str, *, says: str, high: int, **more: Any) -> Field[int]:  # noqa: ANN401
    field = whole_number(name, label, says=says, low=1, high=high, cells=5, **more)
    return replace(field, required=False)


def _values(record: Strength) -> dict[str, Any]:
    return {
        "when": record.at,
        "hold": record.hold_s,
        "kg": record.grams,
        "count": (MOST,) if record.most else (),
        **{name: getattr(record, name) for name in _SAME},
    }


def _make(values: Values, context: FormContext, base: Strength | None) -> dict[str, Any]:
    at = values["when"] or context.now
    hour = context.settings.day_start_hour
    unmoved = base is not None and base.at == at
    return {
        "id": values["id"],
        "at": at,
        "day": base.day if base and unmoved else day_of(at, day_start_hour=hour),
        "hold_s": values["hold"],
        "grams": values["kg"],
        "most": MOST in values["count"],
        **{name: values[name] for name in _SAME},
    }


def _parse_hold(text: str, _context: FormContext) -> int | Problem:
    typed = text.strip()
    return parse_duration(f"{typed}s" if typed.isdecimal() else typed)


def again_texts(book: Book, exercise: str, side: Side | None = None) -> Texts | Problem:
    """Return the form of an exercise as it was last time, with one repetition more a set."""
    last = last_of(book.snapshot, exercise, side)
    if last is None:
        known = ", ".join(dict.fromkeys(each.exercise for each in book.snapshot.of(Strength)))
        others = f" There is: {known}." if known else ""
        return Problem("exercise", f"{quoted(exercise)} was not done yet.{others}")
    more = replace(last, reps=last.reps and last.reps + 1, pain=None, most=False, note="")
    return {**STRENGTH.texts_of(more, context_of(book, STRENGTH, last)), "when": ""}


def last_times(book: Book) -> dict[str, LastTime]:
    """Return the last time of each exercise, by its name in small letters."""
    names = dict.fromkeys(each.exercise.casefold() for each in book.snapshot.of(Strength))
    found: dict[str, LastTime] = {}
    for name in names:
        last, texts = last_of(book.snapshot, name), again_texts(book, name)
        if last is not None and not isinstance(texts, Problem):
            side = SIDE_WORDS.get(last.side, "") if last.side else ""
            said = (side, dose_words(last), format_day_of_year(last.day))
            found[name] = LastTime(", ".join(filter(None, said)), texts)
    return found


def dose_words(record: Strength) -> str:
    """Write what was done in short: `3 × 12, 8 kg`."""
    each = str(record.reps) if record.reps else f"{record.hold_s} s" if record.hold_s else ""
    sets = f"{record.sets} × {each}" if record.sets and each else each
    weight = f"{record.grams / GRAMS:g} kg" if record.grams else ""
    return ", ".join(filter(None, (sets, weight, record.band)))


def _line(record: Strength, snapshot: Snapshot) -> Iterator[str]:
    side = f", {SIDE_WORDS[record.side]}" if record.side in SIDE_WORDS else ""
    yield f"{record.exercise}{side}"
    yield dose_words(record)
    if record.most:
        yield "as many as could be done"
    if record.pain is not None:
        yield f"pain {record.pain}"
    response = answer_to(snapshot, record).response
    if response is not Response.UNKNOWN:
        yield f"next morning {RESPONSE_WORDS[response]}"


STRENGTH: Final = Kind(
    type=Strength,
    name="strength",
    word="strength exercise",
    title="Log strength",
    lead="The next morning's score answers it as it answers a run; it changes no advice.  R-XT-05",
    done="Strength saved. u undoes.",
    palette="Log strength: heel raises, bridges, squats, …",
    heading="Strength",
    line=_line,
    timed=True,
    fields=(
        line("exercise", "Exercise", longest=NAME_MAX, missing="Name it: squat.", cells=28),
        choice("side", "Side", SIDE_WORDS),
        _count("sets", "Sets", says="The sets", high=SETS_MOST),
        _count("reps", "Repetitions", says="The repetitions", high=REPS_MOST, unit="a set"),
        Field(
            name="hold",
            label="Hold",
            parse=_parse_hold,
            write=lambda seconds, _context: f"{seconds} s",
            cells=7,
            help="45 s, 1:00",
        ),
        Field(
            name="kg",
            label="Weight",
            parse=_parse_kg,
            write=_write_kg,
            unit="kg",
            cells=6,
            help="8",
        ),
        line("band", "Band", cells=12),
        score("pain", "Pain doing it"),
        place(),
        boxes("count", "A count", {MOST: "as many as I could"}),
        moment(placeholder="now"),
        note(),
    ),
    known=lambda snapshot, _day, _record: {"exercise": exercises(snapshot)},
    arguments=("exercise",),
    undo=lambda record, _settings: f"the strength exercise {record.exercise}",
    values=_values,
    make=_make,
)
