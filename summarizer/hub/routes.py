"""From how a catalog describes a direction to the tokens a checkpoint really wants."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from summarizer.catalog import Entry, Route
from summarizer.errors import ModelError
from summarizer.types import LANGS, Lang

_LANGUAGE_TOKENS: tuple[dict[Lang, str], ...] = (
    {"vi": "vie_Latn", "en": "eng_Latn"},  # NLLB
    {"vi": "vi_VN", "en": "en_XX"},  # mBART-50
    {"vi": "__vi__", "en": "__en__"},  # M2M-100
)
_TASK_PIECES = {"summarize": "<sum>", "translate": "<tr>", "headline": "<head>"}  # this project's own models
_DEFAULT_INPUT = 512


@dataclass(frozen=True, slots=True)
class Wire:
    """A route in the model's own tokens.

    The encoder reads ``before``, the pieces of ``prefix`` + text + ``suffix``, and ``after``; the decoder begins with
    ``decoder``.
    """

    task: str
    source: Lang
    target: Lang
    prefix: str
    suffix: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    decoder: tuple[str, ...]
    strip: str = ""

    def as_dict(self) -> dict[str, Any]:
        """For a JSON manifest."""
        return asdict(self)

    @classmethod
    def from_dict(cls, values: dict[str, Any]) -> Wire:
        """What ``as_dict`` gave, read back from JSON."""
        plain: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in values.items()}
        return cls(**plain)


def wire(route: Route, tokenizer: Any, config: dict[str, Any]) -> Wire:
    """Work out the tokens of ``route`` for a loaded transformers tokenizer and the checkpoint's config.json.

    Raises:
        ModelError: the checkpoint does not have a token the route names.
    """
    before, after = _frame(route.source_token, tokenizer)
    decoder = [_decoder_token(name, tokenizer, config) for name in route.decoder]
    forced = config.get("forced_bos_token_id")
    if route.decoder == ("@start",) and isinstance(forced, int):
        decoder.append(tokenizer.convert_ids_to_tokens(forced))
    _check(tokenizer, [*before, *after, *decoder], route)
    return Wire(
        route.task, route.source, route.target, route.prefix, route.suffix, before, after, tuple(decoder), route.strip
    )


def special_tokens(tokenizer: Any) -> list[str]:
    """Every token of a loaded transformers tokenizer that is no text: ends, padding, languages, tasks, sentinels."""
    added = (token.content for token in tokenizer.added_tokens_decoder.values() if token.special)
    codes = (token for token in tokenizer.get_vocab() if token.startswith(">>") and token.endswith("<<"))  # Marian's
    return list(dict.fromkeys((*tokenizer.all_special_tokens, *added, *codes)))


def _frame(source_token: str, tokenizer: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The special tokens the tokenizer puts before and after a text in the given source language."""
    extra: tuple[str, ...] = ()
    if source_token and hasattr(tokenizer, "src_lang"):
        tokenizer.src_lang = source_token
    elif source_token:
        extra = (source_token,)
    bare = tokenizer("a", add_special_tokens=False)["input_ids"]
    full = tokenizer("a")["input_ids"]
    start = next(i for i in range(len(full)) if full[i : i + len(bare)] == bare)
    names = tokenizer.convert_ids_to_tokens(full)
    return (*names[:start], *extra), tuple(names[start + len(bare) :])


def _decoder_token(name: str, tokenizer: Any, config: dict[str, Any]) -> str:
    if name == "@start":
        index = config.get("decoder_start_token_id")
        return str(tokenizer.convert_ids_to_tokens(index)) if index is not None else str(tokenizer.bos_token)
    if name.startswith("@langid:"):
        return _langid(name.removeprefix("@langid:"), tokenizer, config)
    return name


def _langid(language: str, tokenizer: Any, config: dict[str, Any]) -> str:
    """The decoder start token of a language, from the map [id, token] in a CrossSum checkpoint's config.json."""
    table = (config.get("task_specific_params") or {}).get("langid_map", {})
    if language not in table:
        raise ModelError(
            f"The checkpoint's config.json has no langid_map entry for {language!r}.",
            "Use the checkpoint of the catalog; `tomtat models info crosssum` names it.",
        )
    index, token = table[language]
    return str(token) if token in tokenizer.get_vocab() else str(tokenizer.convert_ids_to_tokens(index))


def _check(tokenizer: Any, tokens: Sequence[str], route: Route) -> None:
    known = tokenizer.get_vocab()
    missing = [token for token in tokens if token not in known]
    if missing:
        raise ModelError(
            f"The model has no token {missing[0]!r}, which {route.task} {route.source}→{route.target} needs.",
            "It may be another model than its name says; see `tomtat models info`.",
        )


def guess_entry(folder: Path, name: str, tokenizer: Any, config: dict[str, Any]) -> Entry:
    """A catalog entry for a model that has none, from its own files.

    Language tokens, task tokens and the langid map say what a checkpoint does; a Marian model says its languages in
    tokenizer_config.json; anything else is taken for a summarizer that answers in the language of the text.

    Raises:
        ModelError: a Marian model is for other languages than Vietnamese and English.
    """
    limits = [config.get(key) for key in ("n_positions", "max_position_embeddings", "max_length_input")]
    longest = next((int(value) for value in limits if isinstance(value, int) and value > 0), _DEFAULT_INPUT)
    return Entry(
        name=name,
        hub=name,
        family=config["model_type"],
        licence="unknown",
        licence_note="Read the model's own page.",
        parameters_m=0,
        download_mb=0,
        max_input=longest,
        max_output=_DEFAULT_INPUT,
        note="No catalog entry: directions guessed from the model's files.",
        tones="old" if _is_own(tokenizer) else "",
        routes=_guess_routes(folder, tokenizer, config),
    )


def _guess_routes(folder: Path, tokenizer: Any, config: dict[str, Any]) -> tuple[Route, ...]:
    known = tokenizer.get_vocab()
    pairs: list[tuple[Lang, Lang]] = [(source, target) for source in LANGS for target in LANGS]
    if _is_own(tokenizer):
        return tuple(
            Route(task, source, target, prefix=f"{piece} <2{target}> ")
            for task, piece in _TASK_PIECES.items()
            for source, target in pairs
            if task != "translate" or source != target
        )
    if (config.get("task_specific_params") or {}).get("langid_map"):
        names = {"vi": "vietnamese", "en": "english"}
        return tuple(Route("summarize", s, t, decoder=(f"@langid:{names[t]}",)) for s, t in pairs)
    for codes in _LANGUAGE_TOKENS:
        if all(code in known for code in codes.values()):
            # the first mBART starts its decoder with the language itself; its config names no start token
            start = () if config.get("decoder_start_token_id") is None else ("@start",)
            return tuple(
                Route("translate", s, t, source_token=codes[s], decoder=(*start, codes[t])) for s, t in pairs if s != t
            )
    return _marian_routes(folder) if config["model_type"] == "marian" else _summary_routes(config)


def _is_own(tokenizer: Any) -> bool:
    """Whether this is a model of this project, written by ``summarizer.training``."""
    known = tokenizer.get_vocab()
    return all(piece in known for piece in _TASK_PIECES.values())


def _marian_routes(folder: Path) -> tuple[Route, ...]:
    path = folder / "tokenizer_config.json"
    said = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    source, target = (str(said.get(key, ""))[:2] for key in ("source_lang", "target_lang"))
    for a, b in (("vi", "en"), ("en", "vi")):
        if (source, target) == (a, b):
            return (Route("translate", a, b),)  # type: ignore[arg-type]
    raise ModelError(
        f"{folder} translates from {source or 'an unnamed language'} to {target or 'an unnamed language'}.",
        "Only Vietnamese and English are handled; its tokenizer_config.json must name them.",
    )


def _summary_routes(config: dict[str, Any]) -> tuple[Route, ...]:
    tuned = (config.get("task_specific_params") or {}).get("summarization") or {}
    prefix = str(tuned.get("prefix", ""))
    return tuple(Route("summarize", lang, lang, prefix=prefix) for lang in LANGS)
