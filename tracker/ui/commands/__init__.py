"""The one table of commands: those that work everywhere, and those that stand beside each view."""

from tracker.ui.command import Command, Scope
from tracker.ui.commands.table import (
    COMMANDS,
    FLOWS,
    bindings_of,
    command,
    commands_of,
    key_table,
    meant,
    moved_in,
)

__all__ = [
    "COMMANDS",
    "FLOWS",
    "Command",
    "Scope",
    "bindings_of",
    "command",
    "commands_of",
    "key_table",
    "meant",
    "moved_in",
]
