"""A form of the desk as a browser has it: read, filled in and sent; what it refuses; what its look-ups find."""

from html.parser import HTMLParser

from django.urls import reverse


class Form(HTMLParser):
    """What a browser would send of the page's own form, as it stands."""

    def __init__(self, html):
        super().__init__()
        self.sent, self.is_in, self.select, self.text = {}, False, None, None
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "form":
            self.is_in = given.get("method") == "post" and given.get("id") != "logout-form"
        name = given.get("name")
        if not self.is_in:
            return
        if tag == "textarea":
            self.text = (name, [])
        elif tag == "select":
            self.select = name
            self.sent.setdefault(name, "")
        elif tag == "option" and "selected" in given:
            self.sent[self.select] = given.get("value", "")
        elif tag == "input" and name:
            self._take(given, name)

    def _take(self, given, name):
        kind = given.get("type", "text")
        if kind in ("checkbox", "radio"):
            if "checked" in given:
                self.sent[name] = given.get("value", "on")
        elif kind not in ("submit", "file", "button"):
            self.sent[name] = given.get("value", "")

    def handle_endtag(self, tag):
        if tag == "textarea" and self.text:
            self.sent[self.text[0]] = "".join(self.text[1]).removeprefix("\n")
            self.text = None
        if tag == "form":
            self.is_in = False

    def handle_data(self, data):
        if self.text:
            self.text[1].append(data)


def form_of(response):
    return Form(response.content.decode()).sent


def fill(client, address, **typed):
    """Open a page, type, press Save."""
    sent = form_of(client.get(address)) | {"_continue": "1"}
    return client.post(address, sent | typed)


def add(client, model, **typed):
    """Make a row of a table, on the page on which one is added."""
    return fill(client, reverse(f"admin:articles_{model}_add"), **typed)


def row(prefix, number, **typed):
    return {f"{prefix}-{number}-{name}": value for name, value in typed.items()}


def errors_of(response):
    form = response.context["adminform"].form
    return {name: list(map(str, said)) for name, said in form.errors.items()}


def lookup(client, model, field, term, **more):
    asked = {"app_label": "articles", "model_name": model, "field_name": field, "term": term} | more
    return [found["text"] for found in client.get("/admin/autocomplete/", asked).json()["results"]]
