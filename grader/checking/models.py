"""Checks that models have in common: their variables, outputs and gradients."""

import numpy as np

from grader.checking import gradients
from grader.checking.compare import numbers, require, require_close, require_numeric
from grader.checking.failures import CheckFailed
from grader.checking.paste import Focus
from grader.checking.reference import Reference
from grader.checking.show import as_array, show, show_kind
from grader.checking.student import Student
from grader.checking.subject import Subject, argument
from grader.checking.tolerance import GRADIENT, STEP
from grader.worker.messages import (
    Argument,
    Array,
    Assign,
    Call,
    Graded,
    Object,
    Read,
    Value,
    Variable,
)


def require_variables(student: Student, owner: str, *names: str, **sizes: int) -> None:
    """Fail unless these attributes are variables, which take a new value.

    Each is of one number, or of as many as `sizes` says.
    """
    old = {}
    for name, value in zip(names, student.read(owner, *names), strict=True):
        ending = Focus(f"{owner}.{name}")
        if not isinstance(value, Array) or value.kind != "variable":
            message = f"{name} is not a variable"
            raise CheckFailed(message, show_kind(value), "a tf.Variable", focus=ending)
        old[name] = tuple(map(float, numbers(value, sizes.get(name, 1))))
    new = {name: 2.5 + place for place, name in enumerate(names)}
    student.assign(owner, **new)
    after = student.read(owner, *names)
    so_far = list(student.transcript)
    # Put back, so that variables shared by all models fail the one check that is about that.
    student.ask(Assign(owner, several=old))
    student.transcript = so_far
    for name, value in zip(names, after, strict=True):
        message = f"{name} does not keep a value assigned to it"
        wanted = np.full(len(old[name]), new[name])
        require_close(value, wanted, STEP, message, f"{owner}.{name}")


def outputs(subject: Subject, name: str, inputs: np.ndarray, **values: float) -> Value:
    """Make a model, set its variables, and give its predictions: one message."""
    steps = (
        Call(Graded(name), keep="model"),
        Assign("model", values),
        Call(Object("model"), (argument(inputs),)),
    )
    return subject.ask(*steps)[-1].value


def require_gradients(
    student: Student, reference: Reference, name: str, inputs: np.ndarray, **values: float
) -> None:
    """Fail unless a tape gets the reference's gradient for every variable of a model."""
    sources = tuple(Variable("model", each) for each in values)
    steps = (
        Call(Graded(name), keep="model"),
        Assign("model", values),
        Call(Object("model"), (argument(inputs),), sources=sources),
    )
    expected = reference.ask(*steps)[-1].gradients
    answer = student.ask(*steps)[-1]
    for place, (source, right) in enumerate(zip(sources, expected, strict=True)):
        try:
            wanted = as_array(require_numeric(right))
            gradients.require_gradient(answer, wanted, GRADIENT, source, place)
        except CheckFailed as failure:
            failure.message = f"{source.name}: {failure.message}"
            raise


def require_independent(
    student: Student, name: str, *variables: str, arguments: tuple[Argument, ...] = ()
) -> None:
    """Fail where a change of one instance's variables shows in another."""
    *_, before, _, after = student.ask(
        Call(Graded(name), arguments, keep="first"),
        Call(Graded(name), arguments, keep="second"),
        Read("second", variables),
        Assign("first", dict.fromkeys(variables, 7.5)),
        Read("second", variables),
    )
    for variable, old, new in zip(variables, before.gradients, after.gradients, strict=True):
        require(
            bool(np.all(np.abs(numbers(new) - 7.5) > 1e-3)),
            f"changing {variable} of one model changes it in another",
            show(new),
            f"{show(old)}, as before: two models with variables of their own",
            ending=f"second.{variable}",
        )
