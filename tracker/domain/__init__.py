"""The words of the field: frozen records, sites and sides, units, the person's day."""
