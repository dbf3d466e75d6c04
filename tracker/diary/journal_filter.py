"""What the journal is narrowed to: kinds, sites, days and words, typed as one line."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from tracker.diary.journal_kinds import JOURNAL_KINDS
from tracker.domain.calendar_words import parse_day
from tracker.domain.dataclass import dataclass
from tracker.domain.problem import Problem
from tracker.domain.record import Record
from tracker.domain.settings import Settings
from tracker.domain.site import LABELS, PainSite, Side, Site, parse_pain_site, parse_site
from tracker.domain.text import one_line, quoted
from tracker.insight.site_labels import short_label

KIND: Final = "kind"
SITE: Final = "site"
SINCE: Final = "since"
UNTIL: Final = "until"
HELP: Final = "kind:run site:shin since:-6w until:2026-11-01 and words"
_SCORED: Final = ("scores", "before", "during", "after")


class Place(NamedTuple):
    """A site, on one side or on any."""

    site: Site
    side: Side | None = None

    def covers(self, place: PainSite) -> bool:
        """Return whether a site of a record is meant."""
        return place.site is self.site and self.side in {None, place.side}


@dataclass(frozen=True, slots=True, kw_only=True)
class JournalFilter:
    """What a record must be to be listed; what is empty leaves everything in.

    `kinds` are names of kinds, `words` case-folded; `until` counts, too.
    """

    kinds: frozenset[str] = frozenset()
    places: tuple[Place, ...] = ()
    since: date | None = None
    until: date | None = None
    words: tuple[str, ...] = ()

    def takes(self, kind: str, day: date | None) -> bool:
        """Return whether a record is of the kinds and the days."""
        return not (
            (self.kinds and kind not in self.kinds)
            or (self.since is not None and (day is None or day < self.since))
            or (self.until is not None and (day is None or day > self.until))
        )

    def is_of(self, places: Iterable[PainSite]) -> bool:
        """Return whether a record with these sites is of one that is meant."""
        return any(each.covers(place) for each in self.places for place in places)


def places_of(record: Record) -> tuple[PainSite, ...]:
    """Return the sites that a record is about."""
    scored = (each.place for name in _SCORED for each in getattr(record, name, ()))
    place = getattr(record, "place", None)
    return tuple(dict.fromkeys((*scored, *((place,) if place is not None else ()))))


def read_filter(
    text: str, *, today: date, settings: Settings, lenient: bool = False
) -> JournalFilter | Problem:
    """Read what is typed: `kind:run site:shin since:-6w rain`.

    Where it is `lenient`, because it is still being typed, what can't be read yet leaves
    everything in.
    """
    found = JournalFilter()
    for word in one_line(text).split():
        name, mark, value = word.partition(":")
        reader = _READERS.get(name.casefold()) if mark else None
        if reader is None:
            found = replace(found, words=(*found.words, word.casefold()))
        elif value:
            answer = reader(found, value, today, settings)
            if isinstance(answer, Problem):
                if lenient:
                    continue
                return answer
            found = answer
    return found


def with_kinds(found: JournalFilter, typed: str) -> JournalFilter | Problem:
    """Narrow to kinds by their names, with commas between; the beginning of one will do."""
    names: set[str] = set()
    for word in filter(None, typed.split(",")):
        begun = _plain(word)
        exact = {name for name, said in _KIND_WORDS.items() if begun in said}
        fitting = exact or {
            name
            for name, said in _KIND_WORDS.items()
            if any(each.startswith(begun) for each in said)
        }
        if not fitting:
            known = ", ".join(JOURNAL_KINDS)
            return Problem(KIND, f"{quoted(word)} is no kind of record. Use one of: {known}.")
        names |= fitting
    return replace(found, kinds=found.kinds | names)


def _plain(word: str) -> str:
    return re.sub(r"[\s_-]", "", word.casefold())


_KIND_WORDS: Final = {
    name: {_plain(each) for each in (name, kind.word, kind.words, kind.heading)}
    for name, kind in JOURNAL_KINDS.items()
}
"""What a kind may be called: its name, what a person calls one and several, and its heading."""


def with_places(found: JournalFilter, typed: str, settings: Settings) -> JournalFilter | Problem:
    """Narrow to sites, with commas between; without a side any is meant."""
    places = []
    for word in filter(None, typed.split(",")):
        name, mark, _side = word.partition(":")
        site = parse_site(name)
        if isinstance(site, Problem):
            return site
        if not mark:
            places.append(Place(site[0]))
            continue
        place = parse_pain_site(word, usual=settings.tracked)
        if isinstance(place, Problem):
            return place
        places.append(Place(place.site, place.side))
    return replace(found, places=(*found.places, *places))


def with_day(
    found: JournalFilter, name: str, typed: str, *, today: date, settings: Settings
) -> JournalFilter | Problem:
    """Narrow to the days since one, or until one."""
    day = parse_day(typed.replace("_", " "), today, day_first=settings.day_first)
    if isinstance(day, Problem):
        return Problem(name, day.message)
    return replace(found, since=day) if name == SINCE else replace(found, until=day)


_Reader = Callable[[JournalFilter, str, date, Settings], JournalFilter | Problem]
_READERS: Final[dict[str, _Reader]] = {
    KIND: lambda found, value, _today, _settings: with_kinds(found, value),
    SITE: lambda found, value, _today, settings: with_places(found, value, settings),
    SINCE: lambda found, value, today, settings: with_day(
        found, SINCE, value, today=today, settings=settings
    ),
    UNTIL: lambda found, value, today, settings: with_day(
        found, UNTIL, value, today=today, settings=settings
    ),
}


def both(typed: JournalFilter, chosen: JournalFilter) -> JournalFilter:
    """Narrow to what is typed; what is not typed is as it was chosen."""
    return JournalFilter(
        kinds=typed.kinds or chosen.kinds,
        places=typed.places or chosen.places,
        since=typed.since or chosen.since,
        until=typed.until or chosen.until,
        words=typed.words,
    )


def place_words(places: Iterable[Place]) -> str:
    """Name sites shortly: "R Achilles, shin"."""
    return ", ".join(
        LABELS[each.site] if each.side is None else short_label(PainSite(each.site, each.side))
        for each in places
    )
