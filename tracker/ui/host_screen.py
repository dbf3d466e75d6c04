"""Carries questions to the diary and answers back, and begins the flows that commands name."""

from asyncio import CancelledError, Lock
from dataclasses import field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakKeyDictionary

from textual import work
from textual.css.query import NoMatches
from textual.dom import DOMNode
from textual.reactive import var
from textual.screen import Screen
from textual.worker import NoActiveWorker, get_current_worker

from tracker.diary.boot_time_clock import boot_time_seconds
from tracker.domain.dataclass import dataclass
from tracker.domain.moment import day_of
from tracker.domain.problem import Problem
from tracker.domain.settings import Settings
from tracker.ui.command import Scope
from tracker.ui.diary_worker import DiaryWorker
from tracker.ui.host import TOAST_S, ShowsDays, flow_named
from tracker.ui.queries import Ask, Change, Query, refusals

if TYPE_CHECKING:
    from collections.abc import Callable

_Answer = TypeVar("_Answer")
_Result = TypeVar("_Result")


@dataclass(slots=True)
class _Topic:
    """How many questions there were about one topic, and whose answer is being shown."""

    turn: int = 0
    showing: Lock = field(default_factory=Lock)


class HostScreen(Screen[None]):
    """The host of all flows and screens; what it shows itself is up to the class built on it."""

    day: var[date] = var(date.min)
    generation: var[int] = var(0)
    settings: var[Settings] = var(Settings)

    def __init__(self, worker: DiaryWorker, *, clock: "Callable[[], datetime]") -> None:
        super().__init__()
        self._worker = worker
        self.clock = clock
        self.monotonic_clock: Callable[[], float] = boot_time_seconds
        self._going_on: list[tuple[str, tuple[object, ...]]] = []
        self._topics: WeakKeyDictionary[DOMNode, dict[str, _Topic]] = WeakKeyDictionary()

    @property
    def today(self) -> date:
        """Return the person's present day."""
        return day_of(self.clock(), day_start_hour=self.settings.day_start_hour)

    @property
    def shown(self) -> Scope:
        """Return the page on top, or what this screen shows where there is none."""
        return getattr(self.app.screen, "SCOPE", Scope.EVERYWHERE)

    def shows_day(self, day: date) -> bool:
        """Return whether the page on top, or what this screen shows, is about a day."""
        page = self.app.screen
        if page is not self and isinstance(page, ShowsDays):
            return page.shows_day(day)
        return day == self.day

    # ------------------------------------------------------------------ the diary

    async def perform(self, query: Query[_Answer]) -> _Answer | Problem:
        """Put a question to the diary; after a change every view asks anew.

        A worker whose screen is gone by then gets no answer any more: it ends here.
        """
        answer = await self._worker.ask(query)
        if isinstance(query, Change) and not refusals(answer):
            await self.read_settings()
            self.generation += 1
            if query.done:
                self.tell(query.done)
        try:
            asker = get_current_worker().node
        except NoActiveWorker:
            return answer
        if not _is_there(asker):
            raise CancelledError
        return answer

    async def read_settings(self) -> Settings | Problem:
        """Read the settings as they are on file, and go by them."""
        settings = await self._worker.ask(Query(lambda book: book.settings))
        if not isinstance(settings, Problem):
            self.settings = settings
        return settings

    @work(group="queries")
    async def keep(self, change: Change[Any]) -> None:
        """Carry out a change on the side, and say where it can't be done."""
        self.say_refusals(refusals(await self.perform(change)))

    @work(group="queries")
    async def carry(self, event: Ask[Any]) -> None:
        """Put a view's question to the diary, and bring the answer back while it is there."""
        topic = _Topic()
        if event.topic:
            topic = self._topics.setdefault(event.asker, {}).setdefault(event.topic, topic)
        turn = topic.turn = topic.turn + 1
        answer = await self.perform(event.query)
        # What shows an answer may wait for its widgets: the topic's next one is shown after it.
        async with topic.showing:
            if topic.turn == turn:
                await _hand_over(event, answer)
                await self.answered()

    async def answered(self) -> None:
        """Take notice that a view got an answer."""

    # ------------------------------------------------------------------ other screens

    async def show(self, screen: Screen[_Result]) -> _Result:
        """Show a screen and wait for what it ends with."""
        return await self.app.push_screen_wait(screen)

    def say_refusals(self, problems: tuple[Problem, ...]) -> None:
        """Say what could not be done, where no field can say it."""
        for problem in problems:
            self.notify(problem.message, severity="error", markup=False)

    def tell(self, sentence: str) -> None:
        """Show a sentence in the corner for a moment."""
        self.notify(sentence, timeout=TOAST_S, markup=False)

    def follow_changes(self, watcher: DOMNode, then: "Callable[[], None]") -> None:
        """Call `then` after every change of the records, as long as `watcher` is there."""
        watcher.watch(self, "generation", then, init=False)

    def open(self, flow: str, *args: object) -> None:
        """Begin a flow, named as `module:function`, unless just that is going on already."""
        if (flow, args) not in self._going_on:
            self._going_on.append((flow, args))
            self.run_worker(self._follow(flow, args), group=flow)

    async def _follow(self, flow: str, args: tuple[object, ...]) -> None:
        try:
            await flow_named(flow)(self, *args)
        finally:
            self._going_on.remove((flow, args))


async def _hand_over(event: Ask[Any], answer: object) -> None:
    """Give an answer to whoever asked, unless that is gone, or goes while it takes the answer."""
    if not _is_there(event.asker):
        return
    try:
        waiting = event.then(answer)
        if waiting is not None:
            await waiting
    except NoMatches:
        if _is_there(event.asker):
            raise


def _is_there(asker: DOMNode) -> bool:
    return asker.is_running and asker.is_attached and asker.app.is_running
