"""Planned sessions as a calendar file (RFC 5545), for any calendar program."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from tracker.domain.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One whole day in a calendar: its title, what is written below it, and an id that stays."""

    id: str
    day: date
    title: str
    text: str = ""


def write_calendar(days: Iterable[CalendarDay], *, now: datetime) -> bytes:
    """Write whole days; a program that has read them before replaces them by their ids."""
    from icalendar import Calendar, Event  # noqa: PLC0415 - needed here only

    calendar = Calendar()
    calendar.add("prodid", "-//Backstride//plan//EN")
    calendar.add("version", "2.0")
    for each in days:
        event = Event()
        event.add("uid", f"{each.id}@backstride")
        event.add("dtstamp", now)
        event.add("dtstart", each.day)
        event.add("dtend", each.day + timedelta(days=1))
        event.add("summary", each.title)
        if each.text:
            event.add("description", each.text)
        calendar.add_component(event)
    return bytes(calendar.to_ical())
