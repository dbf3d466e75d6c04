"""Notices what happens outside the window: a new day, another program's changes, alarm signs."""

from datetime import date
from typing import TYPE_CHECKING, Final

from textual import on, work

from tracker.ui.diary_worker import DiaryWorker
from tracker.ui.host_screen import HostScreen
from tracker.ui.messages import FlagsRead
from tracker.ui.queries import Query

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

LOOK_S: Final = 1.0
"""So often one `stat` tells whether another program changed the file: a thousandth of a core."""


INBOX_FIRST_S: Final = 3.0
"""So long after the start the inbox is looked into first: nobody waits for it."""
INBOX_S: Final = 60.0


class WatchingScreen(HostScreen):
    """A host that keeps up with the clock, the file and the active alarm signs."""

    def __init__(self, worker: DiaryWorker, *, clock: "Callable[[], datetime]") -> None:
        super().__init__(worker, clock=clock)
        self._present: date = self.today
        self._looking = False
        self._flags: tuple[str, ...] = ()
        self._told: tuple[str, ...] = ()
        self._care_due = False

    @property
    def half_typed(self) -> bool:
        """Return whether something is typed that is not saved."""
        raise NotImplementedError

    def begin_to_watch(self) -> None:
        """Look again and again from now on."""
        self.set_interval(LOOK_S, self.look_again)
        self.set_timer(INBOX_FIRST_S, self.look_in_inbox)
        self.set_interval(INBOX_S, self.look_in_inbox)

    def look_in_inbox(self) -> None:
        """Let new files come in, where the settings name a folder for them."""
        if self.settings.inbox:
            self.open("tracker.ui.inbox:look")

    @work(group="look")
    async def look_again(self) -> None:
        """Notice a new day, and what another program changed; a slow disk is waited for."""
        self.roll_over()
        if self._looking:
            return
        self._looking = True
        try:
            if await self.perform(Query(lambda book: book.refresh())) is True:
                from tracker.ui.alarm.flow import active_flags  # noqa: PLC0415 - rarely needed

                self.generation += 1
                self._care_due = True
                if self.is_current:
                    # What changed the file may have left a copy of the other state beside it.
                    self.open("tracker.ui.merge.flow:tell")
                self.post_message(FlagsRead(await active_flags(self)))
        finally:
            self._looking = False
        if self._care_due:
            await self.tell_of_care()

    def roll_over(self) -> None:
        """Go on to the new day, unless an older one is shown or something is half typed."""
        was, self._present = self._present, self.today
        if was != self._present and self.day == was and not self.half_typed:
            self.day = self._present
            self.generation += 1

    async def tell_of_care(self) -> None:
        """Show what the file needs; that never covers an alarm or a form, it waits for its end."""
        care = await self.perform(Query(lambda book: book.care))
        self._care_due = not self.is_current
        if self.is_current and isinstance(care, tuple):
            told, self._told = self._told, care
            if care and care != told:
                from tracker.ui.recovery_page import recovery_page  # noqa: PLC0415 - rarely needed

                await self.show(recovery_page(care))

    @on(FlagsRead)
    def notice_flags(self, event: FlagsRead) -> None:
        """Give the whole screen to what is new among the active flags, if it is an alarm."""
        known, self._flags = self._flags, event.flags
        if event.flags and event.flags != known:
            self.open("tracker.ui.alarm.flow:show", event.flags)
