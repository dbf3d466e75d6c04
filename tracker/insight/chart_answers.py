"""The lane below the runs: what the next morning said of each."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, TypeAlias

from tracker.domain.settings import DistanceUnit
from tracker.domain.verdict import Response
from tracker.insight.chart_frame import Frame
from tracker.insight.chart_layout import ChartLayout
from tracker.insight.glyph_set import GLYPHS, RESPONSE_LETTERS, GlyphSet
from tracker.insight.raster import Ink, Raster
from tracker.insight.response_words import RESPONSE_INKS
from tracker.rules.session import MILDEST_FIRST

Answers: TypeAlias = Mapping[date, Sequence[Response | None]]
"""The answers to the runs of each day, None for one that waits."""

LANE_WORD: Final = "24h"


def worst_answer(answers: Sequence[Response | None]) -> Response | None:
    """Return the answer that asks for the most care; one that waits only where all wait."""
    known = [each for each in answers if each is not None]
    return max(known, key=MILDEST_FIRST.index, default=None)


def draw_answers(
    raster: Raster, layout: ChartLayout, frame: Frame, answers: Answers, *, glyphs: GlyphSet
) -> None:
    """Write the worst answer of each column under its runs."""
    if layout.answers is None:
        return
    found: dict[int, list[Response | None]] = {}
    for day, of_day in answers.items():
        if day in frame.window and of_day:
            column = frame.column_of(frame.window.offset(day))
            found.setdefault(column, []).extend(of_day)
    if found:
        raster.write(0, layout.answers, LANE_WORD, Ink.DIM)
    signs = RESPONSE_LETTERS if glyphs is GlyphSet.ASCII else GLYPHS[glyphs].responses
    for column, of_column in found.items():
        worst = worst_answer(of_column)
        raster.write(layout.left + column, layout.answers, signs[worst], RESPONSE_INKS[worst])


def draw_unit(raster: Raster, layout: ChartLayout, frame: Frame, *, unit: DistanceUnit) -> None:
    """Write the unit of the runs below the figure of the highest bar, or in its place."""
    if layout.bar_rows and any(bar.metres for bar in frame.bars):
        row = layout.bars + (layout.bar_rows > 1)
        raster.write(0, row, f"{unit.value:>{layout.left - 1}}", Ink.DIM)
