"""The words that invented stories are made of, in English and in Arabic. Places, people and bodies do not exist."""

from dataclasses import dataclass

ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")

# In English, in Arabic.
PLACES = (
    ("Kelmar", "كلمار"), ("Dorvane", "دورفان"), ("Issend", "إسند"), ("Talmere", "تلمير"), ("Arvik", "أرفيك"),
    ("Nessaly", "نسالي"), ("Vantor", "فانتور"), ("Marsil", "مرسيل"), ("Orreth", "أوريث"), ("Belhane", "بلهان"),
    ("Suldra", "سلدرا"), ("Kanreth", "كنريث"), ("Ophrane", "أوفران"), ("Tirsal", "ترسال"), ("Gavroy", "غفروي"),
    ("Lissane", "ليسان"), ("Murdane", "مردان"), ("Yelvar", "يلفار"), ("Zarrin", "زرين"), ("Haldamar", "هلدمار"),
    ("Ebrane", "إبران"), ("Falsund", "فلسند"), ("Rismar", "رسمار"), ("Wendral", "وندرال"), ("Cavenor", "كفنور"),
)  # fmt: skip
# The Arabic ones are all feminine, as the verbs below are.
BODIES = (
    ("Harbour Authority", "هيئة ميناء"), ("Water Board", "هيئة مياه"), ("Teachers’ Union", "نقابة معلمي"),
    ("Town Council", "بلدية"), ("Farmers’ League", "رابطة مزارعي"), ("Chamber of Trade", "غرفة تجارة"),
    ("Health Service", "دائرة صحة"), ("Transport Company", "شركة نقل"),
)  # fmt: skip
DOCUMENTS = (("Audit of {}", "تدقيق حسابات {}"), ("Charter of {}", "ميثاق {}"))
FIRST_NAMES = (
    ("Adila", "عادلة"), ("Bertan", "برتان"), ("Corvin", "كورفين"), ("Dalia", "داليا"), ("Emran", "عمران"),
    ("Fenna", "فينا"), ("Galen", "غالن"), ("Hanin", "حنين"), ("Ilsa", "إلسا"), ("Jamil", "جميل"), ("Kasia", "كاسيا"),
    ("Lorand", "لوراند"), ("Mirel", "ميرل"), ("Nadir", "نادر"), ("Osric", "أوسريك"), ("Rana", "رنا"),
)  # fmt: skip
LAST_NAMES = (
    ("Abrane", "أبران"), ("Bellory", "بلوري"), ("Cassim", "قاسم"), ("Dremond", "درموند"), ("Estavar", "إستفار"),
    ("Farrun", "فرون"), ("Gholan", "غولان"), ("Hesper", "هسبر"), ("Ildane", "إلدان"), ("Jorvik", "جورفيك"),
    ("Kellan", "كلان"), ("Lomar", "لومار"), ("Mazin", "مازن"), ("Norrell", "نورل"), ("Ossane", "أوسان"),
    ("Perrin", "برين"), ("Quarel", "كواريل"), ("Rostam", "رستم"), ("Sorley", "سورلي"), ("Tamsin", "تمسين"),
)  # fmt: skip
THEMES = (
    ("Fisheries", "مصايد"), ("Dredging", "تجريف"), ("Rents", "إيجارات"), ("Schools", "مدارس"), ("Clinics", "عيادات"),
    ("Bridges", "جسور"), ("Tariffs", "تعرفات"), ("Orchards", "بساتين"), ("Irrigation", "ري"), ("Wages", "أجور"),
    ("Museums", "متاحف"), ("Theatre", "مسرح"), ("Cycling", "دراجات"), ("Rowing", "تجديف"), ("Handball", "كرة يد"),
    ("Archives", "محفوظات"), ("Forests", "غابات"), ("Flooding", "فيضانات"), ("Heat", "حر"), ("Air", "هواء"),
    ("Customs", "جمارك"), ("Shipping", "شحن"), ("Trams", "ترام"), ("Buses", "حافلات"), ("Housing", "إسكان"),
    ("Pensions", "معاشات"), ("Courts", "محاكم"), ("Local budgets", "موازنات محلية"), ("Vaccination", "تلقيح"),
    ("Nursing", "تمريض"), ("Olive oil", "زيت زيتون"), ("Textiles", "نسيج"), ("Glass", "زجاج"), ("Quarries", "مقالع"),
    ("Solar power", "طاقة شمسية"), ("Wind power", "طاقة رياح"), ("Recycling", "تدوير"), ("Beekeeping", "نحل"),
    ("Night trains", "قطارات ليلية"), ("Radio", "إذاعة"),
)  # fmt: skip
THINGS = (
    ("ferry timetable", "جدول العبّارات"), ("school budget", "موازنة المدارس"), ("flood barrier", "حاجز الفيضان"),
    ("night bus", "حافلات الليل"), ("water tariff", "تعرفة المياه"), ("fish market", "سوق السمك"),
    ("clinic rota", "مناوبات العيادات"), ("bridge survey", "مسح الجسور"), ("grain store", "مخازن الحبوب"),
    ("tram extension", "خط الترام الجديد"), ("housing register", "سجل الإسكان"), ("dredging contract", "عقد التجريف"),
    ("museum wing", "جناح المتحف"), ("pension review", "دراسة المعاشات"), ("air monitors", "أجهزة رصد الهواء"),
    ("orchard levy", "رسم البساتين"), ("customs hall", "قاعة الجمارك"), ("vaccination drive", "حملة التلقيح"),
    ("wage agreement", "اتفاق الأجور"), ("solar scheme", "مشروع الطاقة الشمسية"),
)  # fmt: skip
# Present, past; verbal noun.
ACTS = (
    ("delays", "delayed", "تأجيل"), ("approves", "approved", "إقرار"), ("reviews", "reviewed", "مراجعة"),
    ("halts", "halted", "وقف"), ("extends", "extended", "تمديد"), ("cuts", "cut", "خفض"),
    ("publishes", "published", "نشر"), ("rejects", "rejected", "رفض"), ("funds", "funded", "تمويل"),
    ("suspends", "suspended", "تعليق"), ("restores", "restored", "استعادة"), ("expands", "expanded", "توسيع"),
)  # fmt: skip
OCCASIONS = (
    ("after an audit", "بعد تدقيق الحسابات"), ("before winter", "قبل الشتاء"), ("after complaints", "بعد شكاوى"),
    ("as costs rise", "مع ارتفاع الكلفة"), ("after a long debate", "بعد نقاش طويل"), ("again", "مجددًا"),
    ("despite protests", "رغم الاحتجاجات"), ("in a close vote", "بفارق ضئيل"), ("after a storm", "بعد العاصفة"),
    ("ahead of talks", "قبيل المحادثات"), ("without warning", "من دون إنذار"), ("after a ruling", "بعد حكم قضائي"),
)  # fmt: skip


@dataclass(frozen=True)
class Phrases:
    """How a language puts them together. `{…}` is filled by `inventing`."""

    headline: str
    standfirst: str
    sentences: tuple[str, ...]
    quotations: tuple[str, ...]
    facts: tuple[str, ...]
    quoted: str
    reported: str
    kickers: tuple[str, ...]
    days: tuple[str, ...]
    syllables: str
    wrong: str
    right: str
    reason: str


ENGLISH = Phrases(
    headline="{body} {act} {thing} {occasion}",
    standfirst="The decision in {place} touches {number} households, and was taken {occasion}.",
    sentences=(
        "The {body} {acted} the {thing} on {day}, {occasion}.",
        "Officials in {place} expect the work to take {number} weeks and to cost {more} million crowns.",
        "Complaints about the {thing} rose by {number} per cent in {year}, figures seen by this newspaper show.",
        "Residents of {street} Street, in the north of {place}, were told by letter on {day}.",
        "A second meeting is to be held at {street} Hall within {number} days.",
        "The {other} did not answer questions by the time of publication.",
        "The dispute goes back to {year}, when the council {acted} the {thing} and then thought better of it.",
        "In {place}, where {number} people in a hundred depend on it, shops closed early on {day}.",
        "The barge {street}, which was to carry the first load, is still moored below the old bridge.",
        "Nothing in the {more} pages of the report explains who signed for the {thing}.",
    ),
    quotations=(
        "We asked about the {thing} in writing and nobody answered for {number} weeks",
        "Everyone in {place} knows what the {thing} costs and who pays for it",
        "Of the {more} promises that were made on {street} Street, {number} have been kept",
        "We will not sign anything that we have not read",
        "The {thing} was finished {number} days late and {more} per cent over its price",
        "It has been a hard year for {place}, and the next will be no easier",
    ),
    facts=(
        "The {thing} costs {more} million crowns a year",
        "In {year} the {thing} served {number} households in a hundred",
        "Only {number} of the {more} posts in {place} are filled",
    ),
    quoted="“{words},” said {name}.",
    reported="{words}, according to {name}.",
    kickers=("", "", "Explained", "Harbours", "Budget", "Report"),
    days=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    syllables="bar dren fal gor hes il kan lor mev nur os pel rin sul tav vor",
    wrong="An earlier version gave the cost as {number} million crowns.",
    right="The cost is {more} million crowns.",
    reason="It rested on a document that turned out to be forged.",
)
ARABIC = Phrases(
    headline="{body}: {act} {thing} {occasion}",
    standfirst="يمس القرار في {place} {number} أسرة، وقد اتُّخذ {occasion}.",
    sentences=(
        "أعلنت {body} يوم {day} {act} {thing} {occasion}.",
        "ويتوقع مسؤولون في {place} أن يستغرق العمل {number} أسبوعًا وأن يكلّف {more} مليون كراون.",
        "وارتفعت الشكاوى من {thing} بنسبة {number} في المئة عام {year}، وفق أرقام اطّلعت عليها الصحيفة.",
        "وتلقّى سكان شارع {street} في شمال {place} رسالة بذلك يوم {day}.",
        "ومن المقرر أن يُعقد اجتماع ثانٍ في قاعة {street} خلال {number} يومًا.",
        "ولم ترد {other} على الأسئلة حتى موعد النشر.",
        "ويعود الخلاف إلى عام {year} حين طُرح {act} {thing} ثم عُدل عنه.",
        "وفي {place}، حيث يعتمد عليه {number} شخصًا من كل مئة، أغلقت المتاجر باكرًا يوم {day}.",
        "ولا يزال المركب {street}، الذي كان سينقل الحمولة الأولى، راسيًا تحت الجسر القديم.",
        "وليس في صفحات التقرير، وعددها {more}، ما يوضح من وقّع على {thing}.",
    ),
    quotations=(
        "سألنا كتابةً عن {thing} ولم يجبنا أحد طوال {number} أسبوعًا",
        "الجميع في {place} يعرفون كلفة {thing} ومن يدفعها",
        "من أصل {more} وعدًا قُطعت في شارع {street} لم يُنفَّذ إلا {number} وعدًا",
        "لن نوقّع على ما لم نقرأه",
        "انتهى العمل في {thing} متأخرًا {number} يومًا وبزيادة {more} في المئة على سعره",
        "كان عامًا صعبًا على {place} ولن يكون العام المقبل أسهل",
    ),
    facts=(
        "تبلغ كلفة {thing} {more} مليون كراون في السنة",
        "في عام {year} استفاد من {thing} {number} أسرة من كل مئة",
        "لم يُشغل إلا {number} من أصل {more} وظيفة في {place}",
    ),
    quoted="«{words}»، بحسب {name}.",
    reported="{words}، وفق {name}.",
    kickers=("", "", "شرح", "موانئ", "موازنة", "تقرير"),
    days=("الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
    syllables="با در فال غو هس إل كن لو ميف نور أوس بل رين سل تاف فو",
    wrong="ذكرت نسخة سابقة أن الكلفة {number} مليون كراون.",
    right="الكلفة {more} مليون كراون.",
    reason="استند إلى وثيقة تبيّن أنها مزوّرة.",
)
PHRASES = {"en": ENGLISH, "ar": ARABIC}
LANGUAGES = tuple(PHRASES)


def of(pair: tuple[str, ...], language: str) -> str:
    """An entry of the lists above in one language: Arabic stands last."""
    return pair[-1 if language == "ar" else 0]


def numeral(number: int, language: str) -> str:
    return str(number).translate(ARABIC_INDIC) if language == "ar" else str(number)
