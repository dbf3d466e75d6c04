"""No name of a file and no wrong word steers the terminal of the command line."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from tracker.cli.context import CommandContext
from tracker.cli.main import backstride

STEERS = "\x1b[31mx\x1b]0;y\x07[bold]z[/]"
LEFT = "[31mx]0;y[bold]z[/]"


def printed(data: Path, *words: str) -> str:
    """Give what a real terminal would get: click takes escape codes out for any other reader."""
    context = CommandContext(data=None, open_app=lambda _path, _clock, _demo: None)
    arguments = ["--data", str(data), *words]
    return CliRunner().invoke(backstride, arguments, obj=context, color=True).output


@pytest.mark.parametrize(
    "words",
    [
        ("import", f"/nowhere/{STEERS}.gpx"),
        ("run", "show", STEERS),
        ("checkin", "--site", f"{STEERS}=3"),
        ("checkin", "--flag", STEERS),
        ("checkin", "--night", STEERS),
        ("stretch", "show", STEERS),
        ("stretch", "log", "pre_run", "--skip", STEERS),
        ("trend", "--site", STEERS),
        ("rules", "show", STEERS),
        ("rules", "check", STEERS),
        ("screen", "--answers", STEERS),
        ("backup", "restore", STEERS),
        ("restore", STEERS),
        ("undo", STEERS),
        ("doctor", STEERS),
        (STEERS,),
        (f"--{STEERS}",),
    ],
    ids=lambda words: words[0] if words[0].isalpha() else "itself",
)
def test_a_wrong_word_is_said_in_plain_text(diary_file: Path, words: tuple[str, ...]) -> None:
    answer = printed(diary_file, *words)
    assert "[bold]z[/]" in answer
    assert "\x1b" not in answer
    assert "\x07" not in answer


@pytest.mark.parametrize(
    "words", [("doctor",), ("status",), ("backup", "create"), ("checkin", "--site", "knee:L=2")]
)
def test_the_name_of_the_diary_is_said_in_plain_text(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    diary = tmp_path / f"{STEERS.replace('/', '')}.json"
    diary.write_text("{", encoding="utf-8")
    answer = printed(diary, *words)
    assert LEFT.replace("/", "") in answer.replace("\n", "")
    assert "\x1b" not in answer
