"""A page in all its forms says the same, and nothing that a person wrote steers any of them."""

import re
from dataclasses import replace
from datetime import date
from html import unescape
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.domain.site import PainSite, Side, Site
from tracker.exchange import page_pdf
from tracker.exchange.page_html import write_html
from tracker.exchange.page_markdown import write_markdown
from tracker.exchange.page_pdf import FONTS, write_pdf
from tracker.exchange.page_text import grid_lines, strip_lines, write_text
from tracker.insight.body_drawing import draw_body_page, outlines_of
from tracker.insight.day_drawing import draw_days
from tracker.insight.drawing import Dot, Label, Shape
from tracker.insight.page import (
    Body,
    Column,
    DayChart,
    Facts,
    Grid,
    Page,
    RunDay,
    Section,
    SiteDays,
    Words,
)

KNEE = PainSite(Site.KNEE, Side.LEFT)
FIRST = date(2026, 9, 29)
HOSTILE = "<script>alert(1)</script> | **x** \x1b[2J\u202e & \"'"
SCORES = (0, None, 10, 3, 5, 6, 2, None)
CHART = DayChart(
    first=FIRST,
    sites=(SiteDays(site=KNEE, scores=SCORES, means=(None, 1.0, 2.0, None, 3.0, 3.0, 3.0, 3.0)),),
    runs=(RunDay(metres=5200, sign="R"), None, RunDay(metres=None, sign="g"), *[None] * 5),
    green_max=2,
    unit="km",
    unit_m=1000,
)


def page_with(text: str) -> Page:
    return Page(
        title=f"Diary {text}",
        period="29 Sep to 6 Oct",
        head=(text,),
        opening=Facts((("Question", text), ("Goal", "none"))),
        sections=(
            Section(
                "Pain", (CHART, Body(((KNEE, 3),), 2, "Worst"), Words("7 % (n 5)", small=True))
            ),
            Section(
                "Table", (Grid((Column("Day"), Column("km", right=True)), (("1 Oct", text),)),)
            ),
            Section("More", (Facts((("Label", text),)),)),
            Section("Last", (Words(text),)),
        ),
    )


def test_html_is_one_file_without_script_or_address() -> None:
    html = write_html(page_with(HOSTILE))
    assert not re.search(r"<script|https?:|src=|href=|@import|url\(|\x1b|\u202e", html)
    assert "default-src 'none'" in html
    assert unescape(html).count("<script>alert(1)</script> | **x** [2J & \"'") >= 5
    assert "7\u00a0% (n\u00a05)" in html
    assert "<title>Morning scores from 0 to 10 of Left knee" in html


def test_nothing_steers_markdown_or_text() -> None:
    markdown = write_markdown(page_with(HOSTILE))
    assert "<script" not in markdown.replace("\\<script", "")
    assert r"\*\*x\*\*" in markdown
    assert r"| 1 Oct | \<script\>alert\(1\)\</script\> \| " in markdown
    for form in (markdown, write_text(page_with(HOSTILE))):
        assert not re.search("[\x1b\u202e]", form)


def test_the_pdf_is_one_page_and_says_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    kept = page_pdf._Writer._text

    def heard(writer: Any, text: str, style: str) -> Any:  # noqa: ANN401 - reportlab has no types
        said.append(text)
        return kept(writer, text, style)

    monkeypatch.setattr(page_pdf._Writer, "_text", heard)
    found = write_pdf(page_with(HOSTILE))
    assert isinstance(found, bytes)
    assert found.startswith(b"%PDF")
    assert len(re.findall(rb"/Type /Page\b", found)) == 1
    assert said.count(HOSTILE) == 5
    assert {"29 Sep to 6 Oct", "7 % (n 5)", "1 Oct", "Label"} <= set(said)
    assert write_pdf(page_with(HOSTILE)) == found


def test_a_pdf_without_any_font_of_the_system_has_the_one_that_comes_along(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(page_pdf, "FONTS", FONTS[-1:])
    assert isinstance(write_pdf(page_with("1.0 → 2, 北")), bytes)
    assert page_pdf.shown("1.0 → 2, 北", frozenset(map(ord, "1.0 2,"))) == "1.0 > 2, ?"


def test_short_facts_share_a_line_only_where_the_page_is_full() -> None:
    facts = Facts((("Feels", "ache 3"), ("Spreads", "stays put 2"), ("Long", "x " * 38)))
    full = Page(
        title="Diary",
        period="",
        head=("head",),
        opening=Facts((("Question", "May I?"),)),
        sections=tuple(Section("Part", (facts,)) for _ in range(13)),
    )
    roomy = write_text(replace(full, sections=full.sections[:2]))
    assert "Feels    ache 3\nSpreads  stays put 2" in roomy
    assert "Feels  ache 3                           Spreads  stays put 2" in write_text(full)


def test_a_strip_has_a_sign_a_day() -> None:
    heads, knee, runs, _legend = strip_lines(CHART)
    assert heads.split() == ["29", "Sep", "6", "Oct"]
    assert knee == "L knee          0.X3562 ."
    assert runs == "Runs            R.g.... ."


def test_of_many_weeks_the_last_eight_have_a_strip() -> None:
    days = 12 * 7
    long = DayChart(
        first=FIRST,
        sites=(SiteDays(site=KNEE, scores=(1,) * days, means=(1.0,) * days),),
        runs=(None,) * days,
        green_max=2,
        unit="km",
        unit_m=1000,
    )
    heads, knee, *_rest = strip_lines(long)
    assert heads.split()[:2] == ["27", "Oct"]
    assert (knee.count("1"), len(heads) <= 80) == (56, True)


def test_the_drawing_has_a_dot_for_every_score_at_its_height() -> None:
    dots = [mark for mark in draw_days(CHART).marks if isinstance(mark, Dot)]
    assert len(dots) == sum(score is not None for score in SCORES)
    heights = [dot.y for dot in dots]
    known = [score for score in SCORES if score is not None]
    by_height = sorted(range(len(known)), key=lambda at: heights[at], reverse=True)
    assert [known[at] for at in by_height] == sorted(known)


def test_the_body_shows_numbers_and_what_is_not_logged() -> None:
    both = PainSite(Site.SHIN, Side.BOTH)
    drawing = draw_body_page(Body(((KNEE, 3), (both, None)), 2, "Worst"))
    labels = [mark.text for mark in drawing.marks if isinstance(mark, Label)]
    assert labels.count("–") == 2
    assert labels.count("3") >= 1
    assert drawing.title == "Worst: Left knee 3, Shin, both sides not logged"
    assert sum(isinstance(mark, Shape) for mark in drawing.marks) == 3


cells = st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=20)


@settings(max_examples=60, deadline=None)
@given(cells)
def test_outlines_hold_as_much_as_their_cells(inside: set[tuple[int, int]]) -> None:
    area = 0.0
    for ring in outlines_of(inside):
        following = [*ring[1:], ring[0]]
        area += sum(
            x * next_y - next_x * y
            for (x, y), (next_x, next_y) in zip(ring, following, strict=True)
        )
    assert area / 2 == len(inside)


def test_a_table_too_wide_for_its_gaps_has_narrow_ones() -> None:
    wide = Grid(tuple(Column(f"column {n}") for n in range(9)), (("x",) * 9,))
    assert all(len(line) <= 80 for line in grid_lines(wide))


@pytest.mark.parametrize(
    ("text", "written"),
    [("22.1 km", "22.1 km"), ("1. a hill", r"1\. a hill"), ("- a hill", r"\- a hill")],
)
def test_markdown_leaves_numbers_alone_and_begins_no_list(text: str, written: str) -> None:
    assert written in write_markdown(page_with(text)).splitlines()
