"""Which sentences of an article are worth reading."""
