"""The `backstride` command: opens the app, or runs one of the commands."""

import os
import sys
from contextlib import suppress
from dataclasses import replace
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
from tracker.cli.output import (
    ReaderGoneError,
    colours_are_unwanted,
    prepare_streams,
    silence_output,
    terminal_is_dumb,
)

COMMANDS = {
    "today": "tracker.cli.today:today",
    "checkin": "tracker.cli.check_in:checkin",
    "run": "tracker.cli.runs:run",
    "session": "tracker.cli.stretch:session",
    "gear": "tracker.cli.gear:gear",
    "strength": "tracker.cli.strength:strength",
    "stretch": "tracker.cli.stretch:stretch",
    "journal": "tracker.cli.journal:journal",
    "trend": "tracker.cli.trend:trend",
    "patterns": "tracker.cli.patterns:patterns",
    "plan": "tracker.cli.plan:plan",
    "screen": "tracker.cli.screen:screen",
    "import": "tracker.cli.importing:import_",
    "export": "tracker.cli.exporting:export",
    "report": "tracker.cli.report:report",
    "share": "tracker.cli.share:share",
    "rules": "tracker.cli.rules:rules",
    "backup": "tracker.cli.backup:backup",
    "restore": "tracker.cli.backup:restore",
    "merge": "tracker.cli.merge:merge",
    "doctor": "tracker.cli.doctor:doctor",
    "undo": "tracker.cli.undo:undo",
    "redo": "tracker.cli.undo:redo",
    "status": "tracker.cli.status:status",
    "demo": "tracker.cli.demo:demo",
    "spec": "tracker.cli.spec:spec",
}


@click.group(
    "backstride",
    cls=LazyGroup,
    lazy=COMMANDS,
    more="tracker.cli.kinds:KIND_GROUPS",
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
        ctx.obj = replace(context, data=data)
    if colours_are_unwanted():
        ctx.color = False
    if ctx.invoked_subcommand is None:
        open_screen(ctx, the_data_file(ctx))


def open_screen(ctx: click.Context, path: Path, *, demo: bool = False) -> None:
    """Open the app on a data file, or say why this terminal can't show it."""
    if terminal_is_dumb():
        give_up(
            f"The app needs a terminal that can draw, and TERM is {os.environ['TERM']}."
            " Try `backstride today` for plain text, or set TERM=xterm-256color."
        )
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        give_up(
            "The app needs a terminal for its screen and its keys."
            " Try `backstride today`, or `backstride --help` for all commands."
        )
    context = ctx.find_object(CommandContext)
    if context is not None:
        context.open_app(path, the_clock(), demo)


def run(open_app: AppOpener) -> None:
    """Run the command line; `open_app` is called where the screen is asked for.

    Files say their own sentence where they are read and written; what is left is the output.
    """
    prepare_streams()
    context = CommandContext(data=None, open_app=open_app)
    try:
        backstride(obj=context)
    except ReaderGoneError:
        silence_output()
        sys.exit(0)
    except OSError as error:
        why = (error.strerror or "unknown reason").lower()
        with suppress(OSError):
            say(
                f"It is saved, but the answer could not be written ({why})."
                " There is no need to enter it again."
                if any(book.saved for book in context.opened)
                else f"The answer could not be written ({why})."
            )
        silence_output()
        sys.exit(CANNOT_BE_MET)
