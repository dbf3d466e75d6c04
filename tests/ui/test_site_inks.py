"""The palette of the sites: to be read on every ground, and never that of the severity zones."""

from itertools import combinations

import pytest
from textual.color import Color

from tracker.ui.theme import THEMES

SITE_ROLES = [f"site-{number}" for number in range(1, 7)]
ZONE_ROLES = ["zone-ok", "zone-watch", "zone-stop"]
LEAST_CONTRAST = 3.0
"""What WCAG 2.2 asks of graphics."""


def contrast(one: Color, other: Color) -> float:
    """Give the contrast ratio by WCAG 2.2, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Color) -> float:
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def roles(theme: str) -> dict[str, str]:
    return next(each for each in THEMES if each.name == theme).variables


@pytest.mark.parametrize("theme", [each.name for each in THEMES if not each.ansi])
@pytest.mark.parametrize("role", SITE_ROLES)
def test_a_site_can_be_read_on_every_ground(theme: str, role: str) -> None:
    found = roles(theme)
    ink = Color.parse(found[role])
    for ground in (f"{zone}-tint" for zone in ZONE_ROLES):
        assert contrast(ink, Color.parse(found[ground])) >= LEAST_CONTRAST


@pytest.mark.parametrize("theme", [each.name for each in THEMES])
def test_no_two_sites_and_no_zone_share_a_colour(theme: str) -> None:
    used = [roles(theme)[role] for role in (*SITE_ROLES, *ZONE_ROLES)]
    assert all(one != other for one, other in combinations(used, 2))
