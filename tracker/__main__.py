"""Entry point of `backstride` and `python -m tracker`."""


def main() -> None:
    """Run the command line; without a command, open the app."""
    raise SystemExit(0)


if __name__ == "__main__":
    main()
