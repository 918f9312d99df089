"""Each published form, on samples written in it."""

from __future__ import annotations

import gzip
import json
import lzma
import pickle

import pyarrow
import pyarrow.parquet
import pytest

from summarizer.datasets import load_dataset
from summarizer.datasets.vietnews import unsegment
from summarizer.errors import DataError, SummarizerError

ARTICLE = "Cơn bão số 9 đổ bộ vào tỉnh Quảng Ngãi sáng nay. Nhiều nhà dân bị tốc mái, chưa có thiệt hại về người."
SUMMARY = "Bão số 9 đổ bộ Quảng Ngãi, nhiều nhà bị tốc mái."
ENGLISH = "Typhoon No. 9 hit Quang Ngai this morning, tearing roofs off many houses but hurting nobody."


def write(path, rows):
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def only(spec):
    (example,) = load_dataset(spec).examples
    return example


def test_xlsum(tmp_path):
    row = {"id": "vietnam-1", "url": "https://…", "title": "Bão số 9", "summary": SUMMARY, "text": ARTICLE}
    example = only(f"xlsum:{write(tmp_path / 'vietnamese_test.jsonl', [row])}")
    assert (example.id, example.language, example.article.text) == ("vietnam-1", "vi", ARTICLE)
    assert example.references("vi") == (SUMMARY,)
    assert example.references("vi", "headline") == ("Bão số 9",)


def test_xlsum_english_folder_takes_the_test_part(tmp_path):
    row = {"id": "e", "title": "Typhoon", "summary": "A typhoon hit the coast.", "text": ENGLISH}
    write(tmp_path / "english_train.jsonl", [row])
    write(tmp_path / "english_test.jsonl", [{**row, "id": "t"}])
    assert only(f"xlsum:{tmp_path}").id == "t"


def test_xlsum_named_vietnamese_with_english_text_is_refused(tmp_path):
    path = write(tmp_path / "vietnamese_test.jsonl", [{"id": "e", "title": "", "summary": ENGLISH, "text": ENGLISH}])
    with pytest.raises(DataError, match=r"vietnamese_test.jsonl, row 1: the article of e is said to be Vietnamese"):
        load_dataset(f"xlsum:{path}")


@pytest.mark.parametrize("name", ["vietnamese-english_test.jsonl", "pairs.jsonl"])
def test_crosssum(tmp_path, name):
    row = {
        "source_url": "https://www.bbc.com/vietnamese/1",
        "target_url": "https://www.bbc.com/news/2",
        "summary": ENGLISH,
        "text": ARTICLE,
    }
    example = only(f"crosssum:{write(tmp_path / name, [row])}")
    assert example.language == "vi"
    assert example.references("en") == (ENGLISH,)
    assert example.references("vi") == ()
    assert example.id == "https://www.bbc.com/vietnamese/1 > https://www.bbc.com/news/2"


def test_crosssum_may_pair_one_article_twice(tmp_path):
    row = {"source_url": "s", "target_url": "t1", "summary": ENGLISH, "text": ARTICLE}
    path = write(tmp_path / "vietnamese-english_test.jsonl", [row, {**row, "target_url": "t2"}])
    assert len(load_dataset(f"crosssum:{path}").examples) == 2


def test_vietnews_folder(tmp_path):
    text = (
        "Bão số 9 vào Quảng_Ngãi\n\nSáng nay , bão số 9 đổ_bộ Quảng_Ngãi .\n\n"
        "Theo ông Võ_Văn_Bình ( Chủ_tịch xã ) , 20 nhà bị tốc mái .\nXã có 1.500 hộ dân / 3 thôn .\n\nẢnh : CTV\n"
    )
    (tmp_path / "000001.txt.seg").write_text(text, encoding="utf-8")
    example = only(f"vietnews:{tmp_path}")
    assert example.id == "000001"
    assert example.article.title == "Bão số 9 vào Quảng Ngãi"
    assert example.references("vi") == ("Sáng nay, bão số 9 đổ bộ Quảng Ngãi.",)
    assert example.article.text == (
        "Theo ông Võ Văn Bình (Chủ tịch xã), 20 nhà bị tốc mái.\nXã có 1.500 hộ dân/3 thôn."
    )


def test_vietnews_file_without_an_abstract_is_named(tmp_path):
    (tmp_path / "000001.txt.seg").write_text("Chỉ có tiêu_đề\n\nvà một đoạn .\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"000001.txt.seg: it has no title, abstract and body"):
        load_dataset(f"vietnews:{tmp_path}")


@pytest.mark.parametrize(("opener", "suffix"), [(open, ""), (gzip.open, ".gz"), (lzma.open, ".xz")])
def test_vietnews_table(tmp_path, opener, suffix):
    path = tmp_path / f"test.jsonl{suffix}"
    with opener(path, "wt", encoding="utf-8") as out:
        out.write(json.dumps({"guid": 7, "title": "Bão", "abstract": SUMMARY, "article": ARTICLE}) + "\n")
    example = only(f"vietnews:{path}")
    assert (example.id, example.references("vi")) == ("7", (SUMMARY,))


def test_vietnews_parquet(tmp_path):
    table = pyarrow.table({"guid": ["1"], "title": ["Bão"], "abstract": [SUMMARY], "article": [ARTICLE]})
    pyarrow.parquet.write_table(table, tmp_path / "test-00000.parquet")
    assert only(f"vietnews:{tmp_path}").article.text == ARTICLE


@pytest.mark.parametrize(
    ("segmented", "printed"),
    [
        ("Hà_Nội , ngày 5 / 6 .", "Hà Nội, ngày 5/6."),
        ('Ông nói : " Tôi không biết " rồi đi_ra .', 'Ông nói: "Tôi không biết" rồi đi ra.'),
        ("không có gạch , giữ nguyên .", "không có gạch , giữ nguyên ."),
    ],
)
def test_segmentation_is_undone(segmented, printed):
    assert unsegment(segmented) == printed


SECTION = {"document": ARTICLE, "summary": SUMMARY, "english_url": "https://e", "english_section_name": "S"}


def test_wikilingua_pickle(tmp_path):
    path = tmp_path / "vietnamese.pkl"
    path.write_bytes(pickle.dumps({"https://www.wikihow.vn/x": {"Chuẩn bị": SECTION, "Thực hiện": SECTION}}))
    examples = load_dataset(f"wikilingua:{path}").examples
    assert [example.id for example in examples] == [
        "https://www.wikihow.vn/x#Chuẩn bị",
        "https://www.wikihow.vn/x#Thực hiện",
    ]
    assert examples[0].references("vi") == (SUMMARY,)


class Evil:
    def __reduce__(self):
        return (print, ("run by a pickle",))


def test_a_pickle_that_holds_code_is_refused_unread(tmp_path, capsys):
    path = tmp_path / "vietnamese.pkl"
    path.write_bytes(pickle.dumps({"u": Evil()}))
    with pytest.raises(DataError, match="it holds code"):
        load_dataset(f"wikilingua:{path}")
    assert capsys.readouterr().out == ""


def test_wikilingua_table(tmp_path):
    article = {"section_name": ["A", "B"], "document": [ARTICLE, ARTICLE], "summary": [SUMMARY, ""]}
    path = write(tmp_path / "vietnamese.jsonl", [{"url": "u", "article": article}])
    with pytest.raises(DataError, match=r"section B: u#B has no reference"):
        load_dataset(f"wikilingua:{path}")
    assert load_dataset(f"wikilingua:{path}", skip_bad=True).examples[0].id == "u#A"


def test_wikilingua_of_gem(tmp_path):
    row = {
        "gem_id": "wikilingua_multilingual-test-1",
        "source_language": "vi",
        "target_language": "en",
        "source": ARTICLE,
        "target": ENGLISH,
        "references": [ENGLISH],
    }
    example = only(f"wikilingua:{write(tmp_path / 'test.jsonl', [row])}")
    assert (example.language, example.references("en")) == ("vi", (ENGLISH,))


def test_vims(tmp_path):
    articles = tmp_path / "ViMs" / "original" / "Cluster_001" / "original"
    articles.mkdir(parents=True)
    fields = "Source: Báo\nLink: http://x\nPublished Date: 20/05/2016 09:34\nAuthor: A\nTags: b, c"
    head = f"Title: {{}}\n{fields}\nSummary: {{}}\nContent:\n{{}}\n"
    (articles / "10.txt").write_text(head.format("Bài mười", "", "Thân bài mười có nhiều thông tin."), encoding="utf-8")
    (articles / "2.txt").write_text(head.format("Bài hai", "Lời dẫn hai.", ARTICLE), encoding="utf-8")
    gold = tmp_path / "ViMs" / "summary" / "Cluster_001"
    gold.mkdir(parents=True)
    (gold / "0.gold.txt").write_text("Tóm tắt thứ nhất\ncủa cụm bài.\n", encoding="utf-8")
    (gold / "1.gold.txt").write_text("Tóm tắt thứ hai của cụm bài.", encoding="utf-8")
    example = only(f"vims:{tmp_path}")
    assert example.id == "Cluster_001"
    assert example.article.title == "Bài hai"
    assert example.article.text == f"Lời dẫn hai.\n{ARTICLE}\n\nThân bài mười có nhiều thông tin."
    assert example.references("vi") == ("Tóm tắt thứ nhất của cụm bài.", "Tóm tắt thứ hai của cụm bài.")


def test_vims_elsewhere_is_refused(tmp_path):
    with pytest.raises(DataError, match="not the ViMs set"):
        load_dataset(f"vims:{tmp_path}")


def test_own_file(tmp_path):
    row = {
        "id": "a",
        "text": ARTICLE,
        "title": "Bão số 9",
        "date": "2025-11-05",
        "summaries": [SUMMARY, "Bão số 9 làm tốc mái nhiều nhà ở Quảng Ngãi."],
        "summaries_en": ENGLISH,
        "headline_vi": "Bão số 9 vào Quảng Ngãi",
        "key_facts": [{"what": "where", "vi": ["Quảng Ngãi"], "en": ["Quang Ngai"]}, {"what": "what", "vi": ["bão"]}],
    }
    example = only(str(write(tmp_path / "mine.jsonl", [row])))
    assert len(example.references("vi")) == 2
    assert example.references("en") == (ENGLISH,)
    assert example.references("vi", "headline") == ("Bão số 9 vào Quảng Ngãi",)
    assert example.facts("vi") == (("Quảng Ngãi",), ("bão",))
    assert example.facts("en") == (("Quang Ngai",),)
    assert example.language == "vi"


def test_own_file_with_a_broken_line(tmp_path):
    path = tmp_path / "mine.jsonl"
    path.write_text('{"id": "a"}\n\n{"id": \n', encoding="utf-8")
    with pytest.raises(DataError, match=r"mine.jsonl, row 3: it is not valid JSON"):
        load_dataset(str(path))


def test_own_file_in_a_third_language(tmp_path):
    path = write(tmp_path / "mine.jsonl", [{"id": "a", "text": ARTICLE, "summary": SUMMARY, "language": "fr"}])
    with pytest.raises(DataError, match='row 1: the language is "fr"'):
        load_dataset(str(path))


def test_the_corpus_of_the_project():
    corpus = load_dataset("corpus")
    assert {example.language for example in corpus.examples} == {"vi", "en"}
    for example in corpus.examples:
        for lang in ("vi", "en"):
            assert len(example.references(lang)) == 2
            assert len(example.references(lang, "headline")) == 1
            assert example.facts(lang)


def test_a_corpus_article_without_references_is_named(tmp_path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.txt").write_text(f"Bão\n\n{ARTICLE}\n", encoding="utf-8")
    with pytest.raises(DataError, match=r"articles/a.txt: there is no references/a.toml"):
        load_dataset(f"corpus:{tmp_path}")


def test_a_corpus_reference_that_is_not_toml_is_named(tmp_path):
    for part in ("articles", "references"):
        (tmp_path / part).mkdir()
    (tmp_path / "articles" / "a.txt").write_text(f"Bão\n\n{ARTICLE}\n", encoding="utf-8")
    (tmp_path / "references" / "a.toml").write_text('id = "a\n', encoding="utf-8")
    with pytest.raises(DataError, match=r"articles/a.txt: references/a.toml is not valid TOML"):
        load_dataset(f"corpus:{tmp_path}")


@pytest.mark.parametrize(
    ("spec", "says"),
    [
        ("xlsum", "needs a path"),
        ("nowhere.jsonl", "no file or folder nowhere.jsonl"),
        ("xlsum:/no/such/file", "no file or folder"),
    ],
)
def test_data_that_is_not_there(spec, says):
    with pytest.raises(SummarizerError, match=says):
        load_dataset(spec)


def test_a_folder_with_several_tables_asks_which(tmp_path):
    for name in ("a.jsonl", "b.jsonl"):
        write(tmp_path / name, [{"id": "a"}])
    with pytest.raises(DataError, match=r"2 tables that could be meant: a.jsonl, b.jsonl"):
        load_dataset(f"file:{tmp_path}")


def test_a_file_that_is_not_text_is_refused(tmp_path):
    path = tmp_path / "mine.jsonl"
    path.write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(DataError, match="cannot be read"):
        load_dataset(str(path))
