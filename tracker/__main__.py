"""Entry point of `backstride` and `python -m tracker`."""

import gc
from pathlib import Path
from signal import SIGTERM, signal
from typing import TYPE_CHECKING

from tracker.cli.main import run
from tracker.diary.clock import Clock

if TYPE_CHECKING:
    from tracker.diary.book import Book, Unusable


def main() -> None:
    """Run the command line; without a command, open the app."""
    run(open_app)


def open_app(path: Path, clock: Clock, demo: bool) -> None:  # noqa: FBT001 - click hands it over
    """Open the full-screen app on a data file."""
    # Imports make objects that live on: not looking through them again and again saves a start
    # 2 to 7 % of its time (10 ms of 390 with a year on file, 30 ms of 450 with ten).
    gc.disable()
    from tracker.ui.app import BackstrideApp  # noqa: PLC0415 - commands must not load the screen

    def open_book() -> "Book | Unusable":
        """Open the diary in the app's own thread, while the first frame is already painted."""
        if demo:
            from tracker.diary.demo import make_demo  # noqa: PLC0415 - after the first paint

            return make_demo(path, clock)
        from tracker.diary.book import open_book  # noqa: PLC0415 - after the first paint

        return open_book(path, clock)

    app = BackstrideApp(open_book, clock=clock, remark="made-up year" if demo else "")
    # Told to end, it still gives the terminal back as it was.
    signal(SIGTERM, lambda number, _frame: app.exit(return_code=128 + number))
    app.run()
    raise SystemExit(app.return_code)


if __name__ == "__main__":
    main()
