"""The `backstride` command: opens the app, or runs one of the commands."""

import os
import sys
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path

import click

from tracker import __version__
from tracker.cli.context import (
    CANNOT_BE_MET,
    AppOpener,
    CommandContext,
    give_up,
    say,
    the_clock,
    the_data_file,
)
from tracker.cli.lazy import LazyGroup
from tracker.cli.signals import silence_output

COMMANDS = {
    "today": "tracker.cli.today:today",
    "checkin": "tracker.cli.check_in:checkin",
    "run": "tracker.cli.runs:run",
    "stretch": "tracker.cli.stretch:stretch",
    "trend": "tracker.cli.trend:trend",
    "patterns": "tracker.cli.patterns:patterns",
    "screen": "tracker.cli.screen:screen",
    "import": "tracker.cli.importing:import_",
    "rules": "tracker.cli.rules:rules",
    "backup": "tracker.cli.backup:backup",
    "restore": "tracker.cli.backup:restore",
    "doctor": "tracker.cli.doctor:doctor",
    "undo": "tracker.cli.undo:undo",
    "status": "tracker.cli.status:status",
    "demo": "tracker.cli.demo:demo",
}

DUMB_TERMINALS = frozenset({"dumb", "unknown"})


@click.group(
    "backstride",
    cls=LazyGroup,
    lazy=COMMANDS,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The diary's file. Default: BACKSTRIDE_DATA, else your user data folder.",
)
@click.version_option(__version__, "--version", prog_name="backstride")
@click.pass_context
def backstride(ctx: click.Context, *, data: Path | None) -> None:
    """Check in, see what today allows and why, stretch, run, and read whether it gets better.

    Without a command the app opens.
    """
    context = ctx.find_object(CommandContext)
    if context is not None:
        ctx.obj = CommandContext(data=data, open_app=context.open_app)
    if ctx.invoked_subcommand is None:
        open_screen(ctx, the_data_file(ctx))


def open_screen(ctx: click.Context, path: Path, *, demo: bool = False) -> None:
    """Open the app on a data file, or say why this terminal can't show it."""
    terminal = os.environ.get("TERM", "").casefold()
    if terminal in DUMB_TERMINALS:
        give_up(
            f"The app needs a terminal that can draw, and TERM is {terminal}."
            " Try `backstride today` for plain text, or set TERM=xterm-256color."
        )
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        give_up(
            "The app needs a terminal for its screen and its keys."
            " Try `backstride today`, or `backstride --help` for all commands."
        )
    for stream in (sys.__stdout__, sys.__stderr__):
        if isinstance(stream, TextIOWrapper):
            keep_widths(stream)
    context = ctx.find_object(CommandContext)
    if context is not None:
        context.open_app(path, the_clock(), demo)


def keep_widths(stream: TextIOWrapper) -> None:
    r"""Write a sign that the stream's encoding lacks as one `?`.

    As six characters, `\u25d0`, it would push the words after it out of their row.
    """
    stream.reconfigure(errors="replace")


def run(open_app: AppOpener) -> None:
    """Run the command line; `open_app` is called where the screen is asked for.

    Files say their own sentence where they are read and written; what is left is the output.
    """
    replace_closed_streams()
    try:
        backstride(obj=CommandContext(data=None, open_app=open_app))
    except OSError as error:
        with suppress(OSError):
            say(
                f"The answer could not be written ({(error.strerror or 'unknown reason').lower()})."
            )
        silence_output()
        sys.exit(CANNOT_BE_MET)


def replace_closed_streams() -> None:
    """Let a stream that was closed before the start lead nowhere.

    Otherwise it is None to Python, and the next file that is opened gets its number.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nowhere = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115 - it stays
            setattr(sys, name, nowhere)
