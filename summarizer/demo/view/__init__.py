"""Values of the library as safe HTML: every text from outside goes through ``html.escape``."""
