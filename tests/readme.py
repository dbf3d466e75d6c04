"""Writes the README's table of keys from the one table of commands.

.venv/bin/python -m tests.readme
"""

from pathlib import Path

from tracker.ui.commands import COMMANDS, Scope

README = Path(__file__).parents[1] / "README.md"
BEGIN, END = "<!-- keys: written by tests/readme.py -->", "<!-- end of keys -->"
SHOWN = (
    Scope.APP,
    Scope.EVERYWHERE,
    Scope.TODAY,
    Scope.STRETCH,
    Scope.RUN,
    Scope.TRENDS,
    Scope.JOURNAL,
    Scope.SCALE,
)


def key_table() -> str:
    """Give the table: where, keys, what they do; commands without a key are left to the palette."""
    rows = [
        f"| {scope.value} | `{entry.keys.replace('|', '&#124;')}` | {entry.help} |"
        for scope in SHOWN
        for entry in COMMANDS
        if entry.scope is scope and entry.pressed
    ]
    return "\n".join(["| where | keys | what |", "|---|---|---|", *rows])


def with_keys(text: str) -> str:
    """Give the README's text with the table in its place."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{key_table()}\n{END}{after}"


if __name__ == "__main__":
    README.write_text(with_keys(README.read_text(encoding="utf-8")), encoding="utf-8")
