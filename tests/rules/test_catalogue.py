"""Every rule has an entry and a test that names it; nothing returns an id without an entry."""

import re
from pathlib import Path

import pytest

from tracker.domain.routine import SkipCode
from tracker.domain.verdict import Decision
from tracker.rules import (
    advice,
    flag_messages,
    load,
    midrun_words,
    progression,
    session,
    stretching,
)
from tracker.rules.catalogue import CATALOGUE, RULES, rule_of
from tracker.rules.constant_table import CONSTANTS
from tracker.rules.entries.midrun import MIDRUN
from tracker.rules.evidence import COMPARISONS
from tracker.rules.readiness_rows import OUTCOMES
from tracker.rules.red_flags import RED_FLAGS
from tracker.rules.screening import SCREENING_QUESTIONS
from tracker.rules.sources import source, sources

TESTS = Path(__file__).parent
PACKAGE = Path(flag_messages.__file__).parent
DECIDED_HERE = {"PAIN", "SCR", "RED", "MID", "PROG", "RDY", "HC", "Q"}
RULE_ID = re.compile(r"R-[A-Z]+-(?:POST-S|[A-Z]+|[0-9]+[a-z]?)\b")


def numbered(area: str, last: int, *more: str, first: int = 1) -> set[str]:
    return {f"R-{area}-{number:02d}" for number in range(first, last + 1)} | {
        f"R-{area}-{item}" for item in more
    }


ALL_IDS = (
    numbered("SCR", 10)
    | numbered("PAIN", 8, "02b")
    | numbered("RED", 34, "21a", "21b", "21c", "40", "41", "42", "43")
    | numbered("MID", 12, "03b", "09b", "10b")
    | numbered("LOAD", 11)
    | numbered("PROG", 2, "10")
    | numbered("RDY", 4, "00a", "00b", "00c", "00d", "20s", "20x", "22e", "30s", "50")
    | {"R-RDY-32s", "R-RDY-39b", "R-RDY-40n"}
    | numbered("RDY", 14, first=10)
    | numbered("RDY", 25, first=20)
    | numbered("RDY", 42, first=30)
    | numbered("STR", 9, "PRE", "POST", "POST-S", "REST", "MID", "LOAD")
    | numbered("HC", 4)
    | numbered("XT", 6)
    | numbered("LOOP", 9)
    | numbered("EQ", 6)
    | numbered("Q", 3)
    | numbered("AN", 8)
    | numbered("SUM", 3)
    | numbered("TXT", 8)
)


def test_the_catalogue_holds_every_id_once() -> None:
    assert set(CATALOGUE) == ALL_IDS
    assert len(RULES) == len(CATALOGUE)


def test_every_id_that_a_function_returns_has_an_entry() -> None:
    returned = {*OUTCOMES, *(flag.id for flag in RED_FLAGS)}
    returned |= {question.rule for question in SCREENING_QUESTIONS}

    assert returned <= set(CATALOGUE)


def test_every_id_in_the_package_has_an_entry() -> None:
    named = {
        rule
        for file in PACKAGE.rglob("*.py")
        for rule in RULE_ID.findall(file.read_text(encoding="utf-8"))
    }

    assert named <= set(CATALOGUE)


def test_every_id_decided_here_is_named_by_a_test() -> None:
    decided = {rule for rule in CATALOGUE if rule.split("-")[1] in DECIDED_HERE}
    text = "".join(
        file.read_text(encoding="utf-8")
        for file in TESTS.glob("test_*.py")
        if file.name != Path(__file__).name
    )
    named = set(re.findall(r"r-[a-z]+-[0-9]+[a-z]?", text.casefold().replace("_", "-")))
    # The test of the answer keys names its flags by their numbers.
    named |= {f"r-red-{number}" for number in re.findall(r'_?", "(\d\d)", "', text)}

    assert {rule for rule in decided if rule.casefold() not in named} == set()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_an_entry_is_complete(rule: object) -> None:
    entry = CATALOGUE[getattr(rule, "id", "")]

    assert entry.title
    assert entry.text.endswith((".", "?"))
    assert entry.limits.endswith(".")
    assert entry.sources


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_its_sources_are_in_the_register(rule: object) -> None:
    for key in CATALOGUE[getattr(rule, "id", "")].sources:
        assert key in sources() or "from memory" in key
        if re.fullmatch(r"F\d+[a-z]?", key):
            assert source(key).addresses


def test_the_register_has_an_address_for_every_page() -> None:
    pages = [page for key, page in sources().items() if key.startswith("F")]

    assert len(pages) == 84
    urls = [url for page in pages for url in (*page.addresses, page.original) if url]
    assert all(url.startswith(("https://", "http://")) for url in urls)


COPIES = ("paperexplained", "scribd", "3slastxawesome", "eds/detail", "independentpharmacist")


def test_links_lead_to_the_originals_r_txt_08() -> None:
    linked = [source(key).link for each in COMPARISONS for key in each.sources]

    assert not any(copy in link for copy in COPIES for link in linked)
    assert source("F56").link == "https://www.nice.org.uk/guidance/ng59"
    assert source("F12").link.startswith("https://www.nhs.uk/")
    assert source("design").link == ""


def test_effect_sizes_come_with_their_intervals_r_txt_08() -> None:
    sizes = re.compile(r"(?:HR|RR|SMD|times) ")
    for each in COMPARISONS:
        if sizes.search(each.evidence):
            assert re.search(r"\(95 % CI -?[\d.]+ to [\d.]+\)", each.evidence), each.article


def test_an_id_is_found_however_it_is_written() -> None:
    assert rule_of(" r-rdy-20X ") is CATALOGUE["R-RDY-20x"]
    assert rule_of("R-RDY-99") is None


def test_the_constants_are_numbered_through_and_name_rules_that_exist() -> None:
    numbers = [*range(1, 31), *range(34, 39)]
    ids = [f"C-{number:02d}" for number in numbers]

    assert [row.id for row in CONSTANTS] == sorted([*ids, "C-06b", "C-17b"])
    assert {rule for row in CONSTANTS for rule in row.used_by} <= set(CATALOGUE)


def test_the_modules_that_speak_have_words_for_every_answer() -> None:
    assert set(session.RESPONSE_WORDS) == set(session.MILDEST_FIRST)
    rows = {rule.id for rule in MIDRUN}
    assert set(midrun_words.SAID_NOW) == rows - {"R-MID-11", "R-MID-12"}
    assert set(progression.DECISION_WORDS) == set(Decision)
    assert set(stretching.SKIP_REASONS) == set(SkipCode)
    assert len(advice.OUTCOME_TEXT) == 7
    assert load.RPE_WORDS[10] == "maximal"
