"""The scores of the pain chart: zones behind, data in front, 0 drawn, gaps left as gaps."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from tracker.domain.pain import SCORE_MAX
from tracker.insight.chart_detail import Detail, detail_of
from tracker.insight.chart_frame import Bin, Frame, make_frame
from tracker.insight.chart_layout import SCORES, ChartLayout
from tracker.insight.chart_legend import LETTERS
from tracker.insight.chart_view import ChartView
from tracker.insight.episode_lanes import Band
from tracker.insight.glyph_set import Glyphs
from tracker.insight.raster import EVENT_INKS, SITE_INKS, Dots, Ink, Raster, text_width
from tracker.insight.series import EventKind, PainSeries
from tracker.insight.zone_ink import zone_ground, zone_ink
from tracker.rules import constants as c

TOP = 10.5
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
        self.detail = detail_of(frame)
        self.limits = (c.AMBER_MAX + 0.5, view.green_max + 0.5)
        scale = range(SCORE_MAX + 1)
        self.score_dots = [self.dot(score) for score in scale]
        self.score_inks = [zone_ink(score, green_max=view.green_max) for score in scale]

    def dot(self, value: float) -> int:
        """Return the dot row of a score."""
        return int((TOP - value) * self.height / SCORES)

    def row(self, value: float) -> int:
        """Return the cell row of a score, from the raster's top."""
        return self.top + self.dot(value) // self.glyphs.down

    def value(self, row: int) -> float:
        """Return the score in the middle of a plot row."""
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

    def events(self, marks: Mapping[int, EventKind]) -> None:
        """Mark the lane, with a stem where the day needs to be found below."""
        for column, kind in marks.items():
            if kind in STEMMED:
                for row in range(self.rows):
                    self.raster.write(
                        self.left + column, self.top + row, self.glyphs.stem, Ink.LINE
                    )
            if self.layout.lane is not None:
                mark = self.glyphs.events[kind]
                self.raster.write(self.left + column, self.layout.lane, mark, EVENT_INKS[kind])

    def episodes(self, lanes: Sequence[Sequence[Band]]) -> None:
        """Draw a bracket over each episode's days, with its name where it fits.

        The last lanes are left out where rows are few.
        """
        first_row, rows = self.layout.episodes, self.layout.episode_rows
        if first_row is None:
            return
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

    def scores(self) -> None:
        """Draw each score at the finest grain the zoom allows, and the mean."""
        if self.detail in {Detail.DIGIT, Detail.POINT}:
            self.mean()
            self.single_days()
        else:
            self.specks()
            self.mean()

    def single_days(self) -> None:
        """Write a digit or a point for each day."""
        for bin_ in self.frame.bins:
            for value in bin_.values:
                x = self.left + bin_.dot // self.glyphs.across
                text = str(value) if self.detail is Detail.DIGIT else self.glyphs.point
                self.raster.write(x, self.row(value), text, self.score_inks[value])

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
        """Return ink, highest and lowest dot of each stroke: one a score, or one a zone."""
        green = self.view.green_max
        if self.detail is not Detail.RANGE or len(bin_.values) == 1:
            for value in bin_.values:
                dot = self.score_dots[value]
                yield self.score_inks[value], dot, dot
        elif bin_.values:
            low, *_, high = bin_.values
            limits = [limit for limit in self.limits if low < limit < high]
            top = self.dot(high)
            for upper, lower in pairwise((high, *limits, low)):
                bottom = self.dot(lower)
                yield zone_ink((upper + lower) / 2, green_max=green), top, bottom
                top = bottom + 1

    def mean(self) -> None:
        """Draw the mean."""
        self._put(self.mean_line(self.frame), Ink.MEAN)

    def mean_line(self, frame: Frame) -> Dots:
        """Return a mean as dots, joined only where neighbours both have one."""
        layer = Dots(self.columns, self.rows, self.glyphs)
        before: tuple[int, int] | None = None
        for bin_ in frame.bins:
            here = None if bin_.mean is None else (bin_.dot, self.dot(bin_.mean))
            if here is not None:
                layer.line(before or here, here)
            before = here
        return layer

    def all_means(self, series: PainSeries) -> None:
        """Draw the mean of every site in its own ink, its letter here and there on the line.

        Where two lines share a cell both stay to be seen, in the ink of the later. Cells of a
        single dot are the letter itself.
        """
        drawn: dict[tuple[int, int], int] = {}
        lines = []
        for site, ink, letter in zip(series.sites, SITE_INKS, LETTERS, strict=False):
            frame = make_frame(
                series,
                self.frame.window,
                columns=self.columns,
                dots=self.glyphs.across,
                site=site,
            )
            layer = self.mean_line(frame)
            for cell, bits in layer.cells.items():
                layer.cells[cell] = drawn[cell] = bits | drawn.get(cell, 0)
            self._put(layer, ink, speck=letter if self.glyphs.coarse else "")
            lines.append((frame, ink, letter))
        for number, (frame, ink, letter) in enumerate(lines):
            for x, row in self._letter_places(frame, number):
                self.raster.write(x, row, letter, ink)

    def _letter_places(self, frame: Frame, number: int) -> Iterator[tuple[int, int]]:
        """Return cells for the letters of a line: its end, and others well before it."""
        means = [(bin_.dot, bin_.mean) for bin_ in frame.bins if bin_.mean is not None]
        apart = max(1, len(means) // LETTERS_A_LINE)
        chosen = means[-1:] + means[number * apart // len(SITE_INKS) : -apart // 2 : apart]
        for dot, mean in chosen:
            yield self.left + dot // self.glyphs.across, self.row(mean)

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
