"""Kinds of things that have names of their own, English and Arabic, and the words that give a name: data, spelled as
folding.fold() spells it."""

import re
from collections.abc import Iterable, Iterator
from enum import Enum

from articles.text import folding

# What an author, an owner, a state gives a name to. Plurals by the rule; those that have another stand beside it.
_ENGLISH = """
    novel novella book trilogy memoir autobiography biography story tale poem anthology essay treatise pamphlet
    play drama comedy tragedy musical opera operetta ballet symphony sonata concerto film movie documentary
    blockbuster thriller western cartoon animation miniseries series serial sitcom show episode season sequel
    prequel song single ballad hymn anthem carol track tune lullaby album record ep mixtape band orchestra choir
    duo trio quartet painting portrait sculpture statue mural fresco drawing etching engraving photograph
    installation exhibition exhibit exposition retrospective gallery museum game video-game videogame app
    application software platform website site blog podcast newsletter channel station network programme program
    broadcast newspaper paper daily weekly monthly magazine journal tabloid broadsheet periodical bulletin
    gazette column agency review ship boat ferry vessel trawler tanker freighter tug tugboat yacht schooner
    frigate destroyer cruiser submarine warship carrier dinghy barge lifeboat steamer liner sloop brig dredger
    icebreaker minesweeper cutter launch aircraft plane airliner jet helicopter drone rocket missile satellite
    spacecraft probe shuttle rover balloon locomotive train tram car truck lorry tank rifle gun howitzer torpedo
    bomb engine motorbike tractor robot company firm corporation conglomerate start-up startup brand label chain
    bank insurer airline shop store restaurant cafe bar pub inn tavern hotel hostel resort nightclub club cinema
    theatre theater factory brewery foundation charity association society union federation league party
    movement coalition alliance bloc list group faction militia brigade battalion regiment division squadron
    cell gang cartel cult sect lodge operation offensive exercise manoeuvre mission campaign project initiative
    scheme plan strategy drive appeal festival conference summit forum congress fair contest competition
    tournament cup championship race marathon prize award medal scholarship fellowship law act bill treaty
    charter directive decree regulation constitution doctrine manifesto report study survey thesis dissertation
    article chapter document dossier brochure leaflet guide manual handbook atlas encyclopedia encyclopaedia
    dictionary product model type drug medicine vaccine pill perfume wine beer cheese variety breed dish
    cocktail virus worm malware storm hurricane typhoon cyclone comet asteroid star planet crater street square
    bridge dam tower building estate camp prison mine well oilfield field farm ranch island reef nickname
    pseudonym alias codename password nom-de-guerre pen-name title market park garden tour college university
    church mosque temple chapel monastery abbey stadium arena airport terminal tunnel castle palace fort
    fortress mall plaza pier quay harbour harbor lighthouse crane windmill mill vineyard bakery bookshop
    bookstore publisher imprint studio theme-park zoo aquarium hospital clinic laboratory lab institute academy
    ensemble troupe circus carnival parade regatta derby trophy lottery raffle bot chatbot browser widget font
    typeface keyboard laptop smartphone phone tablet console meme playlist cantata requiem oratorio aria waltz
    tango jingle soundtrack score screenplay script libretto sketch comic manga saga epic fable parable sermon
    lecture workshop seminar course recipe cookbook soup cake sauce horse mare stallion racehorse greyhound
"""
_ENGLISH_PLURALS = "series aircraft spacecraft ferries stories comedies tragedies companies charities dailies weeklies"
# Arabic nouns and, behind a stroke, their plural; the dual and what is joined to them (روايتها) come by the rule.
_ARABIC = """
    رواية/روايات كتاب قصة/قصص ديوان/دواوين قصيدة/قصائد مجموعة/مجموعات ملحمة مذكرات مقالة/مقالات سيرة
    ثلاثية/ثلاثيات مسرحية/مسرحيات أوبرا باليه سيمفونية فيلم/أفلام شريط/أشرطة وثائقي مسلسل/مسلسلات حلقة/حلقات
    سلسلة/سلاسل برنامج/برامج أغنية/أغان/أغاني أنشودة/أناشيد نشيد ألبوم/ألبومات مقطوعة/مقطوعات موشح فرقة/فرق
    أوركسترا كورال جوقة لوحة/لوحات تمثال/تماثيل جدارية/جداريات منحوتة/منحوتات معرض/معارض متحف/متاحف لعبة/ألعاب
    تطبيق/تطبيقات منصة/منصات موقع/مواقع مدونة/مدونات بودكاست نشرة/نشرات قناة/قنوات محطة/محطات إذاعة/إذاعات
    شبكة/شبكات صحيفة/صحف جريدة/جرائد مجلة/مجلات دورية/دوريات زاوية عمود وكالة/وكالات سفينة/سفن باخرة/بواخر
    عبارة/عبارات زورق/زوارق قارب/قوارب مركب/مراكب ناقلة/ناقلات يخت/يخوت بارجة/بوارج فرقاطة/فرقاطات مدمرة/مدمرات
    غواصة/غواصات حاملة/حاملات قاطرة/قاطرات أسطول طائرة/طائرات مروحية/مروحيات مسيرة/مسيرات صاروخ/صواريخ قمر مكوك
    مركبة/مركبات مسبار دبابة/دبابات بندقية/بنادق مدفع/مدافع قنبلة/قنابل قطار/قطارات سيارة/سيارات شاحنة/شاحنات
    محرك شركة/شركات مؤسسة/مؤسسات مصنع/مصانع مصرف/مصارف بنك/بنوك متجر/متاجر علامة/علامات ماركة دار مكتبة/مكتبات
    مطعم/مطاعم مقهى/مقاهي/مقاه فندق/فنادق ناد/نادي/أندية ملهى سينما مسرح/مسارح منتجع مول مركز/مراكز حزب/أحزاب
    حركة/حركات تيار/تيارات جبهة/جبهات تحالف/تحالفات ائتلاف/ائتلافات كتلة/كتل قائمة/قوائم لائحة/لوائح
    تنظيم/تنظيمات جماعة/جماعات ميليشيا/ميليشيات مليشيا فصيل/فصائل عصابة/عصابات خلية/خلايا جمعية/جمعيات
    منظمة/منظمات رابطة/روابط اتحاد/اتحادات نقابة هيئة/هيئات لجنة كتيبة/كتائب لواء/ألوية فوج/أفواج سرية/سرايا
    قوات قوة فيلق عملية/عمليات مناورة/مناورات تمرين/تمارين معركة/معارك حملة/حملات مبادرة/مبادرات مشروع/مشاريع
    خطة/خطط استراتيجية رؤية صندوق/صناديق مهرجان/مهرجانات مؤتمر/مؤتمرات قمة/قمم منتدى/منتديات ندوة/ندوات ملتقى
    مسابقة/مسابقات بطولة/بطولات كأس دوري سباق/سباقات جائزة/جوائز وسام/أوسمة منحة/منح قانون/قوانين معاهدة/معاهدات
    اتفاق/اتفاقات اتفاقية/اتفاقيات ميثاق مرسوم/مراسيم وثيقة/وثائق تقرير/تقارير دراسة/دراسات بحث/بحوث أطروحة كراس
    كراسة دليل/أدلة فصل/فصول ملف/ملفات منتج/منتجات طراز/طرازات صنف/أصناف دواء/أدوية لقاح/لقاحات عقار/عقارات
    عطر/عطور فيروس/فيروسات برمجية/برمجيات إعصار/أعاصير عاصفة/عواصف منخفض مذنب كويكب نجم كوكب شارع/شوارع
    ساحة/ساحات ميدان جسر/جسور سد/سدود برج/أبراج مبنى عمارة حي/أحياء مخيم/مخيمات سجن/سجون منجم/مناجم حقل/حقول
    مزرعة/مزارع جزيرة/جزر مدرسة/مدارس جامعة/جامعات مستشفى/مستشفيات بوابة/بوابات قاعة/قاعات نظام/أنظمة جهاز/أجهزة
    هاتف/هواتف ميناء سوق/أسواق أسبوع ليلة/ليالي دورة/دورات حديقة/حدائق متنزه مسجد/مساجد جامع كنيسة/كنائس دير
    معبد مستوطنة/مستوطنات ملعب/ملاعب نفق/أنفاق مطار/مطارات قلعة قصر حصن عيد حفل جولة رحلة فعالية/فعاليات
    كلية/كليات معهد/معاهد أكاديمية ثانوية روضة عيادة مختبر استوديو مخبز مشروب طبق أكلة حصان فرس مقطع كليب
    سيناريو أوبريت ترنيمة لحن أسطورة حكاية/حكايات خرافة طريق/طرق حافلة/حافلات ترام دراجة سلاح رشاش قذيفة/قذائف
    مدينة/مدن بلدة/بلدات قرية/قرى معبر/معابر محمية ضاحية حاجز/حواجز بحيرة
    باب/أبواب صفحة/صفحات ركن زاوية لغم/ألغام نظرية نموذج فرضية مشفى صيدلية/صيدليات غارة طائفة طريقة ورشة/ورش
"""
# Words that stand between a thing and its name.
_NAMING = """
    titled entitled headed subtitled called named nicknamed dubbed aka alias codenamed code-named christened baptised
    rechristened renamed self-titled
    بعنوان عنوان عنوانه عنوانها عنوانهما المعنون المعنونة معنون معنونة عناوين اسم باسم اسمه اسمها واسمه واسمها
    الملقب الملقبة ملقب ملقبا لقب لقبه لقبها بلقب المكنى المكناة يكنى كنيته المعروف المعروفة معروف معروفة معروفا
    المعروفين يعرف تعرف عرف عرفت الشهير الشهيرة المشهور المشهورة شهرته المسمى المسماة المسمات المدعو المدعوة سمي
    توقيع بتوقيع وقعه وقعته سميت يسمى تسمى يدعى تدعى يلقب تلقب يسمونه يسمونها يسمونهم الملقبان الملقبين حركيا الحركي
"""
# So called: nobody in the sentence says it, and the writer keeps away from it.
_SO_CALLED = "so-called socalled"
_SO_CALLED_PHRASES = "so called|ما يسمى|بما يسمى|ما يسمونه|ما يدعى|ما يعرف|ما سمي|ما عرف|لما يسمى|يطلق عليه|يطلق عليها"
# Like: a comparison that nobody in the sentence makes.
_LIKE_PHRASES = "ما يشبه|بما يشبه|أشبه ب|ما يشبه ال"
# What calls the next thing a word, a letter, a place in a row.
_WORD = """
    word words term terms phrase expression prefix suffix adjective noun verb syllable letter adverb acronym
    abbreviation slang hashtag
    كلمة كلمتا كلمتي كلمات لفظ لفظة لفظتا مصطلح مصطلحا مصطلحات مفردة تعبير عبارة حرف وسم هاشتاغ
"""
_MEANING = """
    means meant mean meaning dialect stands spelled spelt translates translated pronounced denotes
    لهجة بلهجة اللهجة تعني يعني معناها معناه معنى بمعنى ترادف مرادف اشتقاق مشتقة مشتق
"""

_UNDER = "name names title titles nickname alias pseudonym codename heading rubric"
# Known as, sold as: what follows is a name, as it is not behind “described as”.
_CALLING = """
    call calls called calling dub dubs dubbed dubbing nickname nicknames nicknamed christen christened known knows
"""
_KNOWN = """
    known sold billed marketed registered remembered famous listed advertised traded trading goes nicknamed dubbed
"""
# Verbs by which works are made: what follows is what they made, where it is spelled as a title.
_MAKING = """
    wrote writes write written writing sang sings sing sung singing read reads reading record recorded records published
    publishes
"""
_USED = (
    "used uses use using repeated repeats chose bore bears bearing carried carrying painted printed scrawled daubed "
)
_USED_ALSO = "استخدم استخدمت يستخدم تستخدم استعمل استعملت كرر كررت"
# What has the name of who speaks behind it.
_BY = "بحسب|وبحسب|حسب|وفق|ووفق|وفقا ل|طبقا ل|نقلا عن|according to"
# A question of: who asked it stands between marks.
_ASKED_BY = "سؤال أسئلة استفسار استفسارات طلب سؤالا"
# Between a verb of saying and its words: the envelope said only “…”.
_MERELY = "only simply just merely also then again instead thus plainly always still later even once finally"
# What is signed, with what is written there, and whose it is where guests sign it.
_SIGNING = "sign signs signed signing inscribed inscribe inscribing autographed وقع وقعت يوقع توقع موقعا ووقع ووقعت"
_SIGNED = "book guestbook guest-book register wall card page scroll programme ledger album السجل الكتاب الذهبي الشرف"
_GUESTS = """
    visitors visitors' visitor's guest guests guests' condolence condolences honour honor golden
    شرف الشرف الزوار
"""
# Somebody asks for his name not to stand there.
_UNNAMED = "عدم دون رافضا رافضة withheld"
# Who speaks of himself or to somebody; and who makes works, or what befalls them, beside their names.
_SPEAKING = "i we you us me my our your he she they them it"
_MAKERS = """
    singer singers star stars author writer director actor actress creator maker composer songwriter novelist playwright
    wins win won opens opened closes premieres premiered returns tops topped runs screens review reviewed cast fans
"""
# Where works are shown.
_VENUES = "مسرح مسارح صالة صالات سينما مهرجان متحف معرض قاعة دار"
# Names that somebody goes by: he answers to “Skip”.
_ANSWERING_TO = (("answers", "to"), ("answered", "to"), ("goes", "by"), ("went", "by"), ("answering", "to"))
# Where people write to each other: names that stand without a noun.
_PLATFORMS = """
    facebook|twitter|x|telegram|instagram|youtube|tiktok|tik tok|whatsapp|snapchat|threads|bluesky|mastodon|reddit
    linkedin|truth social|signal|discord|wechat|weibo|google|zoom
    فيسبوك|فيس بوك|تويتر|إكس|اكس|تلغرام|تليغرام|تيليغرام|تلجرام|إنستغرام|انستغرام|إنستجرام|يوتيوب|تيك توك|تيكتوك
    واتساب|واتس آب|سناب شات|سنابشات|ثريدز|بلوسكاي|لينكد إن|تروث سوشيال|تروث سوشال|غوغل|جوجل|زووم|زوم|سيغنال
"""
# What is held with somebody to whom one speaks: في حديث إلى «بريد الريم», في مقابلة مع.
_TALKS = """
    حديث حديثه حديثها مقابلة لقاء حوار تصريح تصريحات تصريحه تصريحها تصريحاته تصريحاتها اتصال مداخلة كلام بيان رسالة
    مكالمة محادثة سؤال أسئلة استفسار
"""
# Verbs that give a name, with whom they give it to: لقبه الصحافيون «الثعلب».
_GIVING = """
    لقبه لقبها لقبوه لقبوها لقبته لقبتها سماه سماها أسماه أسماها سموه سموها يسمي تسمي يسمون يسمونه يسمونها يسميه يسميها
    تسميه تسميها يلقبه يلقبونه تلقبه كناه يكنونه
"""
# What papers and stations are called by, within the marks: «قناة الغد».
_MEDIA = "قناة صحيفة وكالة إذاعة مجلة جريدة تلفزيون راديو شبكة موقع"
_PREPOSITIONS = "إلى على عن من في مع لها له لهم"
_WHAT = "ما بما مما لما كما وما"
_TO = "الى إلى مع ل"
_COPULAS = """
    is was are were has had will would
    كان كانت كانوا ليس ليست بات باتت أصبح أصبحت صار صارت ظل ظلت يبقى تبقى بقي بقيت يبدو تبدو
"""
# Over a list of titles: books. In a sentence it is a verb, he wrote.
_LABELS = "كتب"
_HE_IS = "وهو وهي وهما هو هي وهم"
_SMALL = "a an and as at but by for from in into nor of off on onto or over the to up upon vs via with"
_ARTICLES = "the a an his her its their our my your this that these those"
_LETTERS = "ب ل ك و ف بال"

_PRONOUNS = ("ه", "ها", "هم", "هما", "نا", "ي", "ك", "كم")


class Kind(Enum):
    """How an Arabic noun is joined to what follows it: سفينة «الأمل», السفينة «الأمل», سفينته «الأمل»."""

    BARE = "bare"
    DEFINITE = "definite"
    OWNED = "owned"


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "sh", "ch", "x")) else f"{noun}s"


def _arabic(nouns: str) -> Iterator[tuple[str, Kind]]:
    for noun in re.split(r"[\s/]+", nouns.strip()):
        joined = f"{noun[:-1]}ت" if noun.endswith("ة") else noun
        yield noun, Kind.BARE
        yield from ((f"{joined}{end}", Kind.BARE) for end in ("ا", "ي", "ان", "ين"))
        yield from ((f"{joined}{pronoun}", Kind.OWNED) for pronoun in _PRONOUNS)


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(folding.fold, words))


_NOUNS = _ENGLISH.split()
ENGLISH = _folded([*_NOUNS, *map(_plural, _NOUNS), *_ENGLISH_PLURALS.split()])
ARABIC = {folding.fold(form): kind for form, kind in reversed(list(_arabic(_ARABIC)))}
NAMING = _folded(_NAMING.split())
SO_CALLED = _folded(_SO_CALLED.split())
LIKE_PHRASES = _folded(_LIKE_PHRASES.split("|"))
SO_CALLED_PHRASES = _folded(_SO_CALLED_PHRASES.split("|"))
WORD = _folded(_WORD.split())
MEANING = _folded(_MEANING.split())
UNDER, KNOWN, CALLING = _folded(_UNDER.split()), _folded(_KNOWN.split()), _folded(_CALLING.split())
MAKING, USED = _folded(_MAKING.split()), _folded(f"{_USED} {_USED_ALSO}".split())
BY = _folded(_BY.split("|"))
UNNAMED = _folded(_UNNAMED.split())
SPEAKING, MAKERS = _folded(_SPEAKING.split()), _folded(_MAKERS.split())
AT, VENUES = {"في", "على", "at"}, _folded(_VENUES.split())
MERELY, SIGNING = _folded(_MERELY.split()), _folded(_SIGNING.split())
SIGNED, GUESTS = _folded(_SIGNED.split()), _folded(_GUESTS.split())
ASKED_BY, ANSWERING_TO = _folded(_ASKED_BY.split()), [list(each) for each in _ANSWERING_TO]
GIVING, WHAT = _folded(_GIVING.split()), _folded(_WHAT.split())
MEDIA = _folded(_MEDIA.split())
PREPOSITIONS = _folded(_PREPOSITIONS.split())
PLATFORMS = _folded(each.strip() for each in re.split(r"[|\n]", _PLATFORMS) if each.strip())
TALKS, TO = _folded(_TALKS.split()), _folded(_TO.split())
COPULAS, HE_IS, LABELS = _folded(_COPULAS.split()), _folded(_HE_IS.split()), _folded(_LABELS.split())
SMALL, ARTICLES, LETTERS = _folded(_SMALL.split()), _folded(_ARTICLES.split()), _folded(_LETTERS.split())
AS = {"as", "by", "to", "be", *LETTERS}


def names(word: str) -> bool:
    """Whether a folded word has a name behind it: called, بعنوان, واسمها."""
    return word in NAMING or (word[:1] in set("وفبل") and word[1:] in NAMING)


def of(word: str) -> Kind | None:
    """How a folded word names a kind of thing, whatever Arabic has joined before it; None where it names none."""
    if word in ENGLISH:
        return Kind.BARE
    for end in range(len(_JOINED.match(word).group()) + 1):  # type: ignore[union-attr]
        bare = word[end:]
        if bare in ARABIC:
            return ARABIC[bare]
        noun = bare[2:] if bare.startswith(("ال", "لل")) else ""
        if noun in ARABIC and ARABIC[noun] is Kind.BARE:
            return Kind.DEFINITE
    return None


_JOINED = re.compile("(?:[وف]?[بلك]?(?=...))?")
