import io
from datetime import date, timedelta

import pytest
from rich.console import Console

from tracker.cli.chart_output import GROUND_STYLES, INK_STYLES, paint_raster, print_raster
from tracker.domain.site import PainSite, Side, Site
from tracker.insight.chart_raster import Chart, draw_chart
from tracker.insight.chart_view import ChartView
from tracker.insight.chart_window import Window
from tracker.insight.raster import Ground, Ink
from tracker.insight.series import EpisodeSpan, make_series

BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
DAY = date(2026, 11, 22)


@pytest.fixture
def chart() -> Chart:
    series = make_series(
        {DAY - timedelta(days=back): {BACK: back % 11} for back in range(40)},
        until=DAY,
        run_m={DAY: 5000},
        episodes=[EpisodeSpan("[red]mine[/red]", DAY - timedelta(days=30), DAY)],
    )
    view = ChartView(flat=True)
    return draw_chart(series, Window.ending(DAY, 42), view=view, width=78, height=22)


def test_every_role_has_a_style() -> None:
    assert set(INK_STYLES) == set(Ink)
    assert set(GROUND_STYLES) == set(Ground)


def test_lines_read_like_the_raster_and_hold_no_markup(chart: Chart) -> None:
    lines = [line.plain for line in paint_raster(chart.raster)]
    assert lines == [chart.raster.line(y) for y in range(chart.raster.height)]
    assert any("[red]mine[/red]" in line for line in lines)


def test_without_colours_nothing_but_text_is_printed(chart: Chart) -> None:
    out = io.StringIO()
    print_raster(chart.raster, Console(file=out, width=78, color_system=None))
    printed = out.getvalue()
    assert "\x1b" not in printed
    assert printed.splitlines() == [chart.raster.line(y) for y in range(chart.raster.height)]


def test_colours_stand_for_zones(chart: Chart) -> None:
    styles = {str(span.style) for line in paint_raster(chart.raster) for span in line.spans}
    assert {"green", "yellow", "red", "blue", "bold"} <= styles
