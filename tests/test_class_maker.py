"""The classes that tests and benchmarks grade: mixed as real ones are, and the same twice."""

from collections import Counter

from class_maker import make_class
from corpus_reader import read_corpus

from grader.verdict import Verdict


def files_of(folder):
    """Give all files below a folder, by their place."""
    return {
        each.relative_to(folder).as_posix(): each.read_bytes()
        for each in sorted(folder.rglob("*"))
        if each.is_file()
    }


def kind_of(what):
    """Give the kind of a submission out of what is said of it."""
    return what.partition(":")[0]


def test_a_class_is_mixed_in_fixed_shares(tmp_path):
    """Of a hundred submissions 45 are right, 35 wrong, 10 broken and 10 hostile."""
    made = make_class(tmp_path, 100, 1)
    assert sorted(made) == sorted(each.name for each in tmp_path.iterdir())
    assert Counter(map(kind_of, made.values())) == {
        "right": 45,
        "wrong": 35,
        "broken": 10,
        "hostile": 10,
    }


def test_few_of_a_class_need_a_timeout(tmp_path):
    """Of two hundred submissions at most ten run into a limit of time."""
    slow = {each.name for each in read_corpus() if Verdict.TIMED_OUT in each.verdicts}
    made = make_class(tmp_path, 200, 1)
    hostile = [each.partition(": ")[2] for each in made.values() if kind_of(each) == "hostile"]
    assert 0 < sum(each in slow for each in hostile) <= 10


def test_a_class_is_the_same_for_the_same_seed(tmp_path):
    """Two classes of one seed are equal to the byte, and another seed gives another class."""
    first, second, other = (tmp_path / each for each in ("first", "second", "other"))
    assert make_class(first, 20, 7) == make_class(second, 20, 7) != make_class(other, 20, 8)
    assert files_of(first) == files_of(second) != files_of(other)


def test_what_endangers_the_machine_is_left_out(tmp_path):
    """Without the layer that it needs, no submission of a class is a dangerous one."""
    dangerous = {each.name for each in read_corpus() if each.needs}
    made = make_class(tmp_path, 300, 3)
    assert not any(each.partition(": ")[2] in dangerous for each in made.values())
