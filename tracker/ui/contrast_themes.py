"""The pair of high contrast: every text stands out from its ground by 7 to 1 (WCAG 2.2, AAA)."""

from typing import Final

from textual.theme import Theme

from tracker.domain.settings import HIGH_DARK, HIGH_LIGHT
from tracker.ui.dressing import dressed

_DARK_ROLES: Final[dict[str, str]] = {
    "dim": "#cdd6e1",
    "faint": "#aab5c2",
    "zone-ok": "#98e6b0",
    "zone-ok-tint": "#0c2415",
    "zone-ok-band": "#0a1a10",
    "zone-watch": "#ffd07a",
    "zone-watch-tint": "#2b2008",
    "zone-watch-band": "#1f1809",
    "zone-stop": "#ffaab4",
    "zone-stop-tint": "#35131b",
    "zone-stop-band": "#240f14",
    "alarm": "#a50f26",
    "alarm-ink": "#ffffff",
    "ink": "#000000",
    "line": "#7d8896",
    "focus": "#12294d",
    "neutral": "#b9c7da",
    "site-1": "#a9ccff",
    "site-2": "#ffffff",
    "site-3": "#d9bcff",
    "site-4": "#8fe6f2",
    "site-5": "#cdd6e1",
    "site-6": "#b3bdff",
}

_LIGHT_ROLES: Final[dict[str, str]] = {
    "dim": "#33393f",
    "faint": "#464c52",
    "zone-ok": "#0c4a26",
    "zone-ok-tint": "#e2f3e7",
    "zone-ok-band": "#eef7f0",
    "zone-watch": "#573600",
    "zone-watch-tint": "#faedcf",
    "zone-watch-band": "#fcf5e4",
    "zone-stop": "#860f24",
    "zone-stop-tint": "#fce3e6",
    "zone-stop-band": "#fdf0f1",
    "alarm": "#8c1026",
    "alarm-ink": "#ffffff",
    "ink": "#ffffff",
    "line": "#70767c",
    "focus": "#d3e2fb",
    "neutral": "#3a4757",
    "site-1": "#0a3a82",
    "site-2": "#000000",
    "site-3": "#551f8a",
    "site-4": "#004852",
    "site-5": "#33393f",
    "site-6": "#23277a",
}

HIGH_CONTRAST: Final = (
    Theme(
        name=HIGH_DARK,
        dark=True,
        primary="#a9ccff",
        accent="#a9ccff",
        secondary="#b9c7da",
        foreground="#ffffff",
        background="#000000",
        surface="#0b0f14",
        panel="#1b222b",
        success=_DARK_ROLES["zone-ok"],
        warning=_DARK_ROLES["zone-watch"],
        error=_DARK_ROLES["zone-stop"],
        variables=dressed(
            _DARK_ROLES,
            accent="#a9ccff",
            ink="#000000",
            foreground="#ffffff",
            ground="#000000",
        ),
    ),
    Theme(
        name=HIGH_LIGHT,
        dark=False,
        primary="#0a3a82",
        accent="#0a3a82",
        secondary="#3a4757",
        foreground="#000000",
        background="#ffffff",
        surface="#f6f6f4",
        panel="#e8e8e4",
        success=_LIGHT_ROLES["zone-ok"],
        warning=_LIGHT_ROLES["zone-watch"],
        error=_LIGHT_ROLES["zone-stop"],
        variables=dressed(
            _LIGHT_ROLES,
            accent="#0a3a82",
            ink="#ffffff",
            foreground="#000000",
            ground="#ffffff",
        ),
    ),
)
