"""What stays of a check-in when it is corrected: its moment, and what was alarming."""

from dataclasses import replace

from tracker.domain.check_in import CheckIn, FlagAnswer
from tracker.rules.flag_history import dated_flags


def corrected_check_in(new: CheckIn, before: CheckIn) -> CheckIn:
    """Give a check-in in the place of another, at the moment of that one.

    A red-flag answer of yes stays: it ends by a clearance or by being taken back (R-RED-41). One
    that was not there before was said just now, so that no older clearance speaks for it.
    """
    yes = {answer.key for answer in before.answers if answer.yes}
    others = tuple(answer for answer in new.answers if answer.key not in yes)
    kept = replace(
        new,
        answers=(*(FlagAnswer(key, yes=True) for key in sorted(yes)), *others),
        bone_focal=tuple(dict.fromkeys((*before.bone_focal, *new.bone_focal))),
    )
    return kept if _flags(kept) - _flags(before) else replace(kept, at=before.at)


def _flags(check_in: CheckIn) -> set[str]:
    return {answer.flag for answer in dated_flags([check_in]) if answer.yes}
