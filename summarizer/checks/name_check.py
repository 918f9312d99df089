"""Names of a summary against those of the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from summarizer.checks.article import ArticleFacts
from summarizer.checks.glossary import Mention, load_glossary
from summarizer.checks.name_index import NameIndex, Place
from summarizer.checks.name_words import OPENERS, syllable
from summarizer.checks.names import Run, ordinary, runs
from summarizer.checks.tokens import Token, bare
from summarizer.types import Finding, Lang, Verdict

# Of a Vietnamese article these need no mention: they are where it is written from.
_HOME = {"Vietnam", "Hanoi"}
_NAME_KINDS = ("country", "place", "body", "treaty")
_TITLE_CASE = 0.7  # share of capitalised words from which a headline's capitals say nothing


def check_names(article: ArticleFacts, summary: str, lang: Lang) -> tuple[Finding, ...]:
    """A finding for every name of ``summary`` that can be told from ordinary words, in order."""
    check = _Check(article, summary, lang)
    return tuple(sorted(check.findings(), key=lambda f: f.start))


class _Check:
    """One summary against one article."""

    def __init__(self, article: ArticleFacts, summary: str, lang: Lang) -> None:
        self.article = article
        self.names: NameIndex = article.names
        self.summary = summary
        self.lang = lang
        self.same = article.language in (lang, "mixed")
        self.mentions = [m for m in load_glossary().find(summary, lang) if m.term.kind in _NAME_KINDS]

    def findings(self) -> Iterator[Finding]:
        titled = _title_case(self.summary)
        for run in runs(self.summary, self.lang):
            for piece in self._pieces(run):
                finding = self._check(piece, run)
                if finding is None or finding.verdict == "supported":
                    yield from [finding] if finding else []
                elif not titled and (self.same or not self._quoted(finding.start)):
                    yield finding

    def _quoted(self, position: int) -> bool:
        """Whether a place is inside quotation marks, where a translated title or saying may stand."""
        before = self.summary[:position]
        return before.count('"') % 2 == 1 or before.count("“") > before.count("”")

    def _pieces(self, run: Run) -> list[tuple[Token, ...] | Mention]:
        """A run cut at the glossary's names in it: "Vietnam", then "Lương Cường"."""
        pieces: list[tuple[Token, ...] | Mention] = []
        left: list[Token] = []
        inside = [m for m in self.mentions if m.start < run.end and run.start < m.end]
        if self.lang == "vi" and len(run.tokens) > 1:  # "Mỹ" in "Tân Mỹ Tây" is no country
            inside = [m for m in inside if " " in self.summary[m.start : m.end]]
        for token in run.tokens:
            mention = next((m for m in inside if m.start <= token.start < m.end), None)
            if mention is None:
                left.append(token)
                continue
            if left:
                pieces.append(tuple(left))
                left = []
            if mention not in pieces:
                pieces.append(mention)
        return [*pieces, tuple(left)] if left else pieces

    def _check(self, piece: tuple[Token, ...] | Mention, run: Run) -> Finding | None:
        if isinstance(piece, Mention):
            return self._term(piece, run)
        words = [t for t in piece if t.word]
        if not words:
            return None
        if self.same or self.lang == "vi":
            return self._as_written(words, run)
        return self._translated(words, run)

    def _term(self, mention: Mention, run: Run) -> Finding | None:
        term = mention.term
        there = self.names.terms.get(term) or self._family(mention)
        if there is not None:
            return self._finding("supported", mention.start, mention.end, (there.start, there.end))
        written = [t.text for t in run.tokens if t.word and mention.start <= t.start < mention.end]
        place = self.names.find(written, marks=False) if written else None
        if place is not None or term.en in _HOME:
            return self._finding("supported", mention.start, mention.end, place)
        if term.kind not in ("country", "place"):
            return None  # a body may be named in too many ways to say that it is not there
        return self._finding("not_found", mention.start, mention.end, None, "The article does not name this.")

    def _family(self, mention: Mention) -> Mention | None:
        """A term of the article that shares a form with this one: the UN General Assembly and the General Assembly."""
        forms = set(mention.term.vi) | set(mention.term.forms("en"))
        for term, there in self.names.terms.items():
            if forms & (set(term.vi) | set(term.forms("en"))):
                return there
        return None

    def _as_written(self, words: Sequence[Token], run: Run) -> Finding | None:
        """A name that the article must hold letter by letter, marks aside where one side writes none."""
        opens = run.opens and words[0] is run.tokens[0]
        place = self._place(words)
        if place is not None:
            return self._finding("supported", words[0].start, words[-1].end, place)
        if opens:
            words = words[1:]
            place = self._place(words) if words else None
            if place is not None:
                return self._finding("supported", words[0].start, words[-1].end, place)
        if opens and self.lang == "vi" and len(words) == 1 and self._looks_named(run):
            words = [t for t in run.tokens if t.word]
            near = self._nearest(words)
            return self._contradicted(words, near) if near else None
        if not words or self._is_common(words, run, opens=opens):
            return None
        return self._unfound(words)

    def _looks_named(self, run: Run) -> bool:
        """Whether two capitalised syllables that open a sentence may be a name: "Đông Lĩnh", not "Tại Huế"."""
        return len(run.tokens) == 2 and run.tokens[0].key not in OPENERS

    def _place(self, words: Sequence[Token]) -> Place | None:
        """Where the name stands; a long run may be two names side by side."""
        texts = [t.text for t in words]
        whole = self.names.find(texts, marks=self.same)
        if whole is not None:
            return whole
        least = 2 if run_of_syllables(words) else 1
        for cut in range(least, len(texts) - least + 1):
            left = self.names.find(texts[:cut], marks=self.same)
            right = self.names.find(texts[cut:], marks=self.same)
            if left and right:
                return left
        return None

    def _is_common(self, words: Sequence[Token], run: Run, *, opens: bool) -> bool:
        """Whether the capitals need not be a name's: one Vietnamese syllable, or English words of a translated name."""
        if self.lang == "vi":
            one = (
                len(words) == 1
                and syllable(words[0].text)
                and not ((run.honorific or run.placed) and words[0] is run.tokens[0])
            )
            return one or (opens and len(words) == 1)
        known = [t for t in words if ordinary(t.text) or bare(t.text) in self.names.capitals]
        return len(known) == len(words)

    def _translated(self, words: Sequence[Token], run: Run) -> Finding | None:
        """A name in an English summary of a Vietnamese article: whatever is no English word must be in the article."""
        parts = [t for t in words if not ordinary(t.text)]
        place = self._place(words)
        if place is not None:
            return self._finding("supported", words[0].start, words[-1].end, place)
        if run.opens and words[0] is run.tokens[0] and parts and parts[0] is words[0]:
            parts = parts[1:]  # a sentence's first word has its capital anyway
        if not parts:
            return None
        place = self._place(parts)
        if place is None and all(bare(t.text) in self.names.capitals for t in parts):
            at = self.names.places[bare(parts[0].text)][0]
            if not run_of_syllables(parts):
                place = (self.names.tokens[at].start, self.names.tokens[at].end)
        if place is not None:
            return self._finding("supported", parts[0].start, parts[-1].end, place)
        return self._unfound(parts)

    def _unfound(self, words: Sequence[Token]) -> Finding:
        near = self._nearest(words)
        if near is None:
            message = "The article does not name this."
            return self._finding("not_found", words[0].start, words[-1].end, None, message)
        return self._contradicted(words, near)

    def _contradicted(self, words: Sequence[Token], near: Run) -> Finding:
        message = "The article writes another name."
        return self._finding("contradicted", words[0].start, words[-1].end, (near.start, near.end), message)

    def _nearest(self, words: Sequence[Token]) -> Run | None:
        """A name of the article that differs in one word or in a letter or two."""
        wanted = [bare(t.text) for t in words]
        best: tuple[float, Run] | None = None
        for run in self.names.runs:
            there = [bare(t.text) for t in run.tokens if t.word]
            score = _likeness(wanted, there)
            if score and (best is None or score > best[0]):
                best = (score, run)
        return best[1] if best else None

    def _finding(self, verdict: Verdict, start: int, end: int, place: Place | None, message: str = "") -> Finding:
        span = self.article.span(*place) if place else None
        quoted = self.article.text[place[0] : place[1]] if place else ""
        return Finding("name", verdict, self.lang, self.summary[start:end], start, end, span, quoted, message)


def run_of_syllables(words: Sequence[Token]) -> bool:
    """Whether all of a name looks Vietnamese, so that its words belong together."""
    return len(words) > 1 and all(syllable(t.text) for t in words)


def _likeness(one: Sequence[str], two: Sequence[str]) -> float:
    """How alike two names are, 0 when they are plainly different."""
    if one == two:
        return 2.0  # the same letters under other marks
    if len(one) == len(two) > 1:
        shared = sum(a == b for a, b in zip(one, two, strict=True)) / len(one)
        return shared if shared >= 0.5 else 0.0
    a, b = "".join(one), "".join(two)
    if min(len(a), len(b)) < 5 or abs(len(a) - len(b)) > 2 or a[0] != b[0]:
        return 0.0
    return 0.6 if _distance(a, b) <= 2 else 0.0


def _distance(one: str, two: str) -> int:
    """Edit distance."""
    row = list(range(len(two) + 1))
    for i, a in enumerate(one, start=1):
        before, row[0] = row[0], i
        for j, b in enumerate(two, start=1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]


def _title_case(text: str) -> bool:
    words = [w for w in text.split() if len(w) > 3 and w[0].isalpha()]
    return len(words) > 3 and sum(w[0].isupper() for w in words) > _TITLE_CASE * len(words)
