"""Names of sites short enough for a column."""

from tracker.domain.site import LABELS, PainSite, Side
from tracker.insight.raster import text_width

LABEL_MAX = 12


def short_label(site: PainSite, *, cells: int = LABEL_MAX) -> str:
    """Return a site's name with its side as one letter, cut to the column: `R Achilles`."""
    name = site.name or LABELS[site.site]
    label = f"{site.side.value} {name}" if site.side in {Side.LEFT, Side.RIGHT} else site.label
    while text_width(label) > cells:
        label = f"{label.removesuffix('…')[:-1]}…"
    return label
