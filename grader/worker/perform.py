"""Carry out operations on the student's functions and objects."""

from contextlib import nullcontext
from typing import Any

import numpy as np
import tensorflow as tf

from grader.worker import load, tape
from grader.worker.messages import (
    Answer,
    Answers,
    Argument,
    Assign,
    Call,
    Define,
    Graded,
    NdArray,
    Nothing,
    Number,
    Numbers,
    Object,
    Opaque,
    Operation,
    Probe,
    Raised,
    Read,
    Result,
    Tensor,
)
from grader.worker.plain import to_numpy, to_value
from grader.worker.probes import PROBES


class Desk:
    """A loaded file's names, those of the files beside it, and the objects that calls kept."""

    def __init__(self, names: dict[str, Any], path: str) -> None:
        self.names = names
        self.files: dict[str, dict[str, Any]] = {}
        self.paths = [path]
        self.kept: dict[str, Any] = {}
        self.defined: list[str] = []

    def lay_down(self, relative: str, names: dict[str, Any], path: str) -> None:
        """Have a file's names at hand under the path that requests know it by."""
        self.files[relative] = names
        self.paths.append(path)

    def perform(self, operations: tuple[Operation, ...]) -> Answers:
        """Do operations in order, up to the first that raises."""
        outcomes: list[Answer | Raised] = []
        try:
            for operation in operations:
                outcomes.append(self.do(operation))  # noqa: PERF401  (what came before a raise counts)
        except BaseException as error:  # noqa: BLE001  (the student's code may raise anything)
            outcomes.append(load.explain(error, *self.paths))
        finally:
            self.undefine()
        return Answers(tuple(outcomes))

    def do(self, operation: Operation) -> Answer:
        """Do one operation."""
        if isinstance(operation, Call):
            return self.call(operation)
        if isinstance(operation, Read):
            return self.read(operation)
        if isinstance(operation, Assign):
            return self.assign(operation)
        return self.define(operation)

    def call(self, call: Call) -> Answer:
        """Call, under a tape where a gradient is asked."""
        arguments = [None if isinstance(a, Result) else self.build(a) for a in call.arguments]
        inner = {i: self.build_inner(a) for i, a in enumerate(call.arguments)}
        first = [inner[i][0] if inner[i] else each for i, each in enumerate(arguments)]
        if call.sources:
            tape.restore()
        recorder = tape.Tape()
        with recorder if call.sources else nullcontext():
            for source in call.sources:
                if isinstance(source, int):
                    recorder.watch(first[source])
            for index, argument in enumerate(call.arguments):
                if isinstance(argument, Result):
                    arguments[index] = self.find(argument.call.callee)(*inner[index])
            result = self.find(call.callee)(*arguments)
        sources = [
            first[s] if isinstance(s, int) else getattr(self.kept[s.owner], s.name)
            for s in call.sources
        ]
        found = tape.gradients(recorder, result, sources) if call.sources else ()
        if call.keep:
            self.kept[call.keep] = result
        value = Opaque(type(result).__name__) if call.keep else to_value(result)
        changed = self.changed(call.arguments, arguments)
        return Answer(value, found, changed, tuple(to_value(arguments[i]) for i in changed))

    def build_inner(self, argument: Argument) -> list[Any]:
        """Make the arguments of an argument that is itself a call; others have none."""
        arguments = argument.call.arguments if isinstance(argument, Result) else ()
        return [self.build(each) for each in arguments]

    def build(self, argument: Argument) -> Any:
        """Make the object that an argument stands for."""
        if isinstance(argument, Tensor):
            return tf.constant(to_numpy(argument.array))
        if isinstance(argument, NdArray):
            return to_numpy(argument.array)
        if isinstance(argument, Number):
            return argument.value
        if isinstance(argument, Numbers):
            return list(argument.values)
        if isinstance(argument, Result):
            raise TypeError("calls are nested one deep")
        return self.find(argument)

    def find(self, target: Graded | Object | Probe) -> Any:
        """Look up a name of the student's file, a kept object or a probe."""
        if isinstance(target, Object):
            return self.kept[target.name]
        if isinstance(target, Probe):
            return PROBES[target.name]
        return (self.files[target.file] if target.file else self.names)[target.name]

    def changed(self, arguments: tuple[Argument, ...], built: list[Any]) -> tuple[int, ...]:
        """List the array arguments that no longer are what they were."""
        indices = []
        for index, (argument, thing) in enumerate(zip(arguments, built, strict=True)):
            if isinstance(argument, NdArray):
                before = to_numpy(argument.array)
                if before.shape != thing.shape or not np.array_equal(before, thing, equal_nan=True):
                    indices.append(index)
        return tuple(indices)

    def read(self, operation: Read) -> Answer:
        """Read attributes; the values come as gradients do, one a name."""
        owner = self.kept[operation.owner]
        values = tuple(to_value(getattr(owner, name)) for name in operation.names)
        return Answer(Nothing(), values)

    def assign(self, operation: Assign) -> Answer:
        """Set variables to these numbers, in the shape and dtype that they have."""
        owner = self.kept[operation.owner]
        for name, numbers in (operation.values | operation.several).items():
            variable = getattr(owner, name)
            shape, dtype = tuple(variable.shape), tf.as_dtype(variable.dtype).as_numpy_dtype
            new = np.asarray(numbers, dtype)
            variable.assign(new.reshape(shape) if new.ndim else np.full(shape, new))
        return Answer(Nothing())

    def define(self, operation: Define) -> Answer:
        """Give the student's module a global number, unless it has one of that name."""
        if operation.name not in self.names:
            self.names[operation.name] = operation.value
            self.defined.append(operation.name)
        return Answer(Nothing())

    def undefine(self) -> None:
        """Take back the numbers that were given for one message."""
        while self.defined:
            self.names.pop(self.defined.pop(), None)
