"""Whether a site has been steady, so that its usual run is not taken away (R-PAIN-08)."""

from collections.abc import Collection

from tracker.rules import constants as c

_LETS_BE = frozenset({"R-RED-25"})


def steady(
    *,
    usual: int | None,
    logged_14d: int,
    week_delta: int | None,
    reds_last3: int = 0,
    flags: Collection[str] = (),
) -> bool:
    """Return whether a site is steady (R-PAIN-08, C-34).

    `usual` and `week_delta` in hundredths of a point, None where not known; `logged_14d` counts
    the mornings with a score in `[d-13, d]`, `reds_last3` the RED ones of the last three runs;
    `flags` are the active red-flag ids.
    """
    return (
        usual is not None
        and logged_14d >= c.STEADY_LOGGED_MIN
        and week_delta is not None
        and week_delta < c.WEEK_RISE_HOLD
        and reds_last3 == 0
        and set(flags) <= _LETS_BE
    )
