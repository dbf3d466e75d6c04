"""The footer: at most six keys, those of the focused widget, in one line."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tracker.ui.commands import command

HINTS_MAX = 6
CELLS_MAX = 78


class KeyFooter(Widget):
    """Shows what `hints` lists: ids of commands, most used first."""

    DEFAULT_CSS = """
    KeyFooter { dock: bottom; height: 1; background: $surface; padding: 0 1; }
    """

    hints: reactive[tuple[str, ...]] = reactive(())

    def render(self) -> Content:
        """Write key and verb of as many hints as fit; the last one always stays."""
        hints = [self._hint(each) for each in self.hints[:HINTS_MAX]]
        room = min(self.size.width - 2, CELLS_MAX) if self.size.width else CELLS_MAX
        gap = Content("   ")
        while len(hints) > 1 and gap.join(hints).cell_length > room:
            gap = Content("  ") if len(gap) > 2 else gap  # noqa: PLR2004
            if gap.join(hints).cell_length > room:
                del hints[-2]
        return gap.join(hints)

    @staticmethod
    def _hint(command_id: str) -> Content:
        entry = command(command_id)
        return Content.assemble(
            Content.styled(entry.keys, "bold $accent"), " ", Content.styled(entry.label, "$dim")
        )
