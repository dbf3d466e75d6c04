"""How finely a chart shows its days, and which events it marks."""

from enum import Enum, auto

from tracker.insight.chart_frame import Frame
from tracker.insight.glyph_set import Glyphs
from tracker.insight.series import EventKind

DIGIT_CELLS = 3
RANGE_DAYS = 3
CROWDED_DAYS = 7


class Detail(Enum):
    """The finest grain at which a score can be drawn."""

    DIGIT = auto()
    POINT = auto()
    SPECK = auto()
    RANGE = auto()


def detail_of(frame: Frame) -> Detail:
    """Choose a digit from three cells a day, a point from one, a dot each, or lowest to highest."""
    days = frame.window.span
    if frame.columns >= DIGIT_CELLS * days:
        return Detail.DIGIT
    if frame.columns >= days:
        return Detail.POINT
    return Detail.SPECK if days <= RANGE_DAYS * frame.width else Detail.RANGE


def score_glyph(frame: Frame, glyphs: Glyphs) -> str:
    """Return what stands for a score at this zoom."""
    detail = detail_of(frame)
    if detail is Detail.DIGIT:
        return "5"
    if detail is Detail.POINT:
        return glyphs.point
    if glyphs.speck:
        return glyphs.speck
    above = glyphs.bit(0, 0) if detail is Detail.RANGE else 0
    return glyphs.cell(above | glyphs.bit(0, 1))


def marks_of(frame: Frame) -> dict[int, EventKind]:
    """Return one event a column, the weightiest; where days crowd, remedies give way altogether."""
    crowded = frame.window.span > CROWDED_DAYS * frame.columns
    order = {kind: place for place, kind in enumerate(EventKind)}
    marks: dict[int, EventKind] = {}
    for offset, kinds in frame.events:
        column = frame.column_of(offset)
        for kind in kinds:
            if not (crowded and kind is EventKind.REMEDY):
                marks[column] = min(marks.get(column, kind), kind, key=order.__getitem__)
    return marks
