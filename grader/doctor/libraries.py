"""Whether the libraries that the kit stands on can be loaded."""

from __future__ import annotations

import json
import sys

from grader.doctor.finding import Finding
from grader.doctor.needs import LIBRARIES, LINUX_ONLY, install
from grader.doctor.process import run_python

SECONDS = 120.0
LOAD = """
import importlib, json
trouble = {}
for name in sys.argv[1:]:
    try:
        importlib.import_module(name)
    except ModuleNotFoundError as error:
        trouble[name] = "" if error.name == name else str(error)
    except BaseException as error:
        trouble[name] = f"{type(error).__name__}: {error}"
print(json.dumps(trouble))
"""


def libraries() -> Finding:
    """Try to load every library, in a process that may break."""
    names = [each for each in LIBRARIES if each not in LINUX_ONLY or sys.platform == "linux"]
    ended = run_python(LOAD, SECONDS, *names)
    try:
        trouble: dict[str, str] = json.loads(ended.output.splitlines()[-1])
    except (IndexError, ValueError):
        said = f"loading them ended Python ({ended.last_words or ended.code})"
        return Finding("Libraries", said, _again(), able=False)
    missing = [name for name, why in trouble.items() if not why]
    broken = [f"{name} ({' '.join(why.split())[:200]})" for name, why in trouble.items() if why]
    parts = [f"not installed: {', '.join(missing)}"] if missing else []
    parts += [f"cannot be loaded: {', '.join(broken)}"] if broken else []
    if not parts:
        return Finding("Libraries", f"all {len(names)} can be loaded")
    repair = _again() if broken else f"Run {install()}."
    return Finding("Libraries", "; ".join(parts), repair, able=False)


def _again() -> str:
    return f"Install them anew: {install(options='--force-reinstall ')}."
