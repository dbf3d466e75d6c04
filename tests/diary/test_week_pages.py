"""A week as it is shown to others: what stands in it, and what never does."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.diary.conftest import TODAY, Made
from tracker.diary.book import Book, open_book
from tracker.diary.week_pages import share_week, week_page
from tracker.domain.check_in import CheckIn
from tracker.domain.note import Note
from tracker.domain.pain import Night, score_at
from tracker.domain.problem import Problem
from tracker.domain.run import Run
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.domain.verdict import Response
from tracker.exchange.week_svg import week_svg
from tracker.insight.week_page import TEXT_CELLS, page_fact, page_rows, page_text

BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
OWN = PainSite(Site.OTHER, Side.LEFT, "where Anna kicked me")
SUNDAY = TODAY - timedelta(days=1)
PRIVATE = "Told nobody <b>but</b> this diary"


def run(back: int, *, metres: int = 5000) -> Run:
    start = datetime(2026, 11, 23, 6, 30, tzinfo=UTC) - timedelta(days=back)
    return Run(
        id=f"run{back}",
        start=start,
        day=start.date(),
        distance_m=metres,
        duration_s=1800,
        gear=("Anna's old shoes",),
        before=(score_at(BACK, 1),),
        during=(score_at(BACK, 2),),
        note=PRIVATE,
    )


def check_in(back: int, score: int) -> CheckIn:
    at = datetime(2026, 11, 23, 6, 0, tzinfo=UTC) - timedelta(days=back)
    return CheckIn(
        id=f"c{back}",
        at=at,
        day=at.date(),
        scores=(score_at(BACK, score), score_at(OWN, 0)),
        night=Night.NONE,
        note=PRIVATE,
    )


@pytest.fixture
def made() -> Made:
    made = Made()
    made.settings = Settings(tracked=(BACK, OWN))
    made.check_ins = [check_in(back, 4 if back == 3 else 1) for back in range(21, -1, -1)]
    made.runs = [run(9), run(4), run(1, metres=6000)]
    return made


def test_a_week_has_seven_days_and_each_its_answer(made: Made) -> None:
    page = week_page(made.snapshot, SUNDAY, today=TODAY)
    assert [day.day.weekday() for day in page.days] == list(range(7))
    assert not any(day.to_come for day in page.days)
    assert page.days[3].answers == (Response.RED,)
    assert [day.scores[0] for day in page.days] == [1, 1, 1, 1, 4, 1, 1]
    assert page_fact(page.week) == "16 – 22 Nov 2026"
    assert [title for title, _some in page.parts] == ["Pain", "Running", "Rest, other", "Next"]
    assert all(len(sentences) <= 3 for _title, sentences in page.parts)


def test_the_days_to_come_are_dots_and_a_run_of_today_waits(made: Made) -> None:
    made.runs.append(run(0))
    page = week_page(made.snapshot, TODAY, today=TODAY)
    assert [day.to_come for day in page.days] == [False, *[True] * 6]
    assert page.days[0].answers == (None,)
    assert "tomorrow" in page_text(page)
    assert page_fact(page.week) == "23 – 29 Nov 2026 · one day so far"


def test_r_txt_03_every_mean_has_its_n_and_the_text_is_78_columns_wide(made: Made) -> None:
    page = week_page(made.snapshot, SUNDAY, today=TODAY)
    text = page_text(page)
    assert max(map(len, text.splitlines())) <= TEXT_CELLS
    assert "Low back 1.4 of 7 mornings, worst 4" in text
    assert "11.0 km in 2 runs" in text
    assert "Next mornings: 1 green, 1 red." in text
    assert "You know your body" in text


def test_r_txt_06_no_note_and_no_name_of_the_persons_own_leaves(made: Made) -> None:
    at = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
    note = Note(id="n", at=at, day=at.date(), note=PRIVATE)
    page = week_page(made.snapshot.with_records(note), SUNDAY, today=TODAY)
    shared = (page_text(page), week_svg(page))
    for words in (PRIVATE, "Told nobody", "Anna", "kicked", "shoes"):
        assert not any(words in each for each in shared), words


@pytest.mark.parametrize("width", [58, 76, 78, 96, 114, 115, 116, 180])
def test_seven_columns_fit_every_width(made: Made, width: int) -> None:
    page = week_page(made.snapshot, SUNDAY, today=TODAY)
    for row in page_rows(page, width=width):
        assert sum(len(patch.text.rstrip()) for patch in row[-1:]) <= width
        assert len("".join(patch.text for patch in row).rstrip()) <= width


def test_the_drawing_is_one_whole_svg_with_the_same_words(made: Made) -> None:
    page = week_page(made.snapshot, SUNDAY, today=TODAY)
    root = ET.fromstring(week_svg(page))  # noqa: S314 - our own drawing
    said = [element.text or "" for element in root.iter("{http://www.w3.org/2000/svg}text")]
    assert "Week in review" in said
    assert any("11.0 km in 2 runs" in each for each in said)
    assert not list(root.iter("{http://www.w3.org/2000/svg}script"))
    rows = page_rows(page, width=116, letters=False)
    assert float(root.attrib["viewBox"].split()[3]) == len(rows) * 20 + 48


def test_an_empty_diary_has_a_week_too() -> None:
    page = week_page(Made().snapshot, TODAY, today=TODAY)
    text = page_text(page)
    assert "No site is followed." in text
    assert "No run." in text


@pytest.fixture
def book(tmp_path: Path, made: Made) -> Book:
    now = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)
    opened = open_book(tmp_path / "diary.json", lambda: now)
    assert isinstance(opened, Book)
    assert opened.keep_all([*made.check_ins, *made.runs], label=None) is None
    return opened


def test_a_week_is_written_as_drawing_and_text_and_written_again(
    book: Book, tmp_path: Path
) -> None:
    for _ in range(2):
        written = share_week(book, SUNDAY, tmp_path / "out")
        assert isinstance(written, tuple)
        assert [path.name for path in written] == [
            "backstride-week-2026-11-16.svg", "backstride-week-2026-11-16.txt",
        ]  # fmt: skip
        assert all(path.read_bytes() for path in written)


def test_a_folder_that_can_t_be_written_is_named(book: Book, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("here", encoding="utf-8")
    answer = share_week(book, SUNDAY, tmp_path / "file")
    assert isinstance(answer, Problem)
    assert "could not be written" in answer.message
