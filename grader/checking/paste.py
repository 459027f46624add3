"""Operations as code that can be pasted into a Python prompt, after the student's own file.

A block ends with an empty line and has none inside, as a prompt wants it.
"""

from collections.abc import Iterable
from itertools import groupby

import msgspec
import numpy as np
from numpy.typing import NDArray

from grader.checking.recipes import name_of, recipe
from grader.worker.messages import (
    Argument,
    Assign,
    Call,
    Define,
    Graded,
    NdArray,
    Number,
    Numbers,
    Object,
    Operation,
    Probe,
    Read,
    Result,
    Source,
    Tensor,
)

# From so many entries on, equal ones in a row are written once.
MANY = 9


class Focus(msgspec.Struct, frozen=True):
    """What the code ends in, so that its last line is what came back.

    Without any of these that is the last call or what was read last. ``ending`` is written after
    all calls, with the last of them in place of each ``{}``; ``source`` asks the last call's
    gradient for one source; ``argument`` shows an argument of it after the call.
    """

    ending: str = ""
    source: Source | None = None
    argument: int | None = None


def transcript_code(operations: Iterable[Operation], focus: Focus | None = None) -> str:
    """Write operations in order as code, the kit's own models and losses above."""
    steps = list(operations)
    used = {name_of(each) for step in steps for each in probes_in(step)}
    blocks = [f"{recipe(name)}\n" for name in sorted(used) if recipe(name)]
    return "\n".join([*blocks, *_lines(steps, focus or Focus())])


def probes_in(operation: Operation) -> list[str]:
    """List the worker's own models and losses that an operation uses."""
    if not isinstance(operation, Call):
        return []
    used = [operation.callee, *operation.arguments]
    inner = [name for each in used if isinstance(each, Result) for name in probes_in(each.call)]
    return [each.name for each in used if isinstance(each, Probe)] + inner


def _lines(steps: list[Operation], focus: Focus) -> list[str]:
    """Write the operations, and the ending that the focus asks for."""
    # What is read on the way is nobody's answer.
    steps = [step for step in steps if step is steps[-1] or not isinstance(step, Read)]
    if steps and isinstance(steps[-1], Read) and focus != Focus():
        steps.pop()
    if steps and focus.ending:
        count = focus.ending.count("{}")
        cut = len(steps) - count
        calls = [call_code(step) for step in steps[cut:] if isinstance(step, Call)]
        return [*_plain(steps[:cut]), focus.ending.format(*calls)]
    if steps and isinstance(last := steps[-1], Call):
        if focus.source is not None:
            return [*_plain(steps[:-1]), *_taped(last, focus.source)]
        if focus.argument is not None:
            return [*_plain(steps[:-1]), *_watched(last, focus.argument)]
    return _plain(steps)


def _plain(steps: list[Operation]) -> list[str]:
    return [line for each in steps for line in operation_code(each)]


def _taped(call: Call, source: Source) -> list[str]:
    """Write a call under a tape, and ask its gradient."""
    if isinstance(source, int):
        made, shown = f"x = {argument_code(_first(call.arguments[source]))}", "x"
        before, watch = [made], ["    tape.watch(x)"]
    else:
        before, watch, shown = [], [], f"{source.owner}.{source.name}"
    code = call_code(call, source if isinstance(source, int) else None)
    block = ["with tf.GradientTape() as tape:", *watch, f"    result = {code}", ""]
    return [*before, *block, f"tape.gradient(result, {shown})"]


def _watched(call: Call, place: int) -> list[str]:
    """Write a call, and show one of its arguments afterwards."""
    return [f"x = {argument_code(call.arguments[place])}", call_code(call, place), "x"]


def _first(argument: Argument) -> Argument:
    """Give what is differentiated: of a call inside a call its first argument."""
    return argument.call.arguments[0] if isinstance(argument, Result) else argument


def operation_code(operation: Operation) -> list[str]:
    """Write an operation as lines of code."""
    if isinstance(operation, Call):
        code = call_code(operation)
        return [f"{operation.keep} = {code}" if operation.keep else code]
    if isinstance(operation, Assign):
        return _assignments(operation)
    if isinstance(operation, Read):
        return [", ".join(f"{operation.owner}.{name}" for name in operation.names)]
    assert isinstance(operation, Define)
    return [f"{operation.name} = {operation.value!r}"]


def _assignments(operation: Assign) -> list[str]:
    """Write what variables are set to; several numbers in the shape that the variable has."""
    new = {name: repr(number) for name, number in operation.values.items()}
    for name, numbers in operation.several.items():
        new[name] = f"tf.reshape({list(numbers)!r}, {operation.owner}.{name}.shape)"
    return [f"{operation.owner}.{name}.assign({code})" for name, code in new.items()]


def call_code(call: Call, named: int | None = None) -> str:
    """Write a call as code; the argument at the named place is called x."""
    codes = [argument_code(each) for each in call.arguments]
    if named is not None:
        inner = call.arguments[named]
        codes[named] = call_code(inner.call, 0) if isinstance(inner, Result) else "x"
    return f"{target_code(call.callee)}({', '.join(codes)})"


def target_code(target: Graded | Object | Probe) -> str:
    """Write what is called, or handed over by name."""
    return name_of(target.name) if isinstance(target, Probe) else target.name


def argument_code(argument: Argument) -> str:
    """Write one argument as code."""
    if isinstance(argument, Tensor | NdArray):
        stored = argument.array
        array = np.frombuffer(stored.data, np.dtype(stored.dtype)).reshape(stored.shape)
        maker = "tf.constant" if isinstance(argument, Tensor) else "np.array"
        dtype = f", {'tf' if isinstance(argument, Tensor) else 'np'}.{stored.dtype}"
        # What the maker would take these numbers for by itself.
        own = ("float32",) if isinstance(argument, Tensor) else ("float64", "int64")
        plain = stored.dtype in own and array.size
        return f"{maker}({exactly(array)}{'' if plain else dtype})"
    if isinstance(argument, Number):
        return repr(argument.value)
    if isinstance(argument, Numbers):
        return repr(list(argument.values))
    if isinstance(argument, Result):
        return call_code(argument.call)
    return target_code(argument)


def exactly(array: NDArray[np.generic]) -> str:
    """Write an array so that pasting it gives the same numbers."""
    if array.ndim == 0:
        number = array.item()
        if array.dtype.kind == "f":
            return np.format_float_positional(array[()], unique=True, trim="0")  # type: ignore[arg-type]
        return repr(number)
    codes = [exactly(np.asarray(each)) for each in array]
    written = f"[{', '.join(codes)}]"
    return written if len(codes) < MANY else min(_in_runs(codes), written, key=len)


def _in_runs(codes: list[str]) -> str:
    """Write entries with the equal ones in a row as one of them, times how many there are."""
    runs = [(code, len(list(run))) for code, run in groupby(codes)]
    return " + ".join(f"[{code}] * {count}" if count > 1 else f"[{code}]" for code, count in runs)
