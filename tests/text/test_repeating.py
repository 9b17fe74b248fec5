"""What a line says again of what a text quotes: never without its “not”, and never out of two mouths."""

import pytest

from articles.text.above import FIELDS, Above
from articles.text.ledger import ledger

SAID = "<p>“{}” said Toll.</p>"


def unowned(line, body, statements=(), field="headline"):
    found = ledger(body, statements, Above(**{field: line})).quoted
    return [each.quotation.words for each in found if each.at.paragraph < 0 and not each.is_owned]


DENIED = [
    ("The bridge is not safe, and it will stay,", "The bridge is … safe"),
    ("The bridge isn’t safe, and it will stay,", "The bridge … safe"),
    ("We never took a crown from them,", "We … took a crown"),
    ("We can't and we won't pay for it,", "We … pay for it"),
    ("I have no house in Tarn,", "I have … house in Tarn"),
    ("We sailed without the list,", "We sailed ... the list"),
    ("Nobody saw it and I did it,", "saw it … did it,"),
    ("We paid. We do not regret it. We would pay again,", "We paid. … We would pay again"),
    ("نحن لا نبيع الأرض", "نحن … نبيع الأرض"),
    ("نحن لم نوقع على البيع", "نحن … نوقع على البيع"),
    ("نحن لن نرحل من هنا", "نحن … نرحل من هنا"),
    ("هذا ليس عدلاً بيننا", "هذا … عدلاً بيننا"),
    ("هذه ليست أرضاً لكم", "هذه ... أرضاً لكم"),
    ("الجسر غير آمن للعبور", "الجسر … آمن للعبور"),
    ("وقعنا وما قبضنا ليرة", "وقعنا … قبضنا ليرة"),
    ("نعيش ولا نشكو الحال", "نعيش .. نشكو الحال"),
    ("نعيش بلا ماء ونبتسم", "نعيش … ماء ونبتسم"),
    ("خرجنا دون أن نوقع شيئاً", "خرجنا … أن نوقع شيئاً"),
]
FAITHFUL = [
    ("The bridge, which is not old, is a death trap,", "is a death trap"),
    ("We asked them, again and again, for a bridge,", "We asked them … for a bridge"),
    ("We saw the dockers’ pay fall and we wept,", "We saw … we wept"),
    ("We do not know and we said so,", "We do not know … we said so"),
    ("طلبنا منهم مراراً أن يبنوا الجسر", "طلبنا منهم … أن يبنوا الجسر"),
    ("لن نرحل من هذه الأرض أبداً", "لن نرحل … أبداً"),
]


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize(("said", "line"), DENIED)
def test_an_ellipsis_hides_no_negation(field, said, line):
    assert unowned(f"Toll: “{line}”", SAID.format(said), field=field) == [line]


@pytest.mark.parametrize(("said", "line"), FAITHFUL)
def test_what_is_left_out_besides_makes_no_other_quotation(said, line):
    assert unowned(f"Toll: “{line}”", SAID.format(said)) == []


@pytest.mark.parametrize("line", ["I am [not] sorry", "I am [never] sorry", "نحن [لن] نرحل"])
def test_a_bracket_puts_no_negation_in(line):
    assert unowned(f"Toll: “{line}”", "<p>“I am sorry,” he said. وقال: «نحن نرحل».</p>") == [line]


@pytest.mark.parametrize(
    ("said", "line"),
    [("The bridge is not safe,", "safe"), ("It was never a safe bridge,", "safe bridge"), ("هذا غير عادل", "عادل")],
)
def test_a_part_is_not_cut_off_behind_its_negation(said, line):
    assert unowned(f"Bridge “{line}”, says Toll", SAID.format(said)) == [line]


def test_a_part_that_is_said_elsewhere_without_it_is_repeated():
    body = "<p>“The bridge is not safe,” said Toll.</p><p>“It is safe,” said Hesse.</p>"
    assert unowned("Bridge ‘safe’, says Hesse", body) == []


OTHERS = [
    ("“It was a good deal,” said Toll. “We sign nothing,” said Hesse.", "It was a good deal … We sign nothing"),
    ("“It was a good deal,” said Toll. “We sign today,” said Hesse.", "It was a good deal … We sign today"),
    ("“He said ‘we lied’ and left,” said Toll.", "we lied … left"),
    ("“He said «we lied» and left,” said Toll.", "He said … lied"),
    ("قال طول: «الصفقة جيدة». وقالت هس: «نوقع اليوم».", "الصفقة جيدة … نوقع اليوم"),
]


@pytest.mark.parametrize(("passage", "line"), OTHERS)
def test_an_ellipsis_leads_from_nobody_s_words_into_another_s(passage, line):
    # Also where one statement has the whole passage.
    assert unowned(f"Toll: “{line}”", f"<p>{passage}</p>", [(passage.strip("“”.«»"), 1)]) == [line]


def test_parts_in_another_order_are_another_quotation():
    assert unowned("“We wept … we saw”", SAID.format("We saw it and we wept,")) == ["We wept … we saw"]
