"""The page of the rules says what the rules say."""

from tests.rules_page import PAGE, rules_page


def test_the_page_is_the_catalogue_s() -> None:
    written = PAGE.read_text(encoding="utf-8")
    assert written == rules_page(), "write it anew: .venv/bin/python -m tests.rules_page"
