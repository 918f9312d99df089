import json
from pathlib import Path

import pytest
import torch

from summarizer.training.recipe import Limits, Optimizer, Recipe, Shape, Stage

torch.set_num_threads(1)  # two threads wait for each other longer than these tiny models take

PAIRS = [
    ("Hội nghị khai mạc tại Hà Nội sáng nay.", "The conference opened in Hanoi this morning."),
    ("Hội nghị bế mạc tại Huế chiều nay.", "The conference closed in Hue this afternoon."),
    ("Bộ trưởng phát biểu tại lễ ký.", "The minister spoke at the signing ceremony."),
    ("Có 72 quốc gia ký công ước.", "There were 72 countries signing the convention."),
    ("Mưa lớn gây ngập ở Đà Nẵng.", "Heavy rain caused flooding in Da Nang."),
    ("Giá gạo tăng 3,5% trong tháng 9.", "Rice prices rose 3.5% in September."),
]


def tsv(rows: list[tuple[str, ...]]) -> str:
    return "".join("\t".join(row) + "\n" for row in rows)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    root = tmp_path / "data"
    (root / "parallel").mkdir(parents=True)
    (root / "summarization").mkdir()
    (root / "parallel/human.tsv").write_text(tsv([("alt_wikinews", *p) for p in PAIRS] * 30), encoding="utf-8")
    (root / "parallel/own_sentences.tsv").write_text(tsv([("d0", *PAIRS[3])]), encoding="utf-8")
    abstracts = [(f"a{i}", "Mưa lớn ở Đà Nẵng", "Heavy rain in Da Nang", *PAIRS[4]) for i in range(302)]
    (root / "parallel/own_abstracts.tsv").write_text(tsv(abstracts), encoding="utf-8")
    (root / "parallel/lexicon.tsv").write_text(tsv([("w", "mưa", "rain")]), encoding="utf-8")
    story = " ".join(vi for vi, _ in PAIRS)
    rows = [{"id": f"a{i}", "title": "Mưa lớn ở Đà Nẵng", "summary": PAIRS[4][0], "article": story} for i in range(304)]
    (root / "summarization/vietnews.train.jsonl").write_text(
        "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8"
    )
    return root


@pytest.fixture
def recipe() -> Recipe:
    return Recipe(
        name="tiny",
        version="0",
        seed=3,
        shape=Shape(width=64, encoder_layers=1, decoder_layers=1, vocabulary=352),
        data=Limits(source_tokens=128, target_tokens=64, selector_tokens=60),
        optimizer=Optimizer(matrix_rate=2e-3, embedding_rate=2e-3, warmup_steps=2, decay_from=0.8, batch_tokens=400),
        stages=(Stage("all", {"translate.vi.en": 1.0, "summarize.vi.vi": 0.1}, steps=6),),
    )
