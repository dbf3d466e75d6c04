"""`backstride report`."""

import builtins
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command


def test_the_page_in_each_form(say: Command, tmp_path: Path) -> None:
    say("checkin", "--site", "low_back=3")
    text = say("report", "--question", "May I run?", "--parts", "pain,-unknown")
    assert (text.code, text.err) == (0, "")
    assert "Question  May I run?" in text.out
    assert "-- Running --" not in text.out
    assert say("report", "--format", "md").out.startswith("# Running and pain diary")
    for name in ("page.html", "page.pdf", "page.md", "page.txt"):
        said = say("report", "-o", str(tmp_path / name))
        assert said.code == 0, said.err
        assert "health data" in said.out
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    assert (tmp_path / "page.html").read_text().startswith("<!DOCTYPE html>")
    assert say("report", "-o", str(tmp_path / "page.txt")).code == 1


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("--parts", "painn"), 'There is no part "painn"'),
        (("--format", "pdf"), "A PDF goes to a file"),
    ],
)
def test_what_can_not_be_met_is_said(say: Command, words: tuple[str, ...], message: str) -> None:
    said = say("report", *words)
    assert said.code == 1
    assert message in said.err


def test_without_the_extra_a_pdf_says_what_to_install(
    say: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def lacking(name: str, *more: Any) -> Any:  # noqa: ANN401 - whatever is imported
        if name.startswith("reportlab"):
            raise ImportError(name)
        return real(name, *more)

    monkeypatch.setattr(builtins, "__import__", lacking)
    said = say("report", "-o", str(tmp_path / "page.pdf"))
    assert said.code == 1
    assert "pip install 'backstride[pdf]'" in said.err
