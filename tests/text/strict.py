"""A reader of cleaned HTML that fails on anything that the cleaning does not promise."""

import re
from html.parser import HTMLParser

BLOCKS = "p h2 h3 ul ol li blockquote figure figcaption table caption thead tbody tr th td"
KEPT = {*BLOCKS.split(), "strong", "em", "sup", "sub", "a", "br"}
IN_TABLES = {"table": {"caption", "thead", "tbody"}, "thead": {"tr"}, "tbody": {"tr"}, "tr": {"th", "td"}}


class Strict(HTMLParser):
    """Reads what clean() made and fails on anything that it does not promise."""

    def __init__(self):
        super().__init__()
        self.open = []

    def handle_starttag(self, tag, attrs):
        assert tag in KEPT
        if tag in ("a", "strong", "em"):
            assert tag not in self.open
        assert self.open[-1:] != ["figcaption"], "a caption is plain"
        if tag in ("figure", "figcaption"):
            assert self.open == ["figure"] * (tag == "figcaption")
            assert [name for name, _value in attrs] == ["data-photo"] * (tag == "figure")
        if tag in ("p", "h2", "h3"):
            assert not set(self.open) & {"p", "h2", "h3"}
        if "table" in self.open:
            assert tag not in BLOCKS.split() or tag in IN_TABLES.get(self.open[-1], ()), "no block stands in a cell"
        if tag == "table":
            assert self.open == [], "a table stands by itself"
        assert (tag == "li") == (self.open[-1:] in (["ul"], ["ol"]))
        for name, value in attrs:
            allowed = {
                "href": r"https?://[^/].*|mailto:.*|/([^/].*)?",
                "dir": "rtl|ltr|auto",
                "lang": "[a-z0-9-]+",
                "data-photo": r"[-\w]+",
                "start": r"0|[2-9]|[1-9]\d+",
            }
            assert re.fullmatch(allowed[name], value), (name, value)
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        assert not re.search("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202d\u202e]", data)
        assert set(self.open) & {"p", "h2", "h3", "li", "figcaption", "td", "th", "caption"}, "text stands in a block"

    def handle_comment(self, data):
        raise AssertionError(data)

    handle_decl = handle_pi = unknown_decl = handle_comment


def assert_is_safe(html):
    parser = Strict()
    parser.feed(html)
    parser.close()
    assert parser.open == []
