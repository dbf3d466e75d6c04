"""The command line in this process, on a diary of its own and at a fixed moment."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tracker.cli.context import CommandContext
from tracker.cli.main import backstride

NOW = "2026-11-23T07:12+01:00"


@dataclass(frozen=True)
class Said:
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever the command printed
        return json.loads(self.out)


Command = Callable[..., Said]


@pytest.fixture
def diary_file(tmp_path: Path) -> Path:
    return tmp_path / "diary.json"


@pytest.fixture
def say(diary_file: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    monkeypatch.setenv("BACKSTRIDE_NOW", NOW)
    opened: list[Path] = []

    def run(*words: str, now: str = NOW, text: str | None = None) -> Said:
        monkeypatch.setenv("BACKSTRIDE_NOW", now)
        context = CommandContext(
            data=None, open_app=lambda path, _clock, _demo: opened.append(path)
        )
        result = CliRunner().invoke(
            backstride, ["--data", str(diary_file), *words], obj=context, input=text
        )
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Said(result.exit_code, result.stdout, result.stderr)

    return run
