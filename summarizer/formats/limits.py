"""How much of anything is read, in one place. Sizes are bytes unless a name says otherwise."""

from __future__ import annotations

MEGABYTE = 1_000_000

MAX_ARTICLE_CHARACTERS = 5 * MEGABYTE
"""Longest text of one article, after decoding."""

MAX_TEXT_FILE = 4 * MAX_ARTICLE_CHARACTERS
"""A .txt or .md file larger than this cannot be under the character limit in any Unicode encoding."""

MAX_HTML = 10 * MEGABYTE
MAX_URL = 10 * MEGABYTE
"""A fetched document, both as it travels and after decompression."""

MAX_BINARY_FILE = 100 * MEGABYTE
"""A PDF or DOCX file; also a JSON array or a table in a legacy encoding, which cannot be streamed."""

MAX_UNZIPPED = 200 * MEGABYTE
"""All parts of a DOCX file together, unpacked."""

MAX_STDIN = 500 * MEGABYTE

MIN_WORDS = 5
"""Fewer words than this are no article."""
