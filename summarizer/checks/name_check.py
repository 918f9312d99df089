"""Names of a summary against those of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import dropwhile, pairwise, takewhile

from summarizer.checks.article import ArticleFacts
from summarizer.checks.glossary import Mention, load_glossary
from summarizer.checks.likeness import alike
from summarizer.checks.marks import STOP
from summarizer.checks.name_index import NameIndex, Place
from summarizer.checks.name_words import HEADS, OPENERS, syllable
from summarizer.checks.names import Run, ordinary, runs
from summarizer.checks.tokens import Token, bare, tokenize
from summarizer.text.clean_patterns import UPPER
from summarizer.types import Finding, Lang, Verdict

ANOTHER_NAME = "The article writes another name."
_PINYIN = re.compile(
    r"(?:(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:[aeiou]|ai|ei|ao|ou|an|en|ang|eng|ong|ia|ie|iao|iu|ian|in|iang|ing|iong|ua|"
    r"uo|uai|ui|uan|un|uang|ue)){1,3}$",
    re.IGNORECASE,
)
_KINDS = {"bay", "hill", "cape", "pass", "gate", "lake"}  # of places, and Vietnamese syllables to look at
_DIRECTIONS = {"đông", "tây", "nam", "bắc"}
_GOES_ON = re.compile(rf" [^\W\d_{UPPER}]")  # a small letter: the name of a body goes on in common words
_QUOTATION = re.compile(r"“[^“”\n]*”?|\"[^\"\n]*\"?")
_CHINESE = {"China", "Taiwan", "Hong Kong", "Macau", "Beijing", "Singapore"}
# Of a Vietnamese article these need no mention: they are where it is written from.
_HOME = {"Vietnam", "Hanoi"}
_NAME_KINDS = ("country", "place", "person", "body", "treaty")
_SIGN = 4  # letters of a Vietnamese abbreviation that is written out in English
_LONGER = 4  # letters; shorter words are often small in a headline too


@lru_cache(maxsize=128)  # hypotheses come again where more are asked for; each entry keeps all facts of its article
def check_names(article: ArticleFacts, summary: str, lang: Lang) -> tuple[Finding, ...]:
    """A finding for every name of ``summary`` that can be told from ordinary words, in order."""
    check = _Check(article, summary, lang)
    found = dict.fromkeys(check.findings())  # a term that spans several runs of capitals is one name
    return tuple(sorted(found, key=lambda f: f.start))


class _Check:
    """One summary against one article."""

    def __init__(self, article: ArticleFacts, summary: str, lang: Lang) -> None:
        self.article = article
        self.names: NameIndex = article.names
        self.summary = summary
        self.lang = lang
        self.same = article.language in (lang, "mixed")
        self.mentions = load_glossary().find(summary, lang)

    def findings(self) -> Iterator[Finding]:
        titled = self.lang == "en" and _title_case(self.summary)
        for run in runs(self.summary, self.lang):
            for piece in self._pieces(run):
                finding = self._check(piece, run)
                if finding is None or finding.verdict == "supported":
                    yield from [finding] if finding else []
                elif not titled and (self.same or not self._in_title(finding.start)):
                    yield finding

    def _in_title(self, position: int) -> bool:
        """Whether a place is inside a quotation that capitals tell to be a title, which a translation words anew."""
        around = next((m for m in _QUOTATION.finditer(self.summary) if m.start() < position < m.end()), None)
        spoken = [t for t in tokenize(around[0]) if t.word and t.key not in STOP] if around else []
        return bool(spoken) and all(t.capital for t in spoken)

    def _pieces(self, run: Run) -> list[tuple[Token, ...] | Mention]:
        """A run cut at the glossary's terms in it: "Vietnam", then "Lương Cường"; its titles and laws are left out."""
        inside = self._inside(run)
        if not inside:
            return [run.tokens]
        pieces: list[tuple[Token, ...] | Mention] = []
        left: list[Token] = []
        for token in run.tokens:
            mention = next((m for m in inside if m.start <= token.start < m.end), None)
            if mention is None:
                left.append(token)
                continue
            if left:
                pieces.append(tuple(left))
                left = []
            if mention not in pieces and mention.term.kind in _NAME_KINDS:
                pieces.append(mention)
        return [*pieces, tuple(left)] if left else pieces

    def _inside(self, run: Run) -> list[Mention]:
        """The terms in a run that are not parts of a longer name, as "Mỹ" is of "Tân Mỹ Tây"."""
        inside = [m for m in self.mentions if m.start < run.end and run.start < m.end]
        if self.lang == "en" or len(run.tokens) == 1:
            return inside
        kept = []
        for mention in inside:
            rest = [t.text for t in run.tokens if t.word and t.start >= mention.end]
            whole = " " in self.summary[mention.start : mention.end]
            if whole or (mention.start == run.start and rest and self.names.find(rest, marks=self.same)):
                kept.append(mention)
        return kept

    def _check(self, piece: tuple[Token, ...] | Mention, run: Run) -> Finding | None:
        if isinstance(piece, Mention):
            return self._term(piece, run)
        words = [t for t in piece if t.word]
        while words and len(words[-1].text) == 1:  # an initial, as of a minor whose name is withheld
            words = words[:-1]
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
        goes_on = len(run.tokens) == 1 and self.lang == "vi" and self._goes_on(run.tokens)  # "Pháp lý", "Ý kiến"
        if term.kind not in ("country", "place", "person") or self._vague(mention) or goes_on:
            return None  # a body may be named in too many ways to say that it is not there
        return self._finding("not_found", mention.start, mention.end, None, "The article does not name this.")

    def _vague(self, mention: Mention) -> bool:
        """Whether a form is a description ("the north", "southern Vietnam") rather than a name."""
        seen = self.summary[mention.start : mention.end]
        forms = [f for f in mention.term.forms(self.lang) if f.lower() == seen.lower()]
        return bool(forms) and not all(f[0].isupper() for f in forms)

    def _family(self, mention: Mention) -> Mention | None:
        """A term of the article that shares a form with this one: the UN General Assembly and the General Assembly."""
        forms = set(mention.term.vi) | set(mention.term.forms("en"))
        for term, there in self.names.terms.items():
            if forms & (set(term.vi) | set(term.forms("en"))) or any(term.vi[0] in form for form in mention.term.vi):
                return there
        return None

    def _as_written(self, words: Sequence[Token], run: Run) -> Finding | None:
        """A name that the article must hold letter by letter, marks aside where one side writes none."""
        if not self.same:
            words = self._own_words(words)
            if not words:
                return None
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

    def _own_words(self, words: Sequence[Token]) -> Sequence[Token]:
        """A Vietnamese name without the head of a body's name ("Sở", "Công ty TNHH"), which is translated anyway."""
        kept = [t for t in words if not (t.text.isupper() and len(t.text) <= _SIGN)]
        goes_on = self._goes_on(words)
        while len(kept) > 1 - goes_on and kept and kept[0].key in HEADS and (goes_on or len(kept) > 2):
            kept = kept[1:]
        return kept

    def _goes_on(self, words: Sequence[Token]) -> bool:
        """Whether a name goes on in small letters, as that of a body does: "Bộ Lao động"."""
        end = words[-1].end
        return bool(_GOES_ON.match(self.summary, end)) and tokenize(self.summary[end : end + 16])[0].key not in STOP

    def _looks_named(self, run: Run) -> bool:
        """Whether two capitalised syllables that open a sentence may be a name: "Đông Lĩnh", not "Tại Huế"."""
        return len(run.tokens) == 2 and run.tokens[0].key not in OPENERS

    def _place(self, words: Sequence[Token]) -> Place | None:
        """Where the name stands; a long run may be two names side by side."""
        texts = [t.text for t in words]
        whole = self.names.find(texts, marks=self.same)
        if whole is not None:
            return whole
        if not self.same and len(words) > 1 and words[0].key in _DIRECTIONS:
            return self._place(words[1:])
        if any(b.start - a.end == 1 and self.summary[a.end] == "-" for a, b in pairwise(words)):  # Hanoi-Vinh route
            each = [self.names.find([t], marks=self.same) for t in texts]
            if all(each):
                return each[0]
        least = 2 if run_of_syllables(words) else 1
        for cut in range(least, len(texts) - least + 1) if len(texts) > 2 else ():
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
        return all(
            bare(t.text) in self.names.places or (ordinary(t.text) and (opens or not syllable(t.text))) for t in words
        )

    def _translated(self, words: Sequence[Token], run: Run) -> Finding | None:
        """A name in an English summary of a Vietnamese article: whatever is no English word must be in the article."""
        place = self._place(words)
        if place is not None:
            return self._finding("supported", words[0].start, words[-1].end, place)
        vietnamese = run_of_syllables([t for t in words if t.key not in STOP])
        parts = [t for t in words if (vietnamese or not ordinary(t.text)) and not self._romanised(t.text)]
        parts = list(dropwhile(lambda t: t.key in STOP, parts))
        first = run.opens and parts and parts[0] is words[0] is run.tokens[0]
        if first and not vietnamese and bare(words[0].text) not in self.names.capitals:
            parts = parts[1:]  # a sentence's first word has its capital anyway
        if not parts:
            return None
        if run_of_syllables(parts):
            at = words.index(parts[0])
            parts = list(takewhile(lambda t: syllable(t.text), words[at:]))
        place = self._place(parts) or (self._without_kind(parts) if vietnamese else None)
        if place is None and all(bare(t.text) in self.names.capitals for t in parts):
            at = self.names.places[bare(parts[0].text)][0]
            if not run_of_syllables(parts):
                place = (self.names.tokens[at].start, self.names.tokens[at].end)
        if place is not None:
            return self._finding("supported", parts[0].start, parts[-1].end, place)
        return self._unfound(parts)

    def _without_kind(self, words: Sequence[Token]) -> Place | None:
        """A Vietnamese name whose kind of place is put in English: "Tung Lam Bay"."""
        return self._place(words[:-1]) if len(words) > 2 and words[-1].key in _KINDS else None

    def _romanised(self, word: str) -> bool:
        """Whether it may be a Chinese name, which a Vietnamese article writes in Sino-Vietnamese syllables."""
        return bool(_PINYIN.match(word)) and any(t.en in _CHINESE for t in self.names.terms)

    def _unfound(self, words: Sequence[Token]) -> Finding:
        near = self._nearest(words)
        if near is None:
            message = "The article does not name this."
            return self._finding("not_found", words[0].start, words[-1].end, None, message)
        return self._contradicted(words, near)

    def _contradicted(self, words: Sequence[Token], near: Run) -> Finding:
        return self._finding("contradicted", words[0].start, words[-1].end, (near.start, near.end), ANOTHER_NAME)

    def _nearest(self, words: Sequence[Token]) -> Run | None:
        """A name of the article that differs in one word or in a letter or two."""
        near = alike([t.text for t in words], self.names.runs)
        return near[0][1] if near else None

    def _finding(self, verdict: Verdict, start: int, end: int, place: Place | None, message: str = "") -> Finding:
        span = self.article.span(*place) if place else None
        quoted = self.article.text[place[0] : place[1]] if place else ""
        return Finding("name", verdict, self.lang, self.summary[start:end], start, end, span, quoted, message)


def run_of_syllables(words: Sequence[Token]) -> bool:
    """Whether all of a name looks Vietnamese, so that its words belong together."""
    return len(words) > 1 and all(syllable(t.text) for t in words)


def _title_case(text: str) -> bool:
    """Whether every longer word has a capital, as in some English headlines, so that capitals tell nothing."""
    longer = 0
    for word in text.split():
        if len(word) > _LONGER and word[0].isalpha():
            if not word[0].isupper():
                return False
            longer += 1
    return longer > 2
