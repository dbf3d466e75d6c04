"""The pictures in the README are what the app draws today."""

from xml.dom.minidom import parseString
from xml.sax.saxutils import escape

from tests.pictures import moving
from tests.pictures.draw import FOLDER, PICTURES, draw_all

MOST_BYTES = 1_000_000


def test_the_screenshots_are_not_stale() -> None:
    stale = [
        name
        for name, svg in draw_all()
        if not (FOLDER / name).is_file() or (FOLDER / name).read_text(encoding="utf-8") != svg
    ]
    assert not stale, "draw them anew: .venv/bin/python -m tests.pictures.draw"


def test_no_picture_is_left_over() -> None:
    names = {f"{picture.name}.svg" for picture in PICTURES} | {moving.NAME}
    assert {path.name for path in FOLDER.iterdir()} == names


def test_the_moving_picture_is_whole_and_small_enough_for_a_page() -> None:
    drawn = FOLDER / moving.NAME
    assert drawn.stat().st_size < MOST_BYTES
    svg = drawn.read_text(encoding="utf-8")
    assert parseString(svg).documentElement is not None  # noqa: S318 - our own
    assert all(escape(scene.words) in svg for scene in moving.SCENES)
    assert "href" not in svg
