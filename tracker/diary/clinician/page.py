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
from tracker.diary.clinician.running import Advised, running_blocks
from tracker.diary.clinician.tried import tried_blocks
from tracker.diary.clinician.unknown import logged_days, unknown_blocks
from tracker.diary.clinician.words import dated
from tracker.diary.patterns import pattern_report
from tracker.diary.snapshot import Snapshot
from tracker.domain.dataclass import dataclass
from tracker.domain.verdict import PatternVerdict
from tracker.exchange.page_text import ROWS_MAX, write_text
from tracker.insight.page import Block, Body, Facts, Page, Section, Words
from tracker.rules.pattern_words import label_of

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
LISTED: Final = (8, 5, 3, 2, 1)
"""How much of what has many parts is listed, as far as one page holds it."""
PAPER_ROWS: Final = 70
"""A sheet with its smaller letters, and two columns below, holds as many lines of the text."""


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

    As text it has at most 66 lines (R-SUM-01): of what has many parts the latest and the most
    frequent are listed, and how many more there are. A sheet of paper holds a little more.
    """
    room = PAPER_ROWS if on_paper else ROWS_MAX
    snapshot, today = book.snapshot, book.today
    advised = Advised.of(snapshot, Period.up_to(today, weeks=request.weeks))
    *roomy, least = LISTED
    for most in roomy:
        page = build(snapshot, request, today=today, listed=most, advised=advised)
        if len(write_text(page).splitlines()) <= room:
            return page
    return build(snapshot, request, today=today, listed=least, advised=advised)


def build(
    snapshot: Snapshot,
    request: Request,
    *,
    today: date,
    listed: int,
    advised: Advised | None = None,
) -> Page:
    """Put the page together, with so many of what has many parts listed."""
    period = Period.up_to(today, weeks=request.weeks)
    advised = advised or Advised.of(snapshot, period)
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
        sections=tuple(_sections(snapshot, request, period, advised, today=today, listed=listed)),
    )


def _sections(
    snapshot: Snapshot,
    request: Request,
    period: Period,
    advised: Advised,
    *,
    today: date,
    listed: int,
) -> Iterator[Section]:
    sites = Complaints.of(snapshot, period, most=listed)
    runs = judged_runs(snapshot, period, today=today)
    made: dict[Part, Callable[[], tuple[Block, ...]]] = {
        Part.PAIN: partial(pain_blocks, snapshot, period, sites, today=today),
        Part.COMPLAINTS: partial(complaint_blocks, snapshot, period, sites, most=listed),
        Part.RESPONSES: partial(answer_blocks, snapshot, runs, most=listed),
        Part.RUNNING: partial(running_blocks, snapshot, period, advised, most=listed),
        Part.TRIED: partial(tried_blocks, snapshot, period, most=listed),
        Part.FUNCTION: partial(function_blocks, snapshot, period),
        Part.ALARMS: partial(alarm_blocks, snapshot, period, most=listed),
        Part.UNKNOWN: partial(unknown_blocks, snapshot, period, runs),
        Part.PATTERNS: partial(_pattern_blocks, snapshot, today=today),
    }
    for part in request.parts:
        blocks = made[part]()
        if listed == LISTED[-1]:
            # There is no room for what only explains.
            blocks = tuple(each for each in blocks if not (isinstance(each, Words) and each.small))
        yield Section(TITLES[part], blocks)


def _pattern_blocks(snapshot: Snapshot, *, today: date) -> tuple[Block, ...]:
    """Return what goes along with better or worse mornings, in its own wording (R-SUM-02)."""
    report = pattern_report(snapshot, today=today)
    watched = tuple(
        Words(f"{label_of(each.exposure)}: {each.text}")
        for each in report.patterns
        if each.verdict is PatternVerdict.WATCH
    )
    place = "no site" if report.place is None else report.place.label
    none = Words(f"{place}: none of {len(report.patterns)} looked at is worth watching.")
    return watched or (none,)
