"""The ranges of days to choose from, written out; the one shown is marked."""

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from tracker.domain.dataclass import dataclass
from tracker.insight.chart_window import RANGES, range_days
from tracker.ui.glyphs import glyphs_of


class RangeRow(Widget):
    """One line: the ranges that the diary can fill, and how many days are shown where it is none.

    The keys that change it work in the whole tab, so it takes no focus; the mouse may choose.
    """

    DEFAULT_CSS = """
    RangeRow { height: 1; width: auto; }
    """

    span: reactive[int] = reactive(0, layout=True)
    total: reactive[int] = reactive(0, layout=True)

    @dataclass
    class Chosen(Message):
        """A range was clicked; `days` is its length."""

        days: int

    def render(self) -> Content:
        """Write the ranges."""
        choices = {range_days(each, total=self.total): each.name for each in RANGES}
        words = [
            self._word(name, days, chosen=days == self.span)
            for days, name in sorted(choices.items())
        ]
        if self.span not in choices:
            words.append(self._word(f"{self.span} days", self.span, chosen=True))
        return Content("").join(words)

    def _word(self, name: str, days: int, *, chosen: bool) -> Content:
        if chosen:
            word = Content.styled(f" {glyphs_of(self).chosen} {name} ", "bold on $panel")
        else:
            word = Content.styled(f"   {name} ", "$dim")
        return word.stylize(Style.from_meta({"days": days}))

    def on_click(self, event: events.Click) -> None:
        """Ask for the clicked range."""
        days = event.style.meta.get("days")
        if days is not None:
            self.post_message(self.Chosen(days))
