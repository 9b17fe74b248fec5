"""What a form showed when it was opened, and what has been saved since, made one with what was typed.

A row that stories share has no revisions: the form carries along what it showed, in a field that nobody sees. It says
only what its own editor had before them, and so nothing is lost if somebody changes it: whoever may save, may.
"""

import json
import re
from dataclasses import dataclass, field

from django import forms

from articles import text
from articles.admin.forms import sending
from articles.admin.forms.by_language import LanguageFormSet
from articles.admin.forms.writing import RichWriting
from articles.rules.numbers import number
from articles.text import joining

NAME = "opened"
# More than a form of the longest page shows.
MOST = 2_000_000
# What a browser sends nothing of where nothing is chosen.
SILENT = (forms.CheckboxInput, forms.SelectMultiple, forms.CheckboxSelectMultiple)


def kept(form, formsets):
    """What a form and its lines show, to be carried along."""
    lines = {formset.prefix: [_bare(line) for line in formset.forms] for formset in formsets}
    return json.dumps({"form": sending.of(form), "lines": lines}, ensure_ascii=False)


def carried(posted):
    """What came along; nothing where it cannot be read."""
    said = posted.get(NAME, "")
    try:
        read = json.loads(said) if len(said) < MOST else {}
        form = {key: _texts(values) for key, values in read["form"].items()}
        lines = {
            prefix: [{name: _texts(values) for name, values in line.items()} for line in of]
            for prefix, of in read["lines"].items()
        }
        return {"form": form, "lines": lines}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _texts(values):
    if not isinstance(values, list) or not all(isinstance(each, str) for each in values):
        raise TypeError
    return values


def _bare(line):
    """What a line sends, by the names of its fields."""
    return {name.removeprefix(f"{line.prefix}-"): values for name, values in sending.of(line).items()}


@dataclass
class Joined:
    """What was typed and what was saved meanwhile, as a form would send it. `asked` names the fields that both have
    changed, each in their own way, where it has what was typed; `taken` says what those are called that came from
    others."""

    data: object
    asked: set = field(default_factory=set)
    taken: dict = field(default_factory=dict)


def joined(posted, form, formsets):
    """Join what was typed with what an unbound form and its formsets, of the row as it is now, show."""
    opened = carried(posted) or {"form": {}, "lines": {}}
    found = Joined(posted.copy())
    for name in sending.of(form):
        if name in posted or isinstance(sending.bare(form[name]), SILENT):
            mine = _ends(posted.getlist(name))
            _take(found, name, form[name], _value(form[name], opened["form"].get(name), mine))
    for formset in formsets:
        if f"{formset.prefix}-TOTAL_FORMS" in posted:
            _Lines(formset, opened["lines"].get(formset.prefix, ()), posted, found).join()
    found.data[NAME] = kept(form, formsets)
    return found


def _take(found, name, bound, outcome):
    value, is_asked, is_taken = outcome
    found.data.setlist(name, value)
    if is_asked:
        found.asked.add(name)
    if is_taken:
        found.taken[name] = str(bound.label)


def _ends(values):
    return [value.replace("\r\n", "\n") for value in values]


def _value(bound, base, mine):
    """The values of one field made one of three: (values, whether it is to be asked, whether it came from others)."""
    theirs, widget = sending.values(bound), sending.bare(bound)
    if mine == theirs:
        return theirs, False, False
    if base is None:
        is_empty = not any(mine)
        return (theirs if is_empty else mine), not is_empty, is_empty
    if _is_same(widget, mine, base):
        return theirs, False, not _is_same(widget, theirs, base)
    if _is_same(widget, theirs, base):
        return mine, False, False
    if not isinstance(widget, forms.Textarea):
        return mine, True, False
    join = joining.html if isinstance(widget, RichWriting) else joining.lines
    merged = join(*("".join(each) for each in (base, mine, theirs)))
    return [merged.value], bool(merged.clashes), True


def _is_same(widget, one, other):
    if isinstance(widget, RichWriting):
        return text.kept("".join(one)) == text.kept("".join(other))
    return one == other


class _Lines:
    """The lines of a form: as they were opened, as they were sent, and as they are now."""

    def __init__(self, formset, opened, posted, found):
        self.formset, self.found, self.prefix = formset, found, formset.prefix
        self.is_by_language = isinstance(formset, LanguageFormSet)
        self.opened = {self._key(line): line for line in opened if self._key(line)}
        self.sent = self._sent(posted)
        self.rows = []

    def _sent(self, posted):
        total = min(number(posted.get(f"{self.prefix}-TOTAL_FORMS")) or 0, self.formset.absolute_max)
        lines = [{} for _place in range(total)]
        for key in list(posted):
            told = re.fullmatch(rf"{re.escape(self.prefix)}-(\d{{1,6}})-(.+)", key)
            if told:
                del self.found.data[key]
                if int(told[1]) < total:
                    lines[int(told[1])][told[2]] = _ends(posted.getlist(key))
        return lines

    def _key(self, line):
        """By what the same line is known in all three: its language where each has one line, or else its number."""
        return next(iter(line.get("language" if self.is_by_language else "id", ())), "")

    def join(self):
        sent = {self._key(line): line for line in self.sent if self._key(line)}
        now = [(form, _bare(form)) for form in self.formset.forms]
        for form, line in now:
            if self._key(line):
                self._join(form, line, sent.pop(self._key(line), None))
        for line in [*sent.values(), *(line for line in self.sent if not self._key(line))]:
            self._add(line, [line for _form, line in now])
        self._write()

    def _join(self, form, now, sent):
        """A line that is there now."""
        before = self.opened.get(self._key(now))
        if sent is None:
            self.rows.append((now, set()))
            self._tell()
        elif "DELETE" in sent:
            is_asked = before is not None and _said(before) != _said(now)
            self.rows.append((now | {"DELETE": ["on"]}, set(now) if is_asked else set()))
        else:
            self.rows.append(self._of_both(form, now, sent, before or {}))

    def _of_both(self, form, now, sent, before):
        line, asked = dict(now), set()
        for name in now.keys() - UNSEEN:
            outcome = _value(form[name], before.get(name), sent.get(name, []))
            line[name] = outcome[0]
            asked |= {name} if outcome[1] else set()
            if outcome[2]:
                self._tell()
        return line, asked

    def _add(self, line, now):
        """A line that is not there: a new one, or one that somebody has taken away meanwhile."""
        before = self.opened.get(self._key(line))
        if before is not None and ("DELETE" in line or _said(line) == _said(before)):
            self._tell()
        elif before is not None:
            self.rows.append((line | {"id": [""]}, set(line)))
        elif not any(_said(line) == _said(each) for each in now if self._key(each) not in self.opened):
            self.rows.append((line | {"id": [""]}, set()))

    def _tell(self):
        self.found.taken[self.formset.model._meta.model_name] = str(self.formset.model._meta.verbose_name_plural)

    def _write(self):
        """The lines as they are sent: those first that are there."""
        self.rows.sort(key=lambda row: not any(row[0].get("id", ())))
        for place, (line, asked) in enumerate(self.rows):
            for name, values in line.items():
                self.found.data.setlist(f"{self.prefix}-{place}-{name}", values)
            self.found.asked |= {f"{self.prefix}-{place}-{name}" for name in asked}
        self.found.data[f"{self.prefix}-TOTAL_FORMS"] = str(len(self.rows))
        self.found.data[f"{self.prefix}-INITIAL_FORMS"] = str(sum(any(line.get("id", ())) for line, _ in self.rows))


# What tells a line from others, and says nothing.
UNSEEN = {"id", "DELETE"}


def _said(line):
    return {name: values for name, values in line.items() if name not in UNSEEN and any(values)}
