"""The answers to the whole list of alarm signs."""

from dataclasses import dataclass

from tracker.domain.check_in import BoneFocal
from tracker.rules.red_flags import TICKABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class ListAnswers:
    """What was ticked when every question was put; what was not ticked was answered with no."""

    ticked: frozenset[str] = frozenset()
    bone_focal: tuple[BoneFocal, ...] = ()

    @property
    def any(self) -> bool:
        """Tell whether anything was ticked."""
        return bool(self.ticked or self.bone_focal)

    @property
    def by_key(self) -> dict[str, bool]:
        """Give every question that was put, with its answer."""
        asked = {key for key, flag in TICKABLE.items() if flag.ask}
        return {key: key in self.ticked for key in sorted(asked)}
