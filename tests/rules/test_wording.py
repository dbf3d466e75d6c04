"""R-TXT-03 over every text of the rules, and the check itself."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker.rules import wording
from tracker.rules.wording import ABOUT_TEXT, forbidden_words

PACKAGE = Path(wording.__file__).parent
# Quotes of studies in the explanations, and the check's own patterns.
EXEMPT_FILES = {"evidence.py", "wording.py", "sources.py"}
EXEMPT_TEXTS = (
    "stress fracture, or periods absent",
    "Ever had cancer",
    "past stress fracture",
    "long-term steroid tablets",
)
EXEMPT_KEYS = {"cancer_history"}


def texts() -> Iterator[tuple[str, str]]:
    """Give every string in the package that is not a docstring, with its file."""
    for file in sorted(PACKAGE.rglob("*.py")):
        if file.name in EXEMPT_FILES:
            continue
        tree = ast.parse(file.read_text(encoding="utf-8"))
        docstrings = {
            id(node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and id(node) not in docstrings
            ):
                yield file.name, node.value


def test_no_text_of_the_rules_uses_a_forbidden_word_r_txt_03() -> None:
    found = [
        (name, text, forbidden_words(text))
        for name, text in texts()
        if text not in EXEMPT_KEYS
        and not any(exempt in text for exempt in EXEMPT_TEXTS)
        and forbidden_words(text)
    ]

    assert found == []


def test_the_sweep_sees_the_texts() -> None:
    assert len(list(texts())) > 1000


@pytest.mark.parametrize(
    "text",
    [
        "A diagnosis", "You have a tear", "YOU HAVE AN injury", "you are suffering", "It cures",
        "heals", "healed", "healing", "heal", "treats", "treat", "guaranteed", "safe to run",
        "all clear", "all-clear", "Your risk of injury is 3 %", "prevents injury", "prevent pain",
        "caused your pain", "cause the pain", "a stress fracture", "cauda equina", "disc", "disks",
        "herniated", "DVT", "thrombosis", "cancer",
    ],
)  # fmt: skip
def test_a_forbidden_word_is_found_r_txt_03(text: str) -> None:
    assert forbidden_words(text)


@pytest.mark.parametrize(
    "text",
    [
        "health", "treatment", "No space left", "You have not logged", "It prevents soreness",
        "discuss it", "This app can't tell what the cause is.", "secure", "discomfort",
    ],
)  # fmt: skip
def test_a_plain_word_is_not_r_txt_03(text: str) -> None:
    assert forbidden_words(text) == ()


def test_the_about_text_is_the_one_that_may_r_txt_01() -> None:
    assert forbidden_words(ABOUT_TEXT)
