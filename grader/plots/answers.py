"""Asking one side, the student's or the reference's, for what is drawn."""

import msgspec
import numpy as np
from numpy.typing import NDArray

from grader.checking.compare import numbers
from grader.checking.student import Student
from grader.checking.subject import Subject, argument, graded_call, unless_raised
from grader.checking.training import history
from grader.plots.plan import (
    EPOCHS,
    INPUTS,
    LABELS,
    LOGISTIC_INPUTS,
    PLACES,
    START,
    TARGETS,
    Function,
    LinearTrainer,
    LogisticTrainer,
    Loss,
    Plan,
    Steps,
)
from grader.worker.messages import (
    Answer,
    Assign,
    Call,
    Graded,
    Nothing,
    Number,
    Object,
    Operation,
    Probe,
    Read,
    Result,
)

Numbers = NDArray[np.float64]
# Too small a step to be seen, where a trainer is asked for a loss alone.
NO_STEP = 1e-9
MODEL = Object("model")


class Drawn(msgspec.Struct, frozen=True):
    """What is drawn of one side: names and numbers over one axis; none where there is nothing."""

    across: Numbers
    series: dict[str, Numbers]


def places(plan: Function | Loss) -> NDArray[np.float32]:
    """Give the inputs that a function is asked at."""
    return np.linspace(plan.low, plan.high, PLACES).astype(np.float32)


def asked(subject: Subject, plan: Plan) -> Drawn:
    """Ask one side for all that its pictures need; raises what asking and judging raise."""
    if isinstance(plan, Function):
        return _function(subject, plan)
    if isinstance(plan, Loss):
        return _loss(subject, plan)
    if isinstance(plan, Steps):
        return _steps(subject, plan)
    return _training(subject, plan)


def _function(subject: Subject, plan: Function) -> Drawn:
    x = places(plan)
    make: tuple[Operation, ...] = ()
    callee: Graded | Object = Graded(plan.name)
    if plan.variables:
        make = (Call(Graded(plan.name), keep="model"), Assign("model", plan.variables))
        callee = MODEL
    answer = subject.ask(*make, Call(callee, (argument(x),), sources=(0,)))[-1]
    return Drawn(
        x.astype(np.float64),
        {"value": numbers(answer.value, x.size), "slope": _slope(answer, x.size)},
    )


def _slope(answer: Answer, size: int) -> Numbers:
    """Give a gradient's numbers; none where the tape lost the way."""
    (gradient,) = answer.gradients
    return np.asarray([]) if isinstance(gradient, Nothing) else numbers(gradient, size)


def _loss(subject: Subject, plan: Loss) -> Drawn:
    x = places(plan)
    targets = np.asarray(plan.targets, np.float32)
    pairs = [np.asarray([first, plan.second], np.float32) for first in x]
    answers = subject.ask(*(graded_call(plan.name, targets, each, sources=(1,)) for each in pairs))
    slopes = [_slope(each, 2)[:1] for each in answers]
    return Drawn(
        x.astype(np.float64),
        {
            "value": np.concatenate([numbers(each.value, 1) for each in answers]),
            "slope": np.concatenate(slopes),
        },
    )


def _steps(subject: Subject, plan: Steps) -> Drawn:
    step = Call(
        Graded("train_step"),
        (MODEL, Probe(plan.loss), argument(INPUTS), argument(TARGETS), Number(plan.rate)),
    )
    look = (Read("model", tuple(START)), _own_loss(plan))
    answers = _up_to_a_raise(subject, _line(START), *((*look, step) * EPOCHS), *look)
    rows = [
        [numbers(each, 1)[0] for each in (*read.gradients, loss.value)]
        for read, loss in zip(answers[1::3], answers[2::3], strict=False)
    ]
    columns = np.asarray(rows, np.float64).reshape(-1, len(START) + 1).T
    return _by_epoch(dict(zip((*START, "loss"), columns, strict=True)))


def _line(values: dict[str, float]) -> Call:
    return Call(Probe("line"), tuple(map(Number, values.values())), keep="model")


def _own_loss(plan: Steps) -> Call:
    predictions = Result(Call(MODEL, (argument(INPUTS),)))
    return Call(Probe(plan.loss), (argument(TARGETS), predictions))


def _up_to_a_raise(subject: Subject, *operations: Operation) -> tuple[Answer, ...]:
    """Give what came before a student's code raised: the way up to there is worth seeing."""
    if not isinstance(subject, Student):
        return subject.ask(*operations)
    answers = subject.answers(*operations)
    found = tuple(each for each in answers.outcomes if isinstance(each, Answer))
    # The line and one look at it are no step yet.
    return found if len(found) > 3 else unless_raised(answers)


def _training(subject: Subject, plan: LinearTrainer | LogisticTrainer) -> Drawn:
    if isinstance(plan, LogisticTrainer):
        call = graded_call("train_logistic", LOGISTIC_INPUTS, LABELS, EPOCHS, plan.rate)
        return _by_epoch(history(subject.ask(call)[-1].value, "W", "loss"))
    call = graded_call("train_linear", MODEL, INPUTS, TARGETS, EPOCHS, plan.rate)
    return _by_epoch(history(subject.ask(_line(START), call)[-1].value, "W", "b", "loss"))


def _by_epoch(series: dict[str, Numbers]) -> Drawn:
    return Drawn(np.arange(max(map(len, series.values())), dtype=np.float64), series)


def losses(reference: Subject, plan: Steps | LinearTrainer, W: Numbers, b: Numbers) -> Numbers:  # noqa: N803
    """Ask the reference for the loss on a grid: a row a value of b, a column a value of W."""
    loss = graded_call("train_linear", MODEL, INPUTS, TARGETS, 1, NO_STEP)
    if isinstance(plan, Steps):
        loss = _own_loss(plan)
    rows = []
    for intercept in b:
        lines = [_line({"W": float(slope), "b": float(intercept)}) for slope in W]
        answers = reference.ask(*(step for line in lines for step in (line, loss)))[1::2]
        rows.append([_loss_in(each, plan) for each in answers])
    return np.asarray(rows)


def _loss_in(answer: Answer, plan: Steps | LinearTrainer) -> float:
    if isinstance(plan, Steps):
        return float(numbers(answer.value, 1)[0])
    return float(history(answer.value, "loss")["loss"][0])
