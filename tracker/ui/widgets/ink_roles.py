"""The colour roles of the theme that the charts' inks stand for, for text beside a chart."""

from collections.abc import Iterable, Mapping
from typing import Final

from textual.content import Content

from tracker.insight.raster import Ground, Ink, Patch, Raster

INK_ROLES: Final[Mapping[Ink, str]] = {
    Ink.TEXT: "$foreground",
    Ink.TITLE: "bold",
    Ink.DIM: "$dim",
    Ink.OK: "$zone-ok",
    Ink.WATCH: "$zone-watch",
    Ink.STOP: "$zone-stop",
    Ink.RED_FLAG: "bold $alarm-ink on $alarm",
    Ink.STOPPED: "bold $zone-stop",
    Ink.FLARE: "bold $zone-stop",
    Ink.SHOES: "$foreground",
    Ink.VISIT: "$foreground",
    Ink.REMEDY: "$foreground",
    Ink.EPISODE: "$foreground",
    Ink.RUN: "$accent",
    Ink.LINE: "$line",
    Ink.MEAN: "bold",
}
GROUND_ROLES: Final[Mapping[Ground, str]] = {
    Ground.OK: "$zone-ok-tint",
    Ground.WATCH: "$zone-watch-tint",
    Ground.STOP: "$zone-stop-tint",
}


def inked(text: str, ink: Ink) -> Content:
    """Return text in the colour of an ink; never read as markup."""
    return Content.styled(text, INK_ROLES.get(ink, "$foreground"))


def inked_patches(patches: Iterable[Patch]) -> Content:
    """Return a row of patches as one text."""
    return Content.assemble(*map(_painted, patches))


def inked_raster(raster: Raster) -> Content:
    """Return the rows of a raster as one text."""
    rows = (inked_patches(raster.patches(y)) for y in range(raster.height))
    return Content("\n").join(rows)


def _painted(patch: Patch) -> Content:
    text, ground = inked(patch.text, patch.ink), GROUND_ROLES.get(patch.ground)
    return text if ground is None else text.stylize(f"on {ground}")
