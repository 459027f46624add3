"""The students' page about the course: it names every exercise as it is, and shows the labs."""

import re
from urllib.parse import unquote

import numpy as np
import pytest
from conftest import ROOT
from PIL import Image

PAGE = ROOT / "exercises" / "README.md"
ROW = re.compile(r"\| \[`(\w+)`\]\((\S+)\)( \(extra\))? \| (.+) \| (.+) \| (\d+) \|")
# Letters are drawn by other rules from one version of the fonts to the next.
NEARLY = 3.0


@pytest.fixture(scope="module")
def page():
    """The page's text."""
    return PAGE.read_text(encoding="utf-8")


def test_every_exercise_has_its_row(page, course):
    """Each exercise stands there in the course's order, with its file, its minutes, and its use."""
    rows = ROW.findall(page)
    wanted = [(each.id, course.file(each), str(each.minutes)) for each in course.exercises()]
    assert [(name, file, minutes) for name, file, _, _, _, minutes in rows] == wanted
    extras = {each.id for each in course.exercises() if not each.points}
    assert {name for name, _, extra, *_ in rows if extra} == extras


def test_units_stand_in_order(page, course):
    """Each unit has a heading with its title."""
    headings = re.findall(r"^## \d\. (.+)$", page, re.MULTILINE)
    assert headings == [unit.title for unit in course.units]


def test_every_link_leads_somewhere(page):
    """Files and pictures that the page links to are there."""
    links = [unquote(each) for each in re.findall(r"\]\(([^)]+)\)", page)]
    assert len(links) > 20
    assert [each for each in links if not (PAGE.parent / each).is_file()] == []


@pytest.mark.parametrize("lab", ["linear", "logistic"])
def test_pictures_are_what_the_labs_draw(command, page, tmp_path, lab):
    """Every picture that a lab draws of the solutions is shown, and is still what it draws."""
    ran = command("lab", lab, "--solution", "--save", tmp_path)
    assert ran.returncode == 0, ran.stderr
    for drawn in tmp_path.iterdir():
        shown = PAGE.parent / "pictures" / drawn.name
        assert re.search(rf"!\[[^\]]{{10,}}\]\(pictures/{drawn.name}\)", page)
        first, second = (
            np.asarray(Image.open(each).convert("L"), float) for each in (drawn, shown)
        )
        assert first.shape == second.shape
        assert np.mean(np.abs(first - second)) < NEARLY, drawn.name


def test_pictures_are_all_shown(page):
    """No picture lies there that the page does not show."""
    lying = {each.name for each in (PAGE.parent / "pictures").iterdir()}
    assert lying == set(re.findall(r"\(pictures/([^)]+)\)", page))
