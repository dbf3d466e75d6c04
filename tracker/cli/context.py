"""How a command gets at the diary, and how it ends when it can't go on."""

import os
import sys
from collections.abc import Callable, Iterable
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from tracker.cli.output import silence_output
from tracker.diary.clock import Clock, clock_from_environment
from tracker.domain.dataclass import dataclass
from tracker.domain.problem import Problem
from tracker.domain.text import shown_text

if TYPE_CHECKING:
    from tracker.diary.book import Book

FINE = 0
CANNOT_BE_MET = 1
WRONG_USAGE = 2
FILE_UNUSABLE = 3
EXIT_CODES = {
    FINE: "Fine.",
    CANNOT_BE_MET: "The request can't be met; the message says how to mend it.",
    WRONG_USAGE: "Wrong usage.",
    FILE_UNUSABLE: "The data file can't be used, and was left untouched.",
}
DATA_VARIABLE = "BACKSTRIDE_DATA"
READ_MAX = 4 * 2**20

AppOpener = Callable[[Path, Clock, bool], None]
"""Opens the full-screen app on a data file; the last argument says that it is the made-up year."""


@dataclass(frozen=True, slots=True)
class CommandContext:
    """What the entry point hands to every command."""

    data: Path | None
    open_app: AppOpener
    opened: list["Book"] = field(default_factory=list)
    """The diaries that the command opened."""


def tell(message: str, *, err: bool = False) -> None:
    """Print a sentence that may quote a path: its name can't steer the terminal."""
    click.echo(shown_text(message), err=err)


def say(message: str) -> None:
    """Print one sentence to the standard error; nobody has to read it."""
    try:
        tell(message, err=True)
    except BrokenPipeError:
        silence_output(sys.stderr)


def give_up(message: str, *, code: int = CANNOT_BE_MET) -> NoReturn:
    """End with a sentence and an exit code."""
    _end([Problem("", message)], code)


def refuse(problems: Iterable[Problem]) -> NoReturn:
    """End with every problem's sentence."""
    _end(list(problems), CANNOT_BE_MET)


def _end(problems: list[Problem], code: int) -> NoReturn:
    if _json_is_asked_for():
        echo_error(problems)
    say("\n".join(problem.message for problem in problems))
    sys.exit(code)


def _json_is_asked_for() -> bool:
    ctx = click.get_current_context(silent=True)
    return ctx is not None and bool(ctx.params.get("as_json"))


def echo_error(problems: Iterable[Problem]) -> None:
    """Print what is wrong as JSON: the first problem, and further ones where there are any."""
    import json  # noqa: PLC0415 - only where something is wrong

    first, *others = (
        {"field": problem.field, "message": shown_text(problem.message)} for problem in problems
    )
    found = json.dumps({"error": first, **({"others": others} if others else {})}, indent=2)
    try:
        click.echo(found)
    except BrokenPipeError:
        # The exit code still says that something is wrong.
        silence_output(sys.stdout)


def read_bounded(path: Path) -> bytes:
    """Return what a file holds, "-" for the standard input, or end with a sentence.

    More than READ_MAX bytes are not read: nobody types that much, and a device never ends.
    """
    try:
        if str(path) == "-":
            found = sys.stdin.buffer.read(READ_MAX + 1)
        else:
            with path.open("rb") as stream:
                found = stream.read(READ_MAX + 1)
    except OSError as error:
        give_up(f"{path} can't be read: {(error.strerror or 'unknown reason').lower()}.")
    if len(found) > READ_MAX:
        give_up(f"{path} is larger than {READ_MAX // 2**20} MB, so it was not read.")
    return found


def the_clock() -> Clock:
    """Return the clock that this run goes by."""
    clock = clock_from_environment()
    if isinstance(clock, Problem):
        give_up(clock.message)
    return clock


def the_data_file(ctx: click.Context) -> Path:
    """Return the data file: the chosen one, else BACKSTRIDE_DATA, else the user data folder's."""
    context = ctx.find_object(CommandContext)
    chosen = None if context is None else context.data
    named = chosen or os.environ.get(DATA_VARIABLE, "").strip()
    if named:
        try:
            return Path(named).expanduser()
        except RuntimeError:
            give_up(
                f"There is no home folder for {Path(named).parts[0]}, so {named} leads nowhere."
                " Name the diary's file with --data.",
                code=FILE_UNUSABLE,
            )
    from platformdirs import user_data_path  # noqa: PLC0415 - only where no file is named

    return user_data_path("backstride", appauthor=False) / "diary.json"


def the_diary(ctx: click.Context) -> "Book":
    """Open the diary, or end with exit code 3 and the reason."""
    from tracker.diary.book import Unusable, open_book  # noqa: PLC0415 - the app opens its own

    diary = open_book(the_data_file(ctx), the_clock())
    if isinstance(diary, Unusable):
        give_up(diary.message, code=FILE_UNUSABLE)
    context = ctx.find_object(CommandContext)
    if context is not None:
        context.opened.append(diary)
    for sentence in diary.recovery:
        say(sentence)
    return diary
