"""The words of the Run tab."""

from typing import Final

NO_RUNS: Final = "No runs yet. n logs one, i brings them in from files."
NO_SITES: Final = "No sites to score yet. Choose them with ctrl+p, “sites to track”."
LEGEND: Final = (
    "pain: before → worst → 60 min after. The response is decided by the next morning's score."
)
