"""Every command, once: bindings, palette, footer, help and the README's keys come from here."""

from collections.abc import Iterable
from typing import Final

from textual.binding import Binding

from tracker.ui.alarm.commands import ALARM
from tracker.ui.command import Command, Scope
from tracker.ui.commands.day_picker import DAY_PICKER
from tracker.ui.commands.everywhere import EVERYWHERE
from tracker.ui.commands.pages import PAGES
from tracker.ui.events.commands import RECORDS
from tracker.ui.gear.commands import GEAR
from tracker.ui.journal.commands import ADDING, JOURNAL
from tracker.ui.meanings import BY_ID
from tracker.ui.midrun.commands import MID_RUN
from tracker.ui.moved_keys import MOVED
from tracker.ui.patterns.commands import PATTERNS
from tracker.ui.plan.commands import PLAN
from tracker.ui.plan.timer_commands import WALK_RUN
from tracker.ui.remedy.commands import HEAT_COLD
from tracker.ui.run.commands import RUN
from tracker.ui.run.list_commands import RUNS
from tracker.ui.strength.commands import STRENGTH
from tracker.ui.stretch.commands import STRETCH
from tracker.ui.stretch.guide_commands import GUIDE
from tracker.ui.stretch.routine_commands import ROUTINES
from tracker.ui.stretch.step_commands import STEPS
from tracker.ui.today.commands import TODAY
from tracker.ui.trends.commands import TRENDS
from tracker.ui.widgets.commands import WIDGETS

COMMANDS: Final = (
    *EVERYWHERE,
    *TODAY,
    *STRETCH,
    *RUN,
    *TRENDS,
    *PLAN,
    *GEAR,
    *JOURNAL,
    *ADDING,
    *WIDGETS,
    *RUNS,
    *STRENGTH,
    *ROUTINES,
    *STEPS,
    *GUIDE,
    *WALK_RUN,
    *HEAT_COLD,
    *MID_RUN,
    *ALARM,
    *RECORDS,
    *DAY_PICKER,
    *PATTERNS,
    *PAGES,
)

_BY_ID: Final = {command.id: command for command in COMMANDS}


FLOWS: Final = {entry.id: entry.flow for entry in COMMANDS if entry.flow}
"""What carries out the commands that open screens of their own, by the command's id."""


def command(command_id: str) -> Command:
    """Return a command by its id; KeyError for an id that is not in the table."""
    return _BY_ID[command_id]


def commands_of(scope: Scope) -> tuple[Command, ...]:
    """Return the commands of one scope, in the table's order."""
    return tuple(entry for entry in COMMANDS if entry.scope is scope)


def moved_in(scope: Scope) -> tuple[tuple[str, str], ...]:
    """Pair each key that went elsewhere, and does nothing else here, with what says so."""
    if scope not in MOVED:
        return ()
    at_once = (scope, Scope.EVERYWHERE, *((Scope.PAGE,) if scope is Scope.WEEK else ()))
    taken = {each.key for at in at_once for entry in commands_of(at) for each in entry.pressed}
    return tuple(
        (key, f"app.say_moved('{key}', '{meaning}')")
        for key, meaning in MOVED[scope].items()
        if key not in taken
    )


def bindings_of(scope: Scope) -> list[Binding]:
    """Return the key bindings of one scope."""
    moved = [Binding(key, action, "moved", show=False) for key, action in moved_in(scope)]
    return moved + [
        Binding(key, action, entry.label, id=meaning, priority=entry.priority)
        for entry in commands_of(scope)
        for key, action, meaning in entry.pressed
    ]


def meant(meaning: str, action: str, label: str = "", *, show: bool = False) -> list[Binding]:
    """Return the bindings of a widget's own action to the keys of a meaning."""
    return [
        Binding(key, action, label, id=meaning, show=show) for key in BY_ID[meaning].keys.split(",")
    ]


def key_table(scopes: Iterable[Scope] = Scope) -> str:
    """Write the keys as a Markdown table, for the README."""
    rows = ["| where | key | does |", "|---|---|---|"]
    for scope in scopes:
        rows += [
            f"| {scope} | `{entry.keys}` | {entry.help} |"
            for entry in commands_of(scope)
            if entry.keys
        ]
    return "\n".join(rows) + "\n"
