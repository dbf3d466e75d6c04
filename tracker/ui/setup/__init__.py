"""The first steps: units and numbers, the screening questions, the sites to track."""
