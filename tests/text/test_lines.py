"""Plain text: a line that ends a sentence ends a paragraph, and lines that were broken at a width are joined."""

import pytest

from articles import text
from articles.text import clipboard, lines
from articles.text.foreign.seen import Left

WRAPPED = """The harbour board met on Sunday evening and spoke of nothing
but the fee, which it has put off twice, as its chair had
said it would."""
MESSAGES = [
    "The harbour board met again on Sunday evening.\nNobody had asked the crews what they want.\nThe tide was low.",
    "Did the harbour board meet again on Sunday evening?\nNobody had asked the crews what they want to do!\nWhy…",
    "The board’s chair said “we owe nothing to the port”\nNobody had asked the crews, “who owe all of it”\nEnd",
    "This is what the harbour board has asked of the port:\nthat nobody is asked about any of it again:\nthen, rest",
    "هل اجتمع مجلس المرفأ مرة أخرى مساء الأحد الماضي؟\nولم يسأل أحد البحارة عما يريدون أن يفعلوا الآن؟\nلا.",
    "قال رئيس المجلس إن «المرفأ لا يدين لأحد بأي شيء»\nوقال البحارة إن «الأجور متأخرة منذ شهرين كاملين»\nانتهى",
    "He said that \"the port owes nothing to anybody now.\"\nShe said that 'nobody had asked the crews about it.'\nEnd",
    "Call the guild\nand the port\nand the line",
    "- the harbour board, which met again on Sunday evening\n- the guild, which had not been asked to come to it\n- us",
    "Minister visits the flooded towns of the north today\nHarbour strike goes on\nBank keeps its rate for a year",
]  # fmt: skip


def test_lines_broken_at_a_width_are_joined_and_can_be_kept():
    read = lines.read(WRAPPED)
    assert read.html == f"<p>{WRAPPED.replace(chr(10), ' ')}</p>"
    assert read.joined == 3
    assert read.kept_html == "".join(f"<p>{line}</p>" for line in WRAPPED.split("\n"))


@pytest.mark.parametrize("typed", MESSAGES)
def test_the_lines_of_a_message_are_its_paragraphs(typed):
    assert text.paragraphs(lines.read(typed).html) == typed.split("\n")
    assert lines.read(typed).joined == 0


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029"])
def test_a_line_ends_as_each_system_ends_it(end):
    assert lines.read(f"One.{end}Two.").html == "<p>One.</p><p>Two.</p>"


def test_a_paste_of_plain_text_offers_its_lines():
    taken = clipboard.take("", f"{WRAPPED}\n\nhttps://harbour.example/?gclid=1")
    assert taken.joined == 3
    assert taken.html.endswith('<p><a href="https://harbour.example/">https://harbour.example/</a></p>')
    assert text.paragraphs(taken.lines_html)[:3] == WRAPPED.split("\n")
    assert clipboard.take("", MESSAGES[0]).lines_html == ""


def test_a_paste_above_its_bounds_comes_in_as_words_and_without_what_was_not_seen():
    html = "<h2>Port</h2><p><b>word</b> <del>gone</del></p>" * 1_001
    taken = clipboard.take(html)
    assert taken.is_bounded
    assert taken.html == "<p>Port</p><p>word</p>" * 1_001
    assert taken.left[Left.DELETION] == 1_001
    assert not clipboard.take("<p><b>word</b></p>" * 2_000).is_bounded
    heavy = clipboard.take(f"<p><b>word</b></p><p>{'x' * 2_000_000}</p>")
    assert heavy.is_bounded
    assert heavy.html.startswith("<p>word</p><p>xxx")


@pytest.mark.parametrize(("html", "plain"), [("", ""), (" ", "\n"), ("<p></p>", "x"), ("<img src=x>", "")])
def test_a_paste_of_nothing_is_nothing(html, plain):
    assert clipboard.take(html, plain).html == ""
