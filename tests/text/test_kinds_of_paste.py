"""What was not seen in a document does not enter, what was meant is not lost, and what was left out is counted."""

from collections import Counter

import pytest

from articles import text
from articles.text.foreign.seen import Left

WORD_REMARK = (
    "<p class=MsoNormal><a style='mso-comment-reference:R_1;mso-comment-date:20261101T1000'>The harbour office knew of "
    "the leak</a><span class=MsoCommentReference><span style='font-size:8.0pt'><![if !supportAnnotations]><a "
    'class=msocomanchor id="_anchor_1" href="#_msocom_1" language=JavaScript name="_msoanchor_1">[R1]</a><![endif]>'
    "<span style='mso-special-character:comment'>&nbsp;</span></span></span>.</p><div style='mso-element:comment-list'>"
    "<![if !supportAnnotations]><hr class=msocomoff><![endif]><div style='mso-element:comment'><![if "
    '!supportAnnotations]><div id="_com_1" class=msocomtxt language=JavaScript><![endif]><span '
    'style=\'mso-comment-author:"R"\'><a name="_msocom_1"></a></span><p class=MsoCommentText><span '
    'class=MsoCommentReference><a class=msocomoff href="#_msoanchor_1">[R1]</a></span>This came from the harbour '
    "master, who must not be named.</p></div></div></div>"
)
GOOGLE_REMARK = (
    '<p>He knew of it.<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup></p><div style="border:1px solid black">'
    '<p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span>Who told us must not be named.</span></p><p>Ask her.</p></div>'
)
OUR_STATEMENT = (
    '<p style="margin: 0px;">The union said <a class="passage" id="passage-1" href="https://paper.example/a/#statement-1"'
    '>“we will go home tonight”<sup><span class="visually-hidden" style="position: absolute; clip-path: inset(50%)"> '
    "Source </span>{}</sup></a> and left the quay.</p>"
)
UNSEEN = {
    "deletion": (
        "The fee is 500 dinars.",
        [
            '<p>The fee is <del cite="mailto:R">400 </del><ins>500 </ins>dinars.</p><p><del>He was drunk.</del></p>',
            "<p>The fee is <s>400</s> 500 dinars.</p>",
            "<p>The fee is <strike>400</strike> 500 dinars.</p>",
            '<p>The fee is <span style="text-decoration: line-through;">400</span> 500 dinars.</p>',
            '<p>The fee is <span style="text-decoration-line:underline line-through">400</span> 500 dinars.</p>',
            '<p>The fee is <span class="msoDel">400</span> 500 dinars.</p>',
            "<style>b.s1 {text-decoration: line-through}</style><p>The fee is <b class=s1>400</b> 500 dinars.</p>",
            "<p>The fee is 500 dinars.</p><ul style='text-decoration:line-through'><li>The pilot was drunk.</li></ul>",
        ],
    ),
    "remark": (
        "The harbour office knew of the leak.",
        [
            WORD_REMARK,
            GOOGLE_REMARK.replace("He knew of it.", "The harbour office knew of the leak."),
            "<div><p>The harbour office knew of the leak.</p><p class=MsoCommentText>Who must not be named</p></div>",
            '<p>The harbour office knew of the leak.</p><aside role="comment">Who must not be named</aside>',
            '<p>The harbour office knew of the leak.</p><p><a href="#cmnt_ref2" id="cmnt2">[b]</a> Not to be named</p>',
        ],
    ),
    "hidden": (
        "Nobody was hurt.",
        [
            '<p>Nobody <span style="display:none">else </span>was hurt.</p>',
            '<p>Nobody <span style="visibility: hidden">else </span>was hurt.</p>',
            '<p>Nobody <span style="mso-hide:all">else </span>was hurt.</p>',
            "<p>Nobody <span hidden>else </span>was hurt.</p>",
            '<p>Nobody <span class="sr-only">else </span>was hurt.</p>',
            '<p>Nobody <span class="screen-reader-text">else </span>was hurt.</p>',
            '<p>Nobody <span class="u-visuallyHidden">else </span>was hurt.</p>',
            '<p>Nobody <span style="position:absolute;left:-9999px">else </span>was hurt.</p>',
            '<p>Nobody <span style="position:absolute;width:1px;height:1px;overflow:hidden">else </span>was hurt.</p>',
            '<p>Nobody <span style="position: absolute; clip: rect(0, 0, 0, 0)">else </span>was hurt.</p>',
            '<p>Nobody <span style="opacity: 0">else </span>was hurt.</p>',
            '<p>Nobody <span style="font-size: 0px">else </span>was hurt.</p>',
            '<p>Nobody <o:p style="display:none">else </o:p>was hurt.</p>',
            '<p>Nobody <x-tip hidden>else </x-tip>was hurt.</p>',
            '<p>Nobody was hurt.</p><div style="max-height:0;overflow:hidden">Else</div>',
            "<style><!-- /* x */ .no {display:none !important} --></style><p>Nobody <b class=no>else </b>was hurt.</p>",
        ],
    ),
}  # fmt: skip
CASES = [(kind, words, html) for kind, (words, inputs) in UNSEEN.items() for html in inputs]


@pytest.mark.parametrize(("kind", "words", "html"), CASES, ids=[f"{case[0]}-{n}" for n, case in enumerate(CASES)])
def test_what_was_not_seen_does_not_enter_and_is_counted(kind, words, html):
    told = Counter()
    assert " ".join(text.plain(text.clean(html, told)).split()) == words
    assert told[Left(kind)] >= 1


@pytest.mark.parametrize(
    "html",
    [
        '<td style="font-size:0px"><p style="font-size:16px">Said.</p></td>',
        '<div style="visibility:hidden"><p style="visibility:visible">Said.</p></div>',
        '<p class="not-sr-only">Said.</p>',
        '<p class="hidden md:block">Said.</p>',
        '<p class="d-none d-md-block">Said.</p>',
        '<p><span aria-hidden="true">Said.</span><span class="sr-only">Said aloud.</span></p>',
        "<style>@media print { p {display:none} } @media (width:1px) {.a{display:none}}</style><p class=a>Said.</p>",
        '<p style="opacity:0.5;overflow:hidden;height:20px">Said.</p>',
        "<p><ins>Said.</ins></p>",
        '<p><a style="mso-comment-reference:R_1">Said.</a></p>',
        '<p style="text-decoration:underline">Said.</p>',
    ],
)
def test_what_was_seen_enters(html):
    assert text.plain(text.clean(html)) == "Said."


@pytest.mark.parametrize(
    "html",
    [
        OUR_STATEMENT.format("1"),
        OUR_STATEMENT.format("١"),
        '<p>The union said <span class="passage" id="passage-1">“we will </span><a href="https://paper.example/x"><span'
        ' class="passage">go home tonight”</span></a><a class="passage-number" href="#statement-1"><sup>1</sup></a> and'
        " left the quay.</p>",
        '<p>The union said <a class="passage" href="/2026/11/a/#statement-12">“we will go home tonight”<sup>12</sup>'
        "</a> and left the quay.</p>",
        '<main><p class="kicker">World</p><p>The union said <a class="passage" href="#statement-1">“we will go home '
        'tonight”<sup><span class="visually-hidden"> Source </span>1</sup></a> and left the quay.</p><ul class="tags">'
        '<li><a href="/t/quay/">Quay</a></li></ul><aside class="owners"><h2>Who says so</h2><ol><li id="statement-1">'
        '<a class="number" href="#passage-1">1</a><p class="name">Dock Union</p></li></ol></aside></main>',
    ],
)
def test_our_own_page_gives_its_words_alone(html):
    told = Counter()
    cleaned = text.clean(html, told)
    assert text.plain(cleaned) == "The union said “we will go home tonight” and left the quay."
    assert "#" not in cleaned
    assert not +told - Counter({Left.FURNITURE: 99})


def test_a_power_in_a_passage_of_ours_is_no_number_of_a_source():
    html = OUR_STATEMENT.format("1").replace("home tonight", "10<sup>6</sup> miles")
    assert "10<sup>6</sup> miles”" in text.clean(html)


MEANT = {
    "<p>10<sup>6</sup> boxes</p>": [
        "<p>10<sup>6</sup> boxes</p>",
        '<p>10<span style="vertical-align:super">6</span> boxes</p>',
        '<p>10<span style="font-size:0.6em;vertical-align:super;">6</span> boxes</p>',
        "<p>10<span style='position:relative;top:-4.0pt;mso-text-raise:4.0pt'>6</span> boxes</p>",
        '<p>10<sup style="position: relative; top: -0.5em; vertical-align: baseline;">6</sup> boxes</p>',
        '<style>.font7 {vertical-align:super}</style><p>10<font class="font7">6</font> boxes</p>',
        '<p>10<span style="font-variant-position: super">6</span> boxes</p>',
    ],
    "<p>CO<sub>2</sub></p>": [
        "<p>CO<sub>2</sub></p>",
        "<p>CO<span style='vertical-align:sub'>2</span></p>",
        "<p>CO<span style='position:relative;top:2.0pt;mso-text-raise:-2.0pt'>2</span></p>",
        '<p>CO<span style="font-variant-position:sub">2</span></p>',
        "<p>CO<sub><span style='font-size:8pt'>2</span></sub></p>",
    ],
    "<p>She said “we stay” and left.</p>": [
        "<p>She said <q>we stay</q> and left.</p>",
        '<p>She said <q lang="en-GB">we stay</q> and left.</p>',
        '<p>She said <q cite="https://x.example/">we stay</q> and left.</p>',
        "<p>She said <q>“we stay”</q> and left.</p>",
        "<p>She said <span><q>we stay</q></span> and left.</p>",
    ],
    "<p>“We will ‘never’ go”</p>": ["<p><q>We will <q>never</q> go</q></p>"],
    "<p>«سنعود “غداً” معاً»</p>": ["<p><q>سنعود <q>غداً</q> معاً</q></p>", '<p><q lang="ar">سنعود <q>غداً</q> معاً</q></p>'],
    "<p>«On reste»</p>": ['<p><q lang="fr">On reste</q></p>'],
    "<p>We sail 🚢 today</p>": [
        '<p>We sail <img class="emoji" alt="🚢" src="https://s.example/1f6a2.svg"> today</p>',
        '<p>We sail <img draggable="false" alt="🚢" src="https://abs-0.example/emoji/v2/svg/1f6a2.svg"> today</p>',
        '<p>We sail <img data-emoji="🚢" class="an1" alt="🚢" aria-label="🚢" loading="lazy"> today</p>',
        '<p>We sail <span><img height="16" width="16" alt="🚢" src="x"></span> today</p>',
        '<p>We sail <img itemtype="http://schema.example/Emoji" alt="🚢" src="data:image/png;base64,x"> today</p>',
    ],
    "<p>We sail :-) today</p>": ['<p>We sail <img class="wp-smiley" alt=":-)" src="x"> today</p>'],
    "<p>Once</p>": ['<p><img src="initial-o.png" alt="O">nce</p>'],
    "<p>5 μg ☺</p>": [
        '<p>5 <span style="font-family:Symbol">m</span>g <span style="font-family:Wingdings">J</span></p>',
        '<p>5 <font face=x style="mso-symbol-font-family:Symbol">m</font>g ☺</p>',
    ],
    "<p>one<br>two</p><p>three</p>": [
        "<pre>one\ntwo\n\nthree</pre>",
        '<div style="white-space: pre-wrap;">one\ntwo\n\nthree</div>',
        '<span style="white-space:pre">one\ntwo\n\nthree</span>',
        '<p style="white-space-collapse: preserve; text-wrap-mode: wrap">one\ntwo\n\nthree</p>',
        "<xmp>one\ntwo\n\nthree</xmp>",
    ],
    "<p>one two</p>": [
        '<p style="white-space: normal">one\ntwo</p>',
        '<pre><span style="white-space:normal">one\ntwo</span></pre>',
    ],
    "<blockquote><p>We sail.</p></blockquote>": [
        "<blockquote>We sail.</blockquote>",
        '<figure class="wp-block-pullquote"><blockquote><p>We sail.</p></blockquote></figure>',
    ],
    "<p>“We don’t know,” she said – and left…</p>": [
        "<p>\x93We don\x92t know,\x94 she said \x96 and left\x85</p>",
        "<p>&#147;We don&#146;t know,&#148; she said &#150; and left&#133;</p>",
        "\x93We don\x92t know,\x94 she said \x96 and left\x85",
        '<p><span style="color:red">\x93We don\x92t know,\x94</span> she said \x96 and left\x85</p>',
        '<div class="x">\x93We don\x92t know,\x94 she said \x96 and left\x85</div>',
    ],
    "<p>漢字 (kanji) here</p>": ["<p>漢<ruby>字<rp>(</rp><rt>kanji</rt><rp>)</rp></ruby> here</p>"],
}  # fmt: skip


@pytest.mark.parametrize(("html", "meant"), [(html, meant) for meant, inputs in MEANT.items() for html in inputs])
def test_what_was_meant_is_not_lost_and_stays_when_it_is_saved(html, meant):
    assert text.clean(html) == meant
    assert text.clean(meant) == meant == text.kept(meant)


@pytest.mark.parametrize(
    ("html", "plain"),
    [
        ("10<sup>6</sup>", "10⁶"),
        ("١٠<sup>٦</sup>", "١٠⁶"),
        ("CO<sub>2</sub>", "CO₂"),
        ("10<sup>−3</sup>", "10⁻³"),
        ("the 1<sup>st</sup> of x<sup>n</sup>", "the 1st of xⁿ"),
    ],
)
def test_a_power_is_a_power_in_plain_text_too(html, plain):
    assert text.plain(text.clean(f"<p>{html}</p>")) == plain


LEFT_OUT = [
    ('<figure><img src="x.jpg"><figcaption>A ferry. Photo: X</figcaption></figure>', {"captioned": 1}),
    ('<div class="wp-caption"><a><img src="y"></a><p class="wp-caption-text">A ferry</p></div>', {"captioned": 1}),
    ("<figure><noscript><img src=z></noscript><figcaption>A ferry</figcaption></figure>", {"captioned": 1}),
    ('<figure><div class="lazy" data-src="x"></div><figcaption>A ferry</figcaption></figure>', {"captioned": 1}),
    ('<p class=MsoNormal><img src="file:///C:/x.png"></p><p class=MsoCaption>Figure 1 A ferry</p>', {"captioned": 1}),
    ('<figure><img src="a"><img src="b"><figcaption>Ferries</figcaption></figure>', {"captioned": 2}),
    ('<figure><picture><source srcset="a"><img src="b"></picture></figure>', {"picture": 1}),
    ('<p><img src="data:image/png;base64,AAAA" alt="A ferry at the quay"></p>', {"picture": 1}),
    ('<p><img src="https://x.example/pixel.gif" width="1" height="1"></p>', {}),
    ('<iframe src="https://www.youtube.com/embed/x"></iframe>', {"video": 1}),
    (
        '<figure><iframe src="https://player.vimeo.com/x"></iframe><figcaption>Watch</figcaption></figure>',
        {"video": 1, "caption": 1},
    ),
    ('<video controls><source src="x.mp4">No video here</video>', {"video": 1}),
    ('<audio src="x.mp3">No sound here</audio>', {"recording": 1}),
    ('<iframe src="https://social.example/post/1/embed">Nothing</iframe>', {"frame": 1}),
    ("<math><mi>x</mi></math>", {"formula": 1}),
    ("<nav><ul><li><a href='/x'>World</a></li></ul></nav>", {"menu": 1}),
    ("<button>Share</button>", {"button": 1}),
    ("<form><label>Your letter <input></label></form>", {"form": 1}),
    ('<svg viewBox="0 0 600 400" width="600" height="400"><text>4</text></svg>', {"picture": 1}),
    ('<svg width="16" height="16" aria-hidden="true"><path d=""/></svg>', {}),
]  # fmt: skip


@pytest.mark.parametrize(("html", "counted"), LEFT_OUT)
def test_what_is_left_out_leaves_no_words_and_is_counted(html, counted):
    told = Counter()
    assert text.clean(f"<p>Before.</p>{html}<p>After.</p>", told) == "<p>Before.</p><p>After.</p>"
    del told[Left.FURNITURE]
    assert {kind.value: count for kind, count in told.items() if count} == counted


def test_a_page_with_three_pictures_leaves_them_out_with_their_captions():
    figure = (
        '<figure><img src="x.jpg"><figcaption>At the quay <span class="credit">Photo: X</span></figcaption></figure>'
    )
    told = Counter()
    assert (
        text.clean(f"<p>One.</p>{figure}<p>Two.</p>{figure}{figure}<p>Three.</p>", told)
        == "<p>One.</p><p>Two.</p><p>Three.</p>"
    )
    assert told[Left.CAPTIONED] == 3


def test_a_form_that_holds_a_page_is_no_form():
    html = f"<form id=aspnetForm><p>{'word ' * 80}</p><button>Go</button></form>"
    assert text.word_count(text.clean(html)) == 80


@pytest.mark.parametrize(
    "html", ["<b>" * 2_000 + "<del>gone</del> stays", "<div>" * 2_000 + '<p style="display:none">gone</p><p>stays</p>']
)
def test_nesting_too_deep_to_be_parsed_shows_nothing_that_was_not_seen(html):
    assert text.plain(text.clean(html)).strip() == "stays"
