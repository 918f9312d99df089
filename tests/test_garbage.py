import gc

from summarizer import Summarizer, garbage
from summarizer.assets import asset
from summarizer.formats.read import read_many
from summarizer.formats.write import write_jsonl
from summarizer.types import Article


def test_summaries_leave_no_garbage_to_look_for() -> None:
    tool = Summarizer(model="extractive")
    articles = [a for a in read_many([str(asset("corpus/articles") / "*.txt")]) if isinstance(a, Article)][:8]

    def write() -> list[str]:
        return [write_jsonl(tool.summarize(article)) for article in articles]

    write()
    gc.collect()
    gc.disable()
    try:
        write()
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_the_search_is_as_before_afterwards() -> None:
    before = gc.get_threshold()
    with garbage.seldom_sought():
        assert gc.get_threshold()[0] > before[0]
        assert gc.get_freeze_count() > 0
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0
