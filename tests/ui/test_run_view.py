"""The Run tab, tried with the keys that a person presses."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widget import Widget

from tests.ui.patience import until
from tracker.diary.answers import ImportProgress
from tracker.diary.book import Book, open_book, save_settings
from tracker.diary.entries import RunEntry, SessionEntry
from tracker.diary.run_views import list_runs
from tracker.diary.runs import log_run
from tracker.diary.sessions import log_session
from tracker.domain.gear import Gear
from tracker.domain.pain import score_at
from tracker.domain.routine import StepState
from tracker.domain.run import Run, RunKind, RunOutcome, Source, Surface
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.ui.app import BackstrideApp
from tracker.ui.dialogs import Dialog
from tracker.ui.run.import_screen import ImportScreen
from tracker.ui.run.run_list import RunList
from tracker.ui.run.score_row import ScoreMoment, ScoreRow
from tracker.ui.run.view import RunView
from tracker.ui.widgets.field_row import FieldRow

NOW = datetime(2026, 11, 23, 19, 12, tzinfo=UTC)
WIDE, NARROW, SMALL = (120, 40), (80, 24), (60, 20)
BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
SHIN = PainSite(Site.SHIN, Side.LEFT)
LAST = Run(
    id="run-last",
    start=datetime(2026, 11, 20, 18, 10, 37, tzinfo=UTC),
    day=datetime(2026, 11, 20, tzinfo=UTC).date(),
    distance_m=4987,
    duration_s=1873,
    moving_s=1850,
    kind=RunKind.TEMPO,
    rpe=5,
    surface=Surface.TRAIL,
    gear=("Blue",),
    before=(score_at(BACK, 0),),
    during=(score_at(BACK, 3),),
    after=(score_at(BACK, 1),),
    avg_hr=151,
    source=Source(format="gpx", file="watch.gpx"),
)
TRACK = """<gpx version="1.1" creator="t" xmlns="http://www.topografix.com/GPX/1/1"><trk>
<type>running</type><trkseg>{points}</trkseg></trk></gpx>"""
POINT = '<trkpt lat="50.0" lon="{lon:.5f}"><time>2026-11-{day:02}T07:{minute:02}:00Z</time></trkpt>'


class Runner:
    """Somebody at the Run tab."""

    def __init__(self, pilot: Pilot[None], diary: Book) -> None:
        self.pilot, self.diary = pilot, diary

    @property
    def app(self) -> BackstrideApp:
        app = self.pilot.app
        assert isinstance(app, BackstrideApp)
        return app

    @property
    def view(self) -> RunView:
        return self.app.screen_stack[0].query_one(RunView)

    @property
    def text(self) -> str:
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    @property
    def runs(self) -> list[Run]:
        return [line.run for line in list_runs(self.diary)]

    @property
    def focused(self) -> Widget | None:
        return self.app.screen.focused

    def row(self, name: str) -> FieldRow:
        return self.view.form.query_one(f"#{name}", FieldRow)

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.settle()

    async def type(self, text: str) -> None:
        await self.pilot.press(*text)
        await self.settle()

    async def settle(self) -> None:
        await self.pilot.pause()
        waiting = [work for work in self.app.workers if work.group == "requests"]
        if waiting:
            await self.app.workers.wait_for_complete(waiting)
        await self.pilot.pause()

    async def until(self, holds: Callable[[], bool]) -> None:
        if not await until(self.pilot, holds):
            pytest.fail(f"it never came to hold; on the screen:\n{self.text}")

    async def sees(self, *words: str) -> None:
        await self.until(lambda: all(each in self.text for each in words))


@pytest.fixture
def diary(tmp_path: Path) -> Book:
    opened = open_book(tmp_path / "diary.json", lambda: NOW)
    assert isinstance(opened, Book)
    save_settings(opened, Settings(tracked=(BACK, SHIN), setup_step=None, glyphs="full"))
    return opened


@pytest.fixture
def with_last(diary: Book) -> Book:
    diary.keep_all([LAST], label="a start")
    return diary


@asynccontextmanager
async def at_run(diary: Book, size: tuple[int, int] = WIDE) -> AsyncIterator[Runner]:
    app = BackstrideApp(lambda: diary, clock=lambda: NOW)
    async with app.run_test(size=size, notifications=True) as pilot:
        runner = Runner(pilot, diary)
        await runner.sees("Also true", "0-9 set")
        await runner.press("escape", "3")
        await runner.until(lambda: bool(app.screen_stack[0].query(RunView)))
        await runner.until(lambda: "today" in runner.text or "Recent runs" in runner.text)
        await runner.until(lambda: runner.view._runs is not None)
        await runner.settle()
        yield runner


# ---------------------------------------------------------------------- logging


@pytest.mark.parametrize("size", [WIDE, SMALL])
async def test_no_runs_yet_says_which_keys_bring_some(diary: Book, size: tuple[int, int]) -> None:
    async with at_run(diary, size) as runner:
        await runner.sees("No runs yet. ctrl+s saves this one, i brings in files.")


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_a_run_typed_with_a_comma_is_saved(diary: Book, size: tuple[int, int]) -> None:
    async with at_run(diary, size) as runner:
        await runner.press("n")
        await runner.type("5,2")
        await runner.press("tab")
        await runner.type("31:20")
        await runner.sees("5.2 km", "6:02 /km")
        await runner.press("ctrl+s")
        await runner.sees("Run saved. u undoes.", "Mon 23 Nov")
        [run] = runner.runs
        assert (run.distance_m, run.duration_s, run.kind) == (5200, 1880, RunKind.EASY)
        assert (run.start, run.before, run.outcome) == (NOW, (), RunOutcome.COMPLETED)
        await runner.until(lambda: isinstance(runner.focused, RunList))
        await runner.press("u")
        await runner.sees("No runs yet")


async def test_a_run_like_the_last_one_takes_at_most_twelve_keys(with_last: Book) -> None:
    keys = ("equals_sign", "2", "right", "3", "tab", "0", "right", "1", "ctrl+s")
    assert len(("3", *keys)) <= 12
    async with at_run(with_last) as runner:
        for key in keys:
            await runner.press(key)
        await runner.until(lambda: len(runner.runs) == 2)
        run = runner.runs[0]
        assert (run.distance_m, run.duration_s, run.kind, run.rpe) == (4987, 1873, LAST.kind, 5)
        assert (run.surface, run.gear) == (Surface.TRAIL, ("Blue",))
        assert run.before == (score_at(BACK, 2), score_at(SHIN, 0))
        assert run.during == (score_at(BACK, 3), score_at(SHIN, 1))
        assert (run.after, run.source, run.avg_hr, run.day) == ((), None, None, NOW.date())


async def test_same_as_last_keeps_what_is_typed_already(with_last: Book) -> None:
    async with at_run(with_last) as runner:
        await runner.press("n")
        await runner.type("7")
        await runner.press("escape", "equals_sign")
        assert (runner.row("distance").text, runner.row("duration").text) == ("7", "31:13")


async def test_single_letters_are_text_in_a_field_and_keys_after_esc(with_last: Book) -> None:
    async with at_run(with_last) as runner:
        await runner.press("n")
        runner.row("note").focus_field()
        await runner.type("nsildq1?u")
        assert runner.row("note").text == "nsildq1?u"
        assert len(runner.app.screen_stack) == 1
        await runner.press("escape", "v")
        assert isinstance(runner.focused, RunList)


async def test_when_it_hurt_becomes_the_outcome(with_last: Book) -> None:
    async with at_run(with_last) as runner:
        await runner.press("equals_sign")
        runner.view.form.rows["outcome"].focus()
        found = []
        for _ in range(4):
            found.append(runner.view.form.value("outcome"))
            await runner.press("right")
        assert found == [
            RunOutcome.COMPLETED,
            RunOutcome.COMPLETED_SLOWED,
            RunOutcome.COMPLETED_AFTER_STRETCH,
            RunOutcome.STOPPED_PAIN,
        ]
        await runner.press("left", "tab", "space", "ctrl+s")
        await runner.until(lambda: len(runner.runs) == 2)
        assert (runner.runs[0].outcome, runner.runs[0].limp) == (RunOutcome.STOPPED_PAIN, True)


async def test_an_alarm_sign_opens_the_list_of_alarm_signs(with_last: Book) -> None:
    async with at_run(with_last) as runner:
        await runner.press("equals_sign")
        runner.view.form.rows["outcome"].focus()
        await runner.press(*["right"] * 4, "ctrl+s")
        await runner.until(lambda: len(runner.app.screen_stack) == 2)
        assert runner.runs[0].outcome is RunOutcome.STOPPED_ALARM


async def test_pressing_save_twice_saves_one_run(with_last: Book) -> None:
    async with at_run(with_last) as runner:
        await runner.press("equals_sign", "ctrl+s", "ctrl+s")
        await runner.until(lambda: isinstance(runner.focused, RunList))
        assert len(runner.runs) == 2


async def test_todays_routine_is_linked_unless_it_is_unticked(with_last: Book) -> None:
    session = log_session(
        with_last, SessionEntry(routine="pre_run", when="today 18:02", others=StepState.DONE)
    )
    async with at_run(with_last) as runner:
        await runner.sees("Before a run, 11/11, 18:02")
        await runner.press("equals_sign", "ctrl+s")
        await runner.until(lambda: len(runner.runs) == 2)
        assert runner.runs[0].routine_id == getattr(session, "id", None)
        await runner.press("n")
        await runner.press("escape", "equals_sign", "ctrl+s")
        await runner.until(lambda: len(runner.runs) == 3)
        assert {run.routine_id for run in runner.runs} == {None, getattr(session, "id", None)}


async def test_unticked_the_routine_is_not_linked_and_one_key_links_it_later(
    with_last: Book,
) -> None:
    session = log_session(
        with_last,
        SessionEntry(routine="pre_run", when="today 18:02", seconds=540, others=StepState.DONE),
    )
    linked = getattr(session, "id", "")
    async with at_run(with_last) as runner:
        await runner.sees("Before a run, 9 min, 18:02")
        await runner.press("equals_sign")
        runner.view.form.routine.focus()
        await runner.press("space", "ctrl+s")
        await runner.until(lambda: len(runner.runs) == 2)
        assert runner.runs[0].routine_id is None
        await runner.until(lambda: isinstance(runner.focused, RunList))
        await runner.press("enter")
        await runner.until(lambda: runner.view.form.editing is not None)
        runner.view.form.routine.focus()
        await runner.press("space", "ctrl+s")
        await runner.until(lambda: runner.runs[0].routine_id == linked)
        await runner.sees("✓ with a routine")
        await runner.until(lambda: isinstance(runner.focused, RunList))
        await runner.press("enter")
        await runner.until(lambda: runner.view.form.editing is not None)
        runner.view.form.rows["note"].focus_field()
        await runner.type("kept")
        await runner.press("ctrl+s")
        await runner.until(lambda: runner.runs[0].note == "kept")
        assert runner.runs[0].routine_id == linked
        with_last.undo()
        assert (runner.runs[0].note, runner.runs[0].routine_id) == ("", linked)


async def test_another_day_begins_the_run_on_that_day(with_last: Book) -> None:
    async with at_run(with_last) as runner:
        await runner.press("left_square_bracket")
        await runner.until(lambda: runner.row("when").text == "2026-11-22")
        await runner.press("equals_sign", "ctrl+s")
        await runner.until(lambda: len(runner.runs) == 2)
        assert runner.runs[0].day == NOW.date() - timedelta(days=1)


# ---------------------------------------------------------------------- live notes and refusals


async def test_the_spike_note_r_load_04_comes_while_typing_and_blocks_nothing(
    with_last: Book,
) -> None:
    async with at_run(with_last) as runner:
        await runner.press("n")
        await runner.type("5,4")
        await runner.until(lambda: "5.4 km" in runner.text)
        assert "R-LOAD-04" not in runner.text
        await runner.press("backspace", "6")
        await runner.sees("This is 13 % longer", "R-LOAD-04")
        assert runner.focused is runner.row("distance").field
        await runner.press("tab")
        await runner.type("35")
        await runner.press("ctrl+s")
        await runner.until(lambda: len(runner.runs) == 2)


async def test_what_can_t_be_read_comes_back_to_its_field_and_nothing_is_lost(
    diary: Book,
) -> None:
    async with at_run(diary) as runner:
        await runner.press("n")
        await runner.type("five")
        await runner.press("tab")
        await runner.sees('Can\'t read "five" as a distance.')
        await runner.type("31:20")
        runner.row("rpe").focus_field()
        await runner.type("12")
        runner.row("when").focus_field()
        await runner.type("the other day")
        await runner.press("ctrl+s")
        await runner.sees(
            "Effort (how hard it was) is a whole number", 'Can\'t read "the other day"'
        )
        assert runner.runs == []
        assert runner.focused is runner.row("when").field
        typed = [runner.row(name).text for name in ("when", "distance", "duration", "rpe")]
        assert typed == ["the other day", "five", "31:20", "12"]


async def test_a_typed_moment_is_echoed(diary: Book) -> None:
    async with at_run(diary) as runner:
        runner.row("when").focus_field()
        await runner.type("yesterday 18:10")
        await runner.sees("Sun 22 Nov 18:10")


async def test_the_effort_has_its_word(diary: Book) -> None:
    async with at_run(diary) as runner:
        runner.row("rpe").focus_field()
        await runner.type("6")
        await runner.sees("hard to very hard")


# ---------------------------------------------------------------------- scores


async def test_zero_is_a_score_and_backspace_is_not_logged(with_last: Book) -> None:
    async with at_run(with_last) as runner:
        await runner.press("equals_sign")
        row = runner.focused
        assert isinstance(row, ScoreRow)
        await runner.press("0", "right", "1", "0", "right")
        assert row.scores == {ScoreMoment.BEFORE: 0, ScoreMoment.WORST: 10}
        assert "later" in runner.text
        await runner.press("4", "minus", "left", "backspace")
        assert row.scores == {ScoreMoment.BEFORE: 0, ScoreMoment.AFTER: 3}
        await runner.press("plus", "plus")
        assert row.scores[ScoreMoment.WORST] == 1


async def test_a_slow_one_and_zero_are_two_scores() -> None:
    now = 0.0
    row = ScoreRow(BACK, monotonic_clock=lambda: now)
    row.action_score(1)
    now = 1.5
    row.action_score(0)
    assert row.scores == {ScoreMoment.BEFORE: 0}


# ---------------------------------------------------------------------- the list


@pytest.mark.parametrize(
    ("size", "month"),
    [(WIDE, ("1 run · 5.0 km", "Longest     4.99 km")), (NARROW, ("5.0 km, longest 5.0",))],
)
async def test_the_list_says_what_a_run_was(
    with_last: Book, size: tuple[int, int], month: tuple[str, ...]
) -> None:
    async with at_run(with_last, size) as runner:
        await runner.sees("Recent runs", "1 run", "0→3→1", "? unknown", *month)
        line = next(line for line in runner.text.splitlines() if "0→3→1" in line)
        measures = ["5.0", "31:13", "6:16", "0→3→1"]
        assert line.split("Fri 20 Nov")[1].split()[: len(measures)] == measures
        assert "? unknown" in line
        assert "no score that day" in line
        await runner.sees("? 1 unknown")


async def test_editing_keeps_what_the_form_does_not_show(with_last: Book) -> None:
    async with at_run(with_last) as runner:
        await runner.press("v", "enter")
        await runner.sees("Edit the run", "Fri 20 Nov 2026 · imported")
        assert runner.row("when").text == "2026-11-20 18:10"
        runner.row("rpe").focus_field()
        await runner.press("backspace", "4", "ctrl+s")
        await runner.until(lambda: runner.runs[0].rpe == 4)
        assert runner.runs == [replace(LAST, rpe=4)]
        await runner.sees("Log a run")


async def test_another_tab_sends_the_person_to_a_run(with_last: Book) -> None:
    async with at_run(with_last, NARROW) as runner:
        runner.view.open(LAST.id)
        await runner.sees("Edit the run", "Fri 20 Nov 2026")
        runner.view.open("")
        await runner.until(lambda: runner.focused is runner.row("distance").field)


async def test_a_run_is_deleted_and_comes_back(with_last: Book) -> None:
    async with at_run(with_last) as runner:
        await runner.press("v", "d")
        await runner.sees("Run deleted. u undoes.", "No runs yet")
        assert runner.runs == []
        await runner.press("u")
        await runner.sees("0→3→1")
        assert runner.runs == [LAST]


async def test_a_changed_form_asks_before_another_run_takes_its_place(with_last: Book) -> None:
    async with at_run(with_last) as runner:
        await runner.press("n")
        await runner.type("8")
        await runner.press("escape", "v", "enter")
        await runner.until(lambda: isinstance(runner.app.screen, Dialog))
        await runner.press("escape")
        assert (runner.row("distance").text, runner.view.form.editing) == ("8", None)
        await runner.press("enter")
        await runner.until(lambda: isinstance(runner.app.screen, Dialog))
        await runner.press("d")
        await runner.until(lambda: runner.view.form.editing == LAST)
        assert runner.row("distance").text == "4.987 km"


async def test_a_changed_form_asks_before_the_app_is_left(with_last: Book) -> None:
    async with at_run(with_last) as runner:
        await runner.press("n")
        await runner.type("8")
        await runner.press("escape", "q")
        await runner.until(lambda: isinstance(runner.app.screen, Dialog))
        assert runner.app.is_running


async def test_deleting_the_run_that_is_being_edited_leaves_a_new_one(with_last: Book) -> None:
    async with at_run(with_last) as runner:
        await runner.press("v", "enter")
        await runner.until(lambda: runner.view.form.editing is not None)
        await runner.press("escape", "v", "d")
        await runner.sees("No runs yet", "Log a run")
        assert runner.view.form.editing is None


async def test_narrow_screens_show_the_list_or_the_form(with_last: Book) -> None:
    async with at_run(with_last, NARROW) as runner:
        assert "Log a run" not in runner.text
        await runner.press("down")
        assert isinstance(runner.focused, RunList)
        await runner.press("enter")
        await runner.sees("Edit the run", "When it hurt", "Note")
        assert "Recent runs" not in runner.text
        await runner.press("escape")
        await runner.sees("Recent runs")
        assert isinstance(runner.focused, RunList)


async def test_the_cursor_goes_through_many_runs_and_stays_in_sight(diary: Book) -> None:
    days = [LAST.start - timedelta(days=back) for back in range(60)]
    diary.keep_all(
        [replace(LAST, id=f"run-{at}", start=day, day=day.date()) for at, day in enumerate(days)],
        label="a start",
    )
    async with at_run(diary, NARROW) as runner:
        await runner.press("v", "end")
        rows = runner.view.run_list
        await runner.until(lambda: rows.scroll_offset.y + rows.size.height >= 41)
        await runner.press("home")
        await runner.until(lambda: rows.scroll_offset.y == 0)
        await runner.press("pagedown", "down")
        assert runner.view.run_list.cursor > 5


@pytest.mark.parametrize("size", [WIDE, NARROW, SMALL])
async def test_nothing_is_wider_than_the_screen(with_last: Book, size: tuple[int, int]) -> None:
    async with at_run(with_last, size) as runner:
        await runner.press("equals_sign")
        for widget in runner.view.form.query("*"):
            assert widget.region.right <= size[0], widget
        assert "60 min" in runner.text
        runner.view.form.rows["outcome"].focus()
        await runner.sees("When it hurt", "alarm sign")


async def test_words_from_people_and_files_are_never_markup(diary: Book) -> None:
    nasty = "[red]x[/] [/b] \\["
    log_run(diary, RunEntry(distance="5", duration="30", gear=(nasty,), note=nasty))
    async with at_run(diary) as runner:
        await runner.press("v", "enter")
        await runner.until(lambda: runner.view.form.editing is not None)
        await runner.sees("[red]x[/] [/b]")
        assert runner.view.form.value("gear") == (nasty,)


# ---------------------------------------------------------------------- bringing runs in


def write_track(path: Path, *, day: int) -> None:
    points = "".join(
        POINT.format(lon=minute * 0.0024, day=day, minute=minute) for minute in range(30)
    )
    path.write_text(TRACK.format(points=points), encoding="utf-8")


async def test_an_import_says_what_became_of_each_file(diary: Book, tmp_path: Path) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    write_track(folder / "a.gpx", day=20)
    (folder / "b.gpx").write_text("<html>sign in</html>", encoding="utf-8")
    async with at_run(diary) as runner:
        await runner.press("i")
        await runner.until(lambda: isinstance(runner.app.screen, ImportScreen))
        await runner.type(str(folder))
        await runner.press("enter")
        await runner.sees("1 added, 1 rejected.", "a.gpx  Run, Fri 20 Nov 2026", "b.gpx")
        assert len(runner.runs) == 1
        await runner.press("ctrl+s")
        await runner.sees("1 duplicate, 1 rejected.")
        await runner.press("escape")
        await runner.sees("Fri 20 Nov", "1 run · 5.0 km")
        await runner.press("u")
        await runner.sees("No runs yet")


async def test_a_path_that_leads_nowhere_comes_back_with_an_example(diary: Book) -> None:
    async with at_run(diary, NARROW) as runner:
        await runner.press("i")
        await runner.type("nowhere.gpx")
        await runner.press("enter")
        await runner.sees('There is no file "nowhere.gpx". Type it like')
        assert runner.app.screen.query_one("#files", FieldRow).text == "nowhere.gpx"
        await runner.press("escape")
        assert not isinstance(runner.app.screen, ImportScreen)


async def test_a_stopped_import_keeps_what_was_read(
    diary: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in range(1, 6):
        write_track(tmp_path / f"{day}.gpx", day=day)
    told = ImportScreen._watch

    def stopped_at_three(screen: ImportScreen, progress: ImportProgress) -> bool:
        if progress.files == 3:
            screen.app.call_from_thread(screen.action_leave_import)
        return told(screen, progress)

    monkeypatch.setattr(ImportScreen, "_watch", stopped_at_three)
    async with at_run(diary) as runner:
        await runner.press("i")
        await runner.type(f"{tmp_path}/*.gpx")
        await runner.press("enter")
        await runner.sees("Stopped; what was read is kept. 3 added.")
        assert len(runner.runs) == 3


async def test_what_is_typed_before_a_run_arrives_stays_over_it(with_last: Book) -> None:
    async with at_run(with_last) as runner:
        runner.view.open(LAST.id)
        runner.view.form.put({"note": "typed early"})
        await runner.until(lambda: runner.view.form.editing is not None)
        await runner.until(lambda: runner.view.form.texts["rpe"] == str(LAST.rpe))
        assert runner.view.form.texts["note"] == "typed early"
        assert runner.view.form.draft.changed == {"note"}


async def test_what_is_usually_worn_for_a_kind_of_run_stands_there_until_something_else_is_typed(
    diary: Book,
) -> None:
    pairs = [
        Gear(id="b", name="Blue", usual_for=(RunKind.EASY, RunKind.LONG)),
        Gear(id="r", name="Racer", usual_for=(RunKind.RACE,)),
    ]
    assert diary.keep_all(pairs, label="pairs") is None
    async with at_run(diary) as runner:
        form = runner.view.form
        await runner.until(lambda: form.texts["gear"] == "Blue")
        assert not form.dirty
        form.put({"kind": RunKind.RACE})
        await runner.until(lambda: form.texts["gear"] == "Racer")
        form.put({"gear": "Blue, Racer"})
        form.put({"kind": RunKind.EASY, "distance": "5", "duration": "30"})
        assert form.texts["gear"] == "Blue, Racer"
        await runner.pilot.press("ctrl+s")
        await runner.until(lambda: NOW.date() in diary.snapshot.runs)
        assert diary.snapshot.runs[NOW.date()][0].gear == ("b", "r")
