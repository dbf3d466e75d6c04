"""The keys that work here, from the table of commands."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from textual.content import Content

from tracker.ui.commands import Scope, commands_of
from tracker.ui.widgets.prose import Line, plain_line
from tracker.ui.widgets.text_page import TextPage


class HelpScreen(TextPage):
    """Lists the keys of the given scopes, the nearest scope first."""

    LABEL_CELLS: ClassVar[int] = 12

    def __init__(self, scopes: tuple[Scope, ...], *, keymap: Mapping[str, str]) -> None:
        lines = (line for scope in scopes for line in _block(scope, keymap))
        super().__init__("Keys", "", tuple(lines))


def _block(scope: Scope, keymap: Mapping[str, str]) -> Iterator[Line]:
    yield plain_line(Content.styled(scope.value, "bold"))
    for entry in commands_of(scope):
        keys = entry.keys_in(keymap)
        if keys:
            yield Line(Content(entry.help), keys, key=True)
    yield plain_line("")
