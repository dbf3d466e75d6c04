"""What became of many files can be read to its end with keys, on a small screen too."""

from pathlib import Path

from tests.ui.conftest import Sits


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
