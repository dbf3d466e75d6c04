"""`backstride demo`: the whole app on a made-up year, in a throw-away file."""

import tempfile
from pathlib import Path

import click

from tracker.cli.main import open_screen


@click.command()
@click.pass_context
def demo(ctx: click.Context) -> None:
    """Open the app on a made-up year in a throw-away file; your own diary is not touched."""
    with tempfile.TemporaryDirectory(prefix="backstride-demo-") as folder:
        open_screen(ctx, Path(folder) / "demo.json", demo=True)
