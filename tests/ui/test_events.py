"""Flares, episodes, visits and a day's records with real keys (R-AN-04)."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from textual.widgets import Input

from tests.ui.conftest import BACK, NOW, SHIN, Person, Sits
from tracker.diary.book import Book
from tracker.domain.check_in import CheckIn, FlagAnswer
from tracker.domain.episode import Episode, Flare
from tracker.domain.impact_check import ImpactCheck
from tracker.domain.note import Note
from tracker.domain.pain import Night, score_at
from tracker.domain.record import Record
from tracker.domain.remedy import Remedy, RemedyKind
from tracker.domain.routine import RoutineSession, StepMark, StepState
from tracker.domain.run import Run
from tracker.domain.screening import Allows, Clearance, ClearedBy, Retraction
from tracker.domain.visit import Visit
from tracker.insight.body_figure import FIGURES
from tracker.insight.body_raster import anchor, choice_lights
from tracker.rules.red_flags import RED_FLAGS
from tracker.rules.wording import forbidden_words
from tracker.ui.commands import Scope, commands_of
from tracker.ui.dialogs import Dialog
from tracker.ui.events.place_body import PlaceBody
from tracker.ui.events.record_list import RecordList
from tracker.ui.events.records_page import DayRecordsPage, MarkedPage
from tracker.ui.form.body import FormBody
from tracker.ui.form.screen import FormScreen
from tracker.ui.run.view import RunView
from tracker.ui.trends.day_card_page import DayCardPage
from tracker.ui.trends.view import TrendsView
from tracker.ui.widgets.body_map import BodyMap
from tracker.ui.widgets.field_row import FieldRow
from tracker.ui.widgets.next_card import NextCard
from tracker.ui.widgets.pain_scale import PainScale

TODAY = NOW.date()
SIZES = [(120, 40), (80, 24), (60, 24)]
RISE = [2] * 14 + [6, 5]


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def logs(diary: Book, scores: Iterable[int]) -> None:
    """Log mornings of the low back, the last of them today."""
    given = list(scores)
    records = [
        CheckIn(
            id=f"c{back:02}",
            at=NOW - timedelta(days=back),
            day=ago(back),
            scores=(score_at(BACK, score), score_at(SHIN, 0)),
            night=Night.NONE,
            alarm=False,
        )
        for back, score in zip(reversed(range(len(given))), given, strict=True)
    ]
    assert diary.keep_all(records, label="mornings") is None


def full_day(diary: Book) -> None:
    """Put records of many kinds on the day before yesterday."""
    logs(diary, RISE)
    at = NOW - timedelta(days=2)
    day = at.date()
    marks = (StepMark("P1", StepState.DONE),)
    records: list[Record] = [
        Run(id="run-1", start=at.replace(hour=18), day=day, distance_m=5200, duration_s=1880),
        RoutineSession(id="s1", at=at.replace(hour=17), day=day, routine="pre_run", marks=marks),
        Remedy(id="h1", at=at.replace(hour=20), day=day, kind=RemedyKind.HEAT, seconds=900),
        Visit(id="v1", at=at, day=day, by=ClearedBy.PHYSIO, note="[b]Bridges[/b]"),
        Episode(id="e1", at=at, start=ago(9), name="Autumn [red]back[/red]"),
    ]
    assert diary.keep_all(records, label="a full day") is None


async def goes_to_trends(person: Person, *keys: str) -> TrendsView:
    await person.press("escape", "4")
    await person.until(lambda: person.main.tab == "trends")
    view = person.main.view
    assert isinstance(view, TrendsView)
    await person.until(lambda: view.visible and view.series is not None)
    await person.press("down", *keys)
    return view


async def on_page(person: Person, kind: type[object]) -> None:
    await person.until(lambda: isinstance(person.app.screen, kind))


async def fills(person: Person, name: str, text: str) -> None:
    """Go to a field and type in the place of what stands there."""
    field = person.app.screen.query_one(f"#{name}", FieldRow)
    field.focus_field()
    await person.until(lambda: person.app.focused is field.field)
    await person.press("home", "ctrl+k")
    await person.type(text)
    await person.until(lambda: field.text == text)


# ------------------------------------------------------------------ the question on Today


async def asked(person: Person) -> None:
    await person.sees("Is this a flare for you?")
    card = next(each for each in person.main.view.query(NextCard) if each.region.height)
    card.focus()
    await person.press("enter")
    await on_page(person, Dialog)
    await person.sees("hard to tolerate", "R-AN-04", "Low back was 6")


@pytest.mark.parametrize(("key", "is_flare"), [("y", True), ("n", False)])
async def test_r_an_04_one_key_answers_and_the_question_is_gone(
    diary: Book, sits_down: Sits, key: str, *, is_flare: bool
) -> None:
    logs(diary, RISE)
    async with sits_down() as person:
        await asked(person)
        await person.press(key)
        await person.no_longer_sees("Is this a flare for you?")
        await person.sees("u undoes")
        (flare,) = diary.snapshot.of(Flare)
        assert (flare.start, flare.is_flare, flare.place) == (ago(1), is_flare, BACK)
        await person.press("escape", "u")
        await person.sees("Is this a flare for you?")
        assert list(diary.snapshot.of(Flare)) == []


@pytest.mark.parametrize("key", ["l", "escape"])
async def test_r_an_04_later_keeps_the_question(diary: Book, sits_down: Sits, key: str) -> None:
    logs(diary, RISE)
    async with sits_down() as person:
        await asked(person)
        await person.press(key)
        await person.until(lambda: person.app.screen is person.main)
        await person.sees("Is this a flare for you?")
        assert diary.snapshot.of(Flare) == ()


async def test_r_an_04_a_usual_morning_asks_nothing(diary: Book, sits_down: Sits) -> None:
    logs(diary, [2] * 16)
    async with sits_down() as person:
        await person.sees("Log the run")
        assert "flare" not in person.screen_text


@pytest.mark.parametrize(("key", "end", "lasts_on"), [("y", ago(3), None), ("n", None, TODAY)])
async def test_r_an_04_a_flare_that_seems_over_is_asked_about(
    diary: Book, sits_down: Sits, key: str, end: date | None, lasts_on: date | None
) -> None:
    logs(diary, [2] * 14 + [6, 5, 3, 2, 2])
    diary.keep(Flare(id="f", at=NOW, start=ago(4), place=BACK), label="f")
    async with sits_down() as person:
        await person.sees("Is the flare over?", "since 19 Nov")
        card = next(each for each in person.main.view.query(NextCard) if each.region.height)
        card.focus()
        await person.press("enter")
        await on_page(person, Dialog)
        await person.sees("Is the flare since Thu 19 Nov 2026 over?", "Fri 20 Nov 2026")
        await person.press(key)
        await person.no_longer_sees("Is the flare over?")
        (flare,) = diary.snapshot.of(Flare)
        assert (flare.end, flare.lasts_on) == (end, lasts_on)


# ------------------------------------------------------------------ marking on the chart


async def test_m_marks_a_flare_on_the_cursors_day_and_m_again_corrects_it(
    diary: Book, sits_down: Sits
) -> None:
    logs(diary, [2] * 16)
    async with sits_down() as person:
        view = await goes_to_trends(person, "left", "left", "m")
        await on_page(person, FormScreen)
        await person.sees("R-AN-04", "Sat 21 Nov 2026", "still lasts")
        await person.press("ctrl+s")
        await person.until(lambda: len(diary.snapshot.of(Flare)) == 1)
        await person.sees("Flare saved. u undoes.", "▼ flare")
        assert diary.snapshot.of(Flare)[0].start == ago(2)
        await person.sees("day 1")

        await person.press("m")
        await on_page(person, FormScreen)
        await fills(person, "end", "yesterday")
        await fills(person, "note", "Carried [b]boxes[/b]")
        await person.press("ctrl+s")
        await person.until(lambda: diary.snapshot.of(Flare)[0].end == ago(1))
        assert len(diary.snapshot.of(Flare)) == 1
        await person.until(lambda: person.app.screen is person.main)
        assert view.chart.cursor == ago(2)
        await person.sees("Carried", "[b]boxes[/b]")


async def test_a_form_saved_twice_before_the_answer_keeps_one_record(
    diary: Book, sits_down: Sits
) -> None:
    logs(diary, [2] * 16)
    async with sits_down() as person:
        await goes_to_trends(person, "left", "left", "m")
        await on_page(person, FormScreen)
        form = person.app.screen
        assert isinstance(form, FormScreen)
        form.action_save_form()
        await person.pilot.pause(0)
        form.action_save_form()
        form.action_leave_form()
        await person.until(lambda: person.app.screen is person.main)
        await person.press("left")
        assert len(diary.snapshot.of(Flare)) == 1


async def test_m_on_a_day_that_is_asked_about_puts_the_question(
    diary: Book, sits_down: Sits
) -> None:
    logs(diary, RISE)
    async with sits_down() as person:
        await goes_to_trends(person, "m")
        await on_page(person, Dialog)
        await person.press("y")
        await person.until(lambda: len(diary.snapshot.of(Flare)) == 1)


async def test_n_and_p_stop_at_flares_visits_and_where_an_episode_begins(
    diary: Book, sits_down: Sits
) -> None:
    full_day(diary)
    diary.keep(Flare(id="f", at=NOW, start=ago(5), place=BACK), label="f")
    async with sits_down() as person:
        view = await goes_to_trends(person)
        seen = []
        for _ in range(3):
            before = view.chart.cursor
            await person.press("left_curly_bracket")
            await person.until(lambda before=before: view.chart.cursor != before)  # type: ignore[misc]
            seen.append(view.chart.cursor)
        assert seen == [ago(2), ago(5), ago(9)]
        await person.press("right_curly_bracket")
        await person.until(lambda: view.chart.cursor == ago(5))


# ------------------------------------------------------------------ a day's records


@pytest.mark.parametrize("size", SIZES)
async def test_enter_lists_the_records_of_the_day_and_esc_goes_back(
    diary: Book, sits_down: Sits, size: tuple[int, int]
) -> None:
    full_day(diary)
    async with sits_down(size) as person:
        view = await goes_to_trends(person, "left", "left", "enter")
        if person.app.screen.has_class("-narrow"):
            await on_page(person, DayCardPage)
            await person.press("enter")
        await on_page(person, DayRecordsPage)
        await person.sees("Sat 21 Nov", "6 records", "Episode", "Check-in", "Routine", "Remedy")
        await person.sees("Autumn [red]back[/red]", "[b]Bridges[/b]", "5.2 km in", "esc")
        assert all(len(line) <= size[0] for line in person.screen_text.splitlines())
        await person.press("escape")
        await person.until(lambda: person.app.screen is person.main)
        assert view.chart.cursor == ago(2)


async def opens(person: Person, record_id: str) -> None:
    await goes_to_trends(person, "left", "left", "enter")
    await on_page(person, DayRecordsPage)
    records = person.app.screen.query_one(RecordList)
    await person.until(lambda: any(line.id == record_id for line in records.items))
    while records.chosen is None or records.chosen.id != record_id:
        await person.press("down")
    await person.press("enter")


async def test_a_check_in_is_corrected_in_its_form_and_deleted_on_the_page(
    diary: Book, sits_down: Sits
) -> None:
    full_day(diary)
    (before,) = diary.snapshot.check_ins[ago(2)]
    async with sits_down((120, 40)) as person:
        await opens(person, "c02")
        await on_page(person, FormScreen)
        await person.sees("Check-in", "correct it", "Low back")
        body = person.app.screen.query_one(FormBody)
        body.query(PainScale).first().focus()
        await person.press("9")
        await person.until(lambda: body.dirty)
        await person.press("ctrl+s")
        await on_page(person, DayRecordsPage)
        (after,) = diary.snapshot.check_ins[ago(2)]
        assert after == replace(before, scores=after.scores)
        assert next(each.score for each in after.scores) == 9
        await person.press("d")
        await person.sees("5 records")
        assert ago(2) not in diary.snapshot.check_ins
        await person.press("u")
        await person.sees("6 records")


async def test_a_run_opens_in_its_form(diary: Book, sits_down: Sits) -> None:
    full_day(diary)
    async with sits_down() as person:
        await opens(person, "run-1")
        await person.until(lambda: person.main.tab == "run")
        view = person.main.view
        assert isinstance(view, RunView)
        await person.until(lambda: view.form.editing is not None)
        assert view.form.editing is not None
        assert view.form.editing.id == "run-1"


@pytest.mark.parametrize(
    ("record_id", "title"), [("e1", "Episode"), ("v1", "Visit"), ("s1", "Session")]
)
async def test_what_is_listed_opens_in_its_form_over_the_list(
    diary: Book, sits_down: Sits, record_id: str, title: str
) -> None:
    full_day(diary)
    async with sits_down() as person:
        await opens(person, record_id)
        await on_page(person, FormScreen)
        await person.sees(title, "correct it")
        await person.press("escape")
        await on_page(person, DayRecordsPage)


async def test_a_remedy_is_deleted_and_brought_back_on_the_page(
    diary: Book, sits_down: Sits
) -> None:
    full_day(diary)
    async with sits_down() as person:
        await opens(person, "h1")
        await on_page(person, FormScreen)
        await person.press("escape")
        await on_page(person, DayRecordsPage)
        await person.press("d")
        await person.sees("5 records")
        assert diary.snapshot.of(Remedy) == ()
        await person.press("u")
        await person.sees("6 records", "heat, 15 min")


async def test_r_red_41_a_check_in_with_an_alarm_sign_is_not_deleted(
    diary: Book, sits_down: Sits
) -> None:
    full_day(diary)
    (check_in,) = diary.snapshot.check_ins[TODAY]
    flag = next(each for each in RED_FLAGS if each.key == "saddle_numb")
    assert flag.key is not None
    said = replace(check_in, answers=(FlagAnswer(flag.key, yes=True),))
    taken_back = Retraction(id="t", at=NOW, day=TODAY, flag=flag.id, reason="another line")
    assert diary.keep_all([said, taken_back], label="x") is None
    async with sits_down() as person:
        await goes_to_trends(person, "enter")
        await on_page(person, DayRecordsPage)
        await person.press("down", "d")
        await person.sees("It holds an alarm sign")
        assert len(diary.snapshot.check_ins) == len(RISE)


async def test_a_day_without_records_says_so_and_c_opens_its_check_in(
    diary: Book, sits_down: Sits
) -> None:
    logs(diary, [2, 2])
    diary.drop(diary.snapshot.check_ins[TODAY][0], label="x")
    async with sits_down() as person:
        await goes_to_trends(person, "enter")
        await on_page(person, DayRecordsPage)
        await person.sees("Nothing was logged on this day.", "0 records")
        await person.press("enter")
        await person.until(lambda: person.main.tab == "today")


# ------------------------------------------------------------------ episodes and visits


async def test_an_episode_is_begun_ended_deleted_and_brought_back(
    diary: Book, sits_down: Sits
) -> None:
    logs(diary, [2] * 16)
    async with sits_down() as person:
        await goes_to_trends(person, "e")
        await on_page(person, MarkedPage)
        await person.sees("No episodes, flares or visits yet.")
        await person.press("n")
        await on_page(person, FormScreen)
        await fills(person, "name", "Autumn back")
        await fills(person, "start", "-9d")
        await person.sees("Sat 14 Nov 2026")
        await person.press("ctrl+s")
        await on_page(person, MarkedPage)
        await person.sees("Autumn back", "since 14 Nov 2026", "1 record")

        await person.press("x")
        await person.sees("14 – 23 Nov 2026")
        assert diary.snapshot.of(Episode)[0].end == TODAY
        await person.press("x")
        await person.sees("Only an episode or a flare")
        await person.press("d")
        await person.sees("No episodes, flares or visits yet.")
        await person.press("u")
        await person.sees("Autumn back")
        await person.press("escape")
        await person.until(lambda: person.app.screen is person.main)
        await person.sees("▼ episode", "since Sat 14 Nov 2026")


async def test_what_can_not_be_read_is_said_at_its_field_and_nothing_typed_is_lost(
    diary: Book, sits_down: Sits
) -> None:
    logs(diary, [2] * 16)
    async with sits_down() as person:
        await goes_to_trends(person, "e")
        await on_page(person, MarkedPage)
        await person.press("n")
        await on_page(person, FormScreen)
        await fills(person, "start", "31 feb")
        await fills(person, "end", "tomorrow")
        await fills(person, "note", "kept")
        await person.press("ctrl+s")
        await person.sees("Give it a name", "31 feb", "still to come")
        assert isinstance(person.app.focused, Input)
        assert person.app.focused.parent is person.app.screen.query_one("#name")
        await fills(person, "name", "Autumn")
        await fills(person, "start", "-3d")
        await fills(person, "end", "-5d")
        await person.press("ctrl+s")
        await person.sees("before its first day, Fri 20 Nov 2026")
        assert person.app.screen.query_one("#note", FieldRow).text == "kept"
        assert diary.snapshot.of(Episode) == ()

        await person.press("escape")
        await person.sees("Not saved yet")
        await person.press("escape")
        await on_page(person, FormScreen)
        await person.press("escape")
        await person.press("d")
        await on_page(person, MarkedPage)
        assert diary.snapshot.of(Episode) == ()


async def test_a_day_that_stands_in_a_field_is_typed_over(diary: Book, sits_down: Sits) -> None:
    logs(diary, [2] * 16)
    async with sits_down() as person:
        view = await goes_to_trends(person)
        await view.run_action("log_visit")
        await on_page(person, FormScreen)
        await person.until(lambda: isinstance(person.app.focused, Input))
        day = person.app.screen.query_one("#day", FieldRow)
        assert person.app.focused is day.field
        await person.type("-2d")
        await person.until(lambda: day.text == "-2d")
        await person.press("down", "right", "up")
        await person.until(lambda: person.app.focused is day.field)
        await person.type("-3d")
        await person.until(lambda: day.text == "-3d")


async def test_a_visit_needs_somebody_and_is_logged_from_the_palette(
    diary: Book, sits_down: Sits
) -> None:
    logs(diary, [2] * 16)
    async with sits_down() as person:
        await goes_to_trends(person)
        view = person.main.view
        await view.run_action("log_visit")
        await on_page(person, FormScreen)
        await person.press("ctrl+s")
        await person.sees("Say who it was")
        await person.press("right", "right", "ctrl+s")
        await person.until(lambda: len(diary.snapshot.of(Visit)) == 1)
        assert diary.snapshot.of(Visit)[0].by is ClearedBy.PHYSIO
        await person.sees("V visit")


async def test_a_note_is_written_from_the_palette(diary: Book, sits_down: Sits) -> None:
    logs(diary, [2] * 16)
    async with sits_down() as person:
        await goes_to_trends(person)
        await person.main.view.run_action("write_note")
        await on_page(person, FormScreen)
        await person.press("ctrl+s")
        await person.sees("Write the note first")
        await person.type("Long drive")
        await person.press("ctrl+s")
        await person.until(lambda: len(diary.snapshot.of(Note)) == 1)
    assert (diary.snapshot.of(Note)[0].note, diary.snapshot.of(Note)[0].day) == (
        "Long drive",
        TODAY,
    )


CORRECTED: list[tuple[Record, str, str]] = [
    (Remedy(id="x", at=NOW, day=TODAY, kind=RemedyKind.COLD, seconds=600), "note", "note"),
    (Note(id="x", at=NOW, day=TODAY, note="warm"), "note", "note"),
    (
        Clearance(
            id="x",
            at=NOW,
            day=TODAY,
            by=ClearedBy.DOCTOR,
            allows=Allows.WALK,
            covers=("screening",),
        ),
        "note",
        "note",
    ),
    (ImpactCheck(id="x", at=NOW, day=TODAY, place=BACK, options=(1, 1, 1, 1)), "training", "2"),
]


@pytest.mark.parametrize(
    ("record", "name", "text"), CORRECTED, ids=lambda each: type(each).__name__
)
async def test_every_record_of_a_day_opens_in_its_form_and_is_corrected(
    diary: Book, sits_down: Sits, record: Record, name: str, text: str
) -> None:
    logs(diary, [2] * 16)
    assert diary.keep_all([record], label="x") is None
    async with sits_down() as person:
        await goes_to_trends(person, "enter")
        await on_page(person, DayRecordsPage)
        await person.until(lambda: len(person.app.screen.query(RecordList)) == 1)
        page = person.app.screen.query_one(RecordList)
        await person.until(lambda: any(line.id == "x" for line in page.items))
        while page.chosen is None or page.chosen.id != "x":
            await person.press("down")
        await person.press("enter")
        await on_page(person, FormScreen)
        body = person.app.screen.query_one(FormBody)
        body.put({name: text})
        await person.press("ctrl+s")
        await on_page(person, DayRecordsPage)
    (now,) = diary.store.records(type(record)).values()
    assert now != record
    assert now.id == "x"


@pytest.mark.parametrize("size", SIZES)
async def test_the_page_of_what_was_marked_fits_and_shows_what_lasts_first(
    diary: Book, sits_down: Sits, size: tuple[int, int]
) -> None:
    full_day(diary)
    async with sits_down(size) as person:
        await goes_to_trends(person, "e")
        await on_page(person, MarkedPage)
        await person.sees("2 records", "Autumn [red]back[/red]", "physiotherapist")
        lines = person.screen_text.splitlines()
        assert all(len(line) <= size[0] for line in lines)
        text = person.screen_text
        assert text.index("Autumn") < text.index("physiotherapist")
        assert forbidden_words(text) == ()


def test_every_key_of_these_pages_has_words() -> None:
    for scope in (Scope.DAY_RECORDS, Scope.MARKED, Scope.FORM_PAGE):
        assert all(entry.help and entry.label for entry in commands_of(scope))


async def test_the_figure_shows_where_a_flare_is_and_a_click_on_it_says_so(
    diary: Book, sits_down: Sits
) -> None:
    logs(diary, [2] * 16)
    async with sits_down() as person:
        await goes_to_trends(person, "left", "left", "m")
        await person.until(lambda: bool(person.app.screen.query(PlaceBody)))
        body = person.app.screen.query_one(PlaceBody)
        figure = body.query_one(BodyMap)
        at = anchor(FIGURES[figure.scale], "i")
        knee = anchor(FIGURES[figure.scale], "k")
        assert at is not None
        assert knee is not None
        await person.pilot.click(BodyMap, offset=(at[1], at[0]))
        await person.until(lambda: body.value("place") == BACK)
        assert figure.lights == choice_lights([BACK])
        await person.pilot.click(BodyMap, offset=(knee[1], knee[0]))
        await person.pilot.pause()
        assert body.value("place") == BACK
        await person.pilot.resize_terminal(80, 24)
        await person.until(lambda: not figure.display)
