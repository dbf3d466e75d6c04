"""Where the terminal's own cursor stands, so that screen readers and braille displays follow.

A widget of our own says as its `active_cell` which of its cells matters, counted from the corner
of its content; one that doesn't say means the corner. The toolkit's fields place it themselves.
"""

from typing import Final

from textual.app import App, ReturnType
from textual.geometry import NULL_OFFSET, Offset
from textual.widget import Widget
from textual.widgets import Input

_OWN: Final = (Input,)


class FollowsActiveCell(App[ReturnType]):
    """An app whose terminal cursor stands on the active cell of what has the focus."""

    _kept = NULL_OFFSET

    @property
    def cursor_position(self) -> Offset:
        """Return where the cursor goes with the next thing that is drawn."""
        return _cell_of(self.screen.focused if self.screen_stack else None, kept=self._kept)

    @cursor_position.setter
    def cursor_position(self, offset: Offset) -> None:
        self._kept = offset


def _cell_of(focused: Widget | None, *, kept: Offset) -> Offset:
    if focused is None or isinstance(focused, _OWN):
        return kept
    at: Offset = getattr(focused, "active_cell", NULL_OFFSET)
    return focused.content_region.offset + at
