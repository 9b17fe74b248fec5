"""Tags at the desk: made, renamed, merged."""

import pytest
from django.urls import reverse

from articles.models import Address, Tag
from tests.desk.forms import add, errors_of, fill, form_of


def test_a_tags_key_and_slug_are_made_from_its_name(desk):
    add(desk, "tag", name="  C++  ", language="en", kind="topic")
    tag = Tag.objects.get()
    assert (tag.name, tag.key, tag.slug) == ("C++", "c++", "c-plus-plus")


def test_a_tag_that_exists_in_another_spelling_is_refused_with_a_link_to_it(desk):
    known = Tag.objects.named_or_new("أحمد", "ar")
    response = add(desk, "tag", name="احمد", language="ar", kind="person")
    page = response.content.decode()
    assert "There is a tag of that name already" in page
    assert f'<a href="/admin/articles/tag/{known.pk}/change/">أحمد</a>' in page
    assert Tag.objects.count() == 1


@pytest.mark.parametrize(("one", "other", "language"), [("شؤون", "شئون", "ar"), ("U.S.", "U. S", "en")])
def test_another_spelling_of_one_meaning_is_refused_and_looked_up(desk, one, other, language):
    known = Tag.objects.named_or_new(one, language)
    assert (
        "There is a tag of that name already"
        in add(desk, "tag", name=other, language=language, kind="topic").content.decode()
    )
    found = desk.get(reverse("admin:articles_tag_changelist"), {"q": other}).content.decode()
    assert f"/admin/articles/tag/{known.pk}/change/" in found


def test_a_tag_may_be_spelled_otherwise_and_described_anew(desk):
    tag = Tag.objects.named_or_new("شؤون", "ar")
    fill(desk, reverse("admin:articles_tag_change", args=[tag.pk]), name="شئون")
    fill(desk, reverse("admin:articles_tag_change", args=[tag.pk]), about="عن البلد")
    tag.refresh_from_db()
    assert (tag.name, tag.about, tag.slug) == ("شئون", "عن البلد", "شؤون")


def test_a_tags_name_in_a_refusal_is_escaped(desk):
    Tag.objects.named_or_new("<b>bold</b>", "en")
    page = add(desk, "tag", name="<B>BOLD</B>", language="en", kind="topic").content.decode()
    assert "&lt;b&gt;bold&lt;/b&gt;</a>" in page


def test_a_tag_is_renamed_and_keeps_its_address(desk):
    tag = Tag.objects.named_or_new("Ports", "en")
    fill(desk, reverse("admin:articles_tag_change", args=[tag.pk]), name="Harbours")
    tag.refresh_from_db()
    assert (tag.name, tag.key, tag.slug) == ("Harbours", "harbours", "ports")


@pytest.mark.parametrize("name", ["", "\u200b", "x" * 101, "\x00"])
def test_a_tag_needs_a_name(desk, name):
    assert "name" in errors_of(add(desk, "tag", name=name, language="en", kind="topic"))
    assert not Tag.objects.exists()


def test_tags_are_merged_and_what_was_published_follows(desk, live_story):
    ports, harbours = Tag.objects.get(key="ports"), Tag.objects.named_or_new("Harbours", "en")
    address = reverse("admin:articles_tag_merge", args=[ports.pk])
    page = " ".join(desk.get(address, {"into": harbours.pk}).content.decode().split())
    assert '<th scope="row">Stories at the desk</th><td>1</td><td>0</td>' in page
    old, new = ('<a href="/topics/ports/"><bdi><code>/topics/ports/</code></bdi></a>', '<a href="/topics/harbours/">')
    assert f"{old}</td><td>{new}" in page
    assert "The address of “<bdi>Ports</bdi>” forwards to that of “<bdi>Harbours</bdi>”." in page
    response = desk.post(address, form_of(desk.get(address)) | {"into": harbours.pk})
    assert response.url == reverse("admin:articles_tag_change", args=[harbours.pk])
    assert "Harbours" in live_story.tags.values_list("name", flat=True)
    assert Address.objects.get(tag=harbours).slug == "ports"
    assert 'name="name"' not in desk.get(reverse("admin:articles_tag_change", args=[ports.pk])).content.decode()


def test_a_tag_is_not_merged_into_itself_nor_into_another_language(desk):
    one, arabic = Tag.objects.named_or_new("Ports", "en"), Tag.objects.named_or_new("موانئ", "ar")
    address = reverse("admin:articles_tag_merge", args=[one.pk])
    for into in (one.pk, arabic.pk, "", "0", "abc", "\x00"):
        assert desk.post(address, {"into": into}).status_code == 200
    assert not Tag.objects.exclude(merged_into=None).exists()


def test_a_tag_that_was_merged_is_not_merged_again(desk):
    one, other = (Tag.objects.named_or_new(name, "en") for name in ("Ports", "Harbours"))
    address = reverse("admin:articles_tag_merge", args=[one.pk])
    desk.post(address, {"into": other.pk})
    third = Tag.objects.named_or_new("Docks", "en")
    response = desk.post(address, {"into": third.pk})
    assert "have not been merged yet" in str(response.context["form"].errors)
