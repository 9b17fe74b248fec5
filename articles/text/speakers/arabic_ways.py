"""What Arabic verbs do to whom, and what follows a name or a title: data, folded here."""

from articles.text.folding import fold


def _table(words: str) -> frozenset[str]:
    return frozenset(map(fold, words.split()))


# With these a name ends: of a patriarch, a king.
ORDINALS = _table(
    "الأول الأولى الثاني الثانية الثالث الثالثة الرابع الرابعة الخامس السادس السابع الثامن التاسع العاشر الحادي عشر"
)
# Who is sent to others, and verbs that have a “to” of their own.
ENVOYS = _table("مبعوث موفد سفير مندوب ممثل وفد بعثة مفوض قاصد")
TAKES_TO = _table("أشار أشارت يشير تشير لفت لفتت يلفت تلفت نبه نبهت دعا دعت يدعو تدعو خلص خلصت ألمح ألمحت طمأن طمأنت")
# First names that have another behind them: جان بول لحود.
DOUBLED = _table("جان ماري ماريا آنا روز")
# Who has an office that goes on with “of” or “for”: المسؤول عن.
ARE_ABOUT = _table("مسؤول نائب مدافع متحدث ناطق ممثل مرشح مشرف باحث أجنبي")
# Before a verb: who says it stands there, and nobody behind it.
STANDS_BEFORE = _table(
    """
    لكنه لكنها لكنهم ولكنه ولكنها هو هي هم وهو وهي وهم إنه إنها إنهم أنه أنها أنهم بأنه بأنها وأنه وأنها فإنه فإنها
    """
)
# To whom one speaks, and who gives no house its name.
LISTENERS = _table("صحافيين صحفيين إعلاميين مراسلين نواب حاضرين مشاركين حضور جمهور")
# Who takes part in an occasion: it belongs to what they are called.
PARTICIPANTS = _table("مشاركون مشاركين مشاركات حاضرون حاضرين مجتمعون مجتمعين متحدثون متحدثين مؤتمرون مؤتمرين")
# Between a title and the name, behind a comma: “whose name is”.
NAMED_SO = _table("واسمه واسمها ويدعى وتدعى اسمه اسمها يدعى تدعى")
# By these nouns with the article something is a name’s own: the organising company.
MAY_FOLLOW = _table("منظمة معارضة جامعة مؤسسة مقدمة مراجعة محكمة موحدة مصنعة")
# Papers by their letters, and verbs where somebody stands behind them: discussed, held, scored, ruled.
VERBS_LIKE_PAPERS = _table("بحث عقد سجل حكم نص")
# With what stands behind them they are one: the one who is accused, المدعى عليه.
ARE_ACCUSED = _table("المدعى المدعي المحكوم المشتبه المجني المحكومة المشتبهة المغدور المعتدى")
# Verbs that have whom or what they are done to behind who acts: described X the plan, told X the traders.
DOES = _table(
    """
    وصف وصفت يصف تصف شبه شبهت يشبه تشبه اعتبر اعتبرت يعتبر تعتبر عد عدت اتهم اتهمت يتهم تتهم حمل حملت يحمل تحمل طالب
    طالبت يطالب تطالب ناشد ناشدت يناشد تناشد دعا دعت يدعو تدعو هدد هددت يهدد تهدد انتقد انتقدت ينتقد تنتقد هاجم هاجمت
    برر بررت يبرر تبرر نعت ينعت سمى سمت أبلغ أبلغت يبلغ تبلغ أخبر أخبرت يخبر تخبر طمأن طمأنت يطمئن تطمئن نصح نصحت ينصح
    تنصح سأل سألت يسأل تسأل ذكر ذكرت خاطب خاطبت يخاطب تخاطب هنأ شكر شكرت وبخ وبخت لام لامت رفض رفضت أيد أيدت حث حثت حض
    حضت عزا عزت أرجع أرجعت دان أدان أدانت استنكر استنكرت شجب شجبت تحدى تحدت
    """
)
# With “and” they go on behind another verb: smiled and said.
GOING_ON = _table(
    """
    قال قالت قالوا أضاف أضافت أكد أكدت سأل سألت كتب كتبت تابع تابعت صرح صرحت أجاب أجابت رد ردت أوضح أوضحت صرخ صرخت
    هتف هتفت
    أعلن أعلنت أردف أردفت علق علقت تساءل تساءلت يقول تقول يضيف تضيف وصف وصفت اعتبر اعتبرت شدد شددت دعا دعت طالب طالبت
    """
)
ASKS = _table("سأل سألت يسأل تسأل وسأل وسألت")
ANSWERS = _table("فأجاب فأجابت فرد فردت فقال فقالت أجاب أجابت")
