"""Keys that are worth knowing where there is room to say so."""

from textual.content import Content
from textual.widget import Widget

from tracker.ui.own_keys import keymap_of
from tracker.ui.widgets.key_footer import key_hint


class KeyLine(Widget):
    """One line of keys with their verbs, as many as fit; `commands` are their ids."""

    DEFAULT_CSS = """
    KeyLine { height: 1; width: 1fr; text-align: right; }
    """

    def __init__(self, *commands: str) -> None:
        super().__init__()
        self._commands = commands

    def render(self) -> Content:
        """Write key and verb of each."""
        hints = [key_hint(each, keymap_of(self.app)) for each in self._commands]
        gap = Content("   ")
        while hints and gap.join(hints).cell_length > self.size.width:
            hints.pop()
        return gap.join(hints)
