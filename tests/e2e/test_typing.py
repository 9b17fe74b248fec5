"""What the editor makes of keys: marks of the language, lists that begin at a number, tables."""

import pytest
from playwright.sync_api import expect


@pytest.fixture
def writing(desk, make_story):
    """The empty text of a new story, with the cursor in it: what it then holds is given back."""

    def begin(edition=None):
        desk.open(make_story(edition=edition, body=""))
        desk.text().focus()

        return desk.page.keyboard, lambda: desk.page.locator("#id_body").input_value()

    return begin


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ('"We stayed," he said.', "“We stayed,” he said."),
        ("He said: 'No.' It's the crews' own.", "He said: ‘No.’ It’s the crews’ own."),
        ('("Yes") — "No" \'"both"\'', "(“Yes”) — “No” ‘“both”’"),
        ('قال: "لن نعود"', "قال: «لن نعود»"),
    ],
)
def test_straight_marks_become_those_of_the_language(writing, typed, becomes):
    keys, text = writing()
    keys.type(typed)
    assert becomes in text()


def test_in_arabic_they_are_guillemets_and_english_in_it_keeps_its_own(writing, arabic):
    keys, text = writing(arabic)
    keys.type('قال: "لن نعود" اليوم')
    assert "قال: «لن نعود» اليوم" in text()
    keys.press("Enter")
    keys.type('The crew said "no" and it\'s over')
    assert "The crew said “no” and it’s over" in text()


def test_backspace_gives_the_straight_mark_back(writing):
    keys, text = writing()
    keys.type("A pipe of 5")
    keys.type('"')
    keys.press("Backspace")
    keys.type(" or 6'")
    keys.press("Backspace")
    keys.type(" wide")
    assert "A pipe of 5&quot; or 6' wide" in text().replace('5"', "5&quot;")


def test_in_a_plain_field_they_are_set_too_and_taken_back(desk, writing):
    writing()
    headline = desk.page.locator("#id_headline")
    headline.fill("")
    headline.press_sequentially('"No," say crews, "it\'s 5"')
    assert headline.input_value() == "“No,” say crews, “it’s 5”"
    headline.press("Backspace")
    assert headline.input_value() == '“No,” say crews, “it’s 5"'
    headline.press("Backspace")
    assert headline.input_value() == "“No,” say crews, “it’s 5"
    headline.press("Control+z")
    assert headline.input_value().startswith("“No,” say crews")


def test_a_number_and_a_point_begin_a_list_at_that_number_and_a_year_none(writing):
    keys, text = writing()
    keys.type("3. Steer")
    assert text() == '<ol start="3"><li>Steer</li></ol>'
    keys.press("Enter")
    keys.press("Enter")
    keys.type("1946. A year")
    assert text().endswith("<p>1946. A year</p>")
    keys.press("Enter")
    keys.type("1. ")
    keys.press("Backspace")
    keys.type("Not a list")
    assert text().endswith("<p>1. Not a list</p>")


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("a) Steer", '<ol type="a"><li>Steer</li></ol>'),
        ("C) Steer", '<ol start="3" type="A"><li>Steer</li></ol>'),
        ("i) Steer", '<ol type="i"><li>Steer</li></ol>'),
        ("I) Steer", '<ol type="I"><li>Steer</li></ol>'),
        ("A. Smith steers", "<p>A. Smith steers</p>"),
        ("w) Steer", "<p>w) Steer</p>"),
    ],
)
def test_a_letter_and_a_bracket_begin_a_list_and_initials_none(writing, typed, becomes):
    keys, text = writing()
    keys.type(typed)
    assert text() == becomes


def test_backspace_gives_the_letter_and_its_bracket_back(writing):
    keys, text = writing()
    keys.type("a) ")
    keys.press("Backspace")
    keys.type("is said")
    assert text() == "<p>a) is said</p>"


def test_a_table_is_made_filled_and_grown_by_keys(desk, writing):
    keys, text = writing()
    keys.type("Results")
    desk.page.get_by_role("button", name="Table", exact=True).click()
    for cell in ("Line", "Crews", "Voted"):
        keys.type(cell)
        keys.press("Tab")
    keys.type("North")
    keys.press("Enter")
    keys.type("South")
    keys.press("Enter")
    keys.type("East")
    assert text().count("<tr>") == 4
    keys.press("Control+Alt+Backspace")
    keys.press("Control+Alt+ArrowRight")
    keys.type("x")
    rows = text()[text().index("<table>") :]
    assert rows.count("<tr>") == 3
    assert rows.endswith("<tr><td>Southx</td><td></td><td></td><td></td></tr></tbody></table>")
    keys.press("Control+Alt+Shift+Backspace")
    expect(desk.page.get_by_role("toolbar", name="Table")).to_be_visible()
    for _row in range(250):
        keys.press("Control+Alt+ArrowDown")
    assert text().count("<tr>") == 200
    for _column in range(20):
        keys.press("Control+Alt+ArrowRight")
    assert text()[: text().index("</tr>")].count("<th>") == 12
    desk.page.get_by_role("button", name="Remove table").click()
    assert text() == "<p>Results</p>"
    desk.page.keyboard.press("Control+z")
    assert text().count("<tr>") == 200


def test_in_arabic_the_keys_for_columns_go_the_other_way(desk, writing, arabic):
    keys, text = writing(arabic)
    keys.type("نتائج")
    desk.page.get_by_role("button", name="Table", exact=True).click()
    keys.type("الخط")
    keys.press("Control+Alt+ArrowLeft")
    assert "<th>الخط</th><th></th>" in text()
