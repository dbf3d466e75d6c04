"""A form as data: what is read, what is kept as it was, and what is said to be wrong."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.fields import (
    boxes,
    choice,
    day,
    line,
    moment,
    note,
    yes_no,
)
from tracker.domain.form import Draft, FieldKind, FormContext, read_form, texts_of
from tracker.domain.name_fields import names, names_in
from tracker.domain.pain import Hurts, Night
from tracker.domain.problem import Problem
from tracker.domain.settings import Settings
from tracker.domain.site import PainSite, Side, Site
from tracker.domain.site_fields import place, place_text, score, scores_text, site_scores

NOW = datetime(2026, 11, 23, 7, 12, tzinfo=UTC)
BACK = PainSite(Site.LOW_BACK, Side.CENTRE)
KNEECAP = PainSite(Site.OTHER, Side.LEFT, "kneecap, inner = left")
SCAR = PainSite(Site.OTHER, Side.LEFT, "scar")
CONTEXT = FormContext(now=NOW, settings=Settings(), places=(BACK, KNEECAP, SCAR))
NIGHTS = {Night.NONE: "none", Night.WAKES: "woke me"}
HURTS = {each: each.value for each in Hurts}


def test_every_field_says_what_is_wrong_with_it_and_the_others_are_read() -> None:
    fields = (day(), choice("night", "Night", NIGHTS), note(), score("score", "Score"))
    typed = {"day": "soon", "night": "wakes", "note": "x" * 4001, "score": "11"}

    values, problems = read_form(fields, typed, CONTEXT)

    assert values == {"night": Night.WAKES}
    assert [problem.field for problem in problems] == ["day", "note", "score"]


def test_an_empty_field_is_empty_or_said_to_be_missing() -> None:
    fields = (line("name", "Name", missing="Give it a name."), note(), boxes("hurts", "", HURTS))

    values, problems = read_form(fields, {}, CONTEXT)

    assert values == {"note": "", "hurts": ()}
    assert problems == (Problem("name", "Give it a name."),)


def test_what_nobody_changed_is_kept_as_it_is_even_where_it_could_not_be_typed() -> None:
    fields = (note(), moment(placeholder="now"))
    kept = {"note": "One\n\nTwo" * 2000, "when": datetime(1950, 1, 1, 7, 5, 33, tzinfo=UTC)}
    shown = texts_of(fields, kept, CONTEXT)

    values, problems = read_form(fields, shown, CONTEXT, kept=kept)

    assert values == kept
    assert problems == ()


def test_a_draft_knows_which_fields_were_changed() -> None:
    draft = Draft({"a": "1", "b": "2", "c": ""}, {"a": "1", "b": "3", "d": "4"})

    assert draft.changed == {"b", "d"}


@pytest.mark.parametrize("site", [BACK, KNEECAP, SCAR])
def test_a_site_is_read_as_it_was_written_whatever_the_person_calls_it(site: PainSite) -> None:
    field = place()

    assert field.read(place_text(site), CONTEXT) == site
    assert (place_text(site), site.label) in field.options_in(CONTEXT)


def test_a_site_that_is_not_offered_can_be_typed() -> None:
    assert place().read("shin:L", CONTEXT) == PainSite(Site.SHIN, Side.LEFT)
    assert isinstance(place().read("elbow", CONTEXT), Problem)
    assert place(nowhere=("elsewhere", "elsewhere")).read("elsewhere", CONTEXT) is None


def test_boxes_are_read_in_the_order_in_which_they_are_offered() -> None:
    field = boxes("hurts", "Hurts", HURTS)

    assert field.read("kneeling\nbending", CONTEXT) == (Hurts.BENDING, Hurts.KNEELING)
    problem = field.read("bending\nsneezing", CONTEXT)
    assert isinstance(problem, Problem)
    assert '"sneezing" is none of these: bending' in problem.message


@pytest.mark.parametrize(
    ("text", "answer"), [("y", True), ("Yes", True), ("no", False), ("n", False), ("", None)]
)
def test_yes_and_no_are_read(text: str, answer: object) -> None:
    assert yes_no("alarm", "Alarm").read(text, CONTEXT) == answer


def test_a_line_is_cleaned_and_never_cut() -> None:
    field = line("name", "Name", longest=12)

    assert field.read("  two\t words\x1b[2J ", CONTEXT) == "two words[2J"
    problem = field.read("x" * 13, CONTEXT)
    assert isinstance(problem, Problem)
    assert "room for 12 characters, and this one has 13. Shorten it by 1." in problem.message


def test_a_hint_says_what_was_understood_and_nothing_of_what_was_not() -> None:
    assert day().hint("yesterday", CONTEXT) == "Sun 22 Nov 2026"
    assert day().hint("soon", CONTEXT) == ""
    assert day().hint("", CONTEXT) == ""
    assert moment(placeholder="now").hint("6:30", CONTEXT) == "today 06:30"


def test_a_known_name_with_a_comma_is_one_name() -> None:
    assert names_in("Blue, size 42, belt", ["Blue, size 42"]) == ("Blue, size 42", "belt")
    assert names_in(" , belt,, belt", ()) == ("belt",)
    gear = names("gear", "Gear")
    assert gear.read("Blue, size 42\nbelt", CONTEXT) == ("Blue, size 42", "belt")
    known = replace(CONTEXT, known={"gear": ("Blue",)})
    assert gear.hint("blue, Red", known) == "new: Red"


def test_scores_are_read_as_they_were_written() -> None:
    field = site_scores("before", "Before")
    scores = {BACK: 0, KNEECAP: 3, SCAR: 10}

    read = field.read(scores_text(scores), CONTEXT)

    assert isinstance(read, tuple)
    assert {each.place: each.score for each in read} == scores
    for wrong in ("low_back", "low_back=11", "low_back=", "elbow=2", "low_back:X=1"):
        assert isinstance(field.read(wrong, CONTEXT), Problem), wrong


def test_a_moment_after_midnight_says_which_day_it_counts_to() -> None:
    night = replace(CONTEXT, now=datetime(2026, 11, 23, 1, 30, tzinfo=UTC))
    assert moment(placeholder="now").hint("today 1:10", night) == (
        "today 01:10, counts to Sun 22 Nov"
    )


@given(st.dates(min_value=date(1970, 1, 1), max_value=NOW.date()))
def test_a_day_is_read_as_it_was_written(value: date) -> None:
    field = day()
    assert field.read(field.text_of(value, CONTEXT), CONTEXT) == value


def test_each_kind_of_field_has_a_name_of_its_own() -> None:
    assert len(set(FieldKind)) == len(list(FieldKind))
