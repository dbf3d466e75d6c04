"""`backstride gear`: what the shared tests of the kinds don't know."""

from tests.cli.conftest import Command


def test_a_pair_is_used_renamed_retired_and_brought_back(say: Command) -> None:
    say("run", "add", "5", "30", "--gear", "blue", "--at", "yesterday")
    pair = say(
        "gear", "add", "Blue", "--kind", "shoe", "--start-km", "120", "--drop", "8", "--json"
    )
    key = pair.json["id"]
    assert (pair.json["kind"], pair.json["distance_before_m"], pair.json["drop_mm"]) == (
        "shoes", 120_000, 8,
    )  # fmt: skip
    say("run", "add", "6", "36", "--gear", "Blue", "--gear", "Belt")
    say("gear", "edit", key, "--name", "Blue 2")
    (use,) = say("gear", "list", "--json").json
    assert (use["name"], *map(use["use"].get, ("distance_m", "runs", "share_28d"))) == (
        "Blue 2", 131_000, 2, 100,
    )  # fmt: skip
    newest = say("run", "list", "--json").json[0]
    assert (newest["gear"], newest["gear_ids"]) == (["Blue 2", "Belt"], [key, "Belt"])
    assert "131.0 km" in say("gear", "show", key).out

    assert say("gear", "retire", key, "--json").json["retired"] is not None
    assert say("gear", "list", "--json").json == []
    assert say("gear", "retire", key).err == "Blue 2 is retired already.\n"
    assert [use["name"] for use in say("gear", "list", "--retired", "--json").json] == ["Blue 2"]
    assert say("gear", "retire", key, "--back", "--json").json["retired"] is None
    say("undo")
    assert say("gear", "list", "--json").json == []


def test_a_run_that_is_long_for_a_new_pair_is_noted_and_saved(say: Command) -> None:
    say("run", "add", "8", "48", "--at", "yesterday")
    say("gear", "add", "Grey")
    said = say("run", "add", "6", "36", "--gear", "Grey")
    assert "R-EQ-03" in said.out
    assert len(say("run", "list", "--json").json) == 2


def test_the_list_says_how_to_begin(say: Command) -> None:
    assert "backstride gear add Blue --kind shoe" in say("gear", "list").out
