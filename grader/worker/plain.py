"""Between the objects of the worker and the plain values of its messages."""

from typing import Any

import keras
import numpy as np
import tensorflow as tf

from grader.worker.messages import Array, Listing, Mapping, Nothing, Opaque, Text, Value

LARGEST_ARRAY = 8 * 1024 * 1024
LONGEST_TEXT = 200
MOST_ITEMS = 20_000
DEEPEST = 4


def to_numpy(array: Array) -> "np.ndarray[Any, Any]":
    """Build a fresh, writable array from a message."""
    flat = np.frombuffer(array.data, dtype=np.dtype(array.dtype)).copy()
    return flat.reshape(array.shape)


def to_value(thing: Any, depth: int = 0) -> Value:  # noqa: PLR0911  (one line a kind of value)
    """Describe whatever the student's code gave, without trusting a method of it."""
    if thing is None:
        return Nothing()
    if isinstance(thing, bool | int | float) and not isinstance(thing, np.generic):
        return _from_number(thing)
    if isinstance(thing, str):
        return Text(sendable(str.__str__(thing)))
    if is_variable(thing):
        array = np.asarray(tf.convert_to_tensor(thing))
        return _from_array(array, "variable", trainable=bool(thing.trainable))
    if isinstance(thing, tf.Tensor):
        return _from_tensor(thing)
    if type(thing) is np.ndarray or isinstance(thing, np.generic):
        return _from_array(thing, "ndarray")
    if isinstance(thing, list | tuple | dict) and depth < DEEPEST:
        return _from_container(thing, depth + 1)
    return Opaque(sendable(type(thing).__name__))


def sendable(text: str, longest: int = LONGEST_TEXT) -> str:
    """Shorten a text and replace what is not valid Unicode, such as lone surrogates."""
    return text[:longest].encode("utf-8", errors="replace").decode("utf-8")


def is_variable(thing: Any) -> bool:
    """Tell a variable, TensorFlow's or Keras's, from a tensor or a number."""
    return isinstance(thing, tf.Variable | keras.Variable)


def _from_number(number: float) -> Value:
    try:
        return _from_array(np.asarray(number), "number")
    except OverflowError:
        return Opaque("int", "too large a number")


def _from_tensor(tensor: Any) -> Value:
    if not hasattr(tensor, "_numpy"):
        return Opaque(type(tensor).__name__, "a symbolic tensor, without a value yet")
    return _from_array(np.asarray(tensor._numpy()), "tensor")  # noqa: SLF001


def _from_array(array: Any, kind: str, *, trainable: bool = True) -> Value:
    if array.dtype.name == "bfloat16":
        array = array.astype(np.float32)
    if array.dtype.kind not in "biuf":
        return Opaque(f"array of {array.dtype.name}")
    if array.nbytes > LARGEST_ARRAY:
        return Opaque("array", f"of shape {tuple(array.shape)}, too large an answer")
    return Array(kind, array.dtype.name, tuple(array.shape), array.tobytes(), trainable)


def _from_container(thing: Any, depth: int) -> Value:
    if len(thing) > MOST_ITEMS:
        return Opaque(type(thing).__name__, f"of {len(thing)} entries, too long an answer")
    if isinstance(thing, dict):
        entries = dict.items(thing)
        return Mapping({sendable(str(key)): to_value(each, depth) for key, each in entries})
    items = tuple(to_value(each, depth) for each in thing)
    return _stacked(items) or Listing(items)


def _stacked(items: tuple[Value, ...]) -> Array | None:
    """Join entries that are all numbers of one shape into one array."""
    arrays = [each for each in items if isinstance(each, Array)]
    if not arrays or len(arrays) < len(items) or len({each.shape for each in arrays}) > 1:
        return None
    whole = np.stack([to_numpy(each).astype(np.float64) for each in arrays])
    return Array("list", "float64", tuple(whole.shape), whole.tobytes())
