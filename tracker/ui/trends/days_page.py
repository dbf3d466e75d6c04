"""What table and calendar have in common: the chart's days in another form."""

from datetime import date

from textual import getters
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget

from tracker.domain.dataclass import dataclass
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite
from tracker.insight.chart_window import Window
from tracker.insight.glyph_set import GlyphSet
from tracker.insight.series import PainSeries
from tracker.ui.trends.words import days_fact, title_of
from tracker.ui.widgets.heading import Heading


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDays:
    """What the chart shows: `site` None is the day's highest of all sites."""

    series: PainSeries
    window: Window
    site: PainSite | None
    settings: Settings
    glyphs: GlyphSet


class DaysPage(Vertical):
    """Stands in the chart's place. It is handed what the chart shows, and tells of the cursor.

    A heading says whose scores these are, from when to when, and how many of the days have one.
    """

    @dataclass
    class Moved(Message):
        """The person moved the cursor to a day."""

        day: date

    @dataclass
    class Opened(Message):
        """The person asked for the records of a day."""

        day: date

    @dataclass
    class Picked(Message):
        """The person wants to see a day on the chart."""

        day: date

    heading = getters.query_one(Heading)

    _shown: ShownDays | None = None

    @property
    def target(self) -> Widget:
        """Return the widget that takes the focus."""
        raise NotImplementedError

    @property
    def days(self) -> tuple[date, date]:
        """Return the first and the last day that are shown."""
        raise NotImplementedError

    def go_to(self, day: date) -> None:
        """Let the cursor follow the chart's, without telling of it."""
        raise NotImplementedError

    def show(self, shown: ShownDays, *, cursor: date) -> None:
        """Show the days that the chart shows, with its cursor."""
        self._shown = shown
        self.go_to(cursor)
        self.call_after_refresh(self.write_heading)

    def on_resize(self) -> None:
        """Say more where there is more room."""
        self.write_heading()

    def write_heading(self) -> None:
        """Write what is shown, in the room that there is."""
        if self._shown is None:
            return
        site, (first, last) = self._shown.site, self.days
        self.heading.title = title_of(site)
        self.heading.fact = days_fact(
            self._shown.series, first, last, site=site, width=self.size.width
        )
