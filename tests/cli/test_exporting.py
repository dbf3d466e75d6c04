"""`backstride export`."""

import json
from pathlib import Path

from tests.cli.conftest import Command


def test_the_diary_goes_out_and_comes_back(say: Command, tmp_path: Path) -> None:
    say("note", "add", "--note", "=1 a hill")
    said = say("export", str(tmp_path / "out.json"))
    assert (said.code, said.out) == (
        0,
        f"Wrote the diary to {tmp_path / 'out.json'}, for you alone to read.\n",
    )
    assert list(json.loads((tmp_path / "out.json").read_text())["notes"])
    assert say("export", str(tmp_path / "out.json")).code == 1
    assert say("export", str(tmp_path / "out.json"), "--force").code == 0
    assert "Wrote 1 table to" in say("export", str(tmp_path / "out")).out
    table = (tmp_path / "out" / "notes.csv").read_text("utf-8-sig")
    assert ",'=1 a hill" in table.splitlines()[1]
    assert json.loads(say("export", "-").out)["notes"]
    refused = say("export", "-", "--format", "csv")
    assert (refused.code, refused.err) == (
        1,
        "Tables are several files: name a folder for them.\n",
    )
    bundle = say("export", str(tmp_path / "out.fhir.json"), "--format", "fhir")
    assert (bundle.code, json.loads((tmp_path / "out.fhir.json").read_text())["type"]) == (
        0,
        "collection",
    )
    assert say("restore", str(tmp_path / "out.json")).code == 0
    assert say("import", str(tmp_path / "out")).code == 0
