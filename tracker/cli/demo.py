"""`backstride demo`: the whole app on a made-up year, in a throw-away file."""

import tempfile
from pathlib import Path

import click

from tracker.cli.door import give_up, the_clock
from tracker.cli.main import open_screen


@click.command()
@click.pass_context
def demo(ctx: click.Context) -> None:
    """Open the app on a made-up year in a throw-away file; your own diary is not touched."""
    from tracker.diary.demo_file import write_demo  # noqa: PLC0415 - only a demo makes one up

    with tempfile.TemporaryDirectory(prefix="backstride-demo-") as folder:
        path = Path(folder) / "demo.json"
        problem = write_demo(path, the_clock())
        if problem is not None:
            give_up(problem.message)
        open_screen(ctx, path, demo=True)
