"""Documents in and summaries out: one file per format, tables by suffix and by name."""
