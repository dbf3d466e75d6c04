"""`python -m tests.loop`: what the rules, as they are now, do to the made-up runners (R-LOOP).

    python -m tests.loop                              the whole table, 60 runners of each kind
    python -m tests.loop --runner steady-3 --rules    one kind, and which rules fired
    python -m tests.loop --weeks 20 --seed 5 --count 10

Exit code 1 where a bound does not hold.
"""

import argparse
import sys

from tests.loop.runners import RUNNERS
from tests.loop.table import broken, lines, lived


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.loop")
    names = [runner.name for runner in RUNNERS]
    parser.add_argument("--runner", choices=names, action="append", help="only this kind")
    parser.add_argument("--weeks", type=int, default=26)
    parser.add_argument("--count", type=int, default=60, help="runners of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rules", action="store_true", help="also say which rules fired")
    asked = parser.parse_args()
    chosen = [runner for runner in RUNNERS if not asked.runner or runner.name in asked.runner]
    found = list(lived(chosen, weeks=asked.weeks, count=asked.count, seed=asked.seed))
    for line in lines(found, with_rules=asked.rules):
        print(line)
    return int(any(broken(runner, sums) for runner, sums in found))


if __name__ == "__main__":
    sys.exit(main())
