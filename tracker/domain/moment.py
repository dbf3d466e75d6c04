"""Moments and the person's day."""

from datetime import date, datetime, timedelta

DEFAULT_DAY_START_HOUR = 4


def require_aware(name: str, moment: datetime) -> None:
    """Raise ValueError for a time without a zone: it could mean any of several moments."""
    if moment.tzinfo is None:
        message = f"{name} has no time zone: {moment.isoformat()}"
        raise ValueError(message)


def day_of(moment: datetime, *, day_start_hour: int = DEFAULT_DAY_START_HOUR) -> date:
    """Return the person's day at a moment: until `day_start_hour` o'clock it is still yesterday."""
    local = moment.date()
    return local - timedelta(days=1) if moment.hour < day_start_hour else local
