"""Inputs of properties: the same for a seed, whatever else is imported, and never changed."""

import ast
import importlib
import sys
from itertools import chain

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.internal.conjecture import providers

from grader.bank import Bank, draw, is_property, number_for, only_our_draws
from grader.checking import batches, crowds, float_arrays, labelled, pairs
from grader.checking.marks import mark_of
from grader.kit import CHECKS
from grader.shrink import key_of

FILES = sorted(CHECKS.glob("*/test_*.py"))
UNREPLAYABLE = {"data", "target", "assume"}
STRANGE = [123_457_000 + 7919 * step for step in range(400)]


def properties():
    """Give every property of every exercise, by the name that the grader numbers it with."""
    found = {}
    for path in FILES:
        module = importlib.import_module(f"grader.checks.{path.parent.name}.{path.stem}")
        for name, each in vars(module).items():
            if name.startswith("test_") and is_property(each):
                exercise, check = path.stem.removeprefix("test_"), name.removeprefix("test_")
                found[f"{exercise}.{check}"] = each
    return found


PROPERTIES = properties()
SOME = sorted(PROPERTIES)[::5]


def wide(examples=60):
    """Make a property over integers so wide that a constant in the pool would show."""

    @settings(max_examples=examples, database=None, deadline=None)
    @given(number=st.integers(0, 2**40))
    def hold(student, number):
        raise AssertionError("the body is replaced")

    return hold


def keys(examples):
    """Write examples so that they can be compared."""
    return [key_of(each) for each in examples]


@pytest.mark.parametrize("name", SOME)
def test_same_seed_draws_the_same(name):
    """Two banks draw the same examples of a property from the same seed."""
    first, second = (keys(Bank().examples(name, PROPERTIES[name], 7)) for _ in range(2))
    assert first
    assert first == second


@pytest.mark.parametrize("name", SOME)
def test_another_seed_draws_others(name):
    """Another seed gives a property other examples; two of few can be the same for once."""
    bank = Bank()
    first, *others = (keys(bank.examples(name, PROPERTIES[name], seed)) for seed in range(1, 5))
    assert any(first != other for other in others)


def test_a_bank_remembers():
    """A bank draws a property once a seed, and gives the same list again."""
    bank, name = Bank(), SOME[0]
    examples = bank.examples(name, PROPERTIES[name], 1)
    assert bank.examples(name, PROPERTIES[name], 1) is examples


def test_an_extra_import_changes_no_draw(tmp_path, monkeypatch):
    """A module with strange constants, imported from outside site-packages, changes no draw."""
    before = keys(draw(wide(), 5))
    (tmp_path / "full_of_constants.py").write_text(f"NUMBERS = {STRANGE}\n")
    monkeypatch.syspath_prepend(tmp_path)
    importlib.import_module("full_of_constants")
    try:
        assert keys(draw(wide(), 5)) == before
    finally:
        del sys.modules["full_of_constants"]


def test_constants_of_modules_come_back_afterwards():
    """Outside the grader's own draws Hypothesis has its pool of constants as before."""
    original = providers._get_local_constants
    with only_our_draws():
        assert len(providers._get_local_constants()) == 0
        assert providers._get_local_constants is not original
    assert providers._get_local_constants is original


def test_every_property_has_its_own_number():
    """No two properties of the course draw from the same number, for any of a few seeds."""
    numbers = [number_for(seed, name) for seed in (0, 1, 2) for name in PROPERTIES]
    assert len(PROPERTIES) > 30
    assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize("strategy", [float_arrays(-4, 4), pairs(), labelled(), batches()])
def test_drawn_arrays_are_read_only(strategy):
    """Drawn arrays cannot be written to, also inside tuples."""

    @settings(max_examples=5, database=None)
    @given(drawn=strategy)
    def hold(student, drawn):
        raise AssertionError("the body is replaced")

    values = [each["drawn"] for each in draw(hold, 3)]
    arrays = list(chain(*(each if isinstance(each, tuple) else (each,) for each in values)))
    assert arrays
    assert not any(each.flags.writeable for each in arrays)
    with pytest.raises(ValueError, match="read-only"):
        arrays[0][...] = np.float32(0)


def taken_from_hypothesis(tree):
    """List what a file takes from Hypothesis: by import, or as an attribute of its modules."""
    homes = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("hypothesis"):
            yield from (each.name for each in node.names)
            homes |= {each.asname or each.name for each in node.names}
        elif isinstance(node, ast.Import):
            homes |= {each.asname or each.name for each in node.names if "hypothesis" in each.name}
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) in homes:
            yield node.attr


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_check_uses_what_cannot_be_replayed(path):
    """No check draws inside its body, steers Hypothesis, or discards by the answer."""
    used = set(taken_from_hypothesis(ast.parse(path.read_text(encoding="utf-8"))))
    assert "given" in used
    assert not used & UNREPLAYABLE


@pytest.mark.parametrize(
    "code",
    [
        "from hypothesis import strategies as st\nst.data()",
        "import hypothesis\nhypothesis.target(1.0)",
        "from hypothesis import assume",
        "from hypothesis.strategies import data",
    ],
)
def test_the_look_through_the_sources_sees(code):
    """The look through the checks' sources finds these however they are imported."""
    assert set(taken_from_hypothesis(ast.parse(code))) & UNREPLAYABLE


@pytest.mark.parametrize("name", sorted(PROPERTIES))
def test_no_more_examples_than_declared(name):
    """A property is replayed on as many examples as it declares, or fewer, and on some."""
    function = PROPERTIES[name]
    most = function._hypothesis_internal_use_settings.max_examples
    assert 0 < len(Bank().examples(name, function, 1)) <= most


@pytest.mark.parametrize("name", sorted(PROPERTIES))
def test_every_property_is_a_declared_check(name):
    """Every property declares a rung, takes no database and no deadline."""
    function = PROPERTIES[name]
    chosen = function._hypothesis_internal_use_settings
    assert mark_of(function) is not None
    assert (chosen.database, chosen.deadline, chosen.derandomize) == (None, None, False)


def test_in_a_crowd_no_batch_has_the_mean_of_all():
    """Rows of a crowd are more than 16, and no first or last of them have the targets' mean."""

    @settings(max_examples=50, database=None)
    @given(pair=crowds(st.integers(0, 1)))
    def hold(pair):
        targets = pair[1]
        assert len(pair[0]) == len(targets) > 16
        assert all(targets[:cut].mean() != targets.mean() for cut in range(1, 16))
        assert all(targets[cut:].mean() != targets.mean() for cut in range(1, 16))

    hold()


def test_drawing_does_not_run_the_body():
    """Drawing collects inputs without running the property, and puts its body back."""
    function = wide(10)
    body = function.hypothesis.inner_test
    assert len(draw(function, 1)) == 10
    assert function.hypothesis.inner_test is body
