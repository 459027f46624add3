"""What checks are written with: rungs, questions to the student's code, comparisons, draws."""

from grader.checking import compare, fitted, gradients, models, training
from grader.checking.draws import (
    Floats,
    Pair,
    batches,
    classified,
    crowds,
    featured,
    float_arrays,
    floats,
    labelled,
    nonzero,
    pairs,
    tables,
)
from grader.checking.marks import Rung, check
from grader.checking.reference import Reference
from grader.checking.student import Student
from grader.checking.subject import ndarray, through

__all__ = [
    "Floats",
    "Pair",
    "Reference",
    "Rung",
    "Student",
    "batches",
    "check",
    "classified",
    "compare",
    "crowds",
    "featured",
    "fitted",
    "float_arrays",
    "floats",
    "gradients",
    "labelled",
    "models",
    "ndarray",
    "nonzero",
    "pairs",
    "tables",
    "through",
    "training",
]
