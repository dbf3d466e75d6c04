"""The Stretch tab: routines fitted to the day, as a checklist or with a guide."""
