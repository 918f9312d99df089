"""The page's words as HTML that holds both languages, and as labels of Gradio components.

HTML made on the server carries each phrase twice; the style sheet shows the one in the page's language. Switching
the language therefore asks nothing of the server and loses nothing that is on the page.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from summarizer.demo.texts import TEXTS, Pair
from summarizer.types import LANGS, Lang

Value = str | int | float | Pair


def say(key: str, lang: Lang, /, **values: Value) -> str:
    """The phrase in one language, plain text, with its values filled in as that language writes them."""
    return fill(TEXTS[key], lang, values)


def fill(pair: Pair, lang: Lang, values: Mapping[str, Value]) -> str:
    """One side of a pair of phrases with its values filled in."""
    side = LANGS.index(lang)
    shown = {name: value[side] if isinstance(value, tuple) else number(value, lang) for name, value in values.items()}
    return pair[side].format(**shown)


def number(value: str | float, lang: Lang) -> str:
    """A number in figures: 1.234,5 in Vietnamese, 1,234.5 in English; a text stays as it is."""
    if isinstance(value, str):
        return value
    text = f"{value:,.1f}" if isinstance(value, float) else f"{value:,}"
    return text.translate(str.maketrans(".,", ",.")) if lang == "vi" else text


def words(key: str, /, **values: Value) -> str:
    """The phrase in both languages as safe HTML."""
    return pair_html((say(key, "vi", **values), say(key, "en", **values)))


def pair_html(pair: Pair) -> str:
    """Any two texts of the same meaning as safe HTML, as they are, one ``span`` a language."""
    return both(*(escape(side) for side in pair))


def both(vi: str, en: str) -> str:
    """Two pieces of ready HTML, of which the page's language shows one."""
    return f'<span class="tt-w" lang="vi">{vi}</span><span class="tt-w" lang="en">{en}</span>'


@dataclass(slots=True)
class Labels:
    """The components whose texts follow the page's language, and what they say in each."""

    components: list[Any] = field(default_factory=list)
    updates: dict[Lang, list[dict[str, Any]]] = field(default_factory=lambda: {lang: [] for lang in LANGS})

    def add(self, component: Any, choices: Sequence[tuple[Pair, str]] = (), **keys: str) -> Any:
        """Register ``component``; ``keys`` are property=key of ``TEXTS``, ``choices`` (label pair, value) pairs.

        It speaks the first language until the page has told which it wants. Returns the component, so that it can be
        made and registered in one line.
        """
        self.components.append(component)
        for side, lang in enumerate(LANGS):
            update: dict[str, Any] = {name: TEXTS[key][side] for name, key in keys.items()}
            if choices:
                update["choices"] = [(label[side], value) for label, value in choices]
            self.updates[lang].append({"__type__": "update", **update})
        for name, value in self.updates[LANGS[0]][-1].items():
            if name != "__type__":
                setattr(component, name, value)
        return component

    def script(self) -> str:
        """JavaScript ``(lang) => updates``, in the order of ``components``; it also tells the page its language."""
        table = json.dumps(self.updates, ensure_ascii=False).replace("</", "<\\/")
        titles = json.dumps({lang: TEXTS["title"][side] for side, lang in enumerate(LANGS)}, ensure_ascii=False)
        return (
            f"(lang) => {{ const table = {table}; document.documentElement.lang = lang; "
            f"document.title = ({titles})[lang]; "
            "try { localStorage.setItem('tomtat-language', lang); } catch (error) {} return table[lang]; }"
        )


FIRST_LANGUAGE = """() => {
  let lang = "";
  try { lang = localStorage.getItem("tomtat-language") || ""; } catch (error) {}
  const known = (navigator.languages || [navigator.language]).map((tag) => tag.slice(0, 2).toLowerCase());
  lang = lang || known.find((tag) => tag === "vi" || tag === "en") || "en";
  document.documentElement.lang = lang;
  return lang;
}"""
