"""Charts as lines for a plain terminal, painted from the same rows of cells as on the screen."""

from collections.abc import Iterable, Iterator
from typing import NoReturn

from rich.console import Console
from rich.text import Text

from tracker.insight.raster import Ground, Ink, Patch, Raster

# The sixteen named colours only: whether the terminal is dark or light is not known here.
INK_STYLES = {
    Ink.TEXT: "",
    Ink.TITLE: "bold",
    Ink.DIM: "dim",
    Ink.LINE: "dim",
    Ink.MEAN: "bold",
    Ink.OK: "green",
    Ink.WATCH: "yellow",
    Ink.STOP: "red",
    Ink.RUN: "blue",
    Ink.RED_FLAG: "bold reverse red",
    Ink.STOPPED: "bold red",
    Ink.FLARE: "bold red",
    Ink.VISIT: "bold",
    Ink.REMEDY: "dim",
    Ink.SHOES: "dim",
    Ink.EPISODE: "dim",
    Ink.SITE_1: "bold blue",
    Ink.SITE_2: "bold",
    Ink.SITE_3: "cyan",
    Ink.SITE_4: "magenta",
    Ink.SITE_5: "dim",
    Ink.SITE_6: "bold magenta",
}
GROUND_STYLES = {
    Ground.PAGE: "",
    Ground.OK: "on green",
    Ground.WATCH: "on yellow",
    Ground.STOP: "on red",
}


def paint_patches(patches: Iterable[Patch]) -> Text:
    """Return one row as text; what people typed is text too and never markup."""
    line = Text(no_wrap=True, overflow="crop", end="")
    for patch in patches:
        styles = (INK_STYLES[patch.ink], GROUND_STYLES[patch.ground])
        line.append(patch.text, " ".join(style for style in styles if style))
    line.rstrip()
    return line


def paint_raster(raster: Raster) -> Iterator[Text]:
    """Return the rows of a raster, from the top."""
    for y in range(raster.height):
        yield paint_patches(raster.patches(y))


class ChartConsole(Console):
    """A console that leaves it to the command what a closed pipe means."""

    def __init__(self) -> None:
        super().__init__(highlight=False)

    def on_broken_pipe(self) -> NoReturn:
        """Say so, instead of ending the program here."""
        raise BrokenPipeError


def print_raster(raster: Raster, console: Console) -> None:
    """Print a raster; colours follow what the console can do and NO_COLOR."""
    for line in paint_raster(raster):
        console.print(line)
