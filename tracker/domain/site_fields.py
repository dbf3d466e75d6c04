"""The fields of a form that speak of sites and their scores."""

from collections.abc import Mapping
from typing import Any

from tracker.domain.fields import lines_of
from tracker.domain.form import BETWEEN, Field, FieldKind, FormContext, Options
from tracker.domain.pain import PainScore, parse_score, score_at
from tracker.domain.problem import Problem
from tracker.domain.site import PainSite, Site, parse_pain_site
from tracker.domain.text import one_line, quoted


def place(
    name: str = "place",
    label: str = "Where",
    *,
    nowhere: tuple[str, str] | None = ("", "not one site"),
    missing: str = "",
) -> Field[PainSite]:
    """Make a field for one of the sites.

    `nowhere` is text and words for none of them; with `missing`, which says so, one must be chosen.
    """

    def options(context: FormContext) -> Options:
        offered = tuple((place_text(each), each.label) for each in context.places)
        return offered if nowhere is None else (*offered, nowhere)

    def parse(text: str, context: FormContext) -> Any:  # noqa: ANN401 - a site, none, a problem
        if missing and not text.strip():
            return Problem(name, missing)
        return None if nowhere and text == nowhere[0] else parse_place(text, context)

    return Field(
        name=name,
        label=label,
        parse=parse,
        required=bool(missing),
        write=lambda value, _context: place_text(value),
        kind=FieldKind.CHOICE,
        options=options,
        help="low_back, shin:L",
    )


def place_text(place: PainSite) -> str:
    """Return a site as it stands in a form: its key, and the person's own word for it."""
    return place.key if place.name is None else f"{place.key} {one_line(place.name)}"


def parse_place(text: str, context: FormContext) -> PainSite | Problem:
    """Read a site: one that the form offers, or any other by its key."""
    known = {place_text(each): each for each in context.places}
    if text in known:
        return known[text]
    found = parse_pain_site(text, usual=context.settings.tracked)
    if not isinstance(found, Problem):
        return found
    key, _blank, name = text.partition(" ")
    other = parse_pain_site(key)
    if isinstance(other, Problem) or other.site is not Site.OTHER or not name.strip():
        return found
    return PainSite(other.site, other.side, name.strip())


def score(name: str, label: str, *, missing: str = "", zoned: bool = True) -> Field[int]:
    """Make a field for a score from 0 to 10; without zones it is an amount, such as fatigue."""

    def parse(text: str, _context: FormContext) -> int | Problem:
        if missing and not text.strip():
            return Problem(name, missing)
        return parse_score(text, field=name)

    return Field(
        name=name,
        label=label,
        parse=parse,
        kind=FieldKind.SCORE if zoned else FieldKind.AMOUNT,
        required=bool(missing),
        help="0 to 10",
    )


def site_scores(name: str, label: str) -> Field[tuple[PainScore, ...]]:
    """Make a field for a score of each site, written as `low_back=3`, one a line."""

    def parse(text: str, context: FormContext) -> tuple[PainScore, ...] | Problem:
        scores: dict[PainSite, int] = {}
        for typed in lines_of(text):
            site, equals, number = typed.rpartition("=")
            if not equals:
                return Problem(name, f"{quoted(typed)} has no score. Type it like low_back=3.")
            found, value = parse_place(site.strip(), context), parse_score(number, field=name)
            if isinstance(found, Problem):
                return found
            if isinstance(value, Problem):
                return value
            scores[found] = value
        return tuple(score_at(site, number) for site, number in scores.items())

    return Field(
        name=name,
        label=label,
        parse=parse,
        write=lambda scores, _context: scores_text({each.place: each.score for each in scores}),
        kind=FieldKind.SITE_SCORES,
        empty=(),
        help="low_back=3, shin:L=1; may be repeated.",
    )


def scores_text(scores: Mapping[PainSite, int]) -> str:
    """Return scores as they stand in a form."""
    return BETWEEN.join(f"{place_text(site)}={number}" for site, number in scores.items())
