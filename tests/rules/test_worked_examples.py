"""The published worked examples, in their own form."""

import json
from pathlib import Path
from typing import Any

import pytest

from tracker.rules.what_if import check_case

EXAMPLES: list[dict[str, Any]] = json.loads(
    Path(__file__).with_name("worked_examples.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("example", EXAMPLES, ids=[f"{e['id']}-{e['fn']}" for e in EXAMPLES])
def test_worked_example(example: dict[str, Any]) -> None:
    result = check_case({"fn": example["fn"], "input": example["input"]})

    # Compared as text: 110 and 110.0 are the same number and not the same form.
    assert json.dumps(result) == json.dumps(example["expect"])
