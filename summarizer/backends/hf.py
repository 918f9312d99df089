"""Transformers models run by torch: hub models as they are, and the folders that training writes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from summarizer.backends.base import Hypothesis, Request
from summarizer.backends.codecs import defuser
from summarizer.backends.engine import Decoding, Job
from summarizer.backends.wired import Traits, Wiring
from summarizer.catalog import Entry
from summarizer.errors import ModelError
from summarizer.hub.convert import load_tokenizer
from summarizer.hub.routes import guess_entry, special_tokens, wire
from summarizer.hub.spec import NO_HALF, quiet_transformers, read_config
from summarizer.registry import require

_GPU_BATCH_TOKENS = 16384


class HfBackend(Wiring):
    """A transformers folder.

    On the CPU every request is decoded by itself in float32, so that its text cannot depend on its neighbours; on a
    GPU requests of like length go together, in bfloat16 where the GPU has it. Weights are read from safetensors only,
    from ``folder`` only, and no code of the model's author is run.
    """

    def __init__(self, folder: Path, name: str, entry: Entry | None = None, *, device: str = "auto", threads: int = 0):
        torch = require("torch", "hub")
        config = read_config(folder)
        self.folders: tuple[Path, ...] = (folder,)
        self._device = _device(torch, device)
        self._tokenizer = load_tokenizer(folder)
        entry = entry or guess_entry(folder, name, self._tokenizer, config)
        wires = tuple(wire(route, self._tokenizer, config) for route in entry.routes)
        end = config.get("eos_token_id", 1)
        self._end: int = end[0] if isinstance(end, list) else end
        traits = Traits(
            name=name,
            wires=wires,
            end=self._tokenizer.convert_ids_to_tokens(self._end),
            max_input=entry.max_input,
            max_output=entry.max_output,
            tones=entry.tones,
            decoding=Decoding.read(dict(entry.generation)),
        )
        super().__init__(traits, HfCodec(self._tokenizer))
        if threads and self._device == "cpu":
            torch.set_num_threads(threads)
        self._model = _load(folder, _dtype(torch, config["model_type"], self._device)).to(self._device)
        starts_with_pad = config.get("decoder_start_token_id") == config.get("pad_token_id")
        # a cached M2M100 decoder counts positions as if its first token were no padding; training did not
        self._cache = not (config["model_type"] == "m2m_100" and starts_with_pad)
        self._pad: int = self._tokenizer.pad_token_id if self._tokenizer.pad_token_id is not None else self._end
        rows: int = self._model.get_input_embeddings().weight.shape[0]
        known: dict[str, int] = self._tokenizer.get_vocab()
        unused = set(range(rows)) - set(known.values())
        self._never = sorted(unused | {known[token] for token in special_tokens(self._tokenizer)} - {self._end})

    def generate(self, requests: Sequence[Request], *, beams: int = 4, nbest: int = 1) -> list[list[Hypothesis]]:
        """For each request its ``nbest`` hypotheses, best first, in the order of the requests.

        Raises:
            ModelError: the model has no such direction, or a text is over its budget.
        """
        jobs = [self._job(request) for request in requests]
        rows: dict[int, list[Hypothesis]] = {}
        for batch in _batches(jobs, alone=self._device == "cpu"):
            written = self._decode([jobs[i] for i in batch], max(beams, nbest), nbest)
            for index, outputs in zip(batch, written, strict=True):
                rows[index] = [Hypothesis(self._text(tokens, requests[index]), score) for tokens, score in outputs]
        return [rows[index] for index in range(len(requests))]

    def _decode(self, jobs: list[Job], beams: int, nbest: int) -> list[list[tuple[list[str], float]]]:
        """Beam search over jobs that share decoding settings, lengths and the number of prefix tokens."""
        torch = require("torch", "hub")
        source, mask = self._padded([self._ids(job.source) for job in jobs])
        start = torch.tensor([self._ids(job.prefix) for job in jobs], device=self._device)
        decoding = jobs[0].decoding
        with torch.inference_mode():
            found = self._model.generate(
                input_ids=source,
                attention_mask=mask,
                decoder_input_ids=start,
                decoder_start_token_id=int(start[0, 0]),  # another one would be put before the prefix
                do_sample=False,
                num_beams=beams,
                num_return_sequences=nbest,
                min_new_tokens=max(jobs[0].min_tokens, 1),
                max_new_tokens=jobs[0].max_tokens,
                length_penalty=decoding.length_penalty,
                repetition_penalty=decoding.repetition_penalty,
                no_repeat_ngram_size=decoding.no_repeat_ngram_size,
                early_stopping=False,
                suppress_tokens=self._never,
                use_cache=self._cache,
            )
            scores = self._scores(
                source.repeat_interleave(nbest, 0), mask.repeat_interleave(nbest, 0), found, start.shape[1]
            )
        rows = [self._tokens(ids[start.shape[1] :]) for ids in found.tolist()]
        pairs = list(zip(rows, scores, strict=True))
        return [pairs[i : i + nbest] for i in range(0, len(pairs), nbest)]

    def _scores(self, source: Any, mask: Any, found: Any, start: int) -> list[float]:
        """Mean log-probability of the free tokens and the end token, from one pass over what was written."""
        torch = require("torch", "hub")
        logits = self._model(
            input_ids=source, attention_mask=mask, decoder_input_ids=found[:, :-1], use_cache=False
        ).logits.float()
        chosen = logits.log_softmax(-1).gather(-1, found[:, 1:, None])[..., 0][:, start - 1 :]
        free = found[:, start:]
        ended = (free == self._end).int().cumsum(-1)
        real = (ended == 0) | ((ended == 1) & (free == self._end))
        means: list[float] = ((chosen * real).sum(-1) / torch.clamp(real.sum(-1), min=1)).tolist()
        return means

    def _ids(self, tokens: Sequence[str]) -> list[int]:
        ids: list[int] = self._tokenizer.convert_tokens_to_ids(list(tokens))
        return ids

    def _tokens(self, ids: list[int]) -> list[str]:
        kept = ids[: ids.index(self._end)] if self._end in ids else ids
        tokens: list[str] = self._tokenizer.convert_ids_to_tokens(kept)
        return tokens

    def _padded(self, rows: list[list[int]]) -> tuple[Any, Any]:
        torch = require("torch", "hub")
        length = max(len(row) for row in rows)
        ids = torch.tensor([row + [self._pad] * (length - len(row)) for row in rows], device=self._device)
        mask = torch.tensor([[1] * len(row) + [0] * (length - len(row)) for row in rows], device=self._device)
        return ids, mask


class HfCodec:
    """A transformers tokenizer as a codec."""

    def __init__(self, tokenizer: Any) -> None:
        self._tokenizer = tokenizer
        self._defuse = defuser(special_tokens(tokenizer))

    def encode(self, text: str) -> list[str]:
        """Tokens of ``text``, no special ones."""
        tokens: list[str] = self._tokenizer.convert_ids_to_tokens(
            self._tokenizer(text, add_special_tokens=False)["input_ids"]
        )
        return tokens

    def decode(self, tokens: Sequence[str]) -> str:
        """Text of ``tokens``, special ones left out."""
        ids = self._tokenizer.convert_tokens_to_ids(list(tokens))
        return str(self._tokenizer.decode(ids, skip_special_tokens=True, clean_up_tokenization_spaces=False))

    def plain(self, text: str) -> str:
        """``text`` as it may be encoded: nothing in it can be taken for a special token."""
        return self._defuse(text)


def _batches(jobs: Sequence[Job], *, alone: bool) -> list[list[int]]:
    """Indices of jobs to decode together: alike in settings, by length, bounded in padded source tokens."""
    order = sorted(range(len(jobs)), key=lambda i: len(jobs[i].source))
    batches: list[list[int]] = []
    open_batch: dict[tuple[object, ...], list[int]] = {}
    for index in order:
        job = jobs[index]
        key = (job.decoding, job.min_tokens, job.max_tokens, len(job.prefix))
        batch = open_batch.get(key)
        if batch is None or alone or (len(batch) + 1) * len(job.source) > _GPU_BATCH_TOKENS:
            batch = open_batch[key] = []
            batches.append(batch)
        batch.append(index)
    return batches


def _device(torch: Any, device: str) -> str:
    if device not in ("auto", "cpu", "cuda"):
        raise ModelError(f"Unknown device {device!r}.", "Known: auto, cpu, cuda.")
    if device == "cuda" and not torch.cuda.is_available():
        raise ModelError("torch sees no CUDA device.", "Use --device cpu, or install a CUDA build of torch.")
    return "cuda" if device != "cpu" and torch.cuda.is_available() else "cpu"


def _dtype(torch: Any, family: str, device: str) -> Any:
    """float32 on the CPU; on a GPU bfloat16, or where it has none float16, except for T5."""
    if device == "cpu":
        return torch.float32
    if torch.cuda.is_bf16_supported():
        return torch.bfloat16
    return torch.float32 if family in NO_HALF else torch.float16


def _load(folder: Path, dtype: Any) -> Any:
    transformers = quiet_transformers()
    if not any(folder.glob("*.safetensors")):
        raise ModelError(f"{folder} has no safetensors weights.", "Save it again with save_pretrained.")
    try:
        model = transformers.AutoModelForSeq2SeqLM.from_pretrained(
            folder, dtype=dtype, use_safetensors=True, trust_remote_code=False, local_files_only=True
        )
    except (OSError, ValueError, RuntimeError) as error:
        raise ModelError(f"{folder} cannot be loaded: {str(error).splitlines()[0]}", "Download it again.") from error
    # what a checkpoint suggests for generation is not ours: every setting is given with the call
    model.generation_config = transformers.GenerationConfig(
        eos_token_id=model.config.eos_token_id, pad_token_id=model.config.pad_token_id
    )
    return model.eval()
