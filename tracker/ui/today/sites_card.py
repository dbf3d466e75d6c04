"""The sites as they are this morning, and what is usual for them."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget
from typing_extensions import override

from tracker.domain.dataclass import dataclass
from tracker.domain.site import PainSite
from tracker.insight.raster import Ink
from tracker.insight.site_change import CHANGE_INKS, SiteChange
from tracker.insight.site_labels import LABEL_MAX, short_label
from tracker.rules.pain import zone
from tracker.ui.glyphs import ZONE_ROLE, ZONE_WORD, Glyphs, glyphs_of
from tracker.ui.widgets.ink_roles import inked

NOTHING: Final = "–"
NAME_CELLS: Final = 15
FIGURE_CELLS: Final = 5


@dataclass(frozen=True, slots=True)
class SiteNow:
    """A site, its score as typed or on file, and its usual level in words, "" where unknown.

    `later` says both scores of a day on which the site was scored again.
    """

    place: PainSite
    score: int | None
    usual: str = ""
    later: str = ""


class SitesCard(Widget):
    """A line for each site: its score and its usual level.

    As a `table` it has the sites' weeks instead: this one, the earlier one, and the change.
    """

    DEFAULT_CSS = """
    SitesCard {
        height: auto; width: 1fr; background: $surface; padding: 1 2;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    """

    sites: reactive[tuple[SiteNow, ...]] = reactive((), layout=True)
    changes: reactive[tuple[SiteChange, ...]] = reactive((), layout=True)
    table: reactive[bool] = reactive(default=False, layout=True)
    green_max: reactive[int] = reactive(2)

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take a row for each site, below the head of a table."""
        return 2 + len(self.changes) if self.table else len(self.sites)

    def render(self) -> Content:
        """Write this morning's scores, or the table."""
        width = self.content_size.width
        rows = self._table() if self.table else [self._site(site, width) for site in self.sites]
        return Content("\n").join(rows)

    def _site(self, site: SiteNow, width: int) -> Content:
        whole = site.place.label
        name = whole if len(whole) < NAME_CELLS else short_label(site.place)
        score = score_words(site.score, green_max=self.green_max, glyphs=glyphs_of(self))
        left = Content.assemble(name.ljust(NAME_CELLS), score)
        words = site.later or site.usual.partition(",")[0]
        return _ends(left, Content.styled(words, "$dim"), width)

    def _table(self) -> Sequence[Content]:
        head = f"{'Sites':<{LABEL_MAX}}{'week':>{FIGURE_CELLS}}  6 wk ago  change"
        bold, dim = head[:LABEL_MAX], head[LABEL_MAX:]
        return [
            Content.assemble(Content.styled(bold, "bold"), Content.styled(dim, "$dim")),
            Content(""),
            *map(self._change, self.changes),
        ]

    def _change(self, each: SiteChange) -> Content:
        before = None if each.before is None else each.before.mean
        word = f"{glyphs_of(self).changes[each.change]} {each.change.value}"
        return Content.assemble(
            short_label(each.site).ljust(LABEL_MAX),
            Content.styled(_mean(each.now.mean).rjust(FIGURE_CELLS), "bold"),
            Content.styled(_mean(before).rjust(FIGURE_CELLS + 5), "$dim"),
            "  ",
            inked(word, CHANGE_INKS.get(each.change, Ink.TEXT)),
        )


def score_words(score: int | None, *, green_max: int, glyphs: Glyphs) -> Content:
    """Write a score with the sign and the word of its zone."""
    if score is None:
        return Content.styled(f"{NOTHING} not logged", "$dim")
    found = zone(score, green_max=green_max)
    words = f" {glyphs.zones[found]} {ZONE_WORD[found]}"
    return Content.assemble(
        Content.styled(str(score), "bold"), Content.styled(words, f"${ZONE_ROLE[found]}")
    )


def _mean(mean: float | None) -> str:
    return NOTHING if mean is None else f"{mean:.1f}"


def _ends(left: Content, right: Content, width: int) -> Content:
    """Write one text at the left end of a row and another at its right, as far as both fit."""
    gap = width - left.cell_length - right.cell_length
    return Content.assemble(left, " " * gap, right) if gap > 0 else left
