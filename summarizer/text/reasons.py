"""Why the cleaner removes a piece: the values of ``Removal.reason``."""

from __future__ import annotations

REASONS = {
    "title": "the headline, repeated at the head of the text",
    "timestamp": "when the page was published or updated",
    "dateline": "place, date and agency before the first sentence",
    "caption": "text under a picture, its credit included",
    "credit": "who made a picture, a video or a graphic",
    "video": "the label or the headline of an embedded video",
    "related": "links to other articles",
    "source": "the agency or newspaper the story was taken from",
    "byline": "who wrote the story",
    "tags": "key words and topics",
    "share": "buttons and invitations to share or comment",
    "promo": "advertisements, newsletters, the newspaper's own channels",
    "legal": "copyright, licence and imprint",
    "navigation": "menus, breadcrumbs, the audio player",
    "separator": "signs without words, such as * * * and the closing ./.",
}
