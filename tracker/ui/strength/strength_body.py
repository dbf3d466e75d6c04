"""The form of a strength exercise: it says what was done last time, and takes it over."""

from collections.abc import Mapping
from typing import Any, ClassVar

from textual.binding import BindingType
from typing_extensions import override

from tracker.diary.strength import LastTime
from tracker.ui.commands import Scope, bindings_of
from tracker.ui.form.body import FormBody


class StrengthBody(FormBody):
    """`lately` holds what was done last of each exercise, by its name in small letters."""

    COMPACT: ClassVar[bool] = True
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_of(Scope.STRENGTH)]

    def __init__(self, *args: Any, lately: Mapping[str, LastTime], **more: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **more)
        self._lately = lately

    @property
    def _last(self) -> LastTime | None:
        return self._lately.get(self.texts["exercise"].casefold())

    @override
    def follow(self) -> None:
        last = self._last
        words = "" if last is None else f"last: {last.words}; = takes it, with one more"
        self.rows["exercise"].set_hint(words)

    def action_same_strength(self) -> None:
        """Take the exercise as it was last time, with one repetition more; the score stays."""
        last = self._last
        if last is not None:
            keep = {"pain", "when", "note", "count"}
            self.put({name: text for name, text in last.again.items() if name not in keep})
