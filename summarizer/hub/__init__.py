"""Models from a hub: download, check, convert, keep."""
