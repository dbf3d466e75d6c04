"""The kinds of fields that forms are made of, each with its way of reading and writing."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, Final, TypeVar

from tracker.domain.calendar_words import counts_to, format_day, parse_day
from tracker.domain.clock_words import format_clock, parse_moment
from tracker.domain.form import BETWEEN, Field, FieldKind, FormContext, Options
from tracker.domain.moment import day_of
from tracker.domain.problem import Problem
from tracker.domain.scale import Scale, parse_scale, parse_whole_number
from tracker.domain.text import LINE_MAX, one_line, parse_note, quoted

YES: Final = "yes"
NO: Final = "no"
YES_NO: Final[Options] = ((YES, "yes"), (NO, "no"))
DAY_CELLS: Final = 13
MOMENT_CELLS: Final = 17

WordT = TypeVar("WordT", bound=str)


def line(
    name: str,
    label: str,
    *,
    longest: int = LINE_MAX,
    missing: str = "",
    **more: Any,  # noqa: ANN401 - whatever else a field has
) -> Field[str]:
    """Make a field of one line; a longer one is refused, so that its end is not lost.

    With `missing`, which says so, it may not be left empty.
    """

    def parse(text: str, _context: FormContext) -> str | Problem:
        plain = " ".join(one_line(text).split())
        if not plain:
            return Problem(name, missing) if missing else ""
        if len(plain) > longest:
            return Problem(
                name,
                f"There is room for {longest} characters, and this one has {len(plain)}."
                f" Shorten it by {len(plain) - longest}.",
            )
        return plain

    return Field(name=name, label=label, parse=parse, empty="", required=bool(missing), **more)


def note(name: str = "note", label: str = "Note", *, missing: str = "") -> Field[str]:
    """Make a field for a note; with `missing`, which says so, something must be written.

    Line ends that it has on file stay while nobody changes it.
    """

    def parse(text: str, _context: FormContext) -> str | Problem:
        return Problem(name, missing) if missing and not text.strip() else parse_note(text)

    return Field(
        name=name,
        label=label,
        parse=parse,
        required=bool(missing),
        write=lambda value, _context: " ".join(value.split()),
        empty="",
        help="Anything worth remembering.",
    )


def day(
    name: str = "day",
    label: str = "Day",
    *,
    required: bool = True,
    placeholder: str = "",
    ahead: int = 0,
    help: str = "today, yesterday, -2d, mon, 3 nov",  # noqa: A002 - the field's own word
) -> Field[date]:
    """Make a field for a day: of the past, or with `ahead` of so many days to come as well."""

    def parse(text: str, context: FormContext) -> date | Problem:
        return parse_day(
            text,
            context.today,
            day_first=context.settings.day_first,
            allow_future=ahead > 0,
        )

    return Field(
        name=name,
        label=label,
        parse=parse,
        write=lambda value, _context: value.isoformat(),
        kind=FieldKind.DAY,
        required=required,
        placeholder=placeholder,
        cells=DAY_CELLS,
        ahead=ahead,
        help=help,
        understood=lambda value, _context: format_day(value),
    )


def moment(
    name: str = "when", label: str = "When", *, placeholder: str, cells: int = MOMENT_CELLS
) -> Field[datetime]:
    """Make a field for a moment of the past; empty it is what the placeholder says."""

    def parse(text: str, context: FormContext) -> datetime | Problem:
        settings = context.settings
        return parse_moment(
            text,
            context.now,
            day_first=settings.day_first,
            day_start_hour=settings.day_start_hour,
        )

    return Field(
        name=name,
        label=label,
        parse=parse,
        write=_write_moment,
        kind=FieldKind.MOMENT,
        placeholder=placeholder,
        cells=cells,
        help="today 18:10, yesterday, 3 nov 7:30",
        understood=moment_words,
    )


def _write_moment(value: datetime, _context: FormContext) -> str:
    # What was logged in another time zone keeps its own clock.
    if value.utcoffset() == value.astimezone().utcoffset():
        return f"{value:%Y-%m-%d %H:%M}"
    return value.isoformat(" ", timespec="minutes")


def moment_words(value: datetime, context: FormContext) -> str:
    """Return a moment as it is said, and the day that it counts to where that is another one.

    The year is said only where it is not the present one.
    """
    settings = context.settings
    clock = format_clock(value, clock_24h=settings.clock_24h)
    day = day_of(value, day_start_hour=settings.day_start_hour)
    on = format_day(value.date(), year=value.year != context.now.year)
    if value.date() == context.now.date():
        on = "today"
    return f"{on} {clock}{counts_to(value.date(), day)}"


def choice(
    name: str,
    label: str,
    words: Mapping[WordT, str],
    *,
    missing: str = "",
    listed: bool = False,
    **more: Any,  # noqa: ANN401 - whatever else a field has
) -> Field[WordT]:
    """Make a field for one of a few words; with `missing`, which says so, one must be chosen.

    `listed` where there are too many to be written out in a row.
    """
    said = {_word(each): value for value, each in words.items()}
    by_text = said | {_word(value): value for value in words}

    def parse(text: str, _context: FormContext) -> WordT | Problem:
        found = by_text.get(_word(text))
        if found is not None:
            return found
        known = ", ".join(str(value).lower() for value in words)
        wrong = f"{quoted(text)} is none of these: {known}."
        return Problem(name, missing if missing and not text.strip() else wrong)

    return Field(
        name=name,
        label=label,
        parse=parse,
        kind=FieldKind.LIST if listed else FieldKind.CHOICE,
        options=tuple((str(value), said) for value, said in words.items()),
        required=bool(missing),
        **more,
    )


def _word(text: str) -> str:
    return "_".join(text.casefold().replace("-", " ").replace("_", " ").split())


def yes_no(
    name: str,
    label: str,
    *,
    words: Options = YES_NO,
    missing: str = "",
    kind: FieldKind = FieldKind.YES_NO,
    **more: Any,  # noqa: ANN401
) -> Field[bool]:
    """Make a field that is answered with yes or no, or not answered yet."""
    answers = {YES: True, "y": True, NO: False, "n": False}

    def parse(text: str, _context: FormContext) -> bool | Problem:
        found = answers.get(text.strip().casefold())
        if found is not None:
            return found
        wrong = f"Type yes or no, not {quoted(text)}."
        return Problem(name, missing if missing and not text.strip() else wrong)

    return Field(
        name=name,
        label=label,
        parse=parse,
        write=lambda value, _context: YES if value else NO,
        kind=kind,
        options=words,
        required=bool(missing),
        **more,
    )


def boxes(
    name: str,
    label: str,
    words: Mapping[WordT, str] | Callable[[FormContext], Mapping[str, str]],
    *,
    missing: str = "",
    kind: FieldKind = FieldKind.BOXES,
    **more: Any,  # noqa: ANN401 - whatever else a field has
) -> Field[tuple[Any, ...]]:
    """Make a field for any of a few values, in the order in which they are offered."""

    def known(context: FormContext) -> Mapping[Any, str]:
        return words(context) if callable(words) else words

    def parse(text: str, context: FormContext) -> tuple[Any, ...] | Problem:
        wanted = lines_of(text)
        if missing and not wanted:
            return Problem(name, missing)
        offered = {str(value).casefold(): value for value in known(context)}
        unknown = next((each for each in wanted if each.casefold() not in offered), None)
        if unknown is not None:
            names = ", ".join(offered)
            return Problem(name, f"{quoted(unknown)} is none of these: {names}.")
        chosen = {each.casefold() for each in wanted}
        return tuple(value for key, value in offered.items() if key in chosen)

    return Field(
        name=name,
        label=label,
        parse=parse,
        write=lambda values, _context: BETWEEN.join(map(str, values)),
        kind=kind,
        options=lambda context: tuple((str(key), said) for key, said in known(context).items()),
        required=bool(missing),
        empty=(),
        **more,
    )


def lines_of(text: str) -> list[str]:
    """Return the texts of a field that holds several."""
    return [line for each in text.split(BETWEEN) if (line := each.strip())]


def scaled(scale: Scale, label: str, **more: Any) -> Field[int]:  # noqa: ANN401
    """Make a field for a value of a scale, typed as a number."""
    return Field(
        name=scale.field,
        label=label,
        parse=lambda text, _context: parse_scale(text, scale),
        help=f"{scale.low} to {scale.high}",
        **more,
    )


def whole_number(
    name: str,
    label: str,
    *,
    says: str,
    low: int,
    high: int,
    **more: Any,  # noqa: ANN401
) -> Field[int]:
    """Make a required field for a whole number; `says` begins the sentence about any other."""
    return Field(
        name=name,
        label=label,
        parse=lambda text, _context: parse_whole_number(text, name, name=says, low=low, high=high),
        required=True,
        **more,
    )
