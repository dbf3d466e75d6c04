"""R-TXT-03 over every text that a person may read."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

import tracker
from tracker.rules.red_flags import TICKABLE
from tracker.rules.wording import (
    ABOUT_TEXT,
    BE_CAREFUL,
    SHARE_WARNING,
    STAYING_ACTIVE,
    forbidden_words,
)

PACKAGE = Path(tracker.__file__).parent
ROOMS = ("cli", "ui", "diary", "domain", "store", "exchange", "insight", "rules")

QUOTES = {"rules/evidence.py", "rules/data/sources.json"}
"""What studies say, and the names and addresses of pages."""
THE_CHECK_ITSELF = {"rules/wording.py"}
ABOUT_EARLIER_ILLNESS = {
    "rules/red_flags.py": ("Ever had cancer AND this is new back or bone pain",),
    "rules/screening.py": ("past stress fracture", "stress fracture, or periods absent"),
}
"""Questions of the screening and the red-flag list, by the words that mark them."""


def strings(path: Path) -> Iterator[str]:
    """Give every string of a file that is not a docstring; what is filled in stands as "…"."""
    if path.suffix == ".json":
        yield from quoted_in(json.loads(path.read_text(encoding="utf-8")))
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if id(node) not in docstrings:
                yield node.value
        elif isinstance(node, ast.JoinedStr):
            parts = (each.value if isinstance(each, ast.Constant) else "…" for each in node.values)
            yield "".join(map(str, parts))


def quoted_in(value: object) -> Iterator[str]:
    """Give every text in data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from quoted_in(each)
    elif isinstance(value, dict):
        for each in value.values():
            yield from quoted_in(each)


def files() -> list[Path]:
    outside = QUOTES | THE_CHECK_ITSELF
    found = [
        path
        for room in ROOMS
        for kind in ("*.py", "*.json")
        for path in sorted((PACKAGE / room).rglob(kind))
    ]
    return [path for path in found if path.relative_to(PACKAGE).as_posix() not in outside]


@pytest.mark.parametrize("room", ROOMS)
def test_no_text_uses_a_forbidden_word_r_txt_03(room: str) -> None:
    found = []
    for path in files():
        name = path.relative_to(PACKAGE).as_posix()
        exempt = ABOUT_EARLIER_ILLNESS.get(name, ())
        if name.startswith(f"{room}/"):
            found += [
                (name, text, forbidden_words(text))
                for text in strings(path)
                if forbidden_words(text)
                and text not in TICKABLE
                and not any(words in text for words in exempt)
            ]

    assert found == []


@pytest.mark.parametrize("room", ROOMS)
def test_the_sweep_sees_every_room(room: str) -> None:
    seen = [
        text for path in files() if path.is_relative_to(PACKAGE / room) for text in strings(path)
    ]

    assert len(seen) > len([path for path in files() if path.is_relative_to(PACKAGE / room)])
    assert any(" " in text for text in seen)


def test_the_sweep_sees_the_routines() -> None:
    seen = {text for path in files() for text in strings(path)}

    assert "Mid-run reset" in seen


def test_every_room_of_the_package_is_swept() -> None:
    rooms = {path.parent.name for path in PACKAGE.glob("*/__init__.py")}

    assert rooms == set(ROOMS)


def test_the_front_door_is_clean_too_r_txt_03() -> None:
    doors = [PACKAGE / "__init__.py", PACKAGE / "__main__.py"]

    assert [text for path in doors for text in strings(path) if forbidden_words(text)] == []


@pytest.mark.parametrize("name", sorted(QUOTES | THE_CHECK_ITSELF | set(ABOUT_EARLIER_ILLNESS)))
def test_no_exemption_is_wider_than_it_needs_to_be(name: str) -> None:
    texts = [text for text in strings(PACKAGE / name) if forbidden_words(text)]

    assert texts
    for words in ABOUT_EARLIER_ILLNESS.get(name, ()):
        assert any(words in text for text in texts), words


def test_the_one_text_about_the_app_is_the_exempt_one_r_txt_01() -> None:
    assert forbidden_words(ABOUT_TEXT)
    assert not any(forbidden_words(text) for text in (BE_CAREFUL, STAYING_ACTIVE, SHARE_WARNING))
