"""The one table of commands: a room for each place where they work."""

from tracker.ui.commands.definition import Command, Scope
from tracker.ui.commands.table import (
    COMMANDS,
    FLOWS,
    bindings_of,
    command,
    commands_of,
    key_table,
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
]
