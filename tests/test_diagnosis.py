"""The name that feedback gives to a mistake: the right one, or none."""

from types import SimpleNamespace

import numpy as np
import pytest

from grader.checking.subject import packed
from grader.diagnosis import MOST_RUNS, diagnose
from grader.facts import facts_of
from grader.likeness import VARIES, agree, alike, merged, same
from grader.mistake import Mistake
from grader.recorded import Question, Recording, file_of, read_recording, write_recording
from grader.shorthand import in_full, shortened
from grader.verdict import Verdict
from grader.worker.messages import Answer, Answers, Listing

IMPORT = "import tensorflow as tf\n"


def mse(body):
    """Write an answer to mse."""
    return f"{IMPORT}def mean_squared_error(y_true, y_pred):\n    return {body}\n"


def step(*lines):
    """Write an answer to train_step."""
    body = "".join(f"    {line}\n" for line in lines)
    return f"{IMPORT}def train_step(model, loss_fn, inputs, targets, learning_rate):\n{body}"


def line(start):
    """Write an answer to linear_model that starts at this W."""
    init = f"    def __init__(self):\n        self.W = tf.Variable({start})\n"
    call = "    def __call__(self, inputs):\n        return self.W * inputs + self.b\n"
    return f"{IMPORT}class LinearModel:\n{init}        self.b = tf.Variable(0.0)\n{call}"


def split(*lines):
    """Write an answer to train_val_split, with the sizes of its parts at hand."""
    head = "import random\nimport numpy as np\ndef train_val_split(X, y, val_fraction, seed):\n"
    sizes = "    n, k = len(X), int(val_fraction * len(X))\n"
    return head + sizes + "".join(f"    {line}\n" for line in lines)


CUT = "return X[k:], X[:k], y[k:], y[:k]"
CHOSEN = "return X[rows[k:]], X[rows[:k]], y[rows[k:]], y[rows[:k]]"
SEEDED = "np.random.seed(seed)"
TAPE = ("with tf.GradientTape() as tape:", "    loss = loss_fn(targets, model(inputs))")
BOTH = "dW, db = tape.gradient(loss, [model.W, model.b])"


def features(weights, bias):
    """Write an answer to linear_features that starts at these weights and this bias."""
    return f"""{IMPORT}def train_linear(X, y, epochs, learning_rate):
    W, b, losses = {weights}, {bias}, []
    for _ in range(epochs):
        errors = tf.linalg.matvec(X, W) + b - y
        losses.append(tf.reduce_mean(errors * errors))
        W -= 2 * learning_rate * tf.linalg.matvec(X, errors, transpose_a=True) / len(y)
        b -= 2 * learning_rate * tf.reduce_mean(errors)
    return W, b, losses
"""


# Other ways to write a known mistake than the one that was recorded.
KNOWN = [
    ("mse", mse("tf.math.reduce_sum((y_pred - y_true) ** 2)"), "squares_summed"),
    ("mse", mse("tf.tensordot(y_true - y_pred, y_true - y_pred, 1)"), "squares_summed"),
    ("mse", mse("0.5 * tf.reduce_mean((y_pred - y_true) ** 2)"), "halved"),
    ("mse", mse("tf.reduce_mean(tf.square(y_true + y_pred))"), "added_not_subtracted"),
    (
        "train_step",
        step(*TAPE, BOTH, "model.W.assign(model.W + learning_rate * dW)",
             "model.b.assign(model.b + learning_rate * db)"),
        "uphill",
    ),
    (
        "train_step",
        step("predictions = model(inputs)", "with tf.GradientTape() as tape:",
             "    loss = loss_fn(targets, predictions)", BOTH,
             "model.W.assign_sub(learning_rate * dW)", "model.b.assign_sub(learning_rate * db)",
             "return loss"),
        "prediction_outside_tape",
    ),
    (
        "sigmoid",
        f"{IMPORT}def sigmoid(x):\n    return tf.math.reciprocal(1.0 + tf.exp(x))\n",
        "sign_flipped",
    ),
    (
        "train_val_split",
        split(SEEDED, "X, y = X.copy(), y.copy()", "np.random.shuffle(X)", "np.random.shuffle(y)",
              CUT),
        "shuffled_separately",
    ),
    ("train_val_split", split("rows = random.sample(range(n), n)", CHOSEN), "seed_ignored"),
    ("train_val_split", split("rows = random.Random(3).sample(range(n), n)", CHOSEN), "seed_fixed"),
    ("train_val_split", split(SEEDED, "rows = np.random.choice(n, n)", CHOSEN),
     "drawn_with_replacement"),
    ("train_val_split", split(CUT), "not_shuffled"),
    (
        "train_val_split",
        split("rng = random.Random(seed)", "first = rng.sample(range(n - k), n - k)",
              "last = rng.sample(range(n - k, n), k)",
              "return X[first], X[last], y[first], y[last]"),
        "split_before_shuffling",
    ),
    (
        "linear_features",
        features("tf.random.uniform([X.shape[1]])", "tf.random.normal([])"),
        "random_start",
    ),
    # Now and then a number that is drawn is the right one.
    (
        "linear_features",
        features("tf.round(2 * tf.random.normal([X.shape[1]]))", "tf.random.uniform([])"),
        "random_start",
    ),
    ("linear_features", features("tf.ones([X.shape[1]])", "0.0"), "starts_at_one"),
]  # fmt: skip

# Mixtures of two mistakes, and wrong answers that nobody has recorded.
UNKNOWN = [
    ("mse", mse("tf.reduce_sum(tf.square(y_true + y_pred))")),
    ("mse", mse("0.5 * tf.reduce_sum(tf.square(y_true - y_pred))")),
    ("mse", mse("tf.reduce_sum(tf.abs(y_true - y_pred))")),
    ("mse", mse("tf.reduce_mean(tf.square(y_true - y_pred)) + 1.0")),
    ("mse", mse("tf.reduce_mean(tf.square(y_true - y_pred)) * 1.5")),
    ("mse", mse("undefined_name")),
    ("mse", mse("y_true.mean()")),
    ("train_step", step(*TAPE, BOTH, "model.W.assign_add(learning_rate * db)",
                        "model.b.assign_add(learning_rate * dW)")),
    ("train_step", step(*TAPE, BOTH, "model.W.assign_sub(2 * learning_rate * dW)")),
    ("linear_model", line("0.0")),
    ("linear_model", line("tf.random.normal(())")),
    ("train_val_split", split("X, y = np.random.permutation(X), np.random.permutation(y)", CUT)),
    ("train_val_split", split("rows = np.roll(np.arange(n), seed)", CHOSEN)),
    ("linear_features", features("tf.fill([X.shape[1]], 0.5)", "0.25")),
]  # fmt: skip


@pytest.mark.parametrize(("exercise", "source", "name"), KNOWN)
def test_a_known_mistake_is_named_however_it_is_written(grade, exercise, source, name):
    """Answers decide, not the text: the same mistake in other words has the same name."""
    assert grade(exercise, source).mistake == name


@pytest.mark.parametrize(("exercise", "source"), UNKNOWN)
def test_what_is_not_known_has_no_name(grade, exercise, source):
    """A mixture of two mistakes, or one that nobody recorded, gets no name, and is wrong still."""
    report = grade(exercise, source)
    assert report.verdict in (Verdict.FAILED, Verdict.ERROR)
    assert (report.mistake, report.explanation, report.hint) == (None, "", "")


def test_right_answers_have_no_name(grade, kit, course):
    """No solution and no variant of mse is taken for a mistake."""
    (exercise,) = course.select(("mse",))
    for path in (kit.solutions / course.file(exercise), *kit.variants("mse")):
        report = grade("mse", path.read_bytes())
        assert (report.verdict, report.mistake) == (Verdict.PASSED, None)


def test_a_named_mistake_is_told_by_one_check(grade, kit):
    """All failures of a named mistake point to the check that tells it best."""
    path = kit.root / "solutions/mistakes/mse/squares_summed.py"
    report = grade("mse", path.read_bytes())
    failed = [each for each in report.checks if each.verdict is Verdict.FAILED]
    assert len(failed) > 2
    assert {each.same_cause_as for each in failed if each.id != "unchanged_when_repeated"} == {
        "unchanged_when_repeated"
    }
    assert report.explanation == "The squared errors are summed, not averaged."


def test_an_unnamed_mistake_is_told_by_the_first_check(grade):
    """Without a name the first failure is told, and those after it that end alike point to it."""
    report = grade("mse", mse("tf.reduce_mean(tf.square(y_true - y_pred)) + 1.0"))
    failed = [each for each in report.checks if each.verdict is Verdict.FAILED]
    assert [each.same_cause_as for each in failed] == [None] + [failed[0].id] * (len(failed) - 1)


def test_bugs_of_the_debugging_exercise_are_told_one_by_one(grade, kit):
    """Each bug that is left in the logistic trainer is told by its own check."""
    source = (kit.exercises / "logistic_regression/logistic_trainer.py").read_bytes()
    failed = [
        each
        for each in grade("logistic_trainer", source).checks
        if each.verdict in (Verdict.FAILED, Verdict.ERROR)
    ]
    assert len(failed) > 3
    assert {each.same_cause_as for each in failed} == {None}


def test_code_that_ends_its_process_is_not_asked_for_a_name(grade):
    """Code that ends its process on some inputs gets no name for its answers to the others."""
    summed = "import os\n" + mse("tf.reduce_sum(tf.square(y_true - y_pred))")
    end = "    if len(y_true) > 3: os._exit(0)\n    return"
    assert grade("mse", summed).mistake is not None
    report = grade("mse", summed.replace("    return", end))
    assert (report.verdict in (Verdict.FAILED, Verdict.CRASHED), report.mistake) == (True, None)


def test_recordings_are_read_as_they_were_written(course, tmp_path):
    """What is written down is read back the same, infinite and missing answers too."""
    for exercise in course.exercises():
        recording = read_recording(file_of(course, exercise))
        assert recording, exercise.id
        path = tmp_path / "again.jsonl"
        write_recording(path, recording)
        assert read_recording(path) == recording
        assert path.read_bytes() == file_of(course, exercise).read_bytes()


def test_what_all_operations_have_alike_is_written_once():
    """A fact of every operation is written once, one of some or of none as it is; all come back."""
    facts = {
        "0.value": "list of 2",
        "1.value": "list of 2",
        "0.value.shape": "()",
        "1.value.shape": "(1,)",
        "1.changed": "",
        "between.again": "others",
    }
    short = shortened(facts, 2)
    assert "*.value" in short
    assert short.keys() - {"*.value"} == facts.keys() - {"0.value", "1.value"}
    assert in_full(short, 2) == facts
    assert shortened(facts, 1) == facts


def test_facts_are_alike_but_for_rounding():
    """Rounding makes no difference, anything more does, and nan is nan."""
    assert alike((1.0, 1e6), (1.00001, 1.0001e6))
    assert not alike((1.0,), (1.01,))
    assert not alike((1.0,), (1.0, 1.0))
    assert alike(("nan", "inf"), ("nan", "inf"))
    assert not alike(("nan",), (0.0,))
    assert not alike(None, "None")


def test_what_varies_fits_any_answer():
    """A part that came out differently in two runs is recorded as varying, the rest as it is."""
    recorded = merged([{"a": (1.0,), "b": "x"}, {"a": (2.0,), "b": "x"}])
    assert recorded == {"a": VARIES, "b": "x"}
    assert same({"a": (7.0,), "b": "x"}, recorded)
    assert same({"b": "x"}, recorded)
    assert not same({"a": (7.0,), "b": "y"}, recorded)
    assert not same({"a": (7.0,)}, recorded)
    assert not same({"a": (7.0,), "b": "x", "c": "z"}, recorded)


def test_what_is_right_by_luck_in_one_run_is_recorded():
    """A part varies that is wrong in either of two runs; two such recordings agree."""
    lucky, unlucky = {"b": "x"}, {"a": (2.0,), "b": "x"}
    for runs in ([lucky, unlucky], [unlucky, lucky]):
        assert merged(runs) == {"a": VARIES, "b": "x"}
        assert agree(merged(runs), lucky)
        assert agree(lucky, merged(runs))
        assert not agree(merged(runs), {"a": (2.0,)})
    assert merged([unlucky, unlucky]) == unlucky
    assert not agree(lucky, unlucky)


def number(value):
    """Make one number as a worker would send it."""
    return packed(np.asarray(float(value)))


RIGHT = (0.0, 0.0)
STARTS = Recording(
    tuple(
        Question("any", ((),), facts_of([Answers((Answer(Listing(tuple(map(number, RIGHT)))),))]))
        for _ in range(2)
    ),
    (Mistake("random_start", "At random.", "", "any"), Mistake("at_five", "At 5.", "", "any")),
    {
        "random_start": {n: {f"0.value[{i}].numbers": VARIES for i in (0, 1)} for n in (0, 1)},
        "at_five": {n: {f"0.value[{i}].numbers": (5.0,) for i in (0, 1)} for n in (0, 1)},
    },
)


def told(*runs):
    """Give the name for code that answers the two questions like this, run after run."""
    left = iter(runs)

    def open_student():
        """Answer the questions of the next run."""
        answers = [Answers((Answer(Listing(tuple(map(number, pair)))),)) for pair in next(left)]
        return SimpleNamespace(answers=lambda: answers.pop(0), close=lambda: None)

    mistake = diagnose(STARTS, open_student).mistake
    return mistake.name if mistake else None


def test_what_is_right_by_luck_keeps_its_name():
    """One number drawn at random may be right, or the same twice, and the name is the same."""
    drawn = [[(1.0, 2.0), (3.0, 4.0)], [(5.0, 6.0), (7.0, 8.0)], [(9.0, 1.5), (2.5, 3.5)]]
    assert told(*drawn) == "random_start"
    assert told([(0.0, 2.0), (3.0, 4.0)], *drawn[1:]) == "random_start"
    assert told([(0.0, 2.0), (3.0, 4.0)], [(0.0, 6.0), (7.0, 8.0)], drawn[2]) == "random_start"
    assert told([(5.0, 2.0), (3.0, 4.0)], *drawn[1:]) == "random_start"


def test_what_does_not_vary_as_it_should_has_no_name():
    """Numbers that stay the same, all or some of them, are no draws, be they wrong or right."""
    steady = [(1.0, 2.0), (3.0, 4.0)]
    assert told(*[steady] * MOST_RUNS) is None
    assert told(*([(1.0, run), (run, run)] for run in range(2, 2 + MOST_RUNS))) is None
    assert told(*([(0.0, run), (run, run)] for run in range(2, 2 + MOST_RUNS))) is None
    assert told(*[[RIGHT, RIGHT]] * MOST_RUNS) is None


def test_what_fits_in_every_number_goes_before_what_varies():
    """A start that is recorded has its own name, though it could have been drawn."""
    assert told([(5.0, 5.0), (5.0, 5.0)]) == "at_five"
