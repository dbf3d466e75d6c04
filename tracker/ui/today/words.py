"""The words of the check-in form's choices."""

from typing import Final

from tracker.domain.pain import BackFeature, Hurts, Night, Pattern, Quality, Spread

Options = tuple[tuple[str, str], ...]

YES: Final = "yes"
NO: Final = "no"

NIGHT: Final[Options] = (
    (Night.NONE, "none"),
    (Night.MOVING, "turning"),
    (Night.WAKES, "woke me"),
    (Night.UNRELENTING, "nothing eased"),
)
GATE: Final[Options] = ((NO, "No"), (YES, "Yes, open the list"))
LIMP: Final = "limp"
ILL: Final = "ill"
PAINKILLER: Final = "painkiller"
ALSO: Final[Options] = ((LIMP, "limp"), (ILL, "ill"), (PAINKILLER, "painkiller"))
QUALITY: Final[Options] = (
    (Quality.ACHE, "ache"),
    (Quality.TIGHT, "tight"),
    (Quality.SHARP, "sharp"),
    (Quality.BURNING, "burning"),
    (Quality.THROBBING, "throbbing"),
    (Quality.TINGLING, "tingling"),
    (Quality.NUMB, "numb"),
    (Quality.SHOOTING, "shooting"),
    (Quality.PINPOINT_BONE, "pin-point on bone"),
)
SPREAD: Final[Options] = (
    (Spread.STAYS, "stays put"),
    (Spread.ABOVE_KNEE, "above the knee"),
    (Spread.BELOW_KNEE, "below it"),
)
PATTERN: Final[Options] = (
    (Pattern.WARMS_UP, "warms up"),
    (Pattern.STAYS, "stays"),
    (Pattern.WORSE_THROUGH_RUN, "gets worse"),
)
HURTS: Final[Options] = (
    (Hurts.BENDING, "bending"),
    (Hurts.ARCHING, "arching"),
    (Hurts.KNEELING, "kneeling"),
    (Hurts.SIT_BONE, "sit bone"),
)
BACK_FEATURES: Final[Options] = (
    (BackFeature.BEFORE_40, "began before 40"),
    (BackFeature.CREPT_UP, "crept up slowly"),
    (BackFeature.BETTER_MOVING, "eases with movement"),
    (BackFeature.REST_NO_HELP, "no better with rest"),
    (BackFeature.NIGHT_EASES, "at night eases on getting up"),
)
