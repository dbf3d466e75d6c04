"""The characters a chart may use, and a guess at what a terminal can show."""

from collections.abc import Mapping
from enum import StrEnum

from tracker.domain.dataclass import dataclass
from tracker.domain.verdict import Outcome, Response
from tracker.insight.series import EventKind

AUTO = "auto"
PLAIN = "plain"
BRAILLE_BASE = 0x2800
_BRAILLE_BITS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
_HALF_BLOCKS = " ▀▄█"
_DOUBLE_WIDTH_LOCALES = ("zh", "ja", "ko")


class GlyphSet(StrEnum):
    """The sets a person can choose from, the finest first."""

    BRAILLE = "braille"
    BLOCKS = "blocks"
    CONSOLE = "console"
    ASCII = "ascii"


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyphs:
    """One set. A cell holds `across` x `down` dots; `eighths` fill a bar from low to full.

    `responses` has four even steps; its None is the run that waits for tomorrow. `hollow` is a
    score that isn't saved yet, `level` the line of an earlier mean.
    """

    across: int
    down: int
    eighths: str
    strip: str
    point: str
    speck: str
    dot: str
    mean: str
    cursor: str
    rule: str
    stem: str
    axis: str
    tick: str
    span: str
    no_entry: str
    zones: str
    events: Mapping[EventKind, str]
    responses: Mapping[Response | None, str]
    hollow: str
    level: str

    @property
    def coarse(self) -> bool:
        """Return whether a cell holds a single dot, so that lines can't be told apart within it."""
        return self.across * self.down == 1

    def cell(self, bits: int) -> str:
        """Return the character for the dots that are set in one cell (see `bit`)."""
        if self.down == len(_BRAILLE_BITS[0]):
            return chr(BRAILLE_BASE + bits)
        if self.down > 1:
            return _HALF_BLOCKS[bits]
        return self.dot

    def bit(self, across: int, down: int) -> int:
        """Return the bit of one dot within its cell."""
        return _BRAILLE_BITS[across][down]


_EVENTS = {
    EventKind.RED_FLAG: "▲",
    EventKind.STOP: "■",
    EventKind.FLARE: "▼",
    EventKind.VISIT: "V",
    EventKind.REMEDY: "+",
    EventKind.SHOES: "»",
}
_PLAIN_EVENTS = {
    EventKind.RED_FLAG: "!",
    EventKind.STOP: "X",
    EventKind.FLARE: "v",
    EventKind.VISIT: "@",
    EventKind.REMEDY: "+",
    EventKind.SHOES: ">",
}

RESPONSE_GLYPHS: Mapping[Response | None, str] = {
    Response.GREEN: "▁",
    Response.AMBER_SETTLED: "▃",
    Response.AMBER_LINGER: "▅",
    Response.RED: "▇",
    Response.UNKNOWN: "?",
    None: "·",
}
PLAIN_RESPONSE_GLYPHS: Mapping[Response | None, str] = {
    Response.GREEN: ".",
    Response.AMBER_SETTLED: "-",
    Response.AMBER_LINGER: "~",
    Response.RED: "!",
    Response.UNKNOWN: "?",
    None: ".",
}
RESPONSE_LETTERS: Mapping[Response | None, str] = {
    Response.GREEN: "G",
    Response.AMBER_SETTLED: "S",
    Response.AMBER_LINGER: "L",
    Response.RED: "R",
    Response.UNKNOWN: "?",
    None: ".",
}
"""What stands for a response on paper, and in a bar that has no colour."""

GLYPHS: Mapping[GlyphSet, Glyphs] = {
    GlyphSet.BRAILLE: Glyphs(
        across=2, down=4, eighths="▁▂▃▄▅▆▇█", strip="▁▂▃▄▅▆▇", point="●", speck="", dot="",
        mean="⠒⠒", cursor="│", rule="_", stem="┊", axis="─", tick="┬", span="├─┤",
        no_entry="·", zones="▂▅▇", events=_EVENTS, responses=RESPONSE_GLYPHS,
        hollow="○", level="╌",
    ),
    # For fonts without braille.
    GlyphSet.BLOCKS: Glyphs(
        across=1, down=2, eighths="▁▂▃▄▅▆▇█", strip="▁▂▃▄▅▆▇", point="●", speck="", dot="",
        mean="▀▀", cursor="│", rule="_", stem="┊", axis="─", tick="┬", span="├─┤",
        no_entry="·", zones="▂▅▇", events=_EVENTS, responses=RESPONSE_GLYPHS,
        hollow="○", level="╌",
    ),
    # The Linux text console: its fonts have light lines, the full block, and little else.
    GlyphSet.CONSOLE: Glyphs(
        across=1, down=1, eighths="█", strip="0123456789X", point="●", speck="·", dot="▒",
        mean="▒▒", cursor="│", rule="_", stem="│", axis="─", tick="┬", span="├─┤",
        no_entry="·", zones=".~!", events=_EVENTS,
        responses=PLAIN_RESPONSE_GLYPHS, hollow="○", level="-",
    ),
    GlyphSet.ASCII: Glyphs(
        across=1, down=1, eighths="#", strip="0123456789X", point="o", speck=":", dot="*",
        mean="**", cursor="|", rule="_", stem="'", axis="-", tick="+", span="[-]",
        no_entry=".", zones=".~!", events=_PLAIN_EVENTS,
        responses=PLAIN_RESPONSE_GLYPHS, hollow="O", level="-",
    ),
}  # fmt: skip


OUTCOME_GLYPHS: Mapping[Outcome, str] = {
    Outcome.GO: "►",
    Outcome.EASY: "◐",
    Outcome.CROSS: "◇",
    Outcome.REST: "■",
    Outcome.SEEK_CARE: "▲",
    Outcome.NEEDS_SCREEN: "?",
    Outcome.NEEDS_INPUT: "?",
    Outcome.DIARY_ONLY: "≡",
}
PLAIN_OUTCOME_GLYPHS: Mapping[Outcome, str] = {
    Outcome.GO: ">",
    Outcome.EASY: "/",
    Outcome.CROSS: "+",
    Outcome.REST: "#",
    Outcome.SEEK_CARE: "!",
    Outcome.NEEDS_SCREEN: "?",
    Outcome.NEEDS_INPUT: "?",
    Outcome.DIARY_ONLY: "=",
}


def guess_glyph_set(environ: Mapping[str, str]) -> GlyphSet:
    """Guess from the environment what a terminal can show.

    Without UTF-8, and where ambiguous characters are drawn two cells wide, only ASCII is sure.
    """
    found = environ.get("LC_ALL") or environ.get("LC_CTYPE") or environ.get("LANG") or "C.UTF-8"
    language, _, encoding = found.partition(".")
    plain_c = language in {"C", "POSIX"}
    if not plain_c and "utf" not in encoding.casefold():
        return GlyphSet.ASCII
    if language[:2] in _DOUBLE_WIDTH_LOCALES:
        return GlyphSet.ASCII
    return GlyphSet.CONSOLE if environ.get("TERM") == "linux" else GlyphSet.BRAILLE


def choose_glyph_set(setting: str, environ: Mapping[str, str]) -> GlyphSet:
    """Return the set a person asked for; `plain` is ASCII, `auto` and unknown names are guessed."""
    if setting == PLAIN:
        return GlyphSet.ASCII
    return GlyphSet(setting) if setting in set(GlyphSet) else guess_glyph_set(environ)
