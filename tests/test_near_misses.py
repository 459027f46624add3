"""Answers that are wrong in one corner only: each is told by the check that looks there."""

import pytest

from grader.verdict import Verdict

ORDER = "order = np.random.default_rng(seed).permutation(n)"
PARTS = "return X[order[k:]], X[order[:k]], y[order[k:]], y[order[:k]]"


def split(*lines):
    """Write an answer to train_val_split, with the sizes of its parts at hand."""
    head = "import numpy as np\ndef train_val_split(X, y, val_fraction, seed):\n"
    sizes = "    n, k = len(X), round(val_fraction * len(X))\n"
    return head + sizes + "".join(f"    {line}\n" for line in lines)


def stop(better, best="float('inf')"):
    """Write an answer to early_stopping that takes a loss for a new best where this holds."""
    return f"""import math
import numpy as np
def early_stopping_epoch(val_losses, patience):
    best, waited = {best}, 0
    for epoch, loss in enumerate(val_losses, start=1):
        if {better}:
            best, waited = loss, 0
        else:
            waited += 1
        if waited == patience:
            return epoch
    return len(val_losses)
"""


SPLITS = {
    "labels looked up by row": (
        "equal_rows",
        split(
            ORDER,
            "own = {tuple(row): label for row, label in zip(X, y)}",
            "parts = X[order[k:]], X[order[:k]]",
            "return *parts, *(np.array([own[tuple(row)] for row in each]) for each in parts)",
        ),
    ),
    "labels of equal rows sorted": (
        "equal_rows",
        split(ORDER, "if len(np.unique(X, axis=0)) < n: y = np.sort(y)", PARTS),
    ),
    "a fixed pattern, rotated": (
        "any_rows",
        split("order = (np.random.default_rng(5).permutation(n) + seed) % n", PARTS),
    ),
    "two seeds in all": (
        "any_rows",
        split("order = np.random.default_rng(seed % 2).permutation(n)", PARTS),
    ),
    "thirty-two seeds in all": (
        "any_of_more_rows",
        split("order = np.random.default_rng(seed % 32).permutation(n)", PARTS),
    ),
    "large seeds are one": (
        "any_rows",
        split("order = np.random.default_rng(0 if seed > 7 else seed).permutation(n)", PARTS),
    ),
    "shuffled where there are eight": (
        "any_of_more_rows",
        split(ORDER, "if n != 8: order = np.arange(n)", PARTS),
    ),
    "one row for its mirror": (
        "any_rows",
        split(
            "order, a = np.arange(n), np.random.default_rng(seed).integers(n)",
            "order[[a, n - 1 - a]] = order[[n - 1 - a, a]]",
            PARTS,
        ),
    ),
    "one from each half": (
        "any_rows",
        split(
            "half = np.random.default_rng(seed).permutation(n // 2)",
            "order = np.concatenate([half, n - 1 - half])",
            PARTS,
        ),
    ),
}
STOPS = {
    "zero is no best yet": ("zero_is_a_best", stop("not best or loss < best", "None")),
    "zero is skipped": ("zero_is_a_best", stop("loss and loss < best")),
    "anything after zero": ("zero_is_a_best", stop("loss < best or best == 0")),
    "a little of the best": ("little_is_enough", stop("loss < best * (1 - 1e-6)")),
    "a little": ("little_is_enough", stop("loss < best - 1e-5")),
    "very little": ("unchanged_by_scale", stop("loss < best - 1e-9")),
    "close as NumPy has it": (
        "little_is_enough",
        stop("loss < best and not np.isclose(loss, best)"),
    ),
    "close by a ratio": (
        "little_is_enough",
        stop("loss < best and not math.isclose(loss, best, rel_tol=1e-6)"),
    ),
    "a thousand": ("unchanged_by_scale", stop("loss < best", "1000.0")),
    "nearly a million": ("unchanged_by_scale", stop("loss < best", "999_999.0")),
}
CASES = [("train_val_split", *each) for each in SPLITS.values()] + [
    ("early_stopping", *each) for each in STOPS.values()
]


@pytest.mark.parametrize(("exercise", "check", "source"), CASES, ids=[*SPLITS, *STOPS])
def test_wrong_in_a_corner(grade, exercise, check, source):
    """An answer that is wrong for few inputs fails, also in the check that looks at those."""
    report = grade(exercise, source)
    failed = [each.id for each in report.checks if each.verdict is Verdict.FAILED]
    assert check in failed
    assert report.score < report.max_score
