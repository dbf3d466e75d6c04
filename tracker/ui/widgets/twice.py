"""A key that does something once it is pressed twice, such as `gg`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from tracker.ui.widgets.key_footer import KeyFooter

if TYPE_CHECKING:
    from textual.dom import DOMNode
    from textual.timer import Timer


class Twice:
    """Tells the second press within a second from a first one; the footer shows what waits."""

    SECOND_KEY_S: ClassVar[float] = 1.0

    def __init__(self, node: DOMNode, key: str = "g") -> None:
        self._node, self._key = node, key
        self._waiting: Timer | None = None

    def pressed(self) -> bool:
        """Take a press; return whether it is the second."""
        second = self._waiting is not None
        self.forget()
        if not second:
            self._waiting = self._node.set_timer(self.SECOND_KEY_S, self.forget)
            self._show(self._key)
        return second

    def forget(self) -> None:
        """Wait no longer."""
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
            self._show("")

    def _show(self, key: str) -> None:
        for footer in self._node.screen.query(KeyFooter) if self._node.is_attached else ():
            footer.half_typed = key
