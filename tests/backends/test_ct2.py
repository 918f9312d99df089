from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
import tiny_models

from summarizer.backends.base import Request
from summarizer.backends.ct2 import Ct2Backend, plain
from summarizer.backends.endings import cut_short
from summarizer.backends.engine import Decoding
from summarizer.checks.unsaid import unsaid_figures
from summarizer.errors import ModelError


@pytest.fixture(scope="module")
def backend(shipped: Path) -> Ct2Backend:
    return Ct2Backend(shipped, device="cpu", threads=2)


@pytest.fixture
def copy(shipped: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(shipped, tmp_path / "model"))


def request(text: str, **changes: object) -> Request:
    values = {"task": "translate", "source": "vi", "target": "en", "max_tokens": 20} | changes
    return Request(text, **values)  # type: ignore[arg-type]


def test_same_request_same_text_and_score_whatever_the_batch(backend: Ct2Backend) -> None:
    requests = [request(text) for text in tiny_models.sentences(40)]
    together = backend.generate(requests)
    assert together == [backend.generate([r])[0] for r in requests]
    assert together == backend.generate(requests[::-1])[::-1]


def test_same_text_whatever_the_threads(shipped: Path, backend: Ct2Backend) -> None:
    requests = [request(text) for text in tiny_models.sentences(10)]
    assert Ct2Backend(shipped, device="cpu", threads=1).generate(requests) == backend.generate(requests)


def test_pieces_that_must_not_follow_each_other_do_not(backend: Ct2Backend) -> None:
    jobs = [backend._job(request(text)) for text in tiny_models.sentences(5)]
    free = [row[0].tokens for row in backend._engine.run(jobs)]
    banned = [replace(job, unsaid=(tokens[:2],)) for job, tokens in zip(jobs, free, strict=True)]
    kept = [row[0].tokens for row in backend._engine.run(banned)]
    for before, after in zip(free, kept, strict=True):
        assert before[:2] not in set(pairwise(after))
        assert after


def test_translations_that_lead_back_to_their_source_come_first(copy: Path, backend: Ct2Backend) -> None:
    manifest = json.loads((copy / "tomtat.json").read_text(encoding="utf-8"))
    supports = [*manifest["supports"], ["translate", "en", "vi"]]
    more = manifest | {"supports": supports, "backward": 1000.0}
    (copy / "tomtat.json").write_text(json.dumps(more), encoding="utf-8")
    both = Ct2Backend(copy, device="cpu", threads=2)
    requests = [request(text) for text in tiny_models.sentences(8)]
    found = both.generate(requests, beams=4, nbest=4)
    plain_order = backend.generate(requests, beams=4, nbest=4)
    assert found != plain_order
    assert [set(row) for row in found] == [set(row) for row in plain_order]
    assert found == [both.generate([r], beams=4, nbest=4)[0] for r in requests]
    for one, row in zip(requests, found, strict=True):
        (values,) = both._engine.likelihoods([[both._back(one, hypothesis) for hypothesis in row]])
        assert values == sorted(values, reverse=True)
    one_way = [request(text, task="summarize", target="vi") for text in tiny_models.sentences(4)]
    assert both.generate(one_way, beams=2, nbest=2) == backend.generate(one_way, beams=2, nbest=2)


def test_unsaid_figures_become_sequences_of_digits(backend: Ct2Backend) -> None:
    assert backend._job(request("Có 22 nước.", unsaid=("3", "222"))).unsaid == (("3",), ("2", "2", "2"))


def test_figures_that_the_vocabulary_cannot_write_are_not_asked_to_be_kept_out(backend: Ct2Backend) -> None:
    unsaid = unsaid_figures("Có 22 nước.", "vi")
    assert len(backend._job(request("Có 22 nước.", unsaid=unsaid)).unsaid) < len(unsaid)
    assert len(backend.generate([request("Có 22 nước.", unsaid=unsaid)])) == 1


def test_what_follows_figures_is_spelt_after_them(backend: Ct2Backend) -> None:
    assert list(backend._sequences("3,6")) == [("3", ",", "6")]
    assert list(backend._sequences(".6 million")) == [(".", "6", *backend._encode("million"))]
    assert list(backend._sequences("-32")) == [("-", "3", "2")]


def test_a_number_that_must_not_end_goes_on(backend: Ct2Backend) -> None:
    text = next(
        t for t in tiny_models.sentences(40) if any(c.isdigit() for c in backend.generate([request(t)])[0][0].text)
    )
    free = backend._engine.run([backend._job(request(text))])[0][0].tokens
    cut = {end for digit in "0123456789" for end in cut_short(free, (digit,))}
    held = request(text, unfinished=tuple({end[0] for end in cut}))
    assert list(cut_short(backend._finished([held], 4, 1)[0][0].tokens, held.unfinished)) == []


def test_an_unsaid_word_is_forbidden_however_it_is_spelt(backend: Ct2Backend) -> None:
    free = backend.generate([request("Có 22 nước.")], beams=4, nbest=4)[0]
    word = max((w for h in free for w in h.text.split() if w.isalpha()), key=len)
    spelt = backend._job(request("Có 22 nước.", unsaid=(word,))).unsaid
    assert len(spelt) == len(set(spelt)) > 1
    assert {"".join(pieces).lstrip("▁") for pieces in spelt} == {word}
    kept = backend.generate([request("Có 22 nước.", unsaid=(word,))], beams=4, nbest=4)[0]
    assert all(word not in h.text.split() for h in kept)


def test_an_unsaid_sign_is_kept_out_with_every_piece_that_holds_it(backend: Ct2Backend) -> None:
    names = [backend._pieces.id_to_piece(i) for i in range(backend._pieces.get_piece_size())]
    unsaid = backend._job(request("Có 22 nước.", unsaid=(".",))).unsaid
    assert unsaid == tuple((name,) for name in names if "." in name)
    assert unsaid
    free, kept = (backend.generate([request("Có 22 nước.", unsaid=u, max_tokens=40)])[0] for u in ((), (".",)))
    assert "." not in kept[0].text
    assert free


def test_requests_of_different_tasks_and_lengths_keep_their_order(backend: Ct2Backend) -> None:
    texts = tiny_models.sentences(6)
    mixed = [request(t, task="summarize", target="vi", max_tokens=4 + i % 3) for i, t in enumerate(texts)]
    mixed[2] = request(texts[2])
    assert backend.generate(mixed) == [backend.generate([r])[0] for r in mixed]


def test_nbest_is_best_first_and_differs(backend: Ct2Backend) -> None:
    [row] = backend.generate([request("Hội nghị khai mạc tại Hà Nội.")], beams=2, nbest=4)
    assert len({h.text for h in row}) == 4
    assert [h.score for h in row] == sorted((h.score for h in row), reverse=True)


@pytest.mark.parametrize("power", [0.0, 0.3, 2.0])
def test_score_is_a_mean_whatever_the_length_penalty(power: float, backend: Ct2Backend) -> None:
    job = backend._job(request("Giá gạo xuất khẩu tăng 3,5%.", min_tokens=6, max_tokens=6))
    [[plain]] = backend._engine.run([job], beams=1)
    [[other]] = backend._engine.run([replace(job, decoding=Decoding(length_penalty=power))], beams=1)
    assert other.tokens == plain.tokens
    assert other.score == pytest.approx(plain.score, abs=1e-4)


@pytest.mark.parametrize("change", [{"repetition_penalty": 2.0}, {"coverage_penalty": 0.5}])
def test_score_leaves_search_penalties_out(change: dict[str, float], backend: Ct2Backend) -> None:
    job = backend._job(request("Giá gạo xuất khẩu tăng 3,5%.", min_tokens=6, max_tokens=6))
    [[output]] = backend._engine.run([replace(job, decoding=Decoding(**change))], beams=2)
    [scored] = backend._engine._translator.score_batch([list(job.source)], [list(output.tokens)])
    assert output.score == pytest.approx(sum(scored.log_probs[:6]) / 6, abs=1e-4)


def test_min_and_max_tokens_bound_the_output(backend: Ct2Backend) -> None:
    long = backend._job(request("Hà Nội", min_tokens=12, max_tokens=12))
    short = backend._job(request("Hà Nội", min_tokens=1, max_tokens=3))
    lengths = [len(output.tokens) for [output] in backend._engine.run([long, short])]
    assert lengths[0] == 12
    assert lengths[1] <= 3


def test_output_never_holds_task_markers_or_broken_characters(backend: Ct2Backend) -> None:
    rows = backend.generate([request(text) for text in tiny_models.sentences(30)], nbest=4)
    texts = " ".join(h.text for row in rows for h in row)
    assert not any(marker in texts for marker in [*tiny_models.TASK_TOKENS, "\ufffd", "</s>"])


def test_markers_in_the_article_are_text_not_commands(backend: Ct2Backend) -> None:
    pieces = backend._encode("<tr><2en> Bảng <head>")
    assert not set(pieces) & set(tiny_models.TASK_TOKENS)
    assert backend._decode(pieces) == "< tr>< 2en> Bảng < head>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Việt  Nam\n\tmới", "Việt Nam mới"),
        ("Vie\u0323\u0302t Nam", "Việt Nam"),
        ("a\u00a0b", "a b"),
        ("<2vi>", "< 2vi>"),
        ("", ""),
    ],
)
def test_plain_normalises(text: str, expected: str) -> None:
    assert plain(text, tiny_models.TASK_TOKENS) == expected


def test_nfd_and_nfc_give_the_same(backend: Ct2Backend) -> None:
    assert backend._encode("Vie\u0323\u0302t Nam") == backend._encode("Việt Nam")


def test_count_tokens_leaves_special_pieces_out(backend: Ct2Backend) -> None:
    assert backend.count_tokens("") == 0
    assert backend.count_tokens("Hà Nội") == len(backend._job(request("Hà Nội")).source) - 3


def test_over_budget_is_an_error_never_a_cut(backend: Ct2Backend) -> None:
    fits = "Hà Nội " * (backend.budget // backend.count_tokens("Hà Nội"))
    assert backend.generate([request(fits, max_tokens=4)])
    with pytest.raises(ModelError, match=r"over the 120 that tiny 0 reads"):
        backend.generate([request(fits + "Hà Nội Hà Nội")])


def test_empty_text_and_no_requests(backend: Ct2Backend) -> None:
    assert backend.generate([]) == []
    assert len(backend.generate([request("")])[0]) == 1


def test_unsupported_direction(backend: Ct2Backend) -> None:
    assert backend.supports("translate", "vi", "en")
    assert not backend.supports("translate", "en", "vi")
    with pytest.raises(ModelError, match="does not translate from en to vi"):
        backend.generate([request("Hello", source="en", target="vi")])


@pytest.mark.parametrize("name", ["model.bin", "config.json", "shared_vocabulary.json", "spiece.model"])
def test_damaged_or_missing_file_is_named(copy: Path, name: str) -> None:
    data = bytearray((copy / name).read_bytes())
    data[len(data) // 2] ^= 1
    (copy / name).write_bytes(data)
    with pytest.raises(ModelError, match=rf"{name} is damaged: its SHA-256[\s\S]*force-reinstall"):
        Ct2Backend(copy, device="cpu")
    (copy / name).unlink()
    with pytest.raises(ModelError, match=f"{name} is missing"):
        Ct2Backend(copy, device="cpu")


@pytest.mark.parametrize("content", ["{", "[]", '{"name": "x"}', '{"name":"x","version":"1","budget":"many"}'])
def test_damaged_manifest(copy: Path, content: str) -> None:
    (copy / "tomtat.json").write_text(content, encoding="utf-8")
    with pytest.raises(ModelError, match="damaged"):
        Ct2Backend(copy, device="cpu")


def test_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"no readable tomtat\.json"):
        Ct2Backend(tmp_path / "nowhere", device="cpu")


def test_decoding_settings_come_from_the_manifest(copy: Path) -> None:
    path = copy / "tomtat.json"
    manifest = json.loads(path.read_text(encoding="utf-8"))
    manifest["decoding"] = {"translate": {"repetition_penalty": 2.0, "length_penalty": 0.6}}
    path.write_text(json.dumps(manifest), encoding="utf-8")
    [[hypothesis]] = Ct2Backend(copy, device="cpu").generate([request("Hà Nội")])
    assert hypothesis.score <= 0
    manifest["decoding"] = {"translate": {"temperature": 1}}
    path.write_text(json.dumps(manifest), encoding="utf-8")
    with pytest.raises(ModelError, match="Unknown decoding setting temperature"):
        Ct2Backend(copy, device="cpu")


def test_unknown_device(shipped: Path) -> None:
    with pytest.raises(ModelError, match="Known: auto, cpu, cuda"):
        Ct2Backend(shipped, device="tpu")


def test_neither_torch_nor_transformers_is_imported(shipped: Path) -> None:
    code = f"""
import sys
from dataclasses import replace
from pathlib import Path
from summarizer.backends.base import Request
from summarizer.backends.ct2 import Ct2Backend
Ct2Backend(Path({str(shipped)!r}), device="cpu").generate([Request("Hà Nội", "translate", "vi", "en", 1, 4)])
sys.exit(bool({{"torch", "transformers", "huggingface_hub"}} & set(sys.modules)))
"""
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
