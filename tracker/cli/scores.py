"""Scores typed as SITE=N or SITE:SIDE=N."""

from collections.abc import Iterable

from tracker.domain.pain import parse_score
from tracker.domain.problem import Problem
from tracker.domain.site import PARTS, PainSite, parse_pain_site, parse_site

SCORE_METAVAR = "SITE[:L|R|B|C]=N"
PART_METAVAR = "SITE[:L|R|B]=PART"


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
        if place in found:
            return Problem(option, f"--{option} {place.key} is given twice. Give it once.")
        found[place] = score
    return found


def read_parts(
    typed: Iterable[str], *, option: str, usual: tuple[PainSite, ...]
) -> dict[PainSite, str] | Problem:
    """Read where exactly scored places hurt; the beginning of a part is enough ("heel")."""
    found: dict[PainSite, str] = {}
    for text in typed:
        site_text, _equals, part_text = text.partition("=")
        place = parse_pain_site(site_text, usual=usual)
        if isinstance(place, Problem):
            return place
        word = " ".join(part_text.replace("_", " ").casefold().split())
        known = PARTS.get(place.site, ())
        part = next((each for each in known if word and each.startswith(word)), None)
        if part is None:
            return Problem(option, f'--{option} "{text}": {_part_words(place, known)}')
        if place in found:
            return Problem(option, f"--{option} {place.key} is given twice. Give it once.")
        found[place] = part
    return found


def named_parts(typed: Iterable[str], *, usual: tuple[PainSite, ...]) -> dict[PainSite, str]:
    """Return the parts that the words for scored sites name by themselves ("IT band")."""
    found: dict[PainSite, str] = {}
    for text in typed:
        site_text = text.rpartition("=")[0]
        place = parse_pain_site(site_text, usual=usual)
        site = parse_site(site_text.partition(":")[0])
        if not isinstance(place, Problem) and not isinstance(site, Problem) and site[1]:
            found[place] = site[1]
    return found


def _part_words(place: PainSite, known: tuple[str, ...]) -> str:
    if not known:
        sites = ", ".join(site.value for site in PARTS)
        return f"only {sites} have parts."
    return f"type one of: {', '.join(known)}, like {place.key}={known[-1].replace(' ', '_')}."
