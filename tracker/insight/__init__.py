"""What the diary shows over time: series, the chart's model and raster, summaries as data."""
