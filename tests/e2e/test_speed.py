"""How soon a reader on a slow line sees what leads a page, and that nothing moves under their thumb."""

from statistics import median

import pytest
from django.core.management import call_command

from articles.models import Publication

pytestmark = pytest.mark.prove

# A slow fourth generation: 150 ms there and back, 1.6 Mbit/s, and a processor four times slower than this one.
LINE = {"offline": False, "latency": 150, "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8}
SLOWER = 4
PHONE = {"viewport": {"width": 390, "height": 844}, "device_scale_factor": 2}
MOST_SHIFT, LATEST_PAINT = 0.02, 2_000
ROUNDS = 3
SETTLED = 1_500
WATCH = """
    window.shift = 0;
    window.painted = 0;
    const watch = (type, seen) =>
        new PerformanceObserver((list) => list.getEntries().forEach(seen)).observe({ type, buffered: true });
    watch("layout-shift", (entry) => { window.shift += entry.hadRecentInput ? 0 : entry.value; });
    watch("largest-contentful-paint", (entry) => { window.painted = entry.startTime; });
"""


@pytest.fixture
def demo(settings):
    settings.READERS_ALIAS = "readers"
    call_command("load_demo", verbosity=0)


def leading(language):
    """The front page of an edition, and a story with a picture and many statements."""
    told = Publication.objects.live().filter(edition__language=language, family="sarran-port-strike").get()
    return {"front": told.edition.get_absolute_url(), "story": told.get_absolute_url()}


def visit(browser, address):
    """(shift, largest paint in milliseconds) of one visit with nothing kept from the last."""
    context = browser.new_context(**PHONE)
    page = context.new_page()
    page.add_init_script(WATCH)
    slow = context.new_cdp_session(page)
    slow.send("Network.enable")
    slow.send("Network.emulateNetworkConditions", LINE)
    slow.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address, wait_until="load")
    page.wait_for_timeout(SETTLED)
    measured = page.evaluate("[window.shift, window.painted]")
    context.close()
    return measured


def measured(browser, address):
    """The medians of some visits."""
    shifts, paints = zip(*(visit(browser, address) for _round in range(ROUNDS)), strict=True)
    return median(shifts), median(paints)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_leads_a_page_is_soon_there_and_stays_where_it_is(demo, browser, live_server, subtests, language):
    for name, path in leading(language).items():
        with subtests.test(page=name):
            visit(browser, live_server.url + path)  # the server reads its templates
            shift, paint = measured(browser, live_server.url + path)
            if paint >= LATEST_PAINT:  # somebody else may have been at work: asked once more, and by the same measure
                shift, paint = measured(browser, live_server.url + path)
            print(f"{language} {name}: shift {shift:.4f}, largest paint {paint:.0f} ms")  # noqa: T201
            assert shift < MOST_SHIFT
            assert paint < LATEST_PAINT
