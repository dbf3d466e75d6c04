from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.diary.answers import RunLine
from tracker.diary.kinds.run import OUTCOME_WORDS, rpe_word
from tracker.diary.responses import JudgedSite
from tracker.domain.moment import day_of
from tracker.domain.name_fields import COMMA, names_in
from tracker.domain.run import Run, RunOutcome, Source
from tracker.domain.settings import DistanceUnit, Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.domain.verdict import Response
from tracker.rules.session import SiteSession
from tracker.ui.form.names import NamesSuggester
from tracker.ui.glyphs import FULL, PLAIN
from tracker.ui.run.run_table import run_columns

TODAY = date(2026, 11, 23)
ACHILLES = PainSite(Site.ACHILLES, Side.RIGHT)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("", ()),
        (" , ,", ()),
        ("Blue", ("Blue",)),
        ("blue, back belt", ("Blue", "Back belt")),
        ("Blue,Blue , blue", ("Blue",)),
        ("Nike, red, Blue", ("Nike, red", "Blue")),
        ("Nike", ("Nike",)),
        ("Blueberry, new ones", ("Blueberry", "new ones")),
    ],
)
def test_the_names_in_a_text(text: str, names: tuple[str, ...]) -> None:
    assert names_in(text, ("Blue", "Back belt", "Nike, red")) == names


@given(st.lists(st.sampled_from(["Blue", "Blue two", "Nike, red", "Ä"]), unique=True))
def test_known_names_come_back_as_they_were_written(names: list[str]) -> None:
    known = ("Blue", "Blue two", "Nike, red", "Ä")
    assert names_in(COMMA.join(names), known) == tuple(names)


@pytest.mark.parametrize(
    ("typed", "suggested"),
    [
        ("b", "blue"),
        ("Grey, bl", "Grey, blue"),
        ("Blue, b", "Blue, back belt"),
        ("", None),
        ("x", None),
        ("Blue, ", None),
    ],
)
async def test_the_last_name_is_completed(typed: str, suggested: str | None) -> None:
    suggester = NamesSuggester(("Blue", "Back belt"))
    assert await suggester.get_suggestion(typed) == suggested


def test_every_effort_has_a_word_and_every_outcome_a_choice() -> None:
    words = [rpe_word(rpe) for rpe in range(11)]
    assert (words[0], words[6], words[9]) == ("rest", "hard to very hard", "very hard to maximal")
    assert all(words)
    assert set(OUTCOME_WORDS) == set(RunOutcome)


def line(back: int, *, metres: int | None = 5000, seconds: int | None = 1880) -> RunLine:
    start = datetime(2026, 11, 23, 18, 10, tzinfo=UTC) - timedelta(days=back)
    run = Run(
        id=f"run-{back}",
        start=start,
        day=day_of(start),
        distance_m=metres,
        duration_s=seconds,
        source=Source(format="gpx", file="x.gpx") if back else None,
    )
    response = Response.AMBER_SETTLED if back else Response.UNKNOWN
    decided_by = JudgedSite(ACHILLES, SiteSession(usual=86, am=1), response)
    return RunLine(
        run=run, response=response, awaits_morning=False, decided_by=decided_by, waits=not back
    )


LINES = (line(0), line(15, metres=None, seconds=None), line(400, metres=21_097, seconds=7_300))


@pytest.mark.parametrize(
    ("room", "heads"),
    [
        (90, ["date", "km", "time", "pace", "pain", "next morning", "from"]),
        (72, ["date", "km", "time", "pace", "pain", "next morning"]),
        (66, ["date", "km", "time", "pain", "next morning"]),
        (61, ["date", "km", "pain", "next morning"]),
        (53, ["date", "km", "pain", "morning"]),
        (31, ["date", "km", "pain", ""]),
    ],
)
def test_the_columns_fit_the_room(room: int, heads: list[str]) -> None:
    columns = run_columns(LINES, settings=Settings(), today=TODAY, glyphs=FULL, room=room)
    assert [column.head for column in columns] == heads
    for line in LINES:
        assert all(column.cell(line).cell_length == column.width for column in columns)
    assert sum(column.width + column.gap for column in columns) - columns[0].gap <= room


def test_what_the_columns_say() -> None:
    columns = run_columns(LINES, settings=Settings(), today=TODAY, glyphs=PLAIN, room=90)
    rows = [[" ".join(column.cell(line).plain.split()) for column in columns] for line in LINES]
    assert rows == [
        ["Mon 23 Nov", "5.0", "31:20", "6:16", "–>–>–", ". tomorrow", ""],
        ["Sun 8 Nov", "–", "–", "–", "–>–>–", "- settled R Achilles 0.9>1", "gpx"],
        ["19 Oct 2025", "21.1", "2:01:40", "5:46", "–>–>–", "- settled R Achilles 0.9>1", "gpx"],
    ]


def test_a_run_after_midnight_shows_its_own_date() -> None:
    night = datetime(2026, 11, 19, 0, 30, tzinfo=UTC)
    run = Run(id="night", start=night, day=day_of(night), distance_m=5000)
    late = RunLine(run=run, response=Response.UNKNOWN, awaits_morning=False)
    columns = run_columns([late], settings=Settings(), today=TODAY, glyphs=PLAIN, room=90)
    assert columns[0].cell(late).plain.strip() == "Thu 19 Nov"


def test_the_columns_know_miles() -> None:
    miles = Settings(unit=DistanceUnit.MI)
    columns = run_columns(LINES[:1], settings=miles, today=TODAY, glyphs=FULL, room=90)
    cells = [column.cell(LINES[0]).plain.strip() for column in columns[1:4]]
    assert cells == ["3.1", "31:20", "10:05"]
