"""`backstride strength`: the same again, and progress."""

from tests.cli.conftest import Command


def test_an_exercise_is_logged_and_the_same_again_has_one_more(say: Command) -> None:
    words = ("--side", "L", "--sets", "3", "--reps", "12", "--kg", "8", "--pain", "1")
    first = say("strength", "add", "heel raise one leg", *words, "--json").json
    assert (first["side"], first["sets"], first["reps"], first["grams"], first["pain"]) == (
        "L", 3, 12, 8000, 1,
    )  # fmt: skip
    again = say("strength", "again", "heel raise one leg", "--side", "l", "--json").json
    assert {**again, "id": first["id"]} == {**first, "reps": 13, "pain": None}
    (found,) = say("strength", "progress", "--json").json
    assert [done["volume"] for done in found["done"]] == [36, 39]
    assert [done["waits"] for done in found["done"]] == [True, True]
    assert "R-XT-05" in say("strength", "progress").out


def test_what_was_never_done_can_not_be_done_again(say: Command) -> None:
    say("strength", "add", "squat")
    refused = say("strength", "again", "plank")
    assert refused.code == 1
    assert "There is: squat." in refused.err
    assert say("strength", "add", "squat", "--kg", "heavy", "--json").json["error"]["field"] == "kg"


def test_a_medicine_is_named_and_never_dosed(say: Command) -> None:
    assert say("remedy", "add", "medicine", "--json").json["error"]["field"] == "name"
    taken = say("remedy", "add", "medicine", "--name", "Ibuprofen", "--json").json
    assert (taken["kind"], taken["name"]) == ("medicine", "Ibuprofen")
    assert "medicine Ibuprofen" in say("remedy", "list").out
