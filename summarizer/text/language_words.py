"""Frequent words by which languages in Latin script are told apart, and names of languages for messages."""

from __future__ import annotations

from summarizer.text.wordlist import words

NAMES = {
    "ar": "Arabic",
    "de": "German",
    "es": "Spanish",
    "fr": "French",
    "hi": "Hindi",
    "id": "Indonesian or Malay",
    "it": "Italian",
    "ja": "Japanese",
    "km": "Khmer",
    "ko": "Korean",
    "lo": "Lao",
    "nl": "Dutch",
    "pt": "Portuguese",
    "ru": "Russian or another language in Cyrillic script",
    "th": "Thai",
    "zh": "Chinese",
}

# First word of a character's Unicode name to the language usually written so.
SCRIPTS = {
    "ARABIC": "ar",
    "CJK": "zh",
    "CYRILLIC": "ru",
    "DEVANAGARI": "hi",
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "KHMER": "km",
    "LAO": "lo",
    "THAI": "th",
}

FUNCTION_WORDS = {
    "vi": words(
        "và là của các cho không có được trong này với để khi ra năm ông bà tại cũng theo như nam sau trên qua mà",
        "thì nay vào bị lên làm cao xe nhà anh hơn cùng trung khu gia về đến tới từ đã sẽ đang",
    ),
    "en": words(
        "the of and to in a is that for was on with as are by be it from at this have has had not were which or an",
        "but they their its will been he she his her who said more than would we you all also can about one after",
        "when other new our if up out over into there these two some first could what between during under no most",
        "only such i years year people government state country president minister says say told according week",
        "month last next against before while where how because many now three four five million billion percent",
        "may must should signs sign opens open meets meet wins win hits hit kills killed dies rises rise falls",
        "fall cuts cut calls call plan plans talks deal deals police court rules law world city school health",
        "power prices price growth trade old chairman dead case fire girl students director found project wants",
        "former off officials young military car land wife still news money does woman children plane high",
        "trillion deputy election house asks time missile vice leader student child home border visit storm female",
        "road security use nuclear warns head speaks residents summit accuses prime exam team chief army sea",
        "teacher airport foreign vehicles drug again drugs build proposes near company gold defense water national",
        "gets public department end secretary suspect international did make sends cars accident missiles take",
        "official weapons away help fake general station boy air threatens aircraft prison group hold flood",
        "through expressway illegal forest anti information work murder just gas education special grade tax",
        "construction provincial owner social vehicle billions projects hospital traffic hours cooperation",
        "announces fever women body phone shares bus driver daughter stop super becomes troops oil businesses",
        "staff way suspects tycoon media commune loses makes bridge market life reveals behind held presidential",
        "level motorbike ambassador suicide once leaves very months train husband intelligence forces war die want",
        "secret system tunnel slide stocks stock countries signed bans ban talk chiefs",
    ),
    "fr": words(
        "le la les des du et est une dans pour que qui sur par avec au aux ce cette ont sont il elle pas plus ne",
        "se sa ses son leur nous vous mais ou été être fait comme selon après entre deux aussi leurs dont sans d l",
        "qu",
    ),
    "de": words(
        "der die das und ist nicht ein eine einer einem einen den dem des zu von mit auf für im sich auch als an",
        "bei nach wird werden wurde sind war hat haben aus dass über sie er es wie nur noch zum zur mehr am um",
        "oder gegen",
    ),
    "es": words(
        "el la los las de del y en que un una por con para es se no su sus al lo como más pero ha han fue son está",
        "este esta entre sobre también desde hasta según muy sin cuando donde año años ser dos",
    ),
    "it": words(
        "il lo la gli le di del della dei delle e è che in un una per con non si da sono nel nella al alla ha",
        "hanno come più anche ma su dal dalla questo questa stato essere tra dopo sul sulla i degli ai",
    ),
    "pt": words(
        "o os a as de do da dos das e é em no na nos nas que um uma por com para não se ao à mais mas foi são está",
        "como pela pelo seu sua entre também sobre até depois ser tem ter anos",
    ),
    "id": words(
        "yang dan di untuk dengan dari ini itu pada akan tidak dalam oleh sebagai adalah telah juga kepada bahwa",
        "mereka atau ada dapat lebih saat tersebut karena sudah kata tahun orang menjadi bisa para hari ia kami",
        "serta secara",
    ),
    "nl": words(
        "de het een en van is in op te dat die voor met zijn niet aan er om ook als bij door naar wordt werd uit",
        "hebben heeft over nog maar zich worden deze meer tot na hij ze geen kan dan",
    ),
}

# The commonest syllables of Vietnamese news once the diacritics are gone, those of other languages above left out.
BARE_VIETNAMESE = words(
    "cua va cac cho khong duoc trong nay voi nhung nguoi tu theo tai ve den cung nhieu nuoc ngay viec thanh pho",
    "chinh quoc hoi cong dong thuong bao viet phai sau tren khi nhu hon nam ong mot da se dang thi truong chung",
    "toi minh lam gia trung so bo ra vao biet phap luat dan hoc sinh thu tuong chu tich moi nhat",
)
