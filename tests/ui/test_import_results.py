"""What became of many files can be read to its end with keys, on a small screen too."""

from pathlib import Path

from tests.exchange.fit_maker import START, run_file
from tests.ui.conftest import Sits
from tracker.diary.book import Book
from tracker.diary.run_views import list_runs
from tracker.ui.run.import_screen import ImportScreen
from tracker.ui.widgets.field_row import FieldRow


async def test_the_results_are_paged_while_the_path_has_the_focus(
    sits_down: Sits, tmp_path: Path
) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    for number in range(20):
        (folder / f"page{number:02}.gpx").write_text("<html>sign in</html>", encoding="utf-8")
    async with sits_down((80, 24)) as person:
        await person.press("escape", "3", "i")
        await person.type(str(folder))
        await person.press("enter")
        await person.sees("20 rejected.", "page00.gpx", "pgup pgdn results")
        for _ in range(8):
            await person.press("pagedown")
        await person.sees("page19.gpx")
        for _ in range(8):
            await person.press("pageup")
        await person.sees("page00.gpx")


async def test_a_look_alike_is_asked_about_and_recent_runs_are_scored_one_by_one(
    sits_down: Sits, diary: Book, tmp_path: Path
) -> None:
    start = START + 19 * 86_400
    for number, longer in ((1, 0), (2, 1000), (3, 2000)):
        path = tmp_path / f"{number}.fit"
        path.write_bytes(run_file(start=start + number, distance=500_000 + 100 * longer))
    async with sits_down() as person:
        await person.press("escape", "3", "i")
        await person.until(lambda: isinstance(person.app.screen, ImportScreen))
        person.app.screen.query_one("#files", FieldRow).text = str(tmp_path / "*.fit")
        await person.press("enter")
        await person.sees("Is this the same one? 1 of 2", "in the diary", "5.0 km", "6.0 km")
        await person.press("k")
        await person.sees("Is this the same one? 2 of 2", "7.0 km")
        await person.press("s")
        await person.sees("2 added, 1 duplicate.")
        await person.press("escape")
        await person.sees("How was it?", "1 of 2", "It has no pain score yet.", "Low back")
        await person.press("right", "4", "ctrl+s")
        await person.sees("How was it?", "2 of 2")
        await person.press("escape")
        await person.until(lambda: person.app.screen is person.main)
        runs = [line.run for line in list_runs(diary)]
        assert len(runs) == 2
        assert [[each.score for each in run.during] for run in runs if run.during] == [[4]]
