"""Every word the page says, in Vietnamese and in English: key → (vi, en).

``{n}`` and the like are filled in by ``summarizer.demo.words``, which writes numbers as each language does.
"""

from __future__ import annotations

Pair = tuple[str, str]

PAGE: dict[str, Pair] = {
    "title": ("Tóm tắt tin song ngữ", "Bilingual news summaries"),
    "tagline": (
        "Dán một bài báo, nhận hai bản tóm tắt Việt – Anh có dẫn nguồn từng câu. Chạy ngay trên máy này.",
        "Paste an article, get a Vietnamese and an English summary with sources. Runs on this machine.",
    ),
    "language": ("Ngôn ngữ trang", "Page language"),
    "error": ("Lỗi", "Error"),
    "more_tabs": ("Các thẻ khác", "More tabs"),
    "skip": ("Tới nội dung chính", "Skip to the content"),
    "tab_summarize": ("Tóm tắt", "Summarise"),
    "tab_batch": ("Nhiều bài", "Batch"),
    "tab_compare": ("So sánh", "Compare"),
    "tab_evaluate": ("Đánh giá", "Evaluation"),
    "tab_programs": ("Cho lập trình", "For programs"),
    "footer": (
        "Bài viết của bạn không được lưu lại. Bản tóm tắt có thể sai: hãy đối chiếu với bài gốc.",
        "Your articles are not kept. A summary can be wrong: check it against the article.",
    ),
    "footer_history": (
        "Máy chủ này có lưu lại các bản tóm tắt. Bản tóm tắt có thể sai: hãy đối chiếu với bài gốc.",
        "This server keeps the summaries it makes. A summary can be wrong: check it against the article.",
    ),
}

# What Gradio itself says in English when the server cannot be reached, by words it holds; the last fits the rest.
NOTICES: dict[str, Pair] = {
    "connection": (
        "Mất kết nối với máy chủ, đang thử nối lại…",
        "The connection to the server was lost. Trying to reconnect…",
    ),
    "busy": (
        "Máy chủ đang quá bận. Hãy thử lại sau ít phút.",
        "The server is too busy. Please try again in a few minutes.",
    ),
    "413": ("Tệp quá lớn nên máy chủ không nhận.", "The file is too large for the server."),
    "": ("Không gửi được tới máy chủ. Hãy thử lại.", "This could not be sent to the server. Please try again."),
}

INPUT: dict[str, Pair] = {
    "article": ("Bài viết hoặc địa chỉ trang", "Article, or the address of a page"),
    "article_hint": (
        "Dán bài viết vào đây, hoặc địa chỉ bắt đầu bằng https://. Dòng đầu là tiêu đề nếu sau nó có một dòng trống.",
        "Paste an article here, or an address that begins with https://. A first line followed by a blank one is "
        "taken as the title.",
    ),
    "upload": ("Chọn tệp…", "Choose a file…"),
    "upload_many": ("Chọn các tệp…", "Choose files…"),
    "drop": ("hoặc kéo tệp thả vào đây", "or drop one here"),
    "drop_many": ("hoặc kéo nhiều tệp thả vào đây", "or drop several here"),
    "formats": (
        "Nhận .txt .md .html .docx .pdf .csv .tsv .json .jsonl .parquet, tối đa {mb} MB",
        "Reads .txt .md .html .docx .pdf .csv .tsv .json .jsonl .parquet, up to {mb} MB",
    ),
    "not_sent": ("Tệp lớn hơn {mb} MB nên không được gửi.", "A file over {mb} MB was not sent."),
    "example": ("Bài mẫu", "Example article"),
    "length": ("Độ dài", "Length"),
    "length_headline": ("Một câu", "One sentence"),
    "length_short": ("Ngắn (2–3 câu)", "Short (2–3 sentences)"),
    "length_medium": ("Vừa (tối đa 6 câu)", "Medium (up to 6 sentences)"),
    "model": ("Mô hình", "Model"),
    "shipped": ("kèm sẵn", "ships with it"),
    "shipped_licence": ("giấy phép theo nguồn dữ liệu", "licence as of its data"),
    "no_model": ("trích câu, chỉ ngôn ngữ của bài", "extracts, article's language only"),
    "downloaded": ("đã tải về", "downloaded"),
    "run": ("Tóm tắt", "Summarise"),
    "cancel": ("Dừng", "Stop"),
    "more_models": ("Các mô hình khác và giấy phép", "Other models and their licences"),
    "other_models": (
        "Những mô hình này chưa có trên máy chủ. Người quản trị tải về bằng lệnh ở cột cuối.",
        "These are not on this server. Whoever runs it gets them with the command in the last column.",
    ),
    "licence": ("Giấy phép", "Licence"),
    "size": ("Dung lượng", "Size"),
    "get": ("Lệnh tải", "Command"),
}

RESULT: dict[str, Pair] = {
    "sending": ("Đang gửi…", "Sending…"),
    "reading": ("Đang đọc bài…", "Reading the article…"),
    "fetching": ("Đang tải trang…", "Fetching the page…"),
    "waiting": ("Đang chờ tới lượt, trước bạn còn {n} yêu cầu…", "Waiting your turn, {n} ahead of you…"),
    "writing": ("Đang viết hai bản tóm tắt…", "Writing both summaries…"),
    "writing_vi": ("Đang viết bản tiếng Việt…", "Writing the Vietnamese summary…"),
    "writing_en": ("Đang viết bản tiếng Anh…", "Writing the English summary…"),
    "done": ("Xong sau {seconds} giây.", "Done in {seconds} s."),
    "stopped": ("Đã dừng.", "Stopped."),
    "lang_vi": ("Tiếng Việt", "Vietnamese"),
    "lang_en": ("Tiếng Anh", "English"),
    "pending": ("Đang viết…", "Writing…"),
    "missing": (
        "Mô hình này không viết được ngôn ngữ này cho bài đang chọn.",
        "This model cannot write this language from this article.",
    ),
    "count_vi": ("{n} chữ · {s}", "{n} syllables · {s}"),
    "count_en": ("{n} từ · {s}", "{n} words · {s}"),
    "abstractive": ("viết lại", "rewritten"),
    "translated": ("dịch từ bản tóm tắt", "translated from the summary"),
    "extractive": ("trích nguyên câu", "sentences as they stand"),
    "untrusted": ("Độ tin cậy thấp, nên kiểm tra lại", "Low confidence, please check"),
    "copy": ("Sao chép", "Copy"),
    "copied": ("Đã chép", "Copied"),
    "copy_vi": ("Sao chép bản tiếng Việt", "Copy the Vietnamese summary"),
    "copy_en": ("Sao chép bản tiếng Anh", "Copy the English summary"),
    "download": ("Tải về", "Download"),
    "hint": (
        "Rê chuột, chạm hoặc nhấn Tab tới một câu tóm tắt: câu nguồn trong bài sẽ sáng lên. Enter giữ lại, Esc bỏ.",
        "Point at, tap or Tab to a summary sentence and its source sentences light up. Enter keeps them, Esc lets go.",
    ),
    "from_sentences": ("Nguồn: câu {list}", "Sources: {list}"),
    "source_article": ("Bài gốc", "The article"),
    "show_removed": ("Hiện phần đã lược bỏ ({n})", "Show what was removed ({n})"),
    "nothing_removed": ("Không có phần nào bị lược bỏ.", "Nothing was removed."),
    "removed": ("Đã lược bỏ: {why}", "Removed: {why}"),
    "coverage": ("Phần bài được dùng", "How much of the article was used"),
    "coverage_told": (
        "Đọc {read} trên {all} câu ({share} nội dung); bản tóm tắt dựa vào {used} câu.",
        "{read} of {all} sentences were read ({share} of the text); the summaries rest on {used}.",
    ),
    "key_used": ("câu nguồn", "sources"),
    "key_story": ("nội dung bài", "story"),
    "key_removed": ("đã lược bỏ", "removed"),
    "facts": ("Kiểm tra dữ kiện", "Fact check"),
    "no_facts": ("Không có dữ kiện nào để kiểm tra.", "There are no facts to check."),
    "facts_told": (
        "{ok} dữ kiện khớp · {bad} mâu thuẫn · {none} không thấy trong bài",
        "{ok} supported · {bad} contradicted · {none} not found",
    ),
    "supported_facts": ("{n} dữ kiện khớp với bài", "{n} facts supported by the article"),
    "see_in_article": ("Xem trong bài", "See in the article"),
    "in_article": ("Xem trong bài: “{text}”", "In the article: “{text}”"),
    "supported": ("Khớp", "Supported"),
    "contradicted": ("Mâu thuẫn", "Contradicted"),
    "not_found": ("Không thấy", "Not found"),
    "repairs": ("Đã sửa theo bài gốc", "Corrected from the article"),
    "repaired": ("“{before}” thành “{after}”", "“{before}” became “{after}”"),
    "warnings": ("Lưu ý", "Please note"),
    "empty_result": (
        "Hai bản tóm tắt, bài gốc và phần kiểm tra dữ kiện sẽ hiện ở đây.",
        "Both summaries, the article and the fact check will appear here.",
    ),
}

KINDS: dict[str, Pair] = {
    "number": ("Số liệu", "Number"),
    "date": ("Ngày tháng", "Date"),
    "name": ("Tên riêng", "Name"),
    "quote": ("Trích dẫn", "Quotation"),
    "negation": ("Phủ định", "Negation"),
    "attribution": ("Người nói", "Attribution"),
    "term": ("Thuật ngữ", "Term"),
    "word": ("Từ ngữ", "Word"),
    "language": ("Ngôn ngữ", "Language"),
    "repetition": ("Lặp lại", "Repetition"),
    "length": ("Độ dài", "Length"),
    "agreement": ("Việt – Anh khớp nhau", "Vietnamese and English agree"),
}

REMOVED: dict[str, Pair] = {
    "title": ("tiêu đề lặp lại", "repeated headline"),
    "timestamp": ("giờ đăng bài", "time of publication"),
    "dateline": ("nơi và ngày đưa tin", "dateline"),
    "caption": ("chú thích ảnh", "caption"),
    "credit": ("nguồn ảnh, video", "picture or video credit"),
    "video": ("nhãn video", "video label"),
    "related": ("tin liên quan", "related links"),
    "source": ("nguồn tin", "source line"),
    "byline": ("tên tác giả", "byline"),
    "tags": ("từ khóa", "tags"),
    "share": ("nút chia sẻ, bình luận", "share and comment buttons"),
    "promo": ("quảng cáo", "promotion"),
    "legal": ("bản quyền", "copyright"),
    "navigation": ("trình đơn của trang", "menus"),
    "separator": ("dấu ngăn cách", "separator"),
}

BATCH: dict[str, Pair] = {
    "batch_intro": (
        "Tóm tắt nhiều bài một lần: nhiều tệp, hoặc một tệp CSV, JSONL, Parquet mỗi dòng một bài (tối đa {n} bài). "
        "Tải lại trang vẫn xem tiếp được; kết quả được giữ {minutes} phút.",
        "Summarise many articles at once: several files, or one CSV, JSONL or Parquet file with an article a row "
        "(up to {n}). Reloading the page picks it up again; results are kept for {minutes} minutes.",
    ),
    "batch_empty": ("Chưa có lượt chạy nào.", "Nothing has been run yet."),
    "batch_running": ("Đang tóm tắt: xong {n} bài…", "Summarising: {n} done…"),
    "batch_of": ("Đang tóm tắt: xong {n} trên {all} bài…", "Summarising: {n} of {all} done…"),
    "batch_done": ("Xong {n} bài, {failed} bài lỗi.", "{n} articles done, {failed} failed."),
    "batch_stopped": (
        "Đã dừng sau {n} bài, {failed} bài lỗi. Phần đã xong vẫn tải về được.",
        "Stopped after {n} articles, {failed} failed. What is done can be downloaded.",
    ),
    "batch_cut": (
        "Chỉ {n} bài đầu được tóm tắt. Với nhiều bài hơn, hãy dùng lệnh tomtat batch.",
        "Only the first {n} articles were summarised. For more, use the command tomtat batch.",
    ),
    "batch_gone": ("Lượt chạy trước không còn trên máy chủ.", "The earlier run is no longer on the server."),
    "failures": ("Không tóm tắt được ({n})", "Could not be summarised ({n})"),
    "results": ("Kết quả ({n})", "Results ({n})"),
    "shown": ("Hiện {n} bài gần nhất; tải về để xem tất cả.", "The latest {n} are shown; download for all."),
    "row": ("Dòng", "Row"),
    "file": ("Tệp", "File"),
    "problem": ("Vấn đề", "Problem"),
}

COMPARE: dict[str, Pair] = {
    "side_a": ("Bên A", "Side A"),
    "side_b": ("Bên B", "Side B"),
    "compare": ("So sánh", "Compare"),
    "references": ("Bản tóm tắt mẫu (không bắt buộc)", "Reference summaries (optional)"),
    "reference_vi": ("Mẫu tiếng Việt", "Vietnamese reference"),
    "reference_en": ("Mẫu tiếng Anh", "English reference"),
    "reference_hint": (
        "Có bản mẫu thì trang sẽ chấm điểm hai bên. Nhiều bản mẫu: cách nhau một dòng trống.",
        "With a reference both sides are scored. Several references: put a blank line between them.",
    ),
    "compare_empty": (
        "Chọn hai mô hình hoặc hai độ dài, chạy trên cùng một bài rồi xem cạnh nhau.",
        "Choose two models or two lengths, run them on one article and see them side by side.",
    ),
    "comparing": ("Đang viết bên {side}…", "Writing side {side}…"),
    "took": ("{seconds} giây", "{seconds} s"),
    "metrics": ("Điểm số", "Scores"),
    "metric": ("Thước đo", "Metric"),
    "metrics_note": (
        "Điểm ROUGE nhân 100, tính trên âm tiết có dấu. Một bài chưa đủ để kết luận bên nào tốt hơn.",
        "ROUGE is times 100, over syllables with their accents. One article does not tell which side is better.",
    ),
}

EVALUATE: dict[str, Pair] = {
    "evaluate_intro": (
        "Chấm điểm trên {n} bài viết riêng cho dự án này, kèm bản tóm tắt mẫu và dữ kiện chính.",
        "Scores on the {n} articles written for this project, with reference summaries and key facts.",
    ),
    "systems": ("Hệ thống cần chấm", "Systems to score"),
    "articles_count": ("Số bài", "Articles"),
    "evaluate": ("Chạy đánh giá", "Run the evaluation"),
    "latest": ("Báo cáo gần nhất", "Latest report"),
    "no_report": (
        "Chưa có báo cáo nào trong eval/results. Bạn có thể chạy đánh giá ngay tại đây.",
        "There is no report in eval/results yet. You can run an evaluation here.",
    ),
    "evaluating": ("Đang chạy {system}: {n} trên {all} bài…", "Running {system}: {n} of {all} articles…"),
    "scoring": ("Đang chấm điểm…", "Scoring…"),
    "full_report": ("Toàn bộ báo cáo (tiếng Anh)", "The whole report"),
    "system": ("Hệ thống", "System"),
    "direction": ("Bản tóm tắt {lang} của bài {source}", "{lang} summaries of {source} articles"),
    "articles": ("{n} bài", "{n} articles"),
    "rouge1": ("ROUGE-1", "ROUGE-1"),
    "rouge2": ("ROUGE-2", "ROUGE-2"),
    "rougeL": ("ROUGE-L", "ROUGE-L"),
    "chrf": ("chrF", "chrF"),
    "keyfacts": ("Dữ kiện chính", "Key facts"),
    "number-precision": ("Số liệu đúng", "Numbers right"),
    "date-precision": ("Ngày tháng đúng", "Dates right"),
    "name-precision": ("Tên riêng đúng", "Names right"),
    "words": ("Số chữ", "Words"),
    "seconds": ("Giây mỗi bài", "Seconds an article"),
    "report_key": (
        "Điểm nhân 100; chữ nhỏ là khoảng tin cậy 95 %.",
        "Scores are times 100; in small type the 95 % interval.",
    ),
}

TEXTS: dict[str, Pair] = {**PAGE, **INPUT, **RESULT, **BATCH, **COMPARE, **EVALUATE}
