"""A picture whose file says something, uploaded in a browser: it is offered, looked over, and what was typed stays."""

import pytest
from playwright.sync_api import expect

from articles.models import Photo
from tests.e2e.people import Desk
from tests.pictures.written import VOCABULARY, saved, texts, xmp

pytestmark = pytest.mark.django_db(transaction=True)


def agency(name, caption, term="compositeCapture"):
    inner = f"<dc:creator><rdf:Seq><rdf:li>{name}</rdf:li></rdf:Seq></dc:creator>"
    inner += texts("dc:description", x_default=caption, ar="رافعات عند الغروب.")
    packet = xmp(inner, f'Iptc4xmpExt:DigitalSourceType="{VOCABULARY}{term}"')
    data = saved("JPEG", size=(900, 600), packet=packet)
    return {"name": f"{'a' * 119}.jpg", "mimeType": "image/jpeg", "buffer": data}


def test_what_a_file_says_is_offered_in_the_window_and_stays_an_editors_choice(page, live_server, reporter, make_story):
    story = make_story()
    Desk(page, live_server.url).log_in("reporter")
    page.goto(f"{live_server.url}/admin/articles/story/{story.pk}/change/")
    page.locator("[data-do=upload]").click()
    window = page.locator("dialog.photo-chooser")
    window.locator("[type=file]").set_input_files(agency("Jane Roe", "Cranes at dusk."))
    expect(window.locator("[data-offered]")).to_contain_text("Taken from the file: credit, how it came about, caption")
    expect(window.locator("[name=credit]")).to_have_value("Jane Roe")
    expect(window.locator("[name=caption]")).to_have_value("Cranes at dusk.")
    expect(window.locator("[name=origin]")).to_have_value("compositeCapture")
    # What an editor wrote stays; what another file had offered goes with it.
    window.locator("[name=caption]").fill("The cranes.")
    window.locator("[type=file]").set_input_files(agency("Sami Idris", "Ships.", "digitalCapture"))
    expect(window.locator("[name=credit]")).to_have_value("Sami Idris")
    expect(window.locator("[name=caption]")).to_have_value("The cranes.")
    window.locator("[name=alt_text]").fill("Cranes.")
    window.get_by_text("Upload and use it").click()
    expect(window).to_have_count(0)
    photo = Photo.objects.get()
    assert (photo.credit, photo.origin, {*photo.slug}) == ("Sami Idris", "digitalCapture", {"a"})
    assert photo.texts.get().caption == "The cranes."


def test_what_a_file_says_is_offered_where_a_photo_is_added(page, live_server, reporter, english, arabic):
    Desk(page, live_server.url).log_in("reporter")
    page.goto(f"{live_server.url}/admin/articles/photo/add/")
    page.locator("[name=licence]").fill("Ours")
    page.locator("#id_image").set_input_files(agency("Jane Roe", "Cranes at dusk."))
    expect(page.locator("[data-offered]")).to_be_visible()
    expect(page.locator("[name=credit]")).to_have_value("Jane Roe")
    captions = [page.locator(f"[name$=-caption][lang={language}]") for language in ("en", "ar")]
    expect(captions[0]).to_have_value("Cranes at dusk.")
    expect(captions[1]).to_have_value("رافعات عند الغروب.")
    for each, said in zip(("en", "ar"), ("Cranes.", "رافعات."), strict=True):
        page.locator(f"[name$=-alt_text][lang={each}]").fill(said)
    page.locator("[name=_save]").first.click()
    page.wait_for_url("**/photo/#said")
    photo = Photo.objects.get()
    assert (photo.credit, photo.licence, photo.texts.count()) == ("Jane Roe", "Ours", 2)
