"""The class page as files: what is counted, what is told, and that hostile text stays text."""

import base64
import hashlib
import io
import itertools
import re
import shutil
from html.parser import HTMLParser

import msgspec
import pytest
from book_maker import (
    HOSTILE,
    SUMMED,
    exercise,
    hostile_class,
    report,
    scripts_of,
    seed_of,
    small_class,
    summed,
    write_book,
)
from conftest import ROOT
from PIL import Image
from rich.console import Console

from grader.gradebook import file_stem
from grader.page.distribution import distribution_of
from grader.page.mistakes import mistakes_of
from grader.page.overview import overview_of
from grader.page.paper import Paper, prose
from grader.render.text import print_report
from grader.text import harmless
from grader.verdict import Verdict

VOID = {"meta", "link", "br", "img", "input", "rect", "line"}
ATTRIBUTES = {
    *("lang", "charset", "http-equiv", "content", "name", "rel", "href", "class", "id", "role"),
    *("tabindex", "scope", "type", "autocomplete", "spellcheck", "for", "hidden"),
    *("width", "height", "x", "y", "x1", "x2", "y1", "y2", "rx", "data-key", "data-sort"),
}


class Reader(HTMLParser):
    """Reads a page: its text, tags, attributes and links, and whether tags close in order."""

    def __init__(self, html):
        super().__init__()
        self.text, self.tags, self.attributes, self.links, self.open = "", [], set(), [], []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attributes if not name.startswith("aria-")}
        self.links += [value for name, value in attributes if name in ("href", "src")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open[-1:] not in (["style"], ["script"]):
            self.text += data


def squeezed(text):
    """Give a text with every run of white space as one space."""
    return " ".join(text.split())


@pytest.fixture(scope="module")
def pages(command, tmp_path_factory):
    """The pages of the small class, written by the real command."""
    folder = write_book(tmp_path_factory.mktemp("small") / "grades", small_class())
    ran = command("grades", folder, "--html")
    assert ran.returncode == 0, ran.stderr
    assert f"wrote {folder / 'page' / 'index.html'}" in ran.stdout
    return folder / "page"


def student_page(pages, submission):
    """Read one student's page."""
    path = pages / "students" / f"{file_stem(submission)}.html"
    return path.read_text(encoding="utf-8")


def test_every_submission_has_a_page(pages):
    """The folder holds the class's page and one a submission, called as its report is."""
    names = sorted(f"{file_stem(each.submission)}.html" for each in small_class())
    assert sorted(path.name for path in (pages / "students").iterdir()) == names
    read = Reader((pages / "index.html").read_text(encoding="utf-8"))
    assert {link for link in read.links if "students" in link} == {f"students/{n}" for n in names}
    assert all(each.student in read.text for each in small_class())


def test_the_same_gradebook_gives_the_same_pages(pages, command, tmp_path):
    """Written again, elsewhere, every page is the same, byte for byte."""
    ran = command("grades", pages.parent, "--html", tmp_path / "site")
    assert ran.returncode == 0, ran.stderr
    files = list(pages.rglob("*.html"))
    assert len(files) == 7
    for path in files:
        assert (tmp_path / "site" / path.relative_to(pages)).read_bytes() == path.read_bytes()


def test_exercises_are_counted(course):
    """How many passed, the mean points and what the others came to, in the course's order."""
    overview = overview_of(small_class(), course)
    model, mse, sigmoid = overview.rates
    assert (model.id, model.passed, model.count, model.percent) == ("linear_model", 6, 6, 100)
    assert (mse.passed, mse.percent, mse.mean) == (3, 50, (20 * 3 + 8 + 9 + 0) / 6)
    assert mse.others == ((Verdict.FAILED, 2), (Verdict.ERROR, 1))
    assert sigmoid.others == ((Verdict.TIMED_OUT, 1), (Verdict.NOT_STARTED, 1))
    assert (overview.most, overview.full, overview.median) == (55, 2, 43.5)
    names = [row.person.name for row in overview.rows]
    assert names == sorted(names, key=str.casefold)


def test_a_share_is_never_rounded_to_all_or_none(course):
    """One of 400 is not 0 percent, and 399 of 400 are not 100."""
    few = [report(str(n), *([summed()] if n else [])) for n in range(400)]
    many = [report(str(n), *([] if n else [summed()])) for n in range(400)]
    assert [overview_of(each, course).rates[1].percent for each in (few, many)] == [1, 99]
    assert overview_of([report("a", summed())], course).rates[1].percent == 0


def test_a_class_on_different_assignments_is_one_table(course):
    """An exercise that a submission was not graded in has no cell, and does not count for it."""
    whole = report("b")
    rest = tuple(each for each in whole.exercises if each.id != "sigmoid")
    overview = overview_of([report("a"), msgspec.structs.replace(whole, exercises=rest)], course)
    assert [each and each.id for each in overview.rows[1].exercises][2] is None
    assert overview.rates[2].count == 1


@pytest.mark.parametrize(
    ("scores", "most"), [([0], 0), ([0, 1], 1), ([20] * 3, 20), ([5, 85], 85), ([290, 0], 290)]
)
def test_every_total_is_in_one_bar(scores, most):
    """Bars touch from 0 to the most, each score is counted once, and the best in the last."""
    bars = distribution_of(scores, most).bars
    assert len(bars) <= 12
    assert sum(bar.count for bar in bars) == len(scores)
    assert bars[0].low == 0
    assert all(a.high + 1 == b.low for a, b in itertools.pairwise(bars))
    for bar in bars:
        assert bar.count == sum(bar.low <= score <= bar.high for score in scores)
    assert bars[-1].high == max(most, 1)


def test_named_mistakes_are_counted_with_an_example(course):
    """A mistake has all who made it, its sentence, its hint, and the shortest failing call."""
    (found,) = mistakes_of(small_class(), course)
    assert (found.name, found.sentence, found.hint) == SUMMED
    assert [each.name for each in found.people] == ["Ben Adams", "cy young"]
    assert found.of == 6
    assert found.example.person.name == "cy young"
    assert found.example.check.counterexample.call == "f(1)"


def test_frequent_mistakes_come_first(course):
    """Mistakes are told by how many made them, then in the course's order."""
    other = exercise("linear_model", Verdict.FAILED, 3, [], ("other", "Other.", "Hint."))
    third = exercise("sigmoid", Verdict.FAILED, 3, [], ("third", "Third.", "Hint."))
    reports = [report("a", third), report("b", third), report("c", summed(), other)]
    assert [each.name for each in mistakes_of(reports, course)] == ["third", "other", "summed"]


def test_the_class_page_shows_a_mistake(pages):
    """The page has a mistake's sentence, hint, count, and the call of its example."""
    read = Reader((pages / "index.html").read_text(encoding="utf-8"))
    for words in ("The squared errors are summed", "What should an average do?", "2 of 6", "f(1)"):
        assert words in squeezed(read.text)


@pytest.mark.parametrize("made", small_class(), ids=lambda each: each.submission)
def test_a_student_is_told_what_the_terminal_tells(pages, made):
    """Every line that the terminal prints of a report stands on its page, and no blocked check."""
    read = squeezed(Reader(student_page(pages, made.submission)).text).casefold()
    file = io.StringIO()
    console = Console(file=file, highlight=False, soft_wrap=True)
    print_report(made, console)
    assert f"{made.score} of {made.max_score} points" in read
    for line in file.getvalue().replace("`", "").splitlines():
        words = re.sub(r"^\s*(x|extra:) |\s*> |^Score .*\. (?=Next|Every)", "", line)
        for piece in re.split(r"\s{2,}|(?<=\d)/(?=\d)", words):
            assert piece.casefold() in read, piece


def test_a_student_page_can_be_handed_on(pages):
    """It names nobody else, tells no seed, and links to itself and, relatively, to the class."""
    everybody = small_class()
    for each in everybody:
        page = student_page(pages, each.submission)
        others = [one for one in everybody if one is not each]
        assert not any(o.student in page or o.submission in page for o in others)
        assert each.student in page
        assert seed_of(pages.parent) not in page
        links = [link for link in Reader(page).links if not link.startswith(("#", "data:,"))]
        assert links == ["../index.html"]


def test_pages_say_how_pictures_come_about(pages):
    """Without pictures the class's page names the option, and a student's the command."""
    assert "--submissions" in (pages / "index.html").read_text(encoding="utf-8")
    assert "grader check mse --plot" in student_page(pages, "ben_2")
    assert "--plot" not in student_page(pages, "dee_9")


@pytest.fixture(scope="module")
def hostile(command, tmp_path_factory):
    """The pages of a class in which every text is hostile."""
    folder = write_book(tmp_path_factory.mktemp("hostile") / "grades", hostile_class())
    ran = command("grades", folder, "--html")
    assert ran.returncode == 0, ran.stderr
    return folder / "page"


def test_hostile_text_is_text(hostile, pages):
    """Whatever a submission is called or says, its pages have the usual tags and attributes."""
    usual = {tag for path in pages.rglob("*.html") for tag in Reader(path.read_text()).tags}
    files = sorted(hostile.rglob("*.html"))
    assert len(files) == len(HOSTILE) + 1
    for path in files:
        text = path.read_text(encoding="utf-8")
        read = Reader(text)
        assert set(read.tags) <= usual
        assert read.attributes <= ATTRIBUTES
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)
        assert all(re.match(r"#|data:,|\.\./index\.html$|students/", link) for link in read.links)
    index = Reader((hostile / "index.html").read_text(encoding="utf-8")).text
    assert all(harmless(text) in index for text in HOSTILE)


def test_only_our_own_script_may_run(pages, hostile):
    """The policy allows the style and the script by their digests, and no other source but data."""
    for path in (*pages.rglob("*.html"), *hostile.rglob("*.html")):
        page = path.read_text(encoding="utf-8")
        (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)
        policy = policy.replace("&#39;", "'")
        assert policy.startswith("default-src 'none'; ")
        assert "unsafe" not in policy
        assert re.findall(r"script-src ('[^;]+)", policy) == list(map(digest, scripts_of(page)))
        (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
        assert re.findall(r"style-src ('[^;]+)", policy) == [digest(style)]
        assert " style=" not in page.replace(style, "")
        assert len(scripts_of(page)) == (path.name == "index.html")


def digest(text):
    """Write a digest as a policy does."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_no_template_can_forget_to_make_text_harmless():
    """What a template prints is harmless and escaped by itself; so is a sentence with code."""
    paper = Paper()
    bare = paper._templates.from_string("{{ text }}")
    assert bare.render(text="\x1b[1m<b>\u202e") == "&lt;b&gt;\N{REPLACEMENT CHARACTER}"
    assert prose("a `<b>` \x1b[1mb") == "a <code>&lt;b&gt;</code> b"


def test_somebody_elses_page_stays(command, tmp_path):
    """An index.html that is not ours is not written over; nothing is written beside it."""
    folder = write_book(tmp_path / "grades", small_class())
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("<h1>My own page</h1>", encoding="utf-8")
    ran = command("grades", folder, "--html", site)
    assert ran.returncode == 2
    assert "not of the grader" in ran.stderr
    assert [path.name for path in site.iterdir()] == ["index.html"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--submissions", "."], "say --html as well"),
        (["--html", "page", "--format", "csv"], "leave --format out"),
        (["--html", "page", "--output", "file"], "leave --output out"),
    ],
)
def test_options_that_do_not_go_together_are_refused(command, tmp_path, arguments, says):
    """What cannot be meant is one sentence, and nothing is written."""
    folder = write_book(tmp_path / "grades", small_class())
    ran = command("grades", folder, *arguments, cwd=tmp_path)
    assert ran.returncode == 2
    assert says in ran.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["grades"]


def test_an_empty_gradebook_has_no_page(command, tmp_path):
    """Without a report there is nothing to show, and the sentence says what to do."""
    folder = write_book(tmp_path / "grades", [])
    ran = command("grades", folder, "--html")
    assert ran.returncode == 2
    assert "`grader grade` writes some" in ran.stderr


def test_pictures_are_in_the_page_of_whom_they_show(command, tmp_path):
    """With the submissions at hand, what failed is drawn in that student's page."""
    wrong = ROOT / "solutions" / "mistakes" / "mse" / "halved.py"
    right = ROOT / "solutions" / "linear_regression" / "mse.py"
    for name, source in (("ann", right), ("ben", wrong)):
        place = tmp_path / "class" / name / "linear_regression"
        place.mkdir(parents=True)
        shutil.copy(source, place / "mse.py")
    grades = tmp_path / "grades"
    ran = command("grade", tmp_path / "class", "mse", "--output", grades, "--jobs", "1")
    assert ran.returncode == 0, ran.stderr
    ran = command("grades", grades, "--html", "--submissions", tmp_path / "class")
    assert ran.returncode == 0, ran.stderr
    assert "drew 1 of 1 failed exercises" in ran.stdout
    ann, ben = (student_page(grades / "page", name) for name in ("ann", "ben"))
    assert "<img" not in ann
    (picture,) = re.findall(r"<img[^>]+>", ben)
    (address,) = re.findall(r'src="data:image/png;base64,([^"]+)"', picture)
    assert Image.open(io.BytesIO(base64.b64decode(address))).format == "PNG"
    assert re.search(r'alt="mse: [^"]+"', picture)
    assert "--plot" not in ben
    assert len(ben) < 300_000
