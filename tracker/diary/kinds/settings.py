"""Everything a person may choose, and the sites to track: both are parts of the settings."""

from collections.abc import Iterable
from typing import Any, Final

from tracker.diary.import_paths import named_folder
from tracker.diary.kinds.kind import Kind
from tracker.diary.snapshot import Snapshot
from tracker.domain.fields import NO, YES, boxes, choice, line, whole_number, yes_no
from tracker.domain.form import Field, FormContext, Values
from tracker.domain.problem import Problem
from tracker.domain.settings import (
    ANSI_DARK,
    ANSI_LIGHT,
    DARK,
    HIGH_DARK,
    HIGH_LIGHT,
    LIGHT,
    DistanceUnit,
    Settings,
)
from tracker.domain.site import LABELS, OTHER_LABEL_MAX, PainSite, Side, Site, sides_of
from tracker.insight.glyph_set import AUTO, PLAIN, GlyphSet
from tracker.rules.limits import bounds_of, parse_limit

LATEST_START: Final = 12
COPIES_MOST: Final = 365
PATH_MAX: Final = 400
_CELLS: Final = 5


UNIT: Final = choice(
    "unit",
    "Distances in",
    {DistanceUnit.KM: "kilometres", DistanceUnit.MI: "miles"},
    missing="Choose kilometres or miles.",
)
DAY_START: Final = whole_number(
    "day_start_hour",
    "Day starts at",
    says="The hour a day starts at",
    low=0,
    high=LATEST_START,
    unit="o'clock",
    cells=4,
)
EMERGENCY: Final = line("emergency_number", "Emergency number", cells=16)
URGENT: Final = line("urgent_line", "Advice line", cells=24)


def _either(name: str, label: str, *, yes: str, no: str, no_first: bool = False) -> Field[bool]:
    words = ((YES, yes), (NO, no))
    return yes_no(name, label, words=words[::-1] if no_first else words, missing="Choose one.")


def _limit(setting: str, label: str, *, says: str, unit: str, constant: str) -> Field[Any]:
    low, high = bounds_of(setting)
    return Field(
        name=setting,
        label=label,
        parse=lambda text, _context: parse_limit(setting, text, name=says),
        write=lambda value, _context: f"{value:g}",
        required=True,
        unit=unit,
        cells=_CELLS,
        help=f"{low} to {high}",
        understood=lambda _value, _context: f"{low} to {high}  {constant}",
    )


WRITING: Final = (
    UNIT,
    _either("clock_24h", "Clock", yes="24 hours", no="12 hours"),
    _either("day_first", "Dates", yes="day first, 3/11", no="month first, 11/3"),
    _either("week_starts_monday", "Weeks start on", yes="Monday", no="Sunday"),
    DAY_START,
    choice(
        "theme",
        "Theme",
        {
            DARK: "dark",
            LIGHT: "light",
            HIGH_DARK: "dark, high contrast",
            HIGH_LIGHT: "light, high contrast",
            ANSI_DARK: "the terminal's own, dark",
            ANSI_LIGHT: "the terminal's own, light",
        },
        missing="Choose one.",
    ),
    choice(
        "glyphs",
        "Signs",
        {
            AUTO: "as this terminal can",
            GlyphSet.BRAILLE: "braille",
            GlyphSet.BLOCKS: "blocks",
            GlyphSet.CONSOLE: "console",
            PLAIN: "plain letters",
        },
        missing="Choose one.",
    ),
    _either("move_on", "After a score", yes="move on", no="stay"),
    _either("reduced_motion", "Motion", yes="as little as can be", no="as usual", no_first=True),
    _either(
        "screen_reader", "Screen reader", yes="nothing goes on by itself", no="none", no_first=True
    ),
    _either("bell", "Bell", yes="rings", no="off", no_first=True),
    whole_number(
        "backups_kept",
        "Daily copies",
        says="The count of copies",
        low=1,
        high=COPIES_MOST,
        unit="kept",
        cells=_CELLS,
        help=f"1 to {COPIES_MOST}",
        understood=lambda _value, _context: f"1 to {COPIES_MOST}",
    ),
)
TO_CALL: Final = (EMERGENCY, URGENT)
INBOX: Final = line(
    "inbox",
    "Inbox folder",
    longest=PATH_MAX,
    help="none; ~/Downloads: its new files come in",
)
LIMITS: Final = (
    _limit(
        "green_max",
        "Comfort up to",
        says="The end of the comfort zone",
        unit="of 10",
        constant="C-02",
    ),
    _limit("run_cap_percent", "Longest run", says="The cap", unit="% of longest", constant="C-09"),
    _limit("reassess_min", "Look again after", says="The time", unit="min slower", constant="C-12"),
    _limit(
        "step_back_percent", "A step back is", says="A step back", unit="% less", constant="C-18"
    ),
    _limit("advances_per_week", "Steps up", says="Steps up", unit="in 7 days", constant="C-19"),
    _limit("shoes_note_km", "Shoes: note at", says="The distance", unit="km", constant="C-25"),
    _limit("shoes_inspect_km", "Shoes: look at", says="The distance", unit="km", constant="C-25"),
    _limit("sleep_h_min", "Enough sleep", says="Enough sleep", unit="h or more", constant="C-28"),
    _limit(
        "sleep_quality_low", "Poor sleep up to", says="Poor sleep", unit="of 5", constant="C-28"
    ),
)


def _check_inbox(values: Values, context: FormContext, _snapshot: Snapshot) -> Iterable[Problem]:
    """Refuse a folder that isn't there; one named on another machine stays as it was."""
    typed = values["inbox"]
    if typed and typed != context.settings.inbox:
        found = named_folder(typed)
        if isinstance(found, Problem):
            yield found


SETTINGS: Final = Kind(
    type=Settings,
    word="settings",
    title="Settings",
    done="Settings saved. u undoes.",
    fields=(*WRITING, INBOX, *TO_CALL, *LIMITS),
    undo=lambda _settings, _now: "the settings",
    check=_check_inbox,
)

BASICS: Final = Kind(
    type=Settings,
    word="settings",
    title="Welcome to Backstride",
    fields=(UNIT, DAY_START, EMERGENCY, URGENT),
    undo=lambda _settings, _now: "the settings",
)

# -- the sites to track --------------------------------------------------------------------------

_OTHER_NAME: Final = "other_name"
_SIDE_WORDS: Final = {
    Side.CENTRE: "centre",
    Side.LEFT: "left",
    Side.RIGHT: "right",
    Side.BOTH: "both",
}


def _site(site: Site) -> Field[tuple[Side, ...]]:
    label = LABELS[site]
    words = {side: _SIDE_WORDS[side] for side in sides_of(site)}
    return boxes(site.value, f"{label[:1].upper()}{label[1:]}", words)


def _ticks(settings: Settings) -> dict[str, Any]:
    named = next((each.name for each in settings.tracked if each.name), "")
    return {
        _OTHER_NAME: named,
        **{
            site.value: tuple(
                side for side in sides_of(site) if (site, side) in _pairs(settings.tracked)
            )
            for site in Site
        },
    }


def _pairs(places: tuple[PainSite, ...]) -> set[tuple[Site, Side]]:
    return {(place.site, place.side) for place in places}


def _tracked(values: Values, _context: FormContext, _base: Settings | None) -> dict[str, Any]:
    name = values[_OTHER_NAME] or None
    return {
        "tracked": tuple(
            PainSite(site, side, name if site is Site.OTHER else None)
            for site in Site
            for side in values[site.value]
        )
    }


SITES: Final = Kind(
    type=Settings,
    word="settings",
    title="Where does it hurt?",
    lead=(
        "Light one to three places. Each morning you give them a number from 0 to 10. You can"
        " change them later."
    ),
    fields=(
        *map(_site, Site),
        line(_OTHER_NAME, "Other is", longest=OTHER_LABEL_MAX, cells=OTHER_LABEL_MAX),
    ),
    undo=lambda _settings, _now: "the settings",
    values=_ticks,
    make=_tracked,
)
