"""What stands beside a verdict: contradictions, and what a visit keeps quiet (R-RED-41)."""

from typing import TYPE_CHECKING

from tracker.domain.pain import Pattern, Quality, Spread
from tracker.domain.site import PainSite, Side, Site

if TYPE_CHECKING:
    from tests.diary.conftest import Made

SHIN = PainSite(Site.SHIN, Side.LEFT)
BACK = PainSite(Site.LOW_BACK, Side.CENTRE)


def remarks(made: "Made", back: int = 0) -> list[tuple[str, str]]:
    return [(each.rule, each.text) for each in made.verdict(back).remarks]


def test_none_of_these_beside_a_symptom_is_pointed_out(made: "Made") -> None:
    made.screened()
    made.check_in(0, {BACK: 2}, quality=(Quality.NUMB,), spread=Spread.BELOW_KNEE, full_list=True)

    [(flag, text)] = remarks(made)
    assert flag == "R-RED-24"
    assert text.startswith("You ticked none of these")
    assert made.decided().rules == ("R-RDY-23", "R-RDY-39")


def test_the_contradiction_is_said_while_its_flag_stands(made: "Made") -> None:
    made.check_in(
        1,
        {SHIN: 2},
        full_list=True,
        quality=(Quality.PINPOINT_BONE,),
        pattern=Pattern.WORSE_THROUGH_RUN,
    )
    made.check_in(0, {SHIN: 1})

    [(flag, text)] = remarks(made)
    assert flag == "R-RED-22"
    assert "You ticked none of these" in text

    made.cleared(0, "R-RED-22", hour=12)
    assert remarks(made) == []


def test_a_visit_says_until_when_it_keeps_quiet(made: "Made") -> None:
    made.mornings(BACK, dict.fromkeys(range(60), 2))
    assert remarks(made) == []
    assert made.flags() == ("R-RED-25",)

    made.visit(5)

    assert made.flags() == ()
    assert remarks(made) == [
        ("R-RED-25", "Pain that lingers, quiet until 16 Feb: you saw somebody")
    ]


def test_a_visit_keeps_nothing_quiet_that_would_not_speak(made: "Made") -> None:
    made.visit(5)
    made.check_in(0, {BACK: 2})

    assert remarks(made) == []
