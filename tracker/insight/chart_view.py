"""How a person wants the chart."""

from tracker.domain.dataclass import dataclass
from tracker.domain.settings import DistanceUnit
from tracker.domain.site import PainSite
from tracker.insight.glyph_set import GlyphSet


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartView:
    """What to show: one site or with None the day's highest, or the means of all sites.

    `flat` leaves out the tinted grounds and rules the zones instead: for terminals with few
    colours. `green_max` is the upper end of the comfort zone (C-02), 2 or 3. With `answers` the
    chart stands under a line that says whose pain it is: it has no heading and no brackets over the
    episodes' days, and below the runs a lane with what the next morning said. `span_word` stands
    left of the events, where nothing else says how long the time shown is.
    """

    site: PainSite | None = None
    all_sites: bool = False
    glyphs: GlyphSet = GlyphSet.BRAILLE
    flat: bool = False
    green_max: int = 2
    unit: DistanceUnit = DistanceUnit.KM
    week_starts_monday: bool = True
    answers: bool = False
    span_word: str = ""
