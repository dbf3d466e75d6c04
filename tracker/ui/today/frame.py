"""The frame of the Today tab: what is on the screen before the form and the diary are there."""

from typing import Final

from textual.content import Content
from textual.widget import Widget

NIGHT: Final = "Night"
STIFFNESS: Final = "Stiffness"
SLEEP: Final = "Sleep"
FATIGUE: Final = "Fatigue"
ALSO: Final = "Also true"
PLANNED: Final = "Planned today"
GATE: Final = "New or alarming?"
NOTE: Final = "Note"

HEADING: Final = "Check-in"
LABELS: Final = (NIGHT, STIFFNESS, SLEEP, FATIGUE, ALSO, PLANNED, GATE, NOTE)


class TodayFrame(Widget):
    """The labels of the check-in form in their places; the form itself takes over at once."""

    DEFAULT_CSS = """
    TodayFrame { height: 1fr; padding: 1 0 0 2; }
    """

    def render(self) -> Content:
        """Write heading and labels."""
        wide = self.screen.has_class("-wide")
        gap = "\n\n " if wide and self.screen.has_class("-tall") else "\n "
        labels = gap.join(LABELS)
        return Content.assemble(
            Content.styled(HEADING, "bold"), gap, Content.styled(f"{gap}{labels}", "$dim")
        )
