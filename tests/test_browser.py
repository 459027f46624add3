"""The class page in a browser: sorted, searched, printed, on a phone, in the dark, under attack."""

import os
import re
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from book_maker import HOSTILE, hostile_class, report, small_class, summed, write_book
from playwright.sync_api import sync_playwright

from grader.course import read_course
from grader.outputs import read_reports
from grader.page.site import require_site, write_site
from grader.text import harmless

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
DESK, PHONE, NARROW = (1280, 900), (390, 844), (360, 740)
# What a hostile name would leave behind, if it ran.
MARK = "window.hacked"


@pytest.fixture(scope="module")
def browser():
    """A browser without a window; on CI there has to be one."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if not found and not os.environ.get("CI"):
        pytest.skip("there is no Chromium on this machine; install it to test the class page")
    with sync_playwright() as playwright:
        # Root has no sandbox of the browser's own; all pages here are written by these tests.
        opened = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Write the pages of a class; gives the folder."""

    def write(name, reports):
        folder = write_book(tmp_path_factory.mktemp(name) / "grades", reports)
        require_site(folder / "page", reports)
        write_site(folder / "page", read_reports(folder), read_course(), {})
        return folder / "page"

    return write


@pytest.fixture(scope="module")
def small(site):
    """The pages of the small class."""
    return site("small", small_class())


@pytest.fixture(scope="module")
def hostile(site):
    """The pages of a class in which every text is hostile."""
    return site("hostile", hostile_class())


@pytest.fixture
def visit(browser):
    """Open a file in a browser of its own; gives the page, which notes what went wrong in it."""
    contexts = []

    def open_page(path, size=DESK, **settings):
        width, height = size
        context = browser.new_context(viewport={"width": width, "height": height}, **settings)
        contexts.append(context)
        page = context.new_page()
        page.asked, page.said = [], []
        page.on("request", lambda request: page.asked.append(request.url))
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.on("dialog", lambda dialog: (page.said.append("dialog"), dialog.dismiss()))
        page.goto(path.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()


def column(page, number):
    """Give the texts of a column of the grades, as they stand on the page from above."""
    rows = page.locator(".grades tbody tr:visible").all()
    return [row.locator("th, td").nth(number).inner_text().split("\n")[0] for row in rows]


def press(page, head):
    """Press the button in a column's head."""
    page.locator(".grades thead").get_by_role("button", name=head, exact=True).press("Enter")


def test_names_are_sorted_as_people_sort_them(visit, small):
    """By name: case and accents do not matter, the other way round when pressed again."""
    page = visit(small / "index.html")
    names = ["Ann Óscar", "Ben Adams", "cy young", "Dee Łuk", "Eve Ötker", "Flo Zed"]
    press(page, "Total")
    assert column(page, 0) != names
    press(page, "Student")
    assert column(page, 0) == names
    assert page.locator(".grades th[aria-sort]").get_attribute("aria-sort") == "ascending"
    press(page, "Student")
    assert column(page, 0) == names[::-1]
    assert page.locator(".grades th[aria-sort]").get_attribute("aria-sort") == "descending"


def test_points_are_sorted_as_numbers(visit, small):
    """By points: the most first, 9 below 20, and every row is still there."""
    page = visit(small / "index.html")
    press(page, "mse")
    assert column(page, 3) == ["20", "20", "20", "9", "8", "0"]
    press(page, "mse")
    assert column(page, 3) == ["0", "8", "9", "20", "20", "20"]
    press(page, "Submission")
    assert column(page, 5) == ["ann_1", "ben_2", "cy_10", "dee_9", "eve_4", "flo_7"]


def test_a_search_shows_what_has_all_its_words(visit, small):
    """Accents and case do not matter; verdicts are found, too; it is said how many are shown."""
    page = visit(small / "index.html")
    field = page.get_by_label("Search the grades")
    for words, names in {
        "otker": ["Eve Ötker"],
        "ADAMS ben": ["Ben Adams"],
        "timed out": ["Eve Ötker"],
        "cy_10": ["cy young"],
        "nobody": [],
    }.items():
        field.fill(words)
        assert column(page, 0) == names
        assert page.locator("output").inner_text() == f"{len(names)} of 6 shown"
    field.fill("")
    assert len(column(page, 0)) == 6
    assert page.locator("output").inner_text() == ""


def test_a_name_leads_to_a_page_and_back(visit, small):
    """From the grades to a student's page, and from there back to the class."""
    page = visit(small / "index.html")
    page.locator(".grades").get_by_role("link", name="Ben Adams").click()
    assert page.title() == "Feedback for Ben Adams"
    assert page.get_by_text("The squared errors are summed").is_visible()
    page.get_by_role("link", name="The whole class").click()
    assert page.title() == "Grades of the class"
    assert page.said == []


def test_the_keyboard_alone_is_enough(visit, small):
    """The first stop is the way past the head; a focused button is outlined."""
    page = visit(small / "index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    button = page.get_by_role("button", name="Total")
    page.get_by_label("Search the grades").focus()
    while not button.evaluate("each => each === document.activeElement"):
        page.keyboard.press("Tab")
    assert float(button.evaluate("each => parseFloat(getComputedStyle(each).outlineWidth)")) >= 2


def test_without_scripts_it_is_a_plain_table(visit, small):
    """With scripts off every row is there, and there is nothing that would not work."""
    page = visit(small / "index.html", java_script_enabled=False)
    assert page.locator(".grades tbody tr").count() == 6
    assert page.get_by_role("button").count() == 0
    assert not page.locator(".search").is_visible()


def test_nothing_is_fetched(visit, small, hostile):
    """A page asks for itself alone: no font, no picture, no script from anywhere."""
    for folder in (small, hostile):
        for path in sorted(folder.rglob("*.html")):
            page = visit(path)
            page.wait_for_load_state("networkidle")
            assert [url for url in page.asked if not url.startswith("data:")] == [path.as_uri()]


def test_hostile_text_is_shown_and_never_run(visit, hostile):
    """Scripts in names, outputs and sentences stand there as text; nothing is run or refused."""
    index = visit(hostile / "index.html")
    shown = index.locator("body").inner_text()
    assert all(harmless(text) in shown for text in HOSTILE)
    for path in sorted(hostile.rglob("*.html")):
        page = visit(path)
        assert page.evaluate(f"typeof {MARK}") == "undefined"
        assert page.said == []
        assert page.title() != "yes"


@pytest.mark.parametrize("guarded", [True, False], ids=["guarded", "bare"])
def test_even_unescaped_text_could_not_run(visit, small, tmp_path, guarded):
    """With a script put into the page as if escaping had failed, the policy stops it, and only it.

    Without the policy the same script runs, so that this is what holds it.
    """
    for name in ("index.html", "students/ben_2.html"):
        text = (small / name).read_text(encoding="utf-8")
        bad = "<script>window.hacked=1</script><img src=x onerror=window.hacked=1>"
        text = text.replace('<main id="content"', f'{bad}<main id="content"')
        if not guarded:
            text = re.sub(r"<meta http-equiv=.*>", "", text)
        path = tmp_path / "page.html"
        path.write_text(text, encoding="utf-8")
        page = visit(path)
        page.wait_for_load_state("networkidle")
        assert (page.evaluate(f"typeof {MARK}") == "undefined") == guarded


def test_names_of_either_direction_keep_to_themselves(visit, hostile):
    """A name from right to left turns nothing round it: the points stand where they stand."""
    page = visit(hostile / "index.html")
    rows = page.locator(".grades tbody tr")
    places = {rows.nth(n).locator("td").first.bounding_box()["x"] for n in range(rows.count())}
    assert len(places) == 1


@pytest.mark.parametrize("size", [PHONE, NARROW], ids=["390", "360"])
def test_a_phone_scrolls_no_page_sideways(visit, small, hostile, size):
    """At a phone's width no page is wider than the screen, not with words of 300 letters either."""
    for folder in (small, hostile):
        for path in sorted(folder.rglob("*.html")):
            page = visit(path, size)
            for fold in page.locator("details").all():
                fold.evaluate("each => { each.open = true }")
            assert page.evaluate("document.documentElement.scrollWidth") <= size[0], path.name


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_no_fault_of_accessibility_is_found(visit, small, scheme, size):
    """Landmarks, names, heads of tables and contrast: an auditor finds nothing, day or night."""
    for name in ("index.html", "students/ben_2.html", "students/eve_4.html"):
        page = visit(small / name, size, color_scheme=scheme, bypass_csp=True)
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()


def test_the_dark_is_dark(visit, small):
    """A dark system has light text on a dark page, a light one the opposite."""
    shades = {}
    for scheme in ("light", "dark"):
        page = visit(small / "index.html", color_scheme=scheme)
        style = page.evaluate_handle("getComputedStyle(document.body)")
        back, ink = (style.evaluate(f"each => each.{n}") for n in ("backgroundColor", "color"))
        shades[scheme] = [sum(map(int, re.findall(r"\d+", each)[:3])) for each in (back, ink)]
    page, ink = shades["light"]
    assert page - ink > 500
    page, ink = shades["dark"]
    assert ink - page > 500


def test_paper_has_all_rows_and_no_controls(visit, small):
    """In print rows that a search hid are there, folds are open, and buttons are text."""
    page = visit(small / "index.html", color_scheme="dark")
    page.get_by_label("Search the grades").fill("ben")
    assert len(column(page, 0)) == 1
    page.emulate_media(media="print")
    assert len(column(page, 0)) == 6
    for gone in (".search", "nav", ".skip"):
        assert not page.locator(gone).first.is_visible()
    white = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert white == "rgb(255, 255, 255)"
    assert page.locator("#histogram-table").is_visible()


def test_who_wants_no_motion_has_none(visit, small):
    """Where a system asks for less motion, a page jumps instead of gliding."""
    ways = []
    for wish in ("reduce", "no-preference"):
        page = visit(small / "index.html", reduced_motion=wish)
        ways.append(page.evaluate("getComputedStyle(document.documentElement).scrollBehavior"))
    assert ways == ["auto", "smooth"]


def test_a_large_class_is_sorted_at_once(visit, site):
    """Five hundred rows are sorted and searched, none lost."""
    made = [report(f"s{n}", *([summed(score=n % 20)] if n % 3 else [])) for n in range(500)]
    page = visit(site("large", made) / "index.html")
    press(page, "mse")
    points = page.eval_on_selector_all(
        ".grades tbody tr", "rows => rows.map(row => Number(row.cells[3].dataset.key))"
    )
    assert len(points) == 500
    assert points == sorted(points, reverse=True)
    assert len(set(points)) > 10


def test_long_names_of_folders_make_no_row_higher(visit, site):
    """A row is as high for a folder as Moodle names it as for a short one."""
    names = ("Ann Lee_1234567_assignsubmission_file", "bo", "x" * 300)
    page = visit(
        site("moodle", [report(each, student=f"Student {len(each)}") for each in names])
        / "index.html"
    )
    heights = {row.bounding_box()["height"] for row in page.locator(".grades tbody tr").all()}
    assert len(heights) == 1
