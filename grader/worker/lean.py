"""TensorFlow without what no exercise uses."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_matplotlib() -> Iterator[None]:
    """Hide Matplotlib from Keras, which loads it wherever it is, for a quarter of the import.

    Afterwards it is there again, for students who plot.
    """
    there = {name: each for name, each in sys.modules.items() if name.startswith("matplotlib")}
    sys.modules["matplotlib"] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules["matplotlib"]
        sys.modules.update(there)
