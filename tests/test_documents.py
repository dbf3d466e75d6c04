"""What the documents for developers say is so."""

import re
from pathlib import Path

import pytest

import tracker

ROOT = Path(tracker.__file__).parents[1]
DOCUMENTS = ("tracker/ARCHITECTURE.md", ".github/CONTRIBUTING.md", "README.md")
NAMED = sorted(
    {
        (document, path)
        for document in DOCUMENTS
        for path in re.findall(
            r"`((?:tracker|tests|\.ci)/[\w/.-]*)`", (ROOT / document).read_text(encoding="utf-8")
        )
    }
)


@pytest.mark.parametrize(("document", "path"), NAMED)
def test_every_file_that_is_named_is_there(document: str, path: str) -> None:
    assert (ROOT / path).exists(), document


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_page_that_is_linked_is_in_the_repository(document: str) -> None:
    page = ROOT / document
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", page.read_text(encoding="utf-8"))
    for link in links:
        target = (page.parent / link).resolve()
        assert target.is_relative_to(ROOT), link
        assert target.exists(), link
