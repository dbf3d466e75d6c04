"""`backstride trend`: the pain chart, or its table, in plain terminal text."""

import os
import re
from datetime import date

import click

from tracker.cli.completing import complete_sites
from tracker.cli.context import refuse, the_diary
from tracker.cli.json_output import echo_json
from tracker.cli.trend_days import echo_days
from tracker.diary.book import Book
from tracker.diary.trends import pain_series
from tracker.domain.problem import Problem
from tracker.domain.site import PainSite, parse_pain_site
from tracker.insight.chart_raster import draw_chart
from tracker.insight.chart_view import ChartView
from tracker.insight.chart_window import Window
from tracker.insight.glyph_set import GlyphSet, choose_glyph_set
from tracker.insight.series import PainSeries, make_series
from tracker.insight.trend_table import (
    json_key,
    trend_json,
)

USUAL_RANGE = "6w"

_RANGE = re.compile(r"([0-9]{1,5})\s*([dwmy])")
_CHART_HEIGHT = 24
_CHART_WIDTH_MAX = 120
_RANGE_PROBLEM = "Use all, or a number with d, w, m or y, like 6w or 3m."


@click.command()
@click.option(
    "--site",
    "site_text",
    metavar="SITE[:SIDE]",
    shell_complete=complete_sites,
    help="One site; else the day's highest.",
)
@click.option("--range", "range_text", default=USUAL_RANGE, show_default=True, metavar="RANGE")
@click.option("--table", is_flag=True, help="The same days as a table.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def trend(
    ctx: click.Context,
    *,
    site_text: str | None,
    range_text: str,
    table: bool,
    as_json: bool,
) -> None:
    """Show pain, its 7-day mean and your runs over a range of days that ends today."""
    diary = the_diary(ctx)
    today = diary.today
    series = pain_series(diary.snapshot, today=diary.today) or make_series({}, until=today)
    site = _site(site_text, diary, series)
    window = _window(range_text, today=today, first=series.start)
    if as_json:
        echo_json(trend_json(series, window, site=site))
    elif table:
        echo_days(series, window, site=site, settings=diary.settings)
    else:
        _echo_chart(series, window, site=site, diary=diary)


def _site(text: str | None, diary: Book, series: PainSeries) -> PainSite | None:
    if text is None:
        return None
    known = tuple(dict.fromkeys((*diary.settings.tracked, *series.sites)))
    plain = text.strip().casefold()
    for place in known:
        # A site under the person's own name has no other word.
        names = (json_key(place), place.label, place.name or "")
        if plain and plain in {name.casefold() for name in names}:
            return place
    found = parse_pain_site(text, usual=known)
    if isinstance(found, Problem):
        refuse([found])
    return found


def _window(text: str, *, today: date, first: date) -> Window:
    plain = text.strip().casefold()
    if plain == "all":
        return Window(first, (today - first).days + 1)
    match = _RANGE.fullmatch(plain)
    start = _start(int(match[1]), match[2], today) if match else None
    if start is None or start > today:
        refuse([Problem("range", f'Can\'t read "{text}" as a range. {_RANGE_PROBLEM}')])
    return Window(start, (today - start).days + 1)


def _start(count: int, letter: str, today: date) -> date | None:
    from dateutil.relativedelta import relativedelta  # noqa: PLC0415 - heavy, needed here only

    spans = {
        "d": relativedelta(days=count - 1),
        "w": relativedelta(days=7 * count - 1),
        "m": relativedelta(months=count, days=-1),
        "y": relativedelta(years=count, days=-1),
    }
    try:
        return today - spans[letter] if count else None
    except (OverflowError, ValueError):
        return None


def _echo_chart(series: PainSeries, window: Window, *, site: PainSite | None, diary: Book) -> None:
    # Only the chart needs rich.
    from tracker.cli.chart_output import ChartConsole, print_raster  # noqa: PLC0415

    console = ChartConsole()
    plain = "utf" not in console.encoding.casefold()
    settings = diary.settings
    view = ChartView(
        site=site,
        glyphs=GlyphSet.ASCII if plain else choose_glyph_set(settings.glyphs, os.environ),
        flat=True,
        green_max=settings.green_max,
        unit=settings.unit,
        week_starts_monday=settings.week_starts_monday,
    )
    width = min(console.width, _CHART_WIDTH_MAX)
    chart = draw_chart(series, window, view=view, width=width, height=_CHART_HEIGHT)
    print_raster(chart.raster, console)
