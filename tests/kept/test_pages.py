"""What a process keeps is bounded, each page once, and least used goes first."""

import random
import threading
from dataclasses import dataclass

from newsroom.kept.pages import AROUND, Page, Pages


@dataclass
class Generation:
    number: int = 1
    ends: float = 100.0
    changed: float = 0.0
    now: float = 0.0
    asked: float = 0.0


def page(size=1000, **of):
    return Page([], b"x" * size, is_compressed=False, tag="", generation=Generation(**of))


def key(name, *values):
    return ("http", "paper", name), values


def test_a_page_is_true_in_its_generation_until_that_ends():
    pages = Pages(10**6)
    pages.keep(key("/"), (), page(number=7, ends=50.0))
    assert pages.get(key("/"), Generation(7), 49.9)
    assert pages.get(key("/"), Generation(7), 50.0) is None
    pages.keep(key("/"), (), page(number=7, ends=50.0))
    assert pages.get(key("/"), Generation(7, changed=1.0), 0.0) is None, "a moment has come, whatever this clock says"
    pages.keep(key("/"), (), page(number=7, ends=50.0))
    assert pages.get(key("/"), Generation(8), 0.0) is None
    assert (pages.size, pages.known(key("/")[0])) == (0, ())


def test_the_least_used_goes_first():
    pages = Pages(3 * (1500 + AROUND))
    for name in ("/a", "/b", "/c"):
        pages.keep(key(name), (), page())
    pages.get(key("/a"), Generation(1), 0)
    pages.keep(key("/d"), (), page())
    assert [name for name in ("/a", "/b", "/c", "/d") if pages.get(key(name), Generation(1), 0)] == ["/a", "/c", "/d"]
    pages.keep(key("/huge"), (), page(size=10**6))
    assert pages.get(key("/huge"), Generation(1), 0) is None
    assert pages.get(key("/a"), Generation(1), 0)


def test_what_is_counted_is_what_is_there_whatever_happens():
    pages, chance = Pages(20 * (1000 + AROUND)), random.Random(1)
    for _time in range(5000):
        name, values = chance.choice("abcdefgh"), (str(chance.randrange(6)),)
        if chance.random() < 0.6:
            pages.keep(
                key(name, *values), ("before",), page(size=chance.randrange(2000), number=chance.randrange(1, 3))
            )
        else:
            pages.get(key(name, *values), Generation(chance.randrange(1, 3)), 0)
        assert pages.size <= pages.most
    for name in "abcdefgh":
        for value in range(6):
            pages.get(key(name, str(value)), Generation(-1), 0)
    assert pages.size == 0
    assert [name for name in "abcdefgh" if pages.known(key(name)[0])] == []


def test_one_sets_it_and_the_others_wait_for_that_one_alone():
    pages, order, has_begun = Pages(10**6), [], threading.Event()

    def second():
        has_begun.wait(10)
        with pages.setting("/") as is_ours:
            order.append(("second", is_ours))

    waiting = threading.Thread(target=second)
    waiting.start()
    with pages.setting("/") as is_ours:
        has_begun.set()
        with pages.setting("/another") as is_other:
            order.append(("first", is_ours, is_other))
    waiting.join(10)
    assert order[0] == ("first", True, True)
    with pages.setting("/") as is_ours:
        assert is_ours


def test_a_long_key_is_counted_too():
    pages = Pages(50 * (1000 + AROUND))
    for number in range(100):
        pages.keep((("http", f"paper:{number:08000}", "/"), ("😀" * 1000,)), ("after",), page())
    assert len([number for number in range(100) if pages.known(("http", f"paper:{number:08000}", "/"))]) < 15


def test_where_nothing_is_kept_nobody_waits():
    pages = Pages(0)
    with pages.setting("/") as first, pages.setting("/") as second:
        assert first
        assert second
