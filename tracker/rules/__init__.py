"""The published rules of thumb as pure functions, with their constants, sources and wording."""
