"""Photos as an editor uses them: by keyboard, with what is missing asked for, and with nothing typed lost."""

import io

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from playwright.sync_api import expect

from articles.models import Photo
from tests.e2e.hands import box_of
from tests.e2e.people import Desk

axe = Axe()


def picture(colour="teal"):
    kept = io.BytesIO()
    Image.new("RGB", (900, 600), colour).save(kept, "JPEG")
    return {"name": "harbour.jpg", "mimeType": "image/jpeg", "buffer": kept.getvalue()}


@pytest.fixture
def library(db):
    photos = []
    for slug in ("quay", "market"):
        image = SimpleUploadedFile(f"{slug}.jpg", picture()["buffer"])
        photos.append(Photo.objects.create(slug=slug, image=image, credit="Sami Idris"))
        photos[-1].texts.create(language="en", alt_text=f"The {slug}", caption=f"At the {slug}.")
    return photos


def audit(page, within="body"):
    found = axe.run(page, context=within).response["violations"]
    assert not found, [(each["id"], [node["html"] for node in each["nodes"]]) for each in found]


@pytest.fixture
def unwatched(browser):
    """A page on which axe may set the styles that it measures by."""
    context = browser.new_context(bypass_csp=True, viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


@pytest.fixture
def story_form(page, live_server, reporter, arabic, make_story):
    story = make_story(arabic, headline="عمال الميناء")
    Desk(page, live_server.url).log_in("reporter")
    page.goto(f"{live_server.url}/admin/articles/story/{story.pk}/change/")
    page.story = story
    return page


def test_the_lead_photo_is_chosen_by_keyboard_and_asked_for_what_it_lacks(story_form, library, keep_screenshot):
    page, window = story_form, story_form.locator("dialog.photo-chooser")
    open_and_close(page, window)
    page.keyboard.press("Enter")
    expect(window.locator("[data-photo]")).to_have_count(2)
    page.keyboard.type("QUAY")
    expect(window.locator("[data-photo]")).to_have_count(1)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(window.locator("[name=alt_text]:visible")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(window.locator("[data-lacking] .photo-error").first).to_be_visible()
    page.keyboard.type("رصيف الميناء")
    window.get_by_text("Save and use it").click()
    expect(page.locator("[data-lead-photo] [data-said=alt]")).to_have_text("رصيف الميناء")
    assert saved(page).lead_photo == library[0]
    assert library[0].texts.get(language="ar").alt_text == "رصيف الميناء"
    expect(page.locator("[data-lead-photo] [data-card]")).to_be_visible()
    keep_screenshot(page, "desk-lead-photo")
    page.locator("[data-do=remove]").click()
    assert saved(page).lead_photo is None


def open_and_close(page, window):
    """Open and close the window with the keyboard: the focus is back where it was."""
    page.locator("[data-do=library]").focus()
    page.keyboard.press("Enter")
    expect(window.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(window).to_have_count(0)
    expect(page.locator("[data-do=library]")).to_be_focused()


def saved(page):
    page.locator("[name=_continue]").click()
    expect(page.locator(".story-state[data-is=saved]")).to_be_visible()
    page.story.refresh_from_db()
    return page.story


def test_a_photo_is_uploaded_with_its_focal_point_and_nothing_typed_is_lost(story_form, keep_screenshot):
    page = story_form
    window = page.locator("dialog.photo-chooser")
    page.locator("[data-do=upload]").click()
    window.locator("[type=file]").set_input_files({"name": "a.gif", "mimeType": "image/gif", "buffer": b"GIF89a, no"})
    window.locator("[name=alt_text]").fill("ميناء")
    window.get_by_text("Upload and use it").click()
    for name in ("image", "credit"):
        expect(window.locator(f"[data-field={name}] .photo-error")).to_be_visible()
    expect(window.locator("[name=alt_text]")).to_have_value("ميناء")
    assert window.locator("[type=file]").evaluate("field => field.files[0].name") == "a.gif"

    window.locator("[type=file]").set_input_files(picture())
    point = window.locator(".focal-picture")
    box = box_of(point)
    point.click(position={"x": box["width"] * 0.25, "y": box["height"] * 0.75})
    point.focus()
    page.keyboard.press("ArrowRight")
    window.locator("[name=credit]").fill("Sami Idris")
    keep_screenshot(page, "desk-upload")
    window.get_by_text("Upload and use it").click()
    expect(window).to_have_count(0)
    photo = Photo.objects.get()
    assert abs(photo.focal_x - 27) <= 1
    assert abs(photo.focal_y - 75) <= 1
    assert page.locator("[name=lead_photo]").input_value() == str(photo.pk)
    assert photo.texts.get().language == "ar"


def test_axe_finds_nothing_in_the_window(unwatched, live_server, reporter, library, make_story):
    page, story = unwatched, make_story()
    Desk(page, live_server.url).log_in("reporter")
    page.goto(f"{live_server.url}/admin/articles/story/{story.pk}/change/")
    library[0].texts.all().delete()
    window = page.locator("dialog.photo-chooser")
    page.locator("[data-do=library]").click()
    expect(window.locator("[data-photo]")).to_have_count(2)
    audit(page, "dialog.photo-chooser")
    window.get_by_role("tab", name="Upload").click()
    window.locator("[type=file]").set_input_files(picture())
    window.get_by_text("Upload and use it").click()
    expect(window.locator("[data-field=credit] .photo-error")).to_be_visible()
    audit(page, "dialog.photo-chooser")
    window.get_by_role("tab", name="Library").click()
    window.locator("[data-photo]").last.click()
    expect(window.locator("[data-lacking]")).to_be_visible()
    audit(page, "dialog.photo-chooser")
    window.get_by_text("Use it as it is").click()
    expect(page.locator("[data-do=mend]")).to_be_visible()
    audit(page, ".lead-photo")


def test_axe_finds_nothing_in_the_library(unwatched, live_server, reporter, library):
    page = unwatched
    Desk(page, live_server.url).log_in("reporter")
    addresses = ("", "add/", f"{library[0].pk}/change/")
    for address in addresses:
        # Not until each picture is there: now and then Chromium, not the server, keeps one of several alike waiting.
        page.goto(f"{live_server.url}/admin/articles/photo/{address}", wait_until="domcontentloaded")
        audit(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
    page.locator(".focal-picture").press("Shift+ArrowLeft")
    expect(page.locator("#id_focal_x")).to_have_value("40")
    assert page.locator(".photo-crop.is-square img").evaluate("image => image.style.objectPosition") == "40% 50%"
