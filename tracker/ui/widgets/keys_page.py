"""The list of keys, for screens that cover the tabs and so show their own."""

from textual.dom import DOMNode

from tracker.ui.commands import Scope
from tracker.ui.own_keys import keymap_of


def show_keys(node: DOMNode, *scopes: Scope) -> None:
    """List the keys of these scopes, the nearest first, and those that always work."""
    from tracker.ui.help_screen import HelpScreen  # noqa: PLC0415 - only when asked for

    node.app.push_screen(
        HelpScreen((*dict.fromkeys(scopes), Scope.APP), keymap=keymap_of(node.app))
    )
