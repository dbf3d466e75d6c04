"""The answers to the whole list of alarm signs."""

from tracker.diary.entries import CheckInEntry
from tracker.domain.check_in import BoneFocal
from tracker.domain.dataclass import dataclass
from tracker.rules.red_flags import ASKABLE, HELP_TODAY, Signs, fired_flags, highest_level


@dataclass(frozen=True, slots=True, kw_only=True)
class ListAnswers:
    """What was ticked when every question was put; what was not ticked was answered with no."""

    ticked: frozenset[str] = frozenset()
    bone_focal: tuple[BoneFocal, ...] = ()

    @property
    def any(self) -> bool:
        """Return whether anything was ticked."""
        return bool(self.ticked or self.bone_focal)

    @property
    def by_key(self) -> dict[str, bool]:
        """Return every question that was put, with its answer."""
        return {key: key in self.ticked for key in sorted(ASKABLE)}

    @property
    def flags(self) -> tuple[str, ...]:
        """Return the ids of the signs that were ticked, sorted."""
        return fired_flags(Signs(ticked=self.ticked, bone_focal=self.bone_focal))

    @property
    def alarming(self) -> bool:
        """Return whether what was ticked takes the whole screen."""
        return highest_level(self.flags) in HELP_TODAY

    @property
    def entry(self) -> CheckInEntry:
        """Return the answers as a check-in of their own."""
        return CheckInEntry(
            alarm=self.any, full_list=True, answers=self.by_key, bone_focal=self.bone_focal
        )
