"""The specification names everything that there is."""

import json

from tests.cli.conftest import Command
from tracker.cli.main import COMMANDS
from tracker.diary.kinds.registry import KINDS
from tracker.rules.catalogue import CATALOGUE


def test_json_names_commands_records_rules_numbers_and_exit_codes(say: Command) -> None:
    found = json.loads(say("spec", "--json").out)

    assert {each["name"].split()[0] for each in found["commands"]} == {*COMMANDS, *KINDS}
    assert [each["name"] for each in found["kinds"]] == list(KINDS)
    visit = next(each for each in found["kinds"] if each["name"] == "visit")
    assert [each["option"] for each in visit["fields"]] == ["--day", "--by", "--note"]
    assert visit["fields"][1]["choices"] == ["doctor", "physio", "chiropractor", "other"]
    add = next(each for each in found["commands"] if each["name"] == "run add")
    assert ["--rpe"] in [param["names"] for param in add["params"]]
    assert {"checkins", "runs", "settings"} <= set(found["records"]["tables"])
    assert found["records"]["parts"]["Run"]["properties"]["distance_m"]
    assert [rule["id"] for rule in found["rules"]] == list(CATALOGUE)
    assert found["numbers"][0]["id"] == "C-01"
    assert list(found["exit_codes"]) == ["0", "1", "2", "3"]


def test_plain_text_lists_the_commands(say: Command) -> None:
    out = say("spec").out
    assert "backstride run add" in out
    assert "--json" in out
