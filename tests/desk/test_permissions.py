"""docs/permissions.md is true: each address, bulk action and line of a form, tried as everybody."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse

from articles.actions import marks as seen_now
from articles.actions.locking import clock
from articles.admin import desk
from articles.models import Attribution, Edition, NoQuotation, NotCarried, Source, Unsaved, User
from tests.desk import permissions
from tests.desk.forms import form_of
from tests.desk.permissions import WHO, WRITES, Visitor, sample
from tests.desk.photos.pictures import quay

PHRASE = "a long phrase of no meaning"
EMPTY = {f"{rows}-{name}_FORMS": 0 for rows in ("bylines", "attributions") for name in ("TOTAL", "INITIAL")}
# What is typed where a form stands: by address, by the address's last part, or by the name of the field.
BUTTONS = {
    "publish": {}, "call-off": {}, "take-off": {}, "sibling": {},
    "schedule": {"at": "2090-01-10T12:00"},
    "correct": {"kind": "update", "right": "Right"},
    "withdraw": {"reason": "Because"},
    "rename": {"slug": "other"},
    "place": {"slot": "2"},
    "erase": {"reason": "A court", "username": "second", "password": "newsroom-demo"},
}  # fmt: skip
TYPED = {f"story/…/{name}/": asked for name, asked in BUTTONS.items()} | {
    "language/": {"language": "ar"}, "login/": {"username": "second", "password": "newsroom-demo"},
    "password_change/": {"old_password": "newsroom-demo", "new_password1": PHRASE, "new_password2": PHRASE},
    "user/…/password/": {"password1": PHRASE, "password2": PHRASE, "usable_password": "true"},
    "story/…/replies/": {"asked": "The port", "subject": "It hid it.", "how": "Mail", "asked_at": "2020-05-04T10:00"},
    "source/…/recall/": {"reason": "It recanted."}, "recall/…/change/": {"deed": "keep", "reason": "So."},
    "user/…/change/": {"groups": []}, "user/waits/": {"wait": "waits"},
    "user/add/": {"username": "new", "usable_password": "true", "password1": PHRASE, "password2": PHRASE},
    "story/add/": {"headline": "New", "kind": "news", "stage": "reporting"} | EMPTY,
    "tag/add/": {"language": "en"},
    "photo/upload/": {"alt_text": "A quay", "credit": "New", "focal_x": "50", "focal_y": "50"},
    "photo/…/lacking/": {"alt_text": "A quay", "credit": "New"},
    "story/…/evidence/add/": {"label": "On the quay", "text": "Heard."}, "story/…/evidence/…/": {"text": "Other."},
    "story/…/heard/…/": {"use": "verbatim", "reason": "It was said so."},
    "page/add/": {"body": "<p>What we are.</p>"},
    "edition/…/change/": {"position": "7"},
    "edition/add/": {"language": "ar", "accent": "#000000", "accent_dark": "#ffffff"},
}  # fmt: skip
FIELDS = {"name": "New", "title": "New", "headline": "New", "credit": "New", "first_name": "New"}


# Tables of which only others may change what readers have seen.
SEEN = ("tag", "source", "contributor", "photo")


@pytest.fixture
def cast(people):
    return {who: Visitor(people.get(who)) for who in WHO}


def answers(address, path, samples, superuser):
    """What a browser would send of the page, with something new typed into it."""
    page, _has_written = superuser.wait("get", path)
    sent = form_of(page) if page.status_code == 200 and not page.streaming else {}
    sent |= {name: typed for name, typed in FIELDS.items() if name in sent}
    if address.name.endswith("add/"):
        sent |= {"edition": Edition.objects.get(is_default=True).pk, "image": quay()}
    elif address.name == "photo/upload/":
        sent |= {"image": quay()}
    elif address.name == "story/…/sibling/":
        sent |= {"edition": Edition.objects.get(language="ar").pk}
    elif address.name == "placement/front/…/":
        sent |= {"put": f"2:{samples['story'].pk}", "seen": seen_now.front(samples["story"].edition_id)}
    elif address.name.startswith("story/bulk/"):
        sent |= several(samples["story"], address.name)
    elif address.name.endswith("merge/"):
        sent |= {"into": samples["what survives"][address.model].pk}
    if address.name == "edition/add/":
        Edition.objects.get(language="ar").stories.all().delete()
        Edition.objects.get(language="ar").sections.all().delete()
        Edition.objects.get(language="ar").delete()
        Visitor.written = None
    return sent | KEPT.get(address.name, lambda story: {})(samples["story"]) | TYPED.get(address.name, {})


def typed_in(story):
    """What a page sends while one types."""
    page = {"by": None, "story": story.pk, "version": 1, "tab": "a" * 32, "turn": 1, "seen": "", "family": ""}
    return page | {"fields": [["headline", "New"]]}


def kept_for_everybody(story):
    """What everybody has typed and not saved; and what letting go of it sends."""
    kept = {"story": story, "version": 1, "typed": "[]", "tab": "b" * 32, "turn": 1, "kept_at": clock()}
    Unsaved.objects.bulk_create(Unsaved(by=user, **kept) for user in User.objects.all())
    Visitor.written = None
    return {"story": story.pk, "_seen": f"{'b' * 32}:1"}


def unowned(story):
    """Words of a story between quotation marks."""
    type(story).objects.filter(pk=story.pk).update(body="<p>The “so big it scared us” wave.</p>")
    Visitor.written = None
    return {"words": "so big it scared us", "occurrence": 1}


def marked(story):
    """The same, of which somebody has said that they are no quotation."""
    said = unowned(story)
    NoQuotation.objects.create(story=story, key="so big it scared us", at=clock(), **said)
    return said


def said_there(story):
    """What the other edition says of a story."""
    ar = Edition.objects.get(language="ar")
    sibling, _is_new = type(story).objects.get_or_create(family=story.family, edition=ar, defaults={"slug": "other"})
    source = Source.objects.filter(protected_in=None).first()
    row, _is_new = Attribution.objects.get_or_create(story=sibling, words="كلام", source=source)
    Visitor.written = None
    return {"statement": row.pk}


def gone_there(story):
    """The same, of which somebody has said that it is not carried over."""
    said = said_there(story)
    NotCarried.objects.create(story=story, statement_id=said["statement"], at=clock())
    return said


def capacity(_story):
    """A capacity that a source which no reader sees has no title for."""
    source = Source.objects.create(slug="unseen-by-readers", name="Unseen")
    Visitor.written = None
    return {"source": source.pk, "capacity": "Minister", "language": "en"}


KEPT = {
    "story/title/": capacity,
    "story/keep/": typed_in,
    "story/let-go/": kept_for_everybody,
    "story/…/no-quotation/": unowned,
    "story/…/quotation-again/": marked,
    "story/…/not-carried/": said_there,
    "story/…/to-carry/": gone_there,
}


def several(story, name):
    """What is chosen of stories, here of one."""
    chosen = {"section": story.edition.sections.last().pk, "add-tags": "New", "remove-tags": story.tags.first().pk}
    version = type(story).objects.get(pk=story.pk).version
    return {"seen": f"{story.pk}:{version}", f"of_{story.edition_id}": chosen[name.split("/")[2]]}


@pytest.fixture
def answered(cast, samples, monkeypatch):
    """What each address answers to everybody."""
    # The page that says no is set seven hundred times otherwise.
    monkeypatch.setattr(desk, "_refuse", lambda request, status, title: HttpResponse(status=status))
    superuser, found = Visitor(User.objects.create_superuser("root")), {}
    # Last, because it takes the other edition away.
    for address in sorted(permissions.addresses(), key=lambda address: address.name == "edition/add/"):
        path = address.filled(lambda hole, address=address: sample(address, hole, samples))
        data = answers(address, path, samples, superuser)
        found[address.name] = {who: cast[who].cell(path, data) for who in WHO}
    for model in SEEN:
        path = f"/admin/articles/{model}/{samples[f'{model}, seen'].pk}/change/"
        page, _has_written = superuser.wait("get", path)
        data = form_of(page)
        found[f"{model}, seen"] = {
            who: cast[who].cell(path, data | {"name": "Other", "licence": "Other"}) for who in WHO
        }
    for name, path in permissions.look_ups():
        found[name] = {who: cast[who].cell(path, {}) for who in WHO}
    return found


def test_each_address_is_in_the_table_and_answers_as_it_says(answered):
    compare(answered)


def compare(answered):
    told = permissions.table()
    missing = [permissions.line(name, cells) for name, cells in answered.items() if name not in told]
    assert not missing, "docs/permissions.md lacks what follows: add it, if that is how it should be.\n" + "\n".join(
        missing
    )
    wrong = [
        f"{name}: {who} {cells[who]}, and docs/permissions.md says {told[name][who]}"
        for name, cells in answered.items()
        for who in WHO
        if cells[who] != told[name][who]
    ]
    assert not wrong, "\n".join(wrong)


def test_each_row_of_the_table_stands_for_something(users, samples):
    known = {address.name for address in permissions.addresses()}
    known |= {name for name, _path in permissions.look_ups()} | {f"{model}, seen" for model in SEEN}
    known |= {f"{room}: {name}" for room, name, *_who in permissions.actions(users)}
    known |= {name for name, _cells in permissions.lines(users, samples)}
    assert not permissions.table().keys() - known


@pytest.fixture
def users(people):
    everybody = {who: people.get(who, AnonymousUser()) for who in WHO}
    return everybody | {"superuser": User.objects.create_superuser("root")}


def test_each_bulk_action_is_offered_to_whom_the_table_says_and_cannot_be_forced_by_others(users, cast, samples):
    answered = {}
    for room, name, model, cells in permissions.actions(users):
        assert answered.setdefault(f"{room}: {name}", cells) == cells, model
        rows = list(model.objects.values_list("pk", flat=True)[:2])
        forced = {"action": name, "_selected_action": rows, "post": "yes"}
        for who in WHO:
            if cells[who] != WRITES:
                path = f"/admin/articles/{model._meta.model_name}/"
                assert not cast[who].ask("post", path, forced)[1], f"{who} forced {name} of {path}"
    compare(answered)


def test_each_line_of_a_form_is_written_by_whom_the_table_says(users, samples):
    compare(dict(permissions.lines(users, samples)))
