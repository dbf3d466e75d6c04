"""The last fourteen mornings of each site as a small line of blocks."""

from typing import Final

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget
from typing_extensions import override

from tracker.diary.answers import SiteLine
from tracker.domain.pain import SCORE_MAX
from tracker.domain.site import LABELS, PainSite, Side
from tracker.rules.pain import zone
from tracker.ui.glyphs import ZONE_ROLE, glyphs_of

_LABEL_CELLS: Final = 14
_MEAN_CELLS: Final = 6
_WINDOW_DAYS: Final = 7


def _short(place: PainSite) -> str:
    """Give a site's name with its side as one letter: `R Achilles`."""
    if place.side in {Side.LEFT, Side.RIGHT}:
        return f"{place.side.value} {place.name or LABELS[place.site]}"
    return place.label


class LastDaysCard(Widget):
    """A spark line for each site, `·` for a day without entry, and the 7-day mean with its n."""

    DEFAULT_CSS = """
    LastDaysCard {
        height: auto; width: 1fr; background: $surface; padding: 1 2;
        &.-empty { display: none; }
    }
    """

    lines: reactive[tuple[SiteLine, ...]] = reactive((), layout=True)
    green_max: reactive[int] = reactive(2)

    def watch_lines(self, lines: tuple[SiteLine, ...]) -> None:
        """Take no room without sites."""
        self.set_class(not lines, "-empty")

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Take a heading, a blank row, and a row for each site."""
        return 2 + len(self.lines)

    def render(self) -> Content:
        """Write heading and lines."""
        width = self.content_size.width
        head, fact = "Last 14 days", "mean of 7 days"
        gap = " " * max(width - len(head) - len(fact), 1)
        heading = Content.assemble(Content.styled(head, "bold"), gap, Content.styled(fact, "$dim"))
        return Content("\n").join(
            [heading, Content(""), *(self._line(x, width) for x in self.lines)]
        )

    def _line(self, line: SiteLine, width: int) -> Content:
        label = Content(_short(line.place)).truncate(_LABEL_CELLS - 1, ellipsis=True)
        mean = "–" if line.mean7 is None else f"{line.mean7:.1f}"
        count = f"n {line.n7}/{_WINDOW_DAYS}"
        left = Content.assemble(
            label, " " * (_LABEL_CELLS - label.cell_length), *map(self._day, line.scores)
        )
        right = Content.assemble(
            Content.styled(f"{mean:>{_MEAN_CELLS}}", "bold"), "  ", Content.styled(count, "$dim")
        )
        return Content.assemble(
            left, " " * max(width - left.cell_length - right.cell_length, 1), right
        )

    def _day(self, score: int | None) -> Content:
        glyphs = glyphs_of(self)
        if score is None:
            return Content.styled(glyphs.nothing, "$dim")
        height = round(score * (len(glyphs.spark) - 1) / SCORE_MAX)
        role = ZONE_ROLE[zone(score, green_max=self.green_max)]
        return Content.styled(glyphs.spark[height], f"${role}")
