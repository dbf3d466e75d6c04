"""The red-flag list: what is asked, how soon it needs someone else, and what fires (section 2.2).

Single answers say little about what is going on; the list prompts a conversation and decides
nothing else (F17).
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from tracker.domain.check_in import BoneFocal
from tracker.domain.dataclass import dataclass
from tracker.domain.pain import Night, Quality
from tracker.domain.site import Site
from tracker.domain.verdict import Level, Outcome
from tracker.rules import constants as c

LIST_LEAD: Final = "New, or clearly changed, in the last two weeks:"
BONE_FOCAL_KEY: Final = "bone_focal"


@dataclass(frozen=True, slots=True, kw_only=True)
class RedFlag:
    """One row of the list.

    `key` is the answer's name; None where the answer is the night. `ask` is the question, "" where
    nothing is asked. A `hold` means no running until seen; otherwise `cap` is the most that stays
    allowed. `derived` flags are computed anew every day and end by themselves (R-RED-41).
    """

    id: str
    key: str | None
    title: str
    ask: str
    level: Level
    hold: bool = True
    cap: Outcome | None = None
    derived: bool = False
    bone: bool = False
    sources: tuple[str, ...]
    limits: str = ""


_EMERGENCY, _URGENT, _CLINICIAN = Level.EMERGENCY, Level.URGENT, Level.CLINICIAN

RED_FLAGS: Final[tuple[RedFlag, ...]] = (
    RedFlag(
        id="R-RED-01",
        key="saddle_numb",
        title="Numb between the legs",
        ask="Numb or tingling around genitals, back passage, inner thighs or buttocks;"
        " wiping feels different",
        level=_EMERGENCY,
        sources=("F12", "F13", "F14"),
    ),
    RedFlag(
        id="R-RED-02",
        key="bladder_change",
        title="Bladder changed",
        ask="With back or leg pain: hard to start or stop passing urine, can't feel it, leaking,"
        " can't tell if full",
        level=_EMERGENCY,
        sources=("F12", "F14"),
    ),
    RedFlag(
        id="R-RED-03",
        key="bowel_change",
        title="Bowel changed",
        ask="With back or leg pain: lost control or feeling of the bowel",
        level=_EMERGENCY,
        sources=("F12", "F14"),
    ),
    RedFlag(
        id="R-RED-04",
        key="genital_change",
        title="Sexual function or feeling lost",
        ask="With back or leg pain: new loss of sexual function or feeling",
        level=_EMERGENCY,
        sources=("F12b", "F13", "F14"),
    ),
    RedFlag(
        id="R-RED-05",
        key="both_legs",
        title="Both legs affected",
        ask="Back pain with pain, tingling, weakness or numbness in BOTH legs",
        level=_EMERGENCY,
        sources=("F12", "F13"),
    ),
    RedFlag(
        id="R-RED-06",
        key="leg_weak_progressive",
        title="A leg is getting weaker",
        ask="A leg getting weaker over hours or days, foot dragging, knee giving way",
        level=_EMERGENCY,
        sources=("F15",),
    ),
    RedFlag(
        id="R-RED-07",
        key="chest_or_breath",
        title="Chest pain or breathlessness",
        ask="Chest pain or pressure, or breathlessness out of proportion, during or after exercise"
        " or at rest",
        level=_EMERGENCY,
        sources=("F12", "F19"),
    ),
    RedFlag(
        id="R-RED-08",
        key="collapse",
        title="Fainted, or nearly",
        ask="Fainted, nearly fainted, racing irregular heart, or confused and overheated during"
        " exercise",
        level=_EMERGENCY,
        sources=("F31", "ACSM/AHA on fainting during exercise (from memory, high confidence)"),
    ),
    RedFlag(
        id="R-RED-09",
        key="major_trauma",
        title="A heavy fall or blow",
        ask="Pain in back, neck, hip or pelvis began with a heavy fall, road crash or hard blow",
        level=_EMERGENCY,
        sources=("F12",),
    ),
    RedFlag(
        id="R-RED-10",
        key="acute_tight_leg",
        title="Rock-hard, swelling lower leg",
        ask="Rock-hard, swelling lower leg with severe pain and numb foot or toes you can't lift",
        level=_EMERGENCY,
        sources=("pressure building up in the lower leg (from memory, high confidence)",),
    ),
    RedFlag(
        id="R-RED-11",
        key="calf_swelling",
        title="One leg swollen and warm",
        ask="ONE calf or thigh swollen, warm, red or throbbing."
        " (With breathlessness or chest pain also tick that: emergency)",
        level=_URGENT,
        sources=("F19",),
    ),
    RedFlag(
        id="R-RED-12",
        key="pop_cant_push",
        title="A snap at calf or heel",
        ask="Sudden snap or kick feeling at calf or heel, now can't stand on tiptoe",
        level=_URGENT,
        sources=("F20",),
    ),
    RedFlag(
        id="R-RED-13",
        key="cant_bear_weight",
        title="Can't stand on the leg",
        ask="Can't take four steps on the leg",
        level=_URGENT,
        sources=("Ottawa rules (from memory, high confidence)",),
        limits="The rule was made for ankle and knee; using it elsewhere is our own choice.",
    ),
    RedFlag(
        id="R-RED-14",
        key="fever_with_pain",
        title="Fever with the pain",
        ask="Fever, shivers or feeling very ill with back pain, or a hot swollen joint",
        level=_URGENT,
        sources=("F12", "F15", "F16", "infected joint (from memory, high confidence)"),
    ),
    RedFlag(
        id="R-RED-15",
        key="weight_loss",
        title="Weight loss with the pain",
        ask="Weight loss you can't explain, together with the pain",
        level=_URGENT,
        sources=("F12",),
    ),
    RedFlag(
        id="R-RED-16",
        key="back_lump",
        title="A lump in the back",
        ask="New lump, swelling or change of shape in the back",
        level=_URGENT,
        sources=("F12",),
    ),
    RedFlag(
        id="R-RED-17",
        key="fragile_bone",
        title="Sudden back pain and brittle bones",
        ask="New sudden back pain AND brittle bones or long-term steroids (minor strain counts)",
        level=_URGENT,
        sources=("F15", "IFOMPT 2020 (from memory, high confidence)"),
    ),
    RedFlag(
        id="R-RED-18",
        key="leg_weak_new",
        title="New weakness in one leg",
        ask="New weakness in ONE leg, not getting worse",
        level=_URGENT,
        sources=("F16",),
    ),
    RedFlag(
        id="R-RED-19",
        key="severe_constant",
        title="Severe constant pain",
        ask="Constant pain so bad you can't wash, dress, sleep or think",
        level=_URGENT,
        sources=("F12",),
        limits="The words are the NHS's; the level is our own choice.",
    ),
    RedFlag(
        id="R-RED-20",
        key="cancer_history",
        title="An earlier serious illness and new bone pain",
        ask="Ever had cancer AND this is new back or bone pain",
        level=_CLINICIAN,
        sources=("F15", "F22"),
    ),
    RedFlag(
        id="R-RED-21a",
        key=None,
        title="Pain woke you once this week",
        ask="",
        level=_CLINICIAN,
        hold=False,
        cap=Outcome.EASY,
        derived=True,
        sources=("article",),
        limits="The article says only that pain that wakes you should be looked at.",
    ),
    RedFlag(
        id="R-RED-21b",
        key=None,
        title="Pain woke you on two nights or more this week",
        ask="",
        level=_CLINICIAN,
        derived=True,
        sources=("article",),
        limits="The number of nights is our own choice.",
    ),
    RedFlag(
        id="R-RED-21c",
        key=None,
        title="Night pain that no position eases",
        ask="",
        level=_URGENT,
        sources=("F12", "F15"),
    ),
    RedFlag(
        id="R-RED-22",
        key=BONE_FOCAL_KEY,
        title="Pin-point pain on a bone",
        ask="Pin-point bone pain AND (at rest or night, or when walking, or worse the longer you"
        " run, or something is known to weaken your bones)",
        level=_CLINICIAN,
        bone=True,
        sources=("F18", "F18b"),
        limits="The quality pin-point raises it by itself where the pain gets worse through a run"
        " or bones are at risk; that is our own choice.",
    ),
    RedFlag(
        id="R-RED-23",
        key=BONE_FOCAL_KEY,
        title="Pin-point bone pain where a break matters most",
        ask="Pin-point bone pain AND (at rest or night, or when walking, or worse the longer you"
        " run, or something is known to weaken your bones), at the groin, the front of the thigh,"
        " the top of the foot, the front edge of the shin, the inner ankle or the outer ball of the"
        " foot",
        level=_URGENT,
        bone=True,
        sources=("F18c", "F61"),
        limits="The highest risk of a full break was shown for the neck of the thigh bone.",
    ),
    RedFlag(
        id="R-RED-24",
        key="tingle_one_leg",
        title="Tingling in one leg",
        ask="Tingling or numbness in one leg, no weakness",
        level=_CLINICIAN,
        hold=False,
        cap=Outcome.CROSS,
        sources=("F36",),
        limits="The page asks for a visit beyond one week; the cap is our own choice. Tingling,"
        " numb or shooting with pain below the knee raises it by itself: our own choice, too.",
    ),
    RedFlag(
        id="R-RED-25",
        key="lingers",
        title="Pain that lingers",
        ask="",
        level=_CLINICIAN,
        hold=False,
        cap=Outcome.EASY,
        derived=True,
        sources=("article", "F36", "F12b"),
        limits="The pain levels of the two thresholds are our own choice.",
    ),
    RedFlag(
        id="R-RED-26",
        key="time_loss",
        title="Running cut or stopped for a week",
        ask="",
        level=_CLINICIAN,
        hold=False,
        cap=Outcome.EASY,
        derived=True,
        sources=("F34",),
        limits="The definition is a consensus for counting injuries; the level is our own choice.",
    ),
    RedFlag(
        id="R-RED-27",
        key="after_stop_persist",
        title="Still up three days after a pain stop",
        ask="",
        level=_CLINICIAN,
        derived=True,
        sources=("article", "F5"),
        limits="The pages say a few days; exactly 72 hours is our own choice.",
    ),
    RedFlag(
        id="R-RED-28",
        key="inflammatory",
        title="Back pain that behaves like inflammation",
        ask="Back pain for more than 3 months AND at least 4 of: began before 40, crept up slowly,"
        " better with movement, no better with rest, night pain that eases on getting up",
        level=_CLINICIAN,
        hold=False,
        cap=Outcome.EASY,
        sources=("F21",),
    ),
    RedFlag(
        id="R-RED-29",
        key="age_first_back",
        title="First back pain under 20 or over 55",
        ask="First-ever back pain under 20 or over 55",
        level=_CLINICIAN,
        hold=False,
        cap=Outcome.EASY,
        sources=("F22",),
    ),
    RedFlag(
        id="R-RED-30",
        key="immune_risk",
        title="Weakened immunity and new back pain",
        ask="Weakened immunity, injected drugs or a recent serious infection AND new back pain",
        level=_CLINICIAN,
        sources=("F15", "F22"),
    ),
    RedFlag(
        id="R-RED-31",
        key="severe_two_days",
        title="Severe pain two check-ins in a row",
        ask="",
        level=_CLINICIAN,
        derived=True,
        sources=("design",),
        limits="No study sets this number; it is our own cautious choice.",
    ),
    RedFlag(
        id="R-RED-33",
        key="antibiotic_tendon",
        title="New tendon pain since an antibiotic",
        ask="New tendon pain (heel, knee, shoulder) since starting an antibiotic whose name ends in"
        " -floxacin: call who prescribed it today",
        level=_URGENT,
        sources=("F62",),
        limits="The regulator's alert was read as others reported it.",
    ),
    RedFlag(
        id="R-RED-34",
        key="reds_3",
        title="Three runs in two weeks were too much",
        ask="",
        level=_CLINICIAN,
        hold=False,
        cap=Outcome.CROSS,
        derived=True,
        sources=("design",),
        limits="No study sets this number; it is our own cautious choice.",
    ),
    RedFlag(
        id="R-RED-32",
        key="upper_back",
        title="New pain between the shoulder blades",
        ask="New pain between the shoulder blades without a clear strain",
        level=_CLINICIAN,
        sources=("F12",),
        limits="The NHS puts this under same-day advice; we say today if it is severe or you feel"
        " unwell.",
    ),
)

FLAGS: Final = {flag.id: flag for flag in RED_FLAGS}
TICKABLE: Final = {
    flag.key: flag for flag in RED_FLAGS if flag.key is not None and flag.key != BONE_FOCAL_KEY
}
ASKABLE: Final = {key: flag for key, flag in TICKABLE.items() if flag.ask}
"""What can be ticked by hand; the diary's numbers raise the others."""
QUESTIONS: Final = tuple(flag for flag in RED_FLAGS if flag.ask and flag.id != "R-RED-23")
_HIGH_RISK_SITES: Final = frozenset({Site.HIP_GROIN, Site.THIGH_FRONT, Site.FOOT_TOP})
_HIGH_RISK_PARTS: Final = frozenset(
    {(Site.SHIN, "front edge"), (Site.ANKLE, "inner"), (Site.FOREFOOT, "outer")}
)
NIGHT_FLAGS: Final = frozenset({"R-RED-21a", "R-RED-21b", "R-RED-21c"})

LEG_QUALITIES: Final = frozenset({Quality.TINGLING, Quality.NUMB, Quality.SHOOTING})
LEVEL_HEADINGS: Final = {
    Level.EMERGENCY: "Emergency: call now",
    Level.URGENT: "Urgent: speak to a medical service today",
    Level.CLINICIAN: "Have it seen: book a visit",
}
"""What stands above the questions of each level (2.2)."""

HELP_TODAY: Final = frozenset({Level.EMERGENCY, Level.URGENT})
"""The levels that take the whole screen, and beside which nothing else is said."""

_LEVELS_DOWN = (Level.EMERGENCY, Level.URGENT, Level.CLINICIAN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """The answers that can raise a red flag: ticked keys, nights, pin-point bone pain.

    `nights_woken_7d` counts the nights with wakes or unrelenting in the last seven, the last one
    included.
    """

    ticked: frozenset[str] = frozenset()
    night: Night | None = None
    nights_woken_7d: int = 0
    bone_focal: tuple[BoneFocal, ...] = ()


def fired_flags(signs: Signs) -> tuple[str, ...]:
    """Return the ids of all flags that the answers raise, sorted as text."""
    ids = {TICKABLE[key].id for key in signs.ticked}
    ids |= bone_flags(signs.bone_focal)
    night = night_flag(signs.night, signs.nights_woken_7d)
    if night is not None:
        ids.add(night)
    return tuple(sorted(ids))


def night_flag(night: Night | None, nights_woken_7d: int = 0) -> str | None:
    """Return the one flag of the nights: 21c stands alone, else 21b, else 21a."""
    if night is Night.UNRELENTING:
        return "R-RED-21c"
    if nights_woken_7d > 1:
        return "R-RED-21b"
    if night is Night.WAKES or nights_woken_7d == 1:
        return "R-RED-21a"
    return None


def bone_flags(bone_focal: Iterable[BoneFocal]) -> set[str]:
    """Judge each place of pin-point bone pain: 22, or 23 where the stakes are higher."""
    return {
        bone_flag(bone.site, bone.part)
        for bone in bone_focal
        if bone.rest_or_night or bone.walking or bone.worse_through_run or bone.bone_risk
    }


def bone_flag(site: Site, part: str | None = None) -> str:
    """Return the flag of pin-point bone pain at a site: 23 where the bone is a high-risk one."""
    high_risk = site in _HIGH_RISK_SITES or (site, part) in _HIGH_RISK_PARTS
    return "R-RED-23" if high_risk else "R-RED-22"


def highest_level(flags: Iterable[str]) -> Level | None:
    """Return the highest level among flags that forbid running; None if none does (R-RED-40)."""
    levels = {FLAGS[flag].level for flag in flags if FLAGS[flag].hold}
    return next((level for level in _LEVELS_DOWN if level in levels), None)


def of_level(flags: Iterable[str], level: Level) -> tuple[str, ...]:
    """Return the flags of one level that forbid running."""
    return tuple(flag for flag in flags if FLAGS[flag].hold and FLAGS[flag].level is level)


def advice(flags: Iterable[str], cap: Outcome) -> tuple[str, ...]:
    """Return the flags that advise a visit and leave at most `cap`."""
    return tuple(flag for flag in flags if FLAGS[flag].cap is cap)


def opened_by(qualities: Collection[Quality]) -> tuple[str, ...]:
    """Return the flags whose questions a quality of the pain opens (section 1.1)."""
    legs = ("R-RED-06", "R-RED-18", "R-RED-24") if LEG_QUALITIES & set(qualities) else ()
    bones = ("R-RED-22", "R-RED-23") if Quality.PINPOINT_BONE in qualities else ()
    return legs + bones


def list_reason(
    *,
    gate: bool | None,
    new_site: bool = False,
    scores: Sequence[int] = (),
    qualities: Collection[Quality] = (),
    trauma: bool = False,
    days_since_full: int | None = None,
) -> str:
    """Say why the whole list is to be asked, the most pressing reason; "" where it isn't due.

    Never asked in full (None) counts as due.
    """
    week_or_more = days_since_full is not None and days_since_full >= c.FULL_LIST_EVERY_DAYS
    reasons = (
        (bool(gate), "You said that there is something new or alarming."),
        (bool(opened_by(qualities)), "How the pain feels asks for these questions."),
        (trauma, "A fall or a blow asks for these questions."),
        (
            any(score >= c.SEVERE_MIN for score in scores),
            f"A score of {c.SEVERE_MIN} or more asks for these questions.",
        ),
        (new_site, "A place hurts that didn't before."),
        (days_since_full is None, "These questions were never gone through in full."),
        (week_or_more, f"These questions were last gone through {days_since_full} days ago."),
    )
    return next((words for holds, words in reasons if holds), "")


def symptom_opens_list(
    *,
    gate: bool | None,
    scores: Sequence[int] = (),
    qualities: Collection[Quality] = (),
    trauma: bool = False,
) -> bool:
    """Say whether a symptom asks for the whole list, so that no advice goes before it (R-RDY-00d).

    A new site or a week without the list only ask for it.
    """
    severe = any(score >= c.SEVERE_MIN for score in scores)
    return bool(gate) or bool(opened_by(qualities)) or trauma or severe
