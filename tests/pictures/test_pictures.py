"""The pictures in the README are what the app draws today."""

from tests.pictures.draw import FOLDER, PICTURES, draw_all


def test_the_screenshots_are_not_stale() -> None:
    stale = [
        name
        for name, svg in draw_all()
        if not (FOLDER / name).is_file() or (FOLDER / name).read_text(encoding="utf-8") != svg
    ]
    assert not stale, "draw them anew: .venv/bin/python -m tests.pictures.draw"


def test_no_picture_is_left_over() -> None:
    assert {path.stem for path in FOLDER.iterdir()} == {picture.name for picture in PICTURES}
