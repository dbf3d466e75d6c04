"""Every command, once: bindings, palette, footer, help and the README's keys come from here."""

from collections.abc import Iterable
from typing import Final

from textual.binding import Binding

from tracker.ui.commands.alarm import ALARM
from tracker.ui.commands.day_picker import DAY_PICKER
from tracker.ui.commands.definition import Command, Scope
from tracker.ui.commands.everywhere import EVERYWHERE
from tracker.ui.commands.guide import GUIDE
from tracker.ui.commands.heat_cold import HEAT_COLD
from tracker.ui.commands.mid_run import MID_RUN
from tracker.ui.commands.pages import PAGES
from tracker.ui.commands.patterns import PATTERNS
from tracker.ui.commands.records import RECORDS
from tracker.ui.commands.routines import ROUTINES
from tracker.ui.commands.run import RUN
from tracker.ui.commands.runs import RUNS
from tracker.ui.commands.steps import STEPS
from tracker.ui.commands.stretch import STRETCH
from tracker.ui.commands.today import TODAY
from tracker.ui.commands.trends import TRENDS
from tracker.ui.commands.widgets import WIDGETS

COMMANDS: Final = (
    *EVERYWHERE,
    *TODAY,
    *STRETCH,
    *RUN,
    *TRENDS,
    *WIDGETS,
    *RUNS,
    *ROUTINES,
    *STEPS,
    *GUIDE,
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
    """Give a command by its id; KeyError for an id that is not in the table."""
    return _BY_ID[command_id]


def commands_of(scope: Scope) -> tuple[Command, ...]:
    """Give the commands of one scope, in the table's order."""
    return tuple(entry for entry in COMMANDS if entry.scope is scope)


def bindings_of(scope: Scope) -> list[Binding]:
    """Give the key bindings of one scope."""
    return [
        Binding(key, action, entry.label, id=f"{entry.id}-{key}", priority=entry.priority)
        for entry in commands_of(scope)
        if entry.key
        for key, action in entry.actions
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
