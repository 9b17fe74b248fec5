"""Words that the comparison has to know, in both languages, folded: data."""

import re

from articles.text import folding


def folded(words: str) -> frozenset[str]:
    return frozenset(folding.fold(words).split())


# These have with them whom they deny, and say nothing of the word behind them.
WITHOUT_SOMEBODY = folded("دوني دونك دونه دونها دوننا دونكم دونهم بدوني بدونك بدونه بدونها بدوننا بدونكم بدونهم")
NEGATIONS = WITHOUT_SOMEBODY | folded(
    """
    not no never nobody nothing none neither nor nowhere without
    لا لم لن ليس ليست ليسا ليستا ليسوا لسن لست لستم لستما لستن لسنا غير بلا دون بدون بألا لئلا كيلا عدم بعدم لعدم
    مش موش مو
    """
)
# Folded it is «إلا», which makes an exception and denies nothing.
DENIES_WITH_HAMZA = re.compile("[وف]?ألّ?ا$")
# «ما» is “not” or “what”. It is “what” behind these, and before a verb with a pronoun that leads back to it.
MA = folding.fold("ما")
BEFORE_WHAT = folded("كل مثل بعد قبل عند عندما حين بين مع في من عن على إلى بقدر هذا ذلك أقول أعرف نعرف")
RETURNING = ("ه", "ها", "هم")
# Joined to the front of an Arabic word.
JOINED = ("و", "ف")
PREFIXES = ("وب", "ول", "فب", "فل", "و", "ف", "ب", "ل", "ك")

# What stands behind an apostrophe: as it is read first, and what else it may be.
ENDINGS: dict[str, tuple[str, ...]] = {
    "s": ("'s", "is", "has", "us"),
    "re": ("are",),
    "ve": ("have",),
    "ll": ("will", "shall"),
    "m": ("am",),
    "d": ("would", "had", "did"),
}
# An ordinal, and a part of a minute.
ALSO: dict[str, tuple[str, ...]] = {"second": ("#2.",)}
WITH_NOT = {"won": "will", "can": "can", "shan": "shall", "ain": "is"}
ONE_WORD_WITH_NOT = {"cannot": "can"}

TITLES = folded(
    "mr mrs ms miss dr sir madam lady lord prof professor السيد السيدة الدكتور الدكتورة الأستاذ الشيخ ابن بنت"
)
BEFORE_PLACES = folded("in at near around في")
NO_NAMES = folded(
    """
    i monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december god english french arabic
    الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت
    """
)
GIVEN = folded(
    """
    أحمد محمد محمود حمد حامد حميد حمود علي عمر عمرو عثمان حسن حسين حسان حسيب حسام حسنة سعيد سعد سعود سعاد سامي
    سامر سمير سمر سميرة سلمى سليم سالم سلمان سليمان سلوى سلام خالد خليل خليفة خديجة وليد وائل ياسر ياسين يوسف
    يونس يحيى إبراهيم إسماعيل إسحاق يعقوب موسى عيسى مريم فاطمة زينب عائشة ليلى ليان لين لينا لانا نور نورا نورة
    نوال ندى نادية نادر نبيل نجيب نجوى نزار نسرين ناصر نصر نصار طارق طلال طه جابر جبار جميل جمال جمانة جعفر جهاد
    كريم كرم كمال كامل قاسم قصي هاني هناء هند هدى هشام هاشم هيثم رامي رانيا رنا ريم ريما رشيد راشد رشاد رياض
    زياد زيد زيدان زكريا بدر بسام باسم باسل بشار بشير بلال فؤاد فارس فراس فهد فهمي فيصل فادي فريد فريدة فوزي
    صالح صلاح صباح ضياء عادل عامر عماد عمار عدنان عدي عبير عصام عزيز عزت علاء غسان غادة لطيف لبنى ماجد مجيد مجدي
    مازن مالك ماهر مراد مروان مصطفى منى منير منال منذر مها ميادة وسام وسيم وفاء أمين أمينة أمير أميرة أمل آمال
    أنس أنور أيمن أسامة أسماء أشرف أكرم إياد إيمان إلهام إلياس بطرس جرجس ثائر شادي شريف شهاب
    """
)
