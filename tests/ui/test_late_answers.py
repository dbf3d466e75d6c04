"""An answer that comes late, to a screen that is gone by then, is dropped and never raises."""

from threading import Event

import pytest
from textual import work
from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static

from tests.ui.conftest import Sits
from tracker.diary.book import Book
from tracker.ui.host import Host
from tracker.ui.queries import Query, ask


class Asking(ModalScreen[None]):
    """Asks the diary something that takes until `goes_on` is set."""

    def __init__(self, host: Host, goes_on: Event) -> None:
        super().__init__()
        self.host = host
        self.goes_on = goes_on
        self.answers: list[object] = []

    def compose(self) -> ComposeResult:
        yield Static("asking", id="words")

    def question(self) -> Query[int]:
        def slowly(book: Book) -> int:
            assert self.goes_on.wait(30)
            return len(book.snapshot.runs)

        return Query(slowly)

    def ask_upwards(self) -> None:
        ask(self, self.question(), self.show_answer)

    @work
    async def ask_in_a_worker(self) -> None:
        self.show_answer(await self.host.perform(self.question()))

    def show_answer(self, answer: object) -> None:
        self.query_one("#words", Static).update(str(answer))
        self.answers.append(answer)


WAYS = pytest.mark.parametrize("way", ["ask_upwards", "ask_in_a_worker"])


@WAYS
async def test_a_screen_that_is_there_gets_its_answer(sits_down: Sits, way: str) -> None:
    async with sits_down() as person:
        screen = Asking(person.main, goes_on := Event())
        await person.app.push_screen(screen)
        getattr(screen, way)()
        await person.pilot.pause()
        goes_on.set()
        await person.until(lambda: screen.answers == [0])


@WAYS
async def test_a_screen_that_is_gone_gets_none(sits_down: Sits, way: str) -> None:
    async with sits_down() as person:
        screen = Asking(person.main, goes_on := Event())
        await person.app.push_screen(screen)
        getattr(screen, way)()
        await person.pilot.pause()
        await screen.dismiss()
        goes_on.set()
        answered: list[object] = []
        ask(person.main, Query(lambda book: book.path), answered.append)
        await person.until(lambda: bool(answered))
        await person.pilot.pause()
        assert screen.answers == []
        assert person.app.is_running


@WAYS
async def test_leaving_the_app_with_a_question_open_is_quiet(sits_down: Sits, way: str) -> None:
    goes_on = Event()
    async with sits_down() as person:
        screen = Asking(person.main, goes_on)
        await person.app.push_screen(screen)
        getattr(screen, way)()
        await person.pilot.pause()
        person.app.exit()
        goes_on.set()
    assert screen.answers == []
