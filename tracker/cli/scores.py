"""Scores typed as SITE=N or SITE:SIDE=N."""

from collections.abc import Iterable

from tracker.domain.pain import parse_score
from tracker.domain.problem import Problem
from tracker.domain.site import PainSite, parse_pain_site

SCORE_METAVAR = "SITE[:L|R|B|C]=N"


def read_scores(
    typed: Iterable[str], *, option: str, usual: tuple[PainSite, ...]
) -> dict[PainSite, int] | Problem:
    """Read scores by site; a site without a side is the tracked one (`usual`)."""
    found: dict[PainSite, int] = {}
    for text in typed:
        site_text, equals, score_text = text.rpartition("=")
        if not equals:
            return Problem(option, f'--{option} "{text}" has no score. Type it like low_back=3.')
        place = parse_pain_site(site_text, usual=usual)
        if isinstance(place, Problem):
            return place
        score = parse_score(score_text, field=option)
        if isinstance(score, Problem):
            return Problem(option, f"--{option} {text}: {score.message}")
        found[place] = score
    return found
