"""Words of saying, English and Arabic: verbs in all their forms, and what else says whose words follow. Data, shared by
what tells a quotation from a title and by what proposes who spoke.

Every form is spelled as folding.fold() spells it (اكد for أكّد). Ask with a folded word, with or without what Arabic
joins to it (و, ف, س).
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from articles.text import folding

# English verbs, by their infinitive; what does not follow the rule stands in _IRREGULAR.
_ENGLISH = """
    say tell ask answer reply respond retort add explain declare announce insist argue claim warn promise vow
    pledge swear admit concede confess acknowledge deny dismiss denounce condemn criticise criticize decry
    deplore praise mock ridicule lament complain protest object shout cry yell scream bellow roar chant sing
    whisper mutter murmur mumble joke quip recall remark observe comment assert affirm confirm maintain contend
    allege accuse suggest propose urge plead beg demand request advise recommend write testify recount narrate
    reminisce describe quote cite mention repeat reiterate stress emphasise emphasize underline underscore
    conclude summarise summarize predict caution hint imply speak boast brag greet thank apologise apologize
    wonder muse exclaim gasp sigh snap counter rejoin interject interrupt threaten appeal tweet blog scrawl daub
    scribble rule stipulate inform assure remind reassure inquire enquire query retract rebut refute agree
    disagree characterise characterize liken deem blast slam lambast lambaste rebuke berate scold chide taunt
    tease jeer heckle preach proclaim profess pronounce decree opine volunteer elaborate clarify specify
    disclose reveal divulge attest vouch sneer scoff grumble moan groan growl coax exhort implore prophesy
    rhapsodise gush enthuse hail laud extol applaud toast intone recite dictate
"""
# Verbs that are as often something else, a noun above all, and words of thinking: they say little by themselves.
_ENGLISH_WEAK = """
    radio cable telegraph diagnose refer chalk spray stencil flash blink pencil
    term call state report note order post print charge point text email message label brand term dub read find hold
    judge feel think believe hope fear doubt remember reflect continue begin relate publish hear expect consider
    regard view fume rage laugh smile shrug nod talk welcome reject refuse blame headline caption forecast mark
    rate stamp engrave inscribe carve embroider etch emblazon tattoo paint word
"""
_IRREGULAR = {
    "say": "said",
    "tell": "told",
    "swear": "swore sworn",
    "sing": "sang sung",
    "write": "wrote written",
    "speak": "spoke spoken",
    "find": "found",
    "hold": "held",
    "feel": "felt",
    "think": "thought",
    "begin": "began begun",
    "read": "",
    "hear": "heard",
    "plead": "pled",
}
_DOUBLED = {"beg", "brag", "blog", "dub", "nod", "rebut", "quip", "slam", "snap", "wed", "admit"}

# Arabic verbs: perfect and imperfect of the third person, and where it is usual the participle or the noun of action.
_ARABIC = """
    قال يقول قائل | صرح يصرح مصرح | أكد يؤكد مؤكد | أعلن يعلن معلن | أوضح يوضح موضح | أضاف يضيف مضيف
    أشار يشير مشير | ذكر يذكر ذاكر | أفاد يفيد مفيد | أجاب يجيب مجيب | رد يرد راد | سأل يسأل سائل
    تساءل يتساءل متسائل | حذر يحذر محذر | نبه ينبه منبه | لفت يلفت لافت | شدد يشدد مشدد | نفى ينفي ناف
    زعم يزعم زاعم | ادعى يدعي مدع | اتهم يتهم متهم | وصف يصف واصف | اعتبر يعتبر معتبر | رأى يرى
    اعترف يعترف معترف | أقر يقر مقر | كشف يكشف كاشف | هتف يهتف هاتف | صاح يصيح صائح | صرخ يصرخ صارخ
    همس يهمس هامس | ردد يردد مردد | غنى يغني | أنشد ينشد | كتب يكتب كاتبا | غرد يغرد مغرد | دون يدون
    روى يروي راويا | حكى يحكي | سرد يسرد | تحدث يتحدث متحدثا | تكلم يتكلم متكلما | خاطب يخاطب مخاطبا
    ناشد يناشد مناشد | طالب يطالب مطالب | دعا يدعو داع | ندد يندد مندد | أدان يدين مدين | استنكر يستنكر مستنكر
    شجب يشجب | انتقد ينتقد منتقد | هاجم يهاجم مهاجما | سخر يسخر ساخر | هدد يهدد مهدد | توعد يتوعد متوعد
    وعد يعد واعد | تعهد يتعهد متعهد | أقسم يقسم مقسم | تابع يتابع متابع | أردف يردف مردف | استطرد يستطرد مستطرد
    استدرك يستدرك مستدرك | عقب يعقب معقب | علق يعلق معلق | ختم يختم خاتم | اختتم يختتم مختتم | خلص يخلص
    أعرب يعرب معرب | عبر يعبر معبر | اشتكى يشتكي مشتكيا | شكا يشكو شاكيا | تذمر يتذمر متذمر | أبدى يبدي مبديا
    شرح يشرح شارح | فسر يفسر مفسر | نوه ينوه منوه | أشاد يشيد مشيد | أثنى يثني مثنيا | امتدح يمتدح ممتدح
    رحب يرحب مرحب | استبعد يستبعد مستبعد | رجح يرجح مرجح | توقع يتوقع متوقع | اقترح يقترح مقترح
    أوصى يوصي موصيا | نصح ينصح ناصح | ألمح يلمح ملمح | لمح يلمح ملمحا | استذكر يستذكر مستذكر | تذكر يتذكر متذكر
    استعاد يستعيد مستعيد | أسر يسر | باح يبوح | أخبر يخبر مخبر | أبلغ يبلغ مبلغ | حدث يحدث | اعتذر يعتذر معتذر
    احتج يحتج محتج | اعترض يعترض معترض | أصر يصر مصر | جزم يجزم جازم | كرر يكرر مكرر | جدد يجدد مجدد
    بين يبين مبينا | قدر يقدر | نادى ينادي مناديا | تمنى يتمنى متمنيا | أسف يأسف آسفا | نص ينص
    جادل يجادل مجادل | مازح يمازح ممازح | تهكم يتهكم متهكم | أنكر ينكر منكر | استغرب يستغرب مستغرب
    وبخ يوبخ موبخ | لام يلوم لائم | شبه يشبه مشبه | سمى يسمي مسميا | لقب يلقب | نعت ينعت ناعت | أطلق يطلق
    ناقش يناقش | كذب يكذب مكذب | صدق يصدق | بشر يبشر | هنأ يهنئ | شكر يشكر شاكر | صلى يصلي | أملى يملي
    تلا يتلو تاليا | طمأن يطمئن مطمئن | برر يبرر مبرر | علل يعلل معلل | أفصح يفصح مفصح | صارح يصارح مصارح
    عاتب يعاتب معاتب | عزا يعزو | تباهى يتباهى متباهيا | تفاخر يتفاخر متفاخر | تحسر يتحسر متحسر | تأسف يتأسف متأسف
    تعجب يتعجب متعجب | تكهن يتكهن متكهن | تنبأ يتنبأ متنبئ | توسل يتوسل متوسل | ثمن يثمن مثمن | جاهر يجاهر مجاهر
    حث يحث حاث | حض يحض حاض | حلف يحلف | استهجن يستهجن مستهجن | استهل يستهل مستهل | استغاث يستغيث مستغيث
    استفسر يستفسر مستفسر | أنذر ينذر منذر | أهاب يهيب | فند يفند مفند | لخص يلخص ملخص | اختصر يختصر مختصر
    أوجز يوجز موجز | تمتم يتمتم متمتم | تضرع يتضرع متضرع | دحض يدحض | رجا يرجو راجيا | سوغ يسوغ مسوغ | شكك يشكك مشكك
    صحح يصحح مصحح | استنتج يستنتج مستنتج | أورد يورد | زعق يزعق زاعق | هلل يهلل مهلل | راهن يراهن مراهن
    استهزأ يستهزئ مستهزئ | تهجم يتهجم متهجم | أجمع يجمع مجمع | استخلص يستخلص | لوح يلوح ملوح | نعى ينعي
    ذكر يذكر مذكر | سلم يسلم | أسهب يسهب مسهب | بارك يبارك مبارك | نطق ينطق | تفهم يتفهم متفهم
    أثنى يثني | أجزم يجزم | استشهد يستشهد مستشهد | خاطر يخاطر | تحفظ يتحفظ متحفظ | امتعض يمتعض ممتعض
    صدح يصدح | دندن يدندن | أيد يؤيد مؤيد | ساءل يسائل مسائل | واسى يواسي مواسيا | عاهد يعاهد معاهد
"""
# The same, for verbs that are as often something else: came, carried, crossed, read, published, saw (a witness).
_ARABIC_WEAK = """
    جاء يجيء | ورد يرد | نقل ينقل ناقل | حمل يحمل | نشر ينشر | قرأ يقرأ | زاد يزيد | واصل يواصل مواصل | شهد يشهد
    عد يعد | بدأ يبدأ | انتهى ينتهي | رفض يرفض رافض | قرر يقرر | طلب يطلب | وجه يوجه | رفع يرفع | ظن يظن
    اعتقد يعتقد معتقد | شعر يشعر | نقش ينقش | حفر يحفر | طبع يطبع | صنف يصنف
    وجد يجد | لاحظ يلاحظ ملاحظ | رصد يرصد | سجل يسجل
    أثبت يثبت مثبت | أظهر يظهر | أبرز يبرز | أخفى يخفي مخفيا | حسم يحسم حاسم | دافع يدافع | ضحك يضحك | ابتسم يبتسم
    بكى يبكي | تنهد يتنهد | أوحى يوحي | أدلى يدلي مدليا | طرح يطرح | طعن يطعن | مضى يمضي | تحدى يتحدى | قاطع يقاطع
    اشترط يشترط مشترط | قضى يقضي
    وقع يوقع | فضل يفضل | استعرض يستعرض | أرجع يرجع | تداول يتداول | تبادل يتبادل | بث يبث | صوت يصوت
    أهدى يهدي
    سلم يسلم | لوح يلوح | تحفظ يتحفظ | جمع يجمع | بارك يبارك | نطق ينطق | صحح يصحح | أورد يورد | ثمن يثمن | لخص يلخص
    خط يخط | اتفق يتفق | ظهر يظهر | تضمن يتضمن | دعم يدعم | بين يبين | حدث يحدث
    قدر يقدر | عبر يعبر | أطلق يطلق | كشف يكشف | صدق يصدق | ناقش يناقش | علق يعلق | كذب يكذب | ختم يختم
    أسر يسر | لقب يلقب | صلى يصلي | شبه يشبه | أبدى يبدي | دون يدون | عقب يعقب | لام يلوم
"""
# A form that is spelled as a noun is: a text.
_ARABIC_NOUNS = "نص"
# What stands between a verb and its words, or in place of a verb: قوله, على حد تعبيره, بحسب, على لسان.
_ATTRIBUTING = """
    convicted acquitted cleared guilty charged indicted
    according words quoted quote quotes
    بحسب حسب وحسب وبحسب فبحسب وفق وفقا ووفق ووفقا طبقا لسان حد قول قوله قولها قولهم قولهما قولهن بقوله بقولها
    بقولهم القول بالقول أقواله أقوالها تعبير تعبيره تعبيرها تعبيرهم وصفه وصفها وصفهم بكلمة بعبارة بكلمات الكلمات
    كلماته كلماتها عبارته بما معناه مفاده مفادها نصه نصها كلمته كلمتها وعلى
"""
# What holds somebody's words, so that what it holds is quoted although nobody in the sentence says anything.
_HOLDING = """
    line lines lyric lyrics refrain
    letter letters message messages note notes statement statements tweet tweets email emails e-mail answer
    answers reply replies banner banners placard placards sign signs poster posters slogan slogans graffiti
    inscription inscriptions headline headlines chant chants testimony speech remark remarks comment comments
    envelope envelopes ticket tickets label labels tag tags plaque plaques tombstone headstone gravestone
    epitaph sticker stickers badge badges wreath ribbon billboard billboards blackboard whiteboard t-shirt t-shirts
    tattoo screen
    motto diary log logbook caption editorial editorials verdict telegram leaflet leaflets postcard notice
    notices clause article shout shouts cry cries accusation accusations allegation allegations claim claims
    warning warnings promise promises question questions quip
    رسالة رسائل برقية بيان بيانها بيانه تغريدة تغريدته تغريدتها منشور منشوره منشورها لافتة لافتات لافتتها يافطة
    مغلف المغلف ظرف بطاقة لوحة شاهدة قبر شريط شاشة وشم قميص سجل الشرف جملة مكتوب مكتوبا
    ملصق شعار شعارات هتاف هتافات تصريح تصريحات تصريحاته تصريحاتها جواب جوابه جوابها سؤال سؤاله ردها رده شهادته
    شهادتها خطاب خطابه خطابها مقولة وصية تدوينة تدوينته تدوينتها افتتاحية عبارات اتهامات اتهام بعبارة المادة
    مادة جدار جدران
"""
# Phrases of two words that name who speaks, and what does so only where a sentence begins (not in: forty per cent).
_PHRASES = """
    signed off|signs off
    put it|puts it|own words|in writing|على لسان|عن لسان|على حد|في نظر|في رأي|في تقدير|في اعتقاد|من وجهة
    استنادا إلى|واستنادا إلى|نقلا عن|ونقلا عن|كما جاء|جاء في|ورد في|كتب عليها|كتب عليه
"""
_FIRST = "per وعند عند وبرأي برأي"
# What says that a word was not used, or not said.
_NEGATIONS = """
    not never no without nobody didn't doesn't don't won't avoided avoids avoid
    لم لا لن ليس دون بدون عدم تجنب يتجنب تتجنب تجنبت
"""
# Before an Arabic clause that is somebody's words: that, that it, by that.
_THAT = "أن أنه أنها أنهم أنهما أنهن أننا أنني بأن بأنه بأنها بأنهم بأنهن بأنهما إن إنه إنها إنهم إنهما إنهن إنني إننا"

_JOINED = re.compile("(?:[وف]?[سل]?(?=..))?")
_ARTICLE = re.compile("(?:[وف]?[بلك]?(?:ال|ل)?(?=..))?")


def _english(verb: str) -> Iterator[str]:
    stem = verb[:-1] if verb.endswith("e") else verb + verb[-1] if verb in _DOUBLED else verb
    yield from (verb, f"{verb if verb.endswith('ee') else stem}ing")
    if verb.endswith("y") and verb[-2] not in "aeiou":
        yield from (f"{verb[:-1]}ies", f"{verb[:-1]}ied")
        return
    yield f"{verb}es" if verb.endswith(("s", "sh", "ch", "x", "z")) else f"{verb}s"
    yield from _IRREGULAR[verb].split() if verb in _IRREGULAR else [f"{stem}ed"]


def _arabic(verbs: str) -> Iterator[str]:
    for verb in re.split(r"\s*[|\n]\s*", verbs.strip()):
        yield from _conjugated(*verb.split())


def _conjugated(perfect: str, imperfect: str = "", participle: str = "") -> Iterator[str]:
    """The forms of the third person and of "we", with what they are said of or to (وصفه, سألها)."""
    stem = perfect[:-1] if perfect[-1] in "ىا" else perfect
    for form in (perfect, f"{stem}ت", f"{stem}وا", f"{stem}ا", f"{stem}تا", f"{stem}ن", f"{stem}نا"):
        yield from _with_pronouns(form)
    tail = imperfect[1:]
    if tail:
        plural = tail[:-1] if tail[-1] in "ىيو" else tail
        for person in "يتنأ":
            yield from _with_pronouns(person + tail)
            yield from (f"{person}{plural}ون", f"{person}{tail}ان", f"{person}{plural}وا", f"{person}{plural}ين")
    if participle:
        yield from (f"{participle}{end}" for end in ("ا", "ة", "ين", "يا", "ية"))


def _participles(verbs: str) -> Iterator[str]:
    for verb in re.split(r"\s*[|\n]\s*", verbs.strip()):
        for participle in verb.split()[2:]:
            yield from (participle.removesuffix("ا") + end for end in ("", "ا", "ة", "ين", "يا", "ية"))


def _with_pronouns(form: str) -> Iterator[str]:
    yield from (form + pronoun for pronoun in ("", "ه", "ها", "هم", "هما", "نا", "ني"))


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(folding.fold, words))


# Forms that are spelled as a commoner word is: half.
_ARE_OTHERS = frozenset(("نصف", "ايدا", "رجا"))
WEAK = _folded(
    [
        *(form for verb in _ENGLISH_WEAK.split() for form in _english(verb)),
        *_arabic(_ARABIC_WEAK),
        *_ARABIC_NOUNS.split(),
    ]
)
SAYING = (
    _folded([*(form for verb in _ENGLISH.split() for form in _english(verb)), *_arabic(_ARABIC)]) - WEAK - _ARE_OTHERS
)
ATTRIBUTING = _folded(_ATTRIBUTING.split())
HOLDING = _folded(_HOLDING.split())
NEGATIONS = _folded(_NEGATIONS.split()) | {f"{letter}{each}" for letter in "وف" for each in ("لم", "لا", "لن")}
THAT = _folded(_THAT.split()) | {f"{letter}{that}" for letter in "وف" for that in _folded(_THAT.split())}
# قائلاً, مضيفةً: who does something else says it with that.
PARTICIPLES = _folded(_participles(f"{_ARABIC.strip()}\n{_ARABIC_WEAK.strip()}"))
PHRASES = _folded(re.split(r"\s*[|\n]\s*", _PHRASES.strip()))
FIRST = _folded(_FIRST.split())


@lru_cache(maxsize=4096)  # Cached: a text says most of its words again and again.
def says(word: str) -> bool:
    """Whether a folded word is a verb of saying, whatever else Arabic has joined to it (وقالت, فسيقول)."""
    return any(form in SAYING for form in _forms(word))


@lru_cache(maxsize=4096)  # Cached: a text says most of its words again and again.
def may_say(word: str) -> bool:
    """Whether it may be one, though as often it is something else: called, read, report; جاء, نشر, كتب."""
    return any(form in WEAK for form in _forms(word))


@lru_cache(maxsize=4096)  # Cached: a text says most of its words again and again.
def holds(word: str) -> bool:
    """Whether it is a thing that words stand on or in: a letter, a banner; والرسالة, للافتة."""
    return any(form in HOLDING for form in (word, *(word[end:] for end in range(1, _ARTICLE.match(word).end() + 1))))  # type: ignore[union-attr]


def _forms(word: str) -> Iterator[str]:
    yield word
    yield from (word[end:] for end in range(1, _JOINED.match(word).end() + 1))  # type: ignore[union-attr]
