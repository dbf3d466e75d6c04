"""Entry point of `backstride` and `python -m tracker`."""

from pathlib import Path

from tracker.cli.main import run
from tracker.diary.clock import Clock


def main() -> None:
    """Run the command line; without a command, open the app."""
    run(open_app)


def open_app(path: Path, clock: Clock, demo: bool) -> None:  # noqa: FBT001 - click hands it over
    """Open the full-screen app on a data file."""
    from tracker.diary.diary import open_diary  # noqa: PLC0415 - loads while the screen starts
    from tracker.ui.app import BackstrideApp  # noqa: PLC0415 - commands must not load the screen

    remark = "made-up year" if demo else ""
    BackstrideApp(lambda: open_diary(path, clock), clock=clock, remark=remark).run()


if __name__ == "__main__":
    main()
