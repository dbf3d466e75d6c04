"""The app's fixed sentences about itself, and the words it never uses (section 11)."""

import re
from typing import Final

ABOUT_TEXT: Final = (
    "This is a diary with published rules of thumb. It is not a medical device, doesn't diagnose or"
    " treat, and can miss serious problems. If you are worried, see a clinician."
    " In an emergency call your local emergency number."
)
"""Shown at first start and in `about` (R-TXT-01); the one text that may say what it does not do."""

BE_CAREFUL: Final = "You know your body best; being more careful is always fine."
"""Said once, on the verdict; never beside what asks for help today (R-TXT-02)."""

STAYING_ACTIVE: Final = (
    "Staying generally active is in line with back-pain guidance; walking programmes lengthened the"
    " time to the next back-pain episode (median 208 against 112 days; hazard ratio 0.72, 95 % CI"
    " 0.60 to 0.85)."
)
"""The encouragement that has a source, with its size."""
STAYING_ACTIVE_SOURCE: Final = "F35"

SHARE_WARNING: Final = "This file holds health data. Think about who will see it before sharing."
"""Shown before anything leaves the machine (R-TXT-06)."""

_FORBIDDEN: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"diagnos",
        r"you have (a|an) ",
        r"you are suffering",
        r"\bcure",
        r"\bheal(s|ed|ing)?\b",
        r"treats?\b",
        r"guarantee",
        r"safe to run",
        r"all[- ]clear",
        r"risk of injury is",
        r"prevents? (injur|pain)",
        r"\bcauses?d? (your|the) pain",
        r"stress fracture",
        r"cauda equina",
        r"\bdis[ck]s?\b",
        r"herniat",
        r"DVT",
        r"thrombosis",
        r"cancer",
    )
)


def forbidden_words(text: str) -> tuple[str, ...]:
    """Return what a text says that no text of the app may say (R-TXT-03), as it stands there.

    Exempt are `ABOUT_TEXT`, quotes of studies in the explanations, the names and addresses of
    sources, and questions about earlier illness in the screening and red-flag lists.
    """
    return tuple(match.group() for word in _FORBIDDEN for match in word.finditer(text))
