"""What checks are written with: rungs, questions to the student's code, comparisons, draws."""

from grader.checking import compare, gradients, models, training
from grader.checking.draws import Pair, batches, float_arrays, floats, labelled, pairs
from grader.checking.marks import Rung, check
from grader.checking.reference import Reference
from grader.checking.student import Student
from grader.checking.subject import ndarray

__all__ = [
    "Pair",
    "Reference",
    "Rung",
    "Student",
    "batches",
    "check",
    "compare",
    "float_arrays",
    "floats",
    "gradients",
    "labelled",
    "models",
    "ndarray",
    "pairs",
    "training",
]
