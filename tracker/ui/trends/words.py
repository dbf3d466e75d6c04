"""Which days are shown, and how many of them were logged, in the room that there is (R-AN-08)."""

from datetime import date

from textual.content import Content

from tracker.domain.site import PainSite
from tracker.insight.day_spans import logged_facts
from tracker.insight.series import PainSeries

GAP = 3


def title_of(site: PainSite | None) -> str:
    """Name a site, or what stands for all of them."""
    return site.label if site else "Highest of all sites"


def days_fact(
    series: PainSeries, first: date, last: date, *, site: PainSite | None, width: int
) -> str:
    """Return the days and the logged ones among them; shorter where the title leaves less room."""
    low, high = max(series.index(first), 0), series.index(last) + 1
    logged = sum(value is not None for value in series.track(site).values[low:high])
    room = width - GAP - Content(title_of(site)).cell_length
    facts = logged_facts(first, last, logged=logged)
    return next((fact for fact in facts if len(fact) <= room), facts[-1])
