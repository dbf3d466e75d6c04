"""The palettes by role: dark and light, and those of the terminal's own sixteen colours."""

from typing import Final

from textual.theme import Theme

from tracker.domain import settings
from tracker.ui.contrast_themes import HIGH_CONTRAST
from tracker.ui.dressing import dressed

DARK: Final = settings.DARK
LIGHT: Final = settings.LIGHT
SIXTEEN: Final = settings.ANSI_DARK
SIXTEEN_LIGHT: Final = settings.ANSI_LIGHT

_DARK_ROLES: Final[dict[str, str]] = {
    "dim": "#95a2b2",
    "faint": "#697583",
    "zone-ok": "#86c99a",
    "zone-ok-tint": "#203428",
    "zone-ok-band": "#1a2722",
    "zone-watch": "#e9b65f",
    "zone-watch-tint": "#3a2f1f",
    "zone-watch-band": "#26221c",
    "zone-stop": "#ea7f8e",
    "zone-stop-tint": "#3d232b",
    "zone-stop-band": "#261c21",
    "alarm": "#c92f45",
    "alarm-ink": "#ffffff",
    "ink": "#11151a",
    "line": "#2b343f",
    "focus": "#263449",
    "neutral": "#8b9db5",
    "site-1": "#82b1ff",
    "site-2": "#d5dbe3",
    "site-3": "#c7a3f5",
    "site-4": "#6fd3e3",
    "site-5": "#95a2b2",
    "site-6": "#7f93ff",
}

_LIGHT_ROLES: Final[dict[str, str]] = {
    "dim": "#5b6672",
    "faint": "#8f979f",
    "zone-ok": "#256d3f",
    "zone-ok-tint": "#d5eadb",
    "zone-ok-band": "#e6efe4",
    "zone-watch": "#8f5a00",
    "zone-watch-tint": "#f4e4bf",
    "zone-watch-band": "#f5edd9",
    "zone-stop": "#b3263d",
    "zone-stop-tint": "#f7dade",
    "zone-stop-band": "#f6e6e4",
    "alarm": "#b3263d",
    "alarm-ink": "#ffffff",
    "ink": "#ffffff",
    "line": "#d3cfc5",
    "focus": "#d6e3f7",
    "neutral": "#5b6b7f",
    "site-1": "#1f5fbf",
    "site-2": "#1d252e",
    "site-3": "#7a3fb8",
    "site-4": "#006675",
    "site-5": "#5b6672",
    "site-6": "#3b3fa8",
}

_SIXTEEN_ROLES: Final[dict[str, str]] = {
    "dim": "ansi_default",
    "faint": "ansi_bright_black",
    "zone-ok": "ansi_green",
    "zone-ok-tint": "ansi_default",
    "zone-ok-band": "ansi_default",
    "zone-watch": "ansi_yellow",
    "zone-watch-tint": "ansi_default",
    "zone-watch-band": "ansi_default",
    "zone-stop": "ansi_red",
    "zone-stop-tint": "ansi_default",
    "zone-stop-band": "ansi_default",
    "alarm": "ansi_red",
    "alarm-ink": "ansi_bright_white",
    "ink": "ansi_black",
    "line": "ansi_bright_black",
    "focus": "ansi_default",
    "neutral": "ansi_cyan",
    "site-1": "ansi_bright_blue",
    "site-2": "ansi_default",
    "site-3": "ansi_magenta",
    "site-4": "ansi_cyan",
    "site-5": "ansi_bright_magenta",
    "site-6": "ansi_bright_cyan",
}

_SIXTEEN_LIGHT_ROLES: Final[dict[str, str]] = {
    **_SIXTEEN_ROLES,
    # Yellow can't be read on white, whatever a terminal makes of it.
    "zone-watch": "ansi_magenta",
    "site-3": "ansi_blue",
}


def _of_the_terminal(name: str, roles: dict[str, str], *, dark: bool) -> Theme:
    """Make a theme of the terminal's own sixteen colours, on its own background."""
    return Theme(
        name=name,
        dark=dark,
        ansi=True,
        primary="ansi_blue",
        accent="ansi_bright_blue",
        secondary="ansi_cyan",
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        boost="ansi_default",
        success=roles["zone-ok"],
        warning=roles["zone-watch"],
        error=roles["zone-stop"],
        variables=dressed(
            roles,
            accent="ansi_bright_blue",
            ink="ansi_black",
            foreground="ansi_default",
            ground="ansi_default",
        )
        | {
            "block-cursor-background": "ansi_bright_blue",
            "block-cursor-foreground": "ansi_black",
            "input-cursor-background": "ansi_white" if dark else "ansi_black",
            "input-cursor-foreground": "ansi_black" if dark else "ansi_white",
            "input-selection-background": "ansi_bright_blue",
            "input-selection-foreground": "ansi_black",
        },
    )


THEMES: Final = (
    Theme(
        name=DARK,
        dark=True,
        primary="#82b1ff",
        accent="#82b1ff",
        secondary="#8b9db5",
        foreground="#d5dbe3",
        background="#11151a",
        surface="#161b22",
        panel="#1f2630",
        success=_DARK_ROLES["zone-ok"],
        warning=_DARK_ROLES["zone-watch"],
        error=_DARK_ROLES["zone-stop"],
        variables=dressed(
            _DARK_ROLES, accent="#82b1ff", ink="#11151a", foreground="#d5dbe3", ground="#11151a"
        ),
    ),
    Theme(
        name=LIGHT,
        dark=False,
        primary="#1f5fbf",
        accent="#1f5fbf",
        secondary="#5b6b7f",
        foreground="#1d252e",
        background="#f7f6f2",
        surface="#eeede9",
        panel="#e5e2da",
        success=_LIGHT_ROLES["zone-ok"],
        warning=_LIGHT_ROLES["zone-watch"],
        error=_LIGHT_ROLES["zone-stop"],
        variables=dressed(
            _LIGHT_ROLES, accent="#1f5fbf", ink="#ffffff", foreground="#1d252e", ground="#f7f6f2"
        ),
    ),
    *HIGH_CONTRAST,
    _of_the_terminal(SIXTEEN, _SIXTEEN_ROLES, dark=True),
    _of_the_terminal(SIXTEEN_LIGHT, _SIXTEEN_LIGHT_ROLES, dark=False),
)

ROLE_DEFAULTS: Final[dict[str, str]] = {**_DARK_ROLES, "ansi-background": "ansi_default"}
"""What the roles stand for until a theme is set: the stylesheet is parsed before that."""


def next_theme(name: str) -> str:
    """Return the dark or light counterpart of a theme."""
    return settings.COUNTERPARTS.get(name, settings.DARK)


def in_sixteen_colours(name: str) -> str:
    """Return the theme that stands for another one where a terminal has only sixteen colours."""
    return SIXTEEN_LIGHT if name in settings.LIGHT_ONES else SIXTEEN
