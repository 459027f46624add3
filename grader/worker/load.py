"""Read, scan and run a student's file from the bytes the grader sent."""

import builtins
import difflib
import json
import linecache
import os
import sys
import traceback
import types
from typing import Any

from grader.worker.messages import Raised
from grader.worker.plain import sendable

NOTEBOOK = "this is a notebook (JSON), not Python code: copy the code of its cells into the file"
ENCODING = "the file is not saved as UTF-8: save it again with the encoding UTF-8"
ESCAPE = (
    "a backslash in this text begins an escape: put an r in front of the text, as in r'C:\\Users', "
    "or write / in place of each"
)
CODING = "; remove the line that names it, and save the file with the encoding UTF-8"
MAGIC = "this is a notebook command, not Python: remove the line"


class Unreadable(Exception):  # noqa: N818  (not an error of ours: it carries the student's)
    """A file that is no Python; carries what to tell the student."""

    def __init__(self, raised: Raised) -> None:
        super().__init__(raised.message)
        self.raised = raised


def compile_source(source: bytes, path: str) -> types.CodeType:
    """Compile a file's bytes, or raise Unreadable with its line."""
    if _is_notebook(source):
        raise Unreadable(Raised("SyntaxError", NOTEBOOK, 1))
    if source.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable(Raised("SyntaxError", ENCODING, 1))
    try:
        return compile(source, path, "exec", dont_inherit=True)
    except SyntaxError as error:
        raise Unreadable(_explain_syntax(error)) from None
    except (ValueError, RecursionError, MemoryError, OverflowError) as error:
        raise Unreadable(Raised(type(error).__name__, str(error) or "nested too deeply")) from None


def _explain_syntax(error: SyntaxError) -> Raised:
    text = (error.text or "").strip()
    message = error.msg or "invalid syntax"
    if "unicodeescape" in message:
        message = ESCAPE
    elif message.startswith(("unknown encoding", "encoding problem")):
        message += CODING
    elif "codec can't decode" in message or "encoding" in message:
        message = ENCODING
    elif text.startswith(("%", "!")):
        message = MAGIC
    return Raised(type(error).__name__, sendable(message), error.lineno or 0, sendable(text))


def _is_notebook(source: bytes) -> bool:
    if not source.lstrip().startswith(b"{"):
        return False
    try:
        return "cells" in json.loads(source)
    except (ValueError, RecursionError):
        return False


def run(code: types.CodeType, source: bytes, path: str) -> dict[str, Any]:
    """Run a compiled file as a module of its own name; returns its globals."""
    name = os.path.splitext(os.path.basename(path))[0]  # noqa: PTH119, PTH122
    module = types.ModuleType(name)
    module.__file__ = path
    sys.modules[name] = module
    _show_source(source, path)
    exec(code, module.__dict__)  # noqa: S102  (running the student's file is this process's purpose)
    return module.__dict__


def _show_source(source: bytes, path: str) -> None:
    """Let tracebacks and AutoGraph find the source where the code says it is."""
    text = source.decode("utf-8-sig", errors="replace")
    linecache.cache[path] = (len(text), None, text.splitlines(keepends=True), path)
    os.makedirs(os.path.dirname(path), exist_ok=True)  # noqa: PTH103, PTH120
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(source)


def explain(error: BaseException, *paths: str) -> Raised:
    """Describe an exception by its type, message and the last line in the student's own files."""
    import tensorflow as tf  # noqa: PLC0415

    frames = [each for each in traceback.extract_tb(error.__traceback__) if each.filename in paths]
    last = frames[-1] if frames else None
    message = _message(error)
    for path in paths:
        message = message.replace(path, os.path.basename(path))  # noqa: PTH119
    exhausted = (MemoryError, tf.errors.ResourceExhaustedError)
    return Raised(
        type_name=sendable(type(error).__name__),
        message=sendable(message, 600),
        line=(last.lineno or 0) if last else 0,
        text=sendable((last.line or "").strip()) if last else "",
        out_of_memory=isinstance(error, exhausted),
        file=sendable(os.path.basename(last.filename)) if last else "",  # noqa: PTH119
    )


def _message(error: BaseException) -> str:
    """Say what the exception says, and the nearest name where one is misspelt."""
    try:
        return str(error) + _suggestion(error)
    except Exception:  # noqa: BLE001  (the message is the student's code too)
        return ""


def _suggestion(error: BaseException) -> str:
    if not isinstance(error, NameError | AttributeError) or not isinstance(error.name, str):
        return ""
    known = _names_in_reach(error) if isinstance(error, NameError) else _attributes(error)
    near = difflib.get_close_matches(error.name, known, n=1)
    exact = [each for each in known if each.endswith(f".{error.name}")]
    return f"; did you mean {(exact or near)[0]!r}?" if exact or near else ""


def _names_in_reach(error: BaseException) -> list[str]:
    """List the names that a line sees, and what `self` has."""
    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__)]
    last = frames[-1]
    own = [f"self.{each}" for each in getattr(last.f_locals.get("self"), "__dict__", ())]
    return [*last.f_locals, *last.f_globals, *own, *dir(builtins)]


def _attributes(error: AttributeError) -> list[str]:
    """List what an object has; of TensorFlow itself also what stands one module further in."""
    import tensorflow as tf  # noqa: PLC0415

    within = {"tf.math": tf.math, "tf.nn": tf.nn, "tf.linalg": tf.linalg}
    deeper = [f"{name}.{each}" for name, module in within.items() for each in dir(module)]
    return dir(error.obj) + (deeper if error.obj is tf else [])
