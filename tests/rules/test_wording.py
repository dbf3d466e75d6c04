"""The check for words that the app never uses (R-TXT-03)."""

import pytest

from tracker.rules.wording import ABOUT_TEXT, forbidden_words


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
