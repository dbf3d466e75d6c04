"""The words of the Run tab."""

from typing import Final

NO_RUNS: Final = "No runs yet. ctrl+s saves this one, i brings in files."
NO_SITES: Final = "No sites to score yet. Choose them with ctrl+p, “sites to track”."
LEGEND: Final = "pain: before → worst → 60 min after"
