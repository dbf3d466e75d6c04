"""`backstride stretch go`: the stretch guide as plain lines."""

import sys

import click

from tracker.cli.completing import complete_routines
from tracker.cli.context import refuse, the_diary
from tracker.cli.guide_keys import Keyboard
from tracker.cli.signals import noted_signals
from tracker.cli.walkthrough import Walkthrough
from tracker.diary.routine_views import routine_named
from tracker.domain.problem import Problem


@click.command()
@click.argument("routine_id", metavar="ID", shell_complete=complete_routines)
@click.option("--again", is_flag=True, help="Begin anew, also where today has this routine.")
@click.pass_context
def go(ctx: click.Context, *, routine_id: str, again: bool) -> None:
    """Be guided through a routine in plain lines, without a screen.

    It says each step with its cue, counts the last seconds, tells when to switch sides, and goes
    on by itself. A line never changes once it is written, so a screen reader can follow.

    \b
    Keys, each followed by enter:
      enter alone   pause, go on
      s             skip this step
      b             back to the step before
      p 3           it hurts 3 of 10 here; from 4 on the step is stopped
      t             tingling or a shooting line: the step is stopped
      w             where am I, and how long still
      q             leave; what was done is kept
      ?             say the keys again

    Where the input is no terminal it runs through without keys. ctrl+c, a closed terminal and a
    program put to sleep lose nothing: the session is kept as far as it is, and the same day it
    goes on from there, here and in the app. Exit code: 0 at the end and after q, 130 after ctrl+c.
    """  # noqa: D301 - \b keeps click from rewrapping the list
    diary = the_diary(ctx)
    routine = routine_named(diary.snapshot, routine_id)
    if isinstance(routine, Problem):
        refuse([routine])
    with noted_signals() as end_signal:
        keyboard = Keyboard() if sys.stdin.isatty() else None
        code = Walkthrough(diary, routine, end_signal, keyboard=keyboard).go(again=again)
    sys.exit(code)
