"""A day at the keyboard: typed in a real terminal, closed, reopened, all there."""

import json
from pathlib import Path
from typing import Any

from tests.e2e.terminal import backstride


def on_file(data: Path, table: str) -> list[dict[str, Any]]:
    tables = json.loads(data.read_text(encoding="utf-8"))
    return [row for row in tables.get(table, {}).values() if "deleted_at" not in row]


def test_the_first_steps_can_be_left_and_come_back(tmp_path: Path) -> None:
    data = tmp_path / "diary.json"
    with backstride(data=data, size=(80, 24)) as terminal:
        terminal.expect("Welcome to Backstride", "step 1 of 3")
        terminal.press("esc")
        terminal.expect("NEEDS SCREEN", "1 Today")
        terminal.press("esc", "q")
        assert terminal.ends() == 0
    with backstride(data=data, size=(80, 24)) as terminal:
        terminal.expect("Welcome to Backstride")
