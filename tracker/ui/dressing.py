"""What a theme's roles mean for the parts that the toolkit draws itself."""


def dressed(
    roles: dict[str, str], *, accent: str, ink: str, foreground: str, ground: str
) -> dict[str, str]:
    """Say in the toolkit's own variables what the roles mean for cursors, keys and scroll bars."""
    return {
        **roles,
        "footer-key-foreground": accent,
        "block-cursor-background": roles["focus"],
        "block-cursor-foreground": foreground,
        "block-cursor-text-style": "bold",
        "input-cursor-background": foreground,
        "input-cursor-foreground": ink,
        "input-selection-background": roles["focus"],
        "scrollbar-background": ground,
        "scrollbar-background-hover": ground,
        "scrollbar-background-active": ground,
        "scrollbar-corner-color": ground,
        "scrollbar": roles["line"],
        "scrollbar-hover": roles["faint"],
        "scrollbar-active": accent,
    }
