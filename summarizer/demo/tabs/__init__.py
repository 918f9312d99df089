"""The page's tabs, one a file: components and their wiring, no logic of their own."""
