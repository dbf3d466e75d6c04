"""What happened on the way is told with the run, and advice closes with the reminder."""

from datetime import UTC, datetime
from pathlib import Path

from tests.cli.conftest import Command
from tracker.diary.book import Book, open_book
from tracker.diary.entries import RunEntry
from tracker.diary.runs import log_run
from tracker.domain.run import RunOutcome
from tracker.rules.midrun import Pain
from tracker.rules.midrun_log import Mark, MidRunLog
from tracker.rules.wording import BE_CAREFUL


def test_run_show_tells_what_happened_on_the_way_r_mid_12(say: Command, diary_file: Path) -> None:
    diary = open_book(diary_file, lambda: datetime(2026, 11, 23, 7, 12, tzinfo=UTC))
    assert isinstance(diary, Book)
    log = MidRunLog(pre=1)
    for minute, score in ((12, 4), (16, 4), (21, 4)):
        log = log.noted(Mark(minute, Pain(score)))
    saved = log_run(
        diary,
        RunEntry(
            distance="3",
            duration="21:00",
            outcome=RunOutcome.STOPPED_PAIN,
            steps=log.steps,
        ),
    )

    shown = say("run", "show", saved.id)  # type: ignore[union-attr]

    assert "on way   slowed 12', stretched 16', stopped 21'" in shown.out


def test_a_run_without_steps_has_no_such_line(say: Command) -> None:
    run = say("run", "add", "5", "30:00", "--json").json

    assert "on way" not in say("run", "show", run["id"]).out


def test_today_closes_with_the_reminder_r_txt_02(say: Command) -> None:
    assert BE_CAREFUL in " ".join(say("today").out.split())
