"""The scores of the pain chart: zones behind, data in front, 0 drawn, gaps left as gaps."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tracker.insight.chart_frame import Bin, Frame, make_frame
from tracker.insight.chart_layout import SCORES, ChartLayout
from tracker.insight.chart_margins import LETTERS
from tracker.insight.chart_view import ChartView
from tracker.insight.episode_lanes import Band
from tracker.insight.glyph_set import Glyphs
from tracker.insight.raster import EVENT_INKS, SITE_INKS, Dots, Ink, Raster, text_width
from tracker.insight.series import EventKind, PainSeries
from tracker.insight.zone_ink import zone_ground, zone_ink
from tracker.rules import constants as c

TOP = 10.5
DIGIT_CELLS = 3
RANGE_DAYS = 3
CROWDED_DAYS = 7
LETTERS_A_LINE = 4
NAME_MARGIN = 6
NAME_LEAST = 4
STEMMED = frozenset({EventKind.RED_FLAG, EventKind.FLARE})


class ScorePlot:
    """The area of the scores: 0 at the bottom, 10 at the top, half a score of air around them."""

    def __init__(
        self,
        raster: Raster,
        frame: Frame,
        layout: ChartLayout,
        *,
        view: ChartView,
        glyphs: Glyphs,
    ) -> None:
        """Take what is to be drawn on, what is to be shown, and how."""
        self.raster, self.frame, self.layout = raster, frame, layout
        self.view, self.glyphs = view, glyphs
        self.left, self.top = self.layout.left, self.layout.plot
        self.rows, self.columns = self.layout.plot_rows, self.layout.columns
        self.height = self.rows * glyphs.down
        days = self.frame.window.span
        self.digits = self.columns >= DIGIT_CELLS * days
        self.points = self.columns >= days
        self.limits = (c.AMBER_MAX + 0.5, view.green_max + 0.5)
        self.ranges = days > RANGE_DAYS * self.frame.width

    @property
    def score_glyph(self) -> str:
        """Give what stands for a score at this zoom."""
        if self.digits:
            return "5"
        if self.points:
            return self.glyphs.point
        if self.glyphs.speck:
            return self.glyphs.speck
        tall = self.glyphs.bit(0, 0) | self.glyphs.bit(0, 1) if self.ranges else 0
        return self.glyphs.cell(tall | self.glyphs.bit(0, 1))

    def dot(self, value: float) -> int:
        """Give the dot row of a score."""
        return int((TOP - value) * self.height / SCORES)

    def row(self, value: float) -> int:
        """Give the cell row of a score, from the raster's top."""
        return self.top + self.dot(value) // self.glyphs.down

    def value(self, row: int) -> float:
        """Give the score in the middle of a plot row."""
        return TOP - (row + 0.5) * SCORES / self.rows

    def zones(self) -> None:
        """Lay the zones behind the plot, or rule their limits where colours are few."""
        green = self.view.green_max
        if not self.view.flat:
            for row in range(self.rows):
                ground = zone_ground(self.value(row), green_max=green)
                self.raster.fill(self.left, self.top + row, self.columns, ground)
            return
        for limit in self.limits:
            # An underscore lies at the foot of its row: on the limit, not on a score.
            row = self.top + max(0, round((TOP - limit) * self.rows / SCORES) - 1)
            self.raster.write(self.left, row, self.glyphs.rule * self.columns, Ink.LINE)

    def events(self) -> frozenset[EventKind]:
        """Mark the lane, one mark a column, with a stem where the day needs to be found below.

        Gives the kinds that are marked.
        """
        weightiest: dict[int, EventKind] = {}
        order = list(EventKind)
        crowded = self.frame.window.span > CROWDED_DAYS * self.columns
        for offset, kinds in self.frame.events:
            column = self.frame.column_of(offset)
            for kind in kinds:
                if crowded and kind is EventKind.REMEDY:
                    continue
                before = weightiest.get(column, kind)
                weightiest[column] = min(before, kind, key=order.index)
        for column, kind in weightiest.items():
            if kind in STEMMED:
                for row in range(self.rows):
                    self.raster.write(
                        self.left + column, self.top + row, self.glyphs.stem, Ink.LINE
                    )
            if self.layout.lane is not None:
                mark = self.glyphs.events[kind]
                self.raster.write(self.left + column, self.layout.lane, mark, EVENT_INKS[kind])
        return frozenset(weightiest.values())

    def episodes(self, lanes: Sequence[Sequence[Band]]) -> int:
        """Draw a bracket over each episode's days, with its name where it fits.

        Gives how many episodes have no room: the last lanes are left out where rows are few.
        """
        first_row, rows = self.layout.episodes, self.layout.episode_rows
        if first_row is None:
            return sum(map(len, lanes))
        opening, middle, closing = tuple(self.glyphs.span)
        for row, lane in enumerate(lanes[:rows], start=first_row):
            for band in lane:
                text = list(middle * (band.last - band.first + 1))
                if band.closes:
                    text[-1] = closing
                if band.opens:
                    text[0] = opening
                x = self.left + band.first
                self.raster.write(x, row, "".join(text), Ink.EPISODE)
                name = _shortened(band.name, room=len(text) - NAME_MARGIN)
                if name:
                    self.raster.write(x + 2, row, f" {name} ", Ink.EPISODE)
        return sum(map(len, lanes[rows:]))

    def scores(self) -> None:
        """Draw each score at the finest grain the zoom allows, and the mean."""
        if self.digits or self.points:
            self.mean(self.frame, Ink.MEAN)
            self.single_days()
        else:
            self.specks()
            self.mean(self.frame, Ink.MEAN)

    def single_days(self) -> None:
        """Write a digit or a point for each day."""
        for bin_ in self.frame.bins:
            for value in bin_.values:
                x = self.left + bin_.dot // self.glyphs.across
                text = str(value) if self.digits else self.glyphs.point
                ink = zone_ink(value, green_max=self.view.green_max)
                self.raster.write(x, self.row(value), text, ink)

    def specks(self) -> None:
        """Set a dot for each distinct score, or from lowest to highest where days are many."""
        layers = {
            ink: Dots(self.columns, self.rows, self.glyphs) for ink in (Ink.OK, Ink.WATCH, Ink.STOP)
        }
        for bin_ in self.frame.bins:
            for ink, top, bottom in self._strokes(bin_):
                layers[ink].column(bin_.dot, top, bottom)
        for ink, layer in layers.items():
            self._put(layer, ink, speck=self.glyphs.speck)

    def _strokes(self, bin_: Bin) -> Iterator[tuple[Ink, int, int]]:
        """Give ink, highest and lowest dot of each stroke: one a score, or one a zone."""
        green = self.view.green_max
        if not self.ranges or len(bin_.values) == 1:
            for value in bin_.values:
                yield zone_ink(value, green_max=green), self.dot(value), self.dot(value)
        elif bin_.values:
            low, *_, high = bin_.values
            limits = [limit for limit in self.limits if low < limit < high]
            top = self.dot(high)
            for upper, lower in pairwise((high, *limits, low)):
                bottom = self.dot(lower)
                yield zone_ink((upper + lower) / 2, green_max=green), top, bottom
                top = bottom + 1

    def mean(self, frame: Frame, ink: Ink) -> None:
        """Draw a mean, joined only where neighbours both have one."""
        layer = Dots(self.columns, self.rows, self.glyphs)
        before: tuple[int, int] | None = None
        for bin_ in frame.bins:
            here = None if bin_.mean is None else (bin_.dot, self.dot(bin_.mean))
            if here is not None:
                layer.line(before or here, here)
            before = here
        self._put(layer, ink)

    def all_means(self, series: PainSeries) -> None:
        """Draw the mean of every site in its own ink, its letter here and there on the line."""
        named = zip(series.sites, SITE_INKS, LETTERS, strict=False)
        for number, (site, ink, letter) in enumerate(named):
            frame = make_frame(
                series,
                self.frame.window,
                columns=self.columns,
                dots=self.glyphs.across,
                site=site,
            )
            self.mean(frame, ink)
            drawn = [bin_ for bin_ in frame.bins if bin_.mean is not None]
            apart = max(1, len(drawn) // LETTERS_A_LINE)
            for bin_ in drawn[-1:] + drawn[number * apart // len(SITE_INKS) :: apart]:
                if bin_.mean is not None:
                    x = self.left + bin_.dot // self.glyphs.across
                    self.raster.write(x, self.row(bin_.mean), letter, ink)

    def sentence(self, text: str) -> None:
        """Say in the middle of the plot why nothing is drawn there."""
        x = self.left + max(0, (self.columns - len(text)) // 2)
        self.raster.write(x, self.top + self.rows // 2, text, Ink.TEXT)

    def _put(self, layer: Dots, ink: Ink, *, speck: str = "") -> None:
        if not speck:
            layer.put(self.raster, self.left, self.top, ink)
            return
        for column, row in layer.cells:
            self.raster.put(self.left + column, self.top + row, speck, ink)


def _shortened(name: str, *, room: int) -> str:
    """Cut a name to `room` cells; "" where too little of it would be left."""
    if text_width(name) <= room:
        return name
    if room < NAME_LEAST:
        return ""
    while text_width(name) >= room:
        name = name[:-1]
    return f"{name.rstrip()}…"
