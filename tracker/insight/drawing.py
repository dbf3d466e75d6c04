"""A drawing as shapes in points, from the top left: what paper and browser both can show."""

from enum import StrEnum
from typing import Final, TypeAlias

from tracker.domain.dataclass import dataclass

Point: TypeAlias = tuple[float, float]


class Paint(StrEnum):
    """What a shape stands for; the values are its colour, told apart in grey as well."""

    PAGE = "#ffffff"
    OK_ZONE = "#f3f9f2"
    WATCH_ZONE = "#fdf8ea"
    STOP_ZONE = "#fcf0ee"
    LINE = "#c9c9c9"
    TEXT = "#1a1a1a"
    DIM = "#666666"
    MEAN = "#1f4e79"
    RUN = "#a9bccf"
    BODY = "#e4e4e4"
    OPEN = "#bdbdbd"
    OK = "#a8d5a2"
    WATCH = "#f0c25a"
    STOP = "#d9644f"


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    paint: Paint


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points, of a thickness."""

    points: tuple[Point, ...]
    paint: Paint
    width: float = 0.5


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled area between outlines; an outline within another leaves a hole."""

    outlines: tuple[tuple[Point, ...], ...]
    paint: Paint


@dataclass(frozen=True, slots=True)
class Dot:
    """A filled circle."""

    x: float
    y: float
    radius: float
    paint: Paint


@dataclass(frozen=True, slots=True)
class Label:
    """A text whose base line begins, is centred or ends at a point."""

    x: float
    y: float
    text: str
    paint: Paint = Paint.TEXT
    size: float = 7
    anchor: str = "start"
    bold: bool = False


Mark: TypeAlias = Box | Line | Shape | Dot | Label

START: Final = "start"
MIDDLE: Final = "middle"
END: Final = "end"


@dataclass(frozen=True, slots=True)
class Drawing:
    """The marks, the later ones on top, and in words what they show."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    title: str
