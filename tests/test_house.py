"""The house in order: what a prompt and the first frame load, and no circles among files."""

import ast
import os
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import tracker

PACKAGE = Path(tracker.__file__).parent


def loaded(code: str, tmp_path: Path) -> set[str]:
    """Run code in a fresh interpreter and give the modules that it ended with."""
    listing = tmp_path / "modules.txt"
    script = (
        "import atexit, pathlib, sys\n"
        f"listing = pathlib.Path({str(listing)!r})\n"
        'atexit.register(lambda: listing.write_text("\\n".join(sys.modules)))\n'
        f"{code}\n"
    )
    environment = {**os.environ, "BACKSTRIDE_DATA": str(tmp_path / "diary.json")}
    subprocess.run(  # noqa: S603 - our own interpreter, our own code
        [sys.executable, "-c", script],
        check=True,
        capture_output=True,
        env=environment,
        timeout=60,
    )
    return set(listing.read_text().splitlines())


def test_status_loads_no_screen_and_no_reader_of_other_formats(tmp_path: Path) -> None:
    code = 'import sys; sys.argv = ["backstride", "status"]; import tracker.__main__ as m; m.main()'

    modules = loaded(code, tmp_path)

    assert "tracker.cli.status" in modules
    for heavy in ("textual", "rich", "rich.console", "dateutil.parser", "defusedxml", "asyncio"):
        assert heavy not in modules


def test_the_first_frame_waits_for_neither_the_store_nor_the_rules(tmp_path: Path) -> None:
    modules = loaded("import tracker.ui.app", tmp_path)

    for late in ("tinydb", "tracker.diary.book", "tracker.rules.readiness", "tracker.exchange"):
        assert late not in modules


def test_the_diary_loads_no_screen(tmp_path: Path) -> None:
    modules = loaded("import tracker.diary.book", tmp_path)

    assert "tracker.store.store" in modules
    for heavy in ("textual", "rich", "click"):
        assert heavy not in modules


def imports_of(path: Path, modules: set[str]) -> set[str]:
    """Give the modules of ours that a file names in its imports, wherever they stand in it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            inside = {f"{node.module}.{each.name}" for each in node.names} & modules
            found |= inside or {node.module} & modules
    return found


def test_no_files_import_each_other_in_a_circle() -> None:
    paths = {
        ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts): path
        for path in PACKAGE.rglob("*.py")
        if path.name != "__init__.py"
    }
    circles = TopologicalSorter(
        {name: imports_of(path, set(paths)) for name, path in paths.items()}
    )

    circles.prepare()
