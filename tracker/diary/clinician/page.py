"""The page put together, and cut so that it stays one page."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from typing import Final

from tracker import __version__
from tracker.diary.book import Book
from tracker.diary.clinician.alarms import alarm_blocks
from tracker.diary.clinician.answers import answer_blocks, judged_runs
from tracker.diary.clinician.function import function_blocks
from tracker.diary.clinician.pain import Complaints, complaint_blocks, pain_blocks
from tracker.diary.clinician.request import Part, Period, Request
from tracker.diary.clinician.running import running_blocks
from tracker.diary.clinician.tried import tried_blocks
from tracker.diary.clinician.unknown import logged_days, unknown_blocks
from tracker.diary.clinician.words import dated
from tracker.diary.patterns import pattern_report
from tracker.diary.snapshot import Snapshot
from tracker.domain.dataclass import dataclass
from tracker.domain.verdict import PatternVerdict
from tracker.exchange.page_text import ROWS_MAX, write_text
from tracker.insight.page import Block, Body, Facts, Page, Section, Words
from tracker.rules.pattern_words import LABELS

TITLES: Final = {
    Part.PAIN: "Pain in the morning, 0 to 10, and running",
    Part.COMPLAINTS: "Complaints",
    Part.RESPONSES: "24-hour response to each run, by site",
    Part.RUNNING: "Running",
    Part.TRIED: "Tried in these weeks",
    Part.FUNCTION: "Function",
    Part.ALARMS: "Alarm signs",
    Part.UNKNOWN: "Not known",
    Part.PATTERNS: "Patterns in this diary",
}
NOT_SAID: Final = "none written down"
LISTED: Final = (8, 5, 3, 1)
"""How many RED and lingering answers are listed, as far as one page holds them."""


@dataclass(frozen=True, slots=True)
class Preview:
    """The page as it is printed as text, where it hurts, and what it was asked to hold."""

    request: Request
    lines: tuple[str, ...]
    body: Body | None


def preview(book: Book) -> Preview:
    """Return the page that the settings ask for."""
    request = Request.of(book.settings)
    page = clinician_page(book, request)
    bodies = (block for block in page.blocks() if isinstance(block, Body))
    return Preview(request, tuple(write_text(page).splitlines()), next(bodies, None))


def clinician_page(book: Book, request: Request, *, on_paper: bool = False) -> Page:
    """Return the page as of today.

    As text it has at most 66 lines (R-SUM-01), for which some answers may be left out of the list;
    a sheet of paper with its smaller letters holds them all the same.
    """
    listed, *fewer = LISTED
    page = build(book.snapshot, request, today=book.today, listed=listed)
    for most in () if on_paper else fewer:
        if len(write_text(page).splitlines()) <= ROWS_MAX:
            break
        page = build(book.snapshot, request, today=book.today, listed=most)
    return page


def build(snapshot: Snapshot, request: Request, *, today: date, listed: int) -> Page:
    """Put the page together, with so many of the answers listed one by one."""
    period = Period.up_to(today, weeks=request.weeks)
    name = request.name
    logged = f"{logged_days(snapshot, period)} of {len(period.days)} days logged"
    return Page(
        title=f"Running and pain diary{f' of {name}' if name else ''}",
        period=f"{dated(period.first)} to {dated(period.last)}",
        head=(f"Patient-reported, unverified. {logged}. Backstride {__version__}.",),
        opening=Facts(
            (
                ("Question", request.question or NOT_SAID),
                ("Goal", request.goal or NOT_SAID),
            )
        ),
        sections=tuple(_sections(snapshot, request, period, today=today, listed=listed)),
    )


def _sections(
    snapshot: Snapshot, request: Request, period: Period, *, today: date, listed: int
) -> Iterator[Section]:
    sites = Complaints.of(snapshot, period)
    runs = judged_runs(snapshot, period, today=today)
    made: dict[Part, Callable[[], tuple[Block, ...]]] = {
        Part.PAIN: partial(pain_blocks, snapshot, period, sites, today=today),
        Part.COMPLAINTS: partial(complaint_blocks, snapshot, period, sites),
        Part.RESPONSES: partial(answer_blocks, snapshot, runs, listed=listed),
        Part.RUNNING: partial(running_blocks, snapshot, period),
        Part.TRIED: partial(tried_blocks, snapshot, period),
        Part.FUNCTION: partial(function_blocks, snapshot, period),
        Part.ALARMS: partial(alarm_blocks, snapshot, period),
        Part.UNKNOWN: partial(unknown_blocks, snapshot, period, runs),
        Part.PATTERNS: partial(_pattern_blocks, snapshot, today=today),
    }
    return (Section(TITLES[part], made[part]()) for part in Part if part in request.parts)


def _pattern_blocks(snapshot: Snapshot, *, today: date) -> tuple[Block, ...]:
    """Return what goes along with better or worse mornings, in its own wording (R-SUM-02)."""
    report = pattern_report(snapshot, today=today)
    watched = tuple(
        Words(f"{LABELS[each.exposure]}: {each.text}")
        for each in report.patterns
        if each.verdict is PatternVerdict.WATCH
    )
    place = "no site" if report.place is None else report.place.label
    none = Words(f"{place}: none of {len(report.patterns)} looked at is worth watching.")
    return watched or (none,)
