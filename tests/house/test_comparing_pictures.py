"""Two sets of pictures of pages are compared by pixels: what differs is listed, and painted."""

import pytest
from PIL import Image

from screenshots import comparing, moment

SIZE = (20, 10)


@pytest.fixture
def sets(tmp_path):
    folders = tmp_path / "before", tmp_path / "after"
    for folder in folders:
        folder.mkdir()
        Image.new("RGB", SIZE, "white").save(folder / "front.png")
    return folders


def painted(after, name):
    return after.with_name("after-differences") / name


def test_what_is_the_same_to_the_pixel_is_not_listed_though_its_file_differs(sets, capsys):
    before, after = sets
    Image.new("RGB", SIZE, "white").save(after / "front.png", compress_level=0)
    assert comparing.compare(before, after) == 0
    assert capsys.readouterr().out == "1 pictures compared; 0 differ or are missing.\n"
    assert not painted(after, "front.png").exists()


def test_one_pixel_is_found_told_and_painted(sets, capsys):
    before, after = sets
    changed = Image.new("RGB", SIZE, "white")
    changed.putpixel((3, 4), (255, 255, 254))
    changed.save(after / "front.png")
    assert comparing.compare(before, after) == 1
    assert "front.png: 0.500% of its pixels, between 3,4 and 4,5, by up to 1 of 255\n" in capsys.readouterr().out
    assert Image.open(painted(after, "front.png")).getpixel((3, 4)) == comparing.CHANGED


def test_a_page_that_has_grown_differs_where_it_has(sets, capsys):
    before, after = sets
    Image.new("RGB", (20, 20), "white").save(after / "front.png")
    assert comparing.compare(before, after) == 1
    assert (
        "50.000% of its pixels, between 0,10 and 20,20, by up to 255 of 255; 20×10 before, 20×20 after"
        in capsys.readouterr().out
    )


def test_what_only_one_set_has_is_listed(sets, capsys):
    before, after = sets
    Image.new("RGB", SIZE).save(before / "gone.png")
    Image.new("RGB", SIZE).save(after / "new.png")
    assert comparing.compare(before, after) == 1
    said = capsys.readouterr().out
    assert f"gone.png: only in {before}\nnew.png: only in {after}\n" in said


def test_two_folders_without_a_picture_in_common_do_not_pass_for_the_same(tmp_path, capsys):
    assert comparing.compare(tmp_path / "before", tmp_path / "after") == 1
    assert "Nothing to compare" in capsys.readouterr().out


def test_what_is_no_moment_is_refused_in_a_sentence():
    with pytest.raises(SystemExit, match="is no moment"):
        moment.moment("yesterday")


def test_whoever_lacks_libfaketime_is_told_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(SystemExit, match="apt install faketime"):
        moment.library()
