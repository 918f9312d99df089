"""Abbreviations and first words that tell a full stop from the end of a sentence. Case matters in all of them."""

from __future__ import annotations

from summarizer.text.wordlist import words

# Titles and the like: what follows belongs to them, whatever it is.
NEVER_LAST = words(
    "GS PGS TS ThS Ths THS TSKH PTS BS BSCK BSCKII KS KTS LS DS NS NSND NSƯT NGND NGƯT TTND TTƯT ĐĐ HT LM Mr Mrs",
    "Ms Dr Prof Gen Lt Col Sgt Capt Maj Cmdr Adm Sen Rep Gov Hon Rev Msgr Supt Insp mr mrs ms dr prof gs pgs ts",
    "ths bs e.g i.e cf vs viz approx vd v/d VD",
)

# Only a number makes them abbreviations: "No. 5" against "Ông nói: No.".
BEFORE_NUMBER = words("No no Nos Vol vol Fig fig Art art Sec sec p pp tr Tr q Điều Đ ch Ch Q P F")

# May end a sentence: they do when a word that usually opens one comes next. The first row are initials of anonymous
# people (anh Th., cháu Ph.).
SELDOM_LAST = words(
    "Ch Gh Gi Kh Ng Nh Ph Qu Th Tr",
    "TP Tp tp TX Tx tx TT Tt Q P H X F KP Kp KCN ĐT Đ Đg QL ĐB NXB Nxb nxb St Ave Blvd Rd Mt Ft Inc Ltd Co Corp",
    "Bros Jr Sr Ph.D M.D etc est dept Dept Assn Univ Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec",
)

# What is counted by letters or Roman numerals: "quý I." and "vitamin C." can end a sentence before any capital.
LETTERED = words(
    "bảng bậc cấp chương đội đợt hạng hội khoá khóa khối khu kì kỳ kỷ lần lô loại lớp nhóm phần quý tập toà tòa",
    "trường vitamin virus class group part phase plan war",
)

# First words of sentences, whatever follows.
STARTERS = words(
    "Các Cho Chúng Có Đây Đến Để Dù Được Hầu Hiện Hôm Họ Khi Khoảng Không Mặc Mỗi Nếu Ngay Ngày Ngoài Nhiều Nhưng",
    "Những Nhờ Ông Ở Qua Sau Suốt Tại Theo Thì Trên Trong Trước Và Vì Về Với About According After All Also",
    "Although An And Another Any As At Because Before Both But By Despite During Each Earlier Even Every Few For",
    "From He Her Here His How However If In Instead It Its Just Last Later Many Meanwhile More Most My Nearly",
    "Neither Next Nobody None Nor Now Of On Once One Only Or Other Others Our People Police Prices Since So Some",
    "Soon Still Such That The Their Then There These They This Those Though Three Through To Two Under Until Was",
    "We What When Where Which While Who Why With Within Yet You",
)

# First words of sentences that are also first syllables of names (Bà Rịa, Tuy Hòa, Từ Sơn, Con Cuông): they open a
# sentence when the next word is not capitalised.
WEAK_STARTERS = words(
    "Anh Bà Ban Bên Bị Bởi Cả Căn Chị Chiều Chính Con Còn Công Cơ Cô Cũng Cùng Cuộc Cụ Dự Dưới Đa Đã Đại Đáng Điều",
    "Đó Đoàn Đối Đồng Em Gia Giá Giữa Hai Hàng Hồi Hơn Kết Khách Lãnh Liên Lúc Lực Mới Mọi Một Mức Năm Nay Người",
    "Nguyên Nhân Như Phía Quá Rạng Riêng Sáng Sẽ Song Số Tất Tháng Thay Thế Thêm Thông Thời Thứ Tiếp Tin Tình Tính",
    "Toàn Tôi Tối Tổng Trưa Tuy Từ Tương Vào Vẫn Việc Vụ Vừa Xe A I No",
)
