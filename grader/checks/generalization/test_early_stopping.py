"""Checks of early_stopping_epoch. Losses are made of whole numbers, so that equal ones are equal.

Those that differ do so in float32 as well: losses may be made a tensor.
"""

from hypothesis import given
from hypothesis import strategies as st

from grader.checking import Reference, Rung, Student, check, compare
from grader.checking.tolerance import STEP

NAME = "early_stopping_epoch"
LOSSES = [1.0, 0.7, 0.9, 0.8, 0.6]
PATIENCE = st.integers(1, 4)
DIGITS = st.lists(st.integers(0, 9), min_size=1, max_size=9)
# With ties, new bests after a wait, and often a stop: few sizes, a short patience.
EVENTFUL = st.lists(st.integers(0, 5), min_size=5, max_size=10)
# From 1000000.0 and 0.5 downwards in the smallest steps that are still short to write.
NEARLY = st.sampled_from([(2_000_000, 2.0), (5_000_000, 1e7)])


def tenths(*digits: int) -> list[float]:
    """Make losses of whole numbers."""
    return [each / 10 for each in digits]


def nearly(*digits: int) -> list[float]:
    """Make losses near 0.5 that differ by ten millionths."""
    return [(4_999_990 + each) / 1e7 for each in digits]


def millions(*digits: int) -> list[float]:
    """Make losses of whole millions."""
    return [each * 1e6 for each in digits]


def require_epochs(
    student: Student, losses: list[float], patience: int, epochs: int, message: str
) -> None:
    """Fail unless so many epochs are run."""
    compare.require_count(student.call(NAME, losses, patience).value, epochs, message)


@check(Rung.LOADS, 0)
def test_loads(student: Student) -> None:
    """the file loads and defines early_stopping_epoch"""
    compare.require_names(student, NAME)


@check(Rung.RUNS, 0)
def test_runs(student: Student) -> None:
    """runs on five losses"""
    student.call(NAME, LOSSES, 2)


@check(Rung.TYPE, 0)
def test_returns_number(student: Student) -> None:
    """gives back a number that depends on what it is given"""
    compare.require_numeric(student.call(NAME, LOSSES, 2).value)
    student.begin()
    calls = [(LOSSES, 2), ([0.5, 0.6], 1), ([0.5, 0.6, 0.7, 0.8, 0.9, 1.0], 5)]
    compare.require_dependence(student.values(NAME, calls))


@check(Rung.SHAPE, 1)
def test_shape(student: Student) -> None:
    """gives one number, of shape ()"""
    compare.require_shape(student.call(NAME, LOSSES, 2).value, ())


@check(Rung.EXAMPLE, 2)
def test_worked_example(student: Student) -> None:
    """gives 4 and 5 for the examples worked by hand"""
    message = "runs another number of epochs"
    require_epochs(student, LOSSES, 2, 4, message)
    student.begin()
    require_epochs(student, LOSSES, 3, 5, message)


@check(Rung.PROPERTY, 2)
@given(epochs=st.integers(2, 6), patience=PATIENCE)
def test_runs_to_the_end(student: Student, epochs: int, patience: int) -> None:
    """runs all epochs where every one brings a new best, or patience is longer than training"""
    falling = tenths(*range(epochs, 0, -1))
    message = "stops although every epoch brings a new best"
    require_epochs(student, falling, patience, epochs, message)
    student.begin()
    message = "does not run all epochs although patience is longer than training"
    require_epochs(student, falling[::-1], epochs + patience, epochs, message)


@check(Rung.PROPERTY, 2)
@given(first=st.integers(0, 3), patience=PATIENCE, more=st.integers(1, 3))
def test_stops_after_patience(student: Student, first: int, patience: int, more: int) -> None:
    """stops after `patience` epochs in a row without a new best, and not before"""
    losses = tenths(*range(first + 1, 0, -1), *[9] * (patience + more))
    epochs = first + 1 + patience
    message = f"epoch {first + 1} brings the last new best, and {patience} more should be run"
    require_epochs(student, losses, patience, epochs, message)


@check(Rung.PROPERTY, 2)
@given(loss=st.integers(1, 9), patience=PATIENCE, more=st.integers(1, 3))
def test_equal_is_no_new_best(student: Student, loss: int, patience: int, more: int) -> None:
    """takes a loss that only equals the best for no new best"""
    losses = tenths(*[loss] * (1 + patience + more))
    message = "does not stop in time where the loss stays the same"
    require_epochs(student, losses, patience, 1 + patience, message)


@check(Rung.PROPERTY, 2)
@given(patience=st.integers(2, 4), more=st.integers(1, 3))
def test_compared_with_the_best(student: Student, patience: int, more: int) -> None:
    """compares with the best so far, not with the epoch before"""
    falling = range(1 + patience + more, 1, -1)
    message = "does not stop in time where the loss falls again, and never below the best"
    require_epochs(student, tenths(1, *falling), patience, 1 + patience, message)


@check(Rung.PROPERTY, 1)
@given(first=st.integers(0, 3), patience=PATIENCE, more=st.integers(1, 3))
def test_zero_is_a_best(student: Student, first: int, patience: int, more: int) -> None:
    """takes a loss of 0 for a new best, and none after it"""
    losses = tenths(*range(first, -1, -1), *[9] * (patience + more))
    epochs = first + 1 + patience
    message = (
        f"the 0.0 of epoch {first + 1} is the last new best, and {patience} more should be run"
    )
    require_epochs(student, losses, patience, epochs, message)


@check(Rung.PROPERTY, 1)
@given(start=NEARLY, patience=PATIENCE, more=st.integers(1, 3))
def test_little_is_enough(
    student: Student, start: tuple[int, float], patience: int, more: int
) -> None:
    """takes a loss that is below the best by ever so little for a new best"""
    whole, divisor = start
    losses = [(whole - each) / divisor for each in range(1 + patience + more)]
    message = "stops although every epoch brings a new best, if only by a little"
    require_epochs(student, losses, patience, len(losses), message)


@check(Rung.PROPERTY, 2)
@given(gaps=st.lists(st.integers(0, 2), min_size=2, max_size=4))
def test_new_best_starts_anew(student: Student, gaps: list[int]) -> None:
    """starts to count anew with every new best, also one at the last moment"""
    digits = [9]
    for place, gap in enumerate(gaps):
        digits += [9] * gap + [8 - place]
    message = "stops although a new best comes in time, again and again"
    require_epochs(student, tenths(*digits), max(gaps) + 1, len(digits), message)


@check(Rung.PROPERTY, 3, examples=30)
@given(
    losses=st.one_of(
        st.one_of(DIGITS, EVENTFUL).map(lambda digits: tenths(*digits)),
        EVENTFUL.map(lambda digits: nearly(*digits)),
        EVENTFUL.map(lambda digits: millions(*digits)),
    ),
    patience=st.integers(1, 3),
)
def test_matches_reference(
    student: Student, reference: Reference, losses: list[float], patience: int
) -> None:
    """gives the number of epochs run for any losses and any patience"""
    epochs = int(compare.one_number(reference.call(NAME, losses, patience).value))
    require_epochs(student, losses, patience, epochs, "runs another number of epochs")


@check(Rung.PROPERTY, 1)
@given(patience=PATIENCE, later=DIGITS)
def test_future_is_unknown(student: Student, patience: int, later: list[int]) -> None:
    """does not depend on losses of epochs after the stop"""
    run = tenths(10, *[11] * patience)
    short, long = student.values(NAME, [(run, patience), (run + tenths(*later), patience)])
    message = "changes with losses that come after training has stopped"
    compare.require_same(short, long, STEP, message)


@check(Rung.PROPERTY, 1, examples=10)
@given(digits=DIGITS, patience=PATIENCE)
def test_unchanged_by_scale(student: Student, digits: list[int], patience: int) -> None:
    """depends on which losses are lower, not on how large they are"""
    usual = tenths(*digits)
    for scaled in (millions(*digits), [each / 1e12 for each in digits]):
        student.begin()
        before, after = student.values(NAME, [(usual, patience), (scaled, patience)])
        message = "changes when all losses are multiplied by the same number"
        compare.require_same(before, after, STEP, message)
