"""The colour roles of the theme that the charts' inks stand for, for text beside a chart."""

from collections.abc import Iterable, Mapping
from typing import Final

from textual.content import Content

from tracker.insight.raster import Ink, Patch

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
}


def inked(text: str, ink: Ink) -> Content:
    """Give text in the colour of an ink; never read as markup."""
    return Content.styled(text, INK_ROLES.get(ink, "$foreground"))


def inked_patches(patches: Iterable[Patch]) -> Content:
    """Give a row of patches as one text."""
    return Content.assemble(*(inked(patch.text, patch.ink) for patch in patches))
