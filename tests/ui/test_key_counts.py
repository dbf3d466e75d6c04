"""What is done every day takes few keys: a run like the last, and today's routine."""

from tests.ui.conftest import BACK, SHIN, Sits
from tracker.diary.book import Book
from tracker.diary.check_ins import save_check_in
from tracker.diary.entries import CheckInEntry, RunEntry
from tracker.diary.runs import log_run
from tracker.domain.run import Run
from tracker.ui.commands import command
from tracker.ui.stretch.player import PlayerScreen


def checked_in(diary: Book) -> None:
    save_check_in(diary, CheckInEntry(scores={BACK: 1, SHIN: 0}, alarm=False, full_list=True))


async def test_a_run_like_the_last_takes_at_most_four_keys(sits_down: Sits, diary: Book) -> None:
    last = log_run(diary, RunEntry(when="yesterday 7:00", distance="5.2", duration="31:20"))
    assert isinstance(last, Run)
    checked_in(diary)
    keys = ["3", command("same_run").pressed[0].key, "ctrl+s"]
    async with sits_down() as person:
        await person.press(keys[0])
        await person.sees("Recent runs", "5.2 km")
        await person.press(keys[1])
        await person.until(lambda: person.main.view.dirty)
        await person.press(keys[2])
        await person.until(lambda: len(diary.snapshot.runs) == 2)
    (today,) = diary.snapshot.runs[diary.today]
    assert (today.distance_m, today.duration_s) == (last.distance_m, last.duration_s)
    assert len(keys) <= 4


async def test_todays_routine_begins_with_at_most_two_keys(sits_down: Sits, diary: Book) -> None:
    checked_in(diary)
    keys = ["2", command("guide").pressed[0].key]
    async with sits_down() as person:
        await person.press(keys[0])
        await person.sees("Before a run")
        await person.press(keys[1])
        await person.until(lambda: isinstance(person.app.screen, PlayerScreen))
    assert len(keys) <= 2
