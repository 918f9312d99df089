"""Pieces of patterns that the cleaner's rules share: capitals, labels of credits, agencies, people, what they do."""

from __future__ import annotations


def _any(*blocks: str) -> str:
    """A group that matches one of the alternatives, which are separated by commas."""
    return "(?:" + "|".join(choice.strip() for block in blocks for choice in block.split(",") if choice.strip()) + ")"


# A range such as À-Ỹ would take the lower-case letters in.
UPPER = "A-ZÀ-ÖØ-ÝĂĐĨŨƠƯ" + "".join(chr(code) for code in range(0x1EA0, 0x1EFA, 2))
CAPITALISED = rf"[{UPPER}][\w.'’-]*"

LABEL = _any(
    "Nguồn ảnh, NGUỒN ẢNH, Hình ảnh, Ảnh minh họa, Ảnh minh hoạ, Ảnh tư liệu, Ảnh, ẢNH, Hình, Video, Clip, Đồ họa",
    "Đồ hoạ, Infographic, Biểu đồ, Bản đồ, Minh họa, Thiết kế, Tranh, FILE PHOTO, File photo, Photos?, PHOTO",
    "Picture, Image, Illustration, Graphic",
)
AGENCY = _any(
    "TTXVN, VGP, VOV, VTV, VNA, VNS, VnExpress, AFP, AP, EPA, Reuters, REUTERS, Getty Images, Getty, Xinhua, THX",
    "Tân Hoa Xã, NVCC, Bloomberg, Nhân Dân, QĐND, UN, Internet, Pixabay, Shutterstock, iStock",
)
# Who lends a picture, when it is not a name.
LENDER = _any(
    "tư liệu, gia đình, nhân vật, minh h[oọ][ạa], internet, chụp màn hình, ban tổ chức, cắt từ, sưu tầm, bạn đọc",
    r"người dân, tác giả, đơn vị, trường, báo, st\b, courtesy, handout, social media, screenshot",
)

ROLE = "(?:Nguyên |Cựu |Quyền |Phó |Ủy viên )*" + _any(
    "Chủ tịch, Chủ nhiệm, Thủ tướng, Bộ trưởng, Thứ trưởng, Tổng, Bí thư, Giám đốc, Cục trưởng, Vụ trưởng, Trưởng",
    "Hiệu trưởng, Viện trưởng, Chánh, Đại sứ, Đại biểu, Nguyên thủ, Tổng thống, Thủ hiến, Quốc vương, Ngoại trưởng",
    "Đại tướng, Thượng tướng, Trung tướng, Thiếu tướng, Đại tá, Thượng tá, Trung tá, Thiếu tá, Đại úy, Ông, Bà",
    "Anh, Chị, Em, Cô, Thầy, Cụ, Bác, Cháu, Đồng chí, Các đồng chí, Lãnh đạo, Đại diện, Đoàn, GS, PGS, TS, ThS, BS",
    "Giáo sư, Tiến sĩ, Bác sĩ, Luật sư, Nhà, Nghệ sĩ, Ca sĩ, Cầu thủ, Phóng viên, Hai, Ba, Các, Những, Khán giả, Nhiều",
    "Đông đảo, Hàng, Người, Lực lượng, Cán bộ, Chiến sĩ, Bộ đội, Công nhân, Nông dân, Ngư dân, Học sinh, Sinh viên",
    "Giáo viên, Khách, Du khách, Bệnh nhân, Bị cáo, Nghi phạm, Ban, Nhóm, Đội, Tàu, Xe",
)
SCENE_VERB = _any(
    "phát biểu, trả lời, trao đổi, chia sẻ, báo cáo, chủ trì, điều hành, kết luận, trình bày, giới thiệu",
    "tham luận, đối thoại, làm việc, bắt tay, chụp ảnh, chụp hình, tặng, trao, cắt băng, ký kết, dâng hương",
    "dâng hoa, gõ, nghe, thăm, thăm hỏi, thăm khám, kiểm tra, kiểm đếm, tham dự, tham quan, tham gia, chúc mừng",
    "tiếp, đón, hội đàm, hội kiến, gặp, gặp gỡ, chứng kiến, thực hiện, bấm nút, động viên, biểu diễn, thi đấu",
    "thảo luận, biểu quyết, vỗ tay, cổ vũ, diễu hành, thắp hương, khảo sát, thị sát, bàn giao, trồng cây, tuyên thệ",
    "nhận (?i:thư|bằng|giấy|giải|quà|cờ|hoa|huy|kỷ niệm)",
    "ăn mừng, tác nghiệp, xuất phát, cán đích, (?<!danh )dự(?! án| kiến| báo| thảo| phòng| định| toán| trữ)",
    "(?<!chữ )(?<!thế )(?<!nhật )ký(?! ức| túc| sự| giả| hiệu| báo)",
)
# These are as common in headings; a caption says where, with whom or for whom.
WEAK_VERB = (
    _any(
        "khám, chữa, sửa, dọn, thu hoạch, thu gom, phơi, chằng chống, giúp, cứu, tháo, theo dõi, đóng gói",
        "tuần tra, điều khiển, đứng, đứng kín, ngồi, xem, chờ, xếp hàng, luyện tập, cấp cứu, bên",
    )
    + r"\b.*\b(?:tại|ở|trong|trên|trước|với|cho|cùng|giữa|sau)"
)
# Somebody with a name, somewhere or with somebody: "Đại biểu Lường Văn Inh … tại hội trường".
NAMED = rf"{ROLE} (?:[^.]*? )?(?:{CAPITALISED} ){{2,}}(?:.* )?(?:tại|trong|bên|cùng) .*"
VIEW = _any(
    "Toàn cảnh, Quang cảnh, Khung cảnh, Cảnh(?! sát| báo| giác), Trong ảnh, Một góc, Hình ảnh, Một số hình ảnh",
    "Bên trong, Chủ tọa, Hiện trường, Chân dung, Phối cảnh, Không khí, Khoảnh khắc",
    "(?:A |An )?(?:[Gg]eneral |[Aa]erial )?[Vv]iew of, File photo, FILE PHOTO",
)
PRESENTED = "(?:Trao|Tặng) (?i:bằng|giấy|giải|quà|cờ|quyết định|thưởng|huy|kỷ niệm)"
# "(giữa)", "(thứ hai từ trái)", "(bìa phải)", "(left)": where somebody stands in a picture.
POSITION = (
    r"\((?:thứ \w+ |hàng \w+ )?(?:bìa |ngoài cùng |đứng |ngồi |từ )*"
    r"(?:trái|phải|giữa|left|right|centre|center)\b[^()]*\)"
)
ENGLISH_SCENE = (
    r"[A-Z].*\b(?:speaks?|attends?|poses?|shakes? hands|walks?|stands?|gestures?|looks? on|delivers?|addresses|greets?"
    r"|waits?|queues?|works?|waves?|is seen|are seen|pictured)\b.*"
    r"\b(?:at|in|during|on|outside|with|near|after|before|to)\b.*"
)
