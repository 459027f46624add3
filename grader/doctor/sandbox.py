"""What stands between a submission and the machine, seen by starting one worker."""

from __future__ import annotations

import json
import shutil
import sys

from grader.doctor.finding import Finding
from grader.doctor.needs import ROOT
from grader.doctor.process import run_python

SECONDS = 400.0
START = "sys.path.append(sys.argv[1])\nfrom grader.doctor import trial\ntrial.main()"
OWN_WORK = "Good enough for your own exercises; before grading other people's, "
CONTAINER = "let the container or system allow user namespaces, or grade in a virtual machine."


def sandbox(*, able: bool) -> Finding:
    """Start a worker, where that can be done, and say which layers hold around it."""
    if not able:
        return Finding("Sandbox", f"not tried before the above is repaired{_bubblewrap()}")
    ended = run_python(START, SECONDS, str(ROOT))
    try:
        told = json.loads(ended.output.splitlines()[-1])
    except (IndexError, ValueError):
        told = {"fault": ended.last_words or f"the trial ended with code {ended.code}"}
    return judged(told)


def _bubblewrap() -> str:
    if sys.platform != "linux":
        return ""
    return f"; bubblewrap is {'' if shutil.which('bwrap') else 'not '}installed"


def judged(told: dict[str, object]) -> Finding:
    """Say what the trial told."""
    if "fault" in told:
        repair = "Run `grader check --start-method spawn`; if that fails too, show this to a tutor."
        return Finding("Sandbox", f"no worker starts: {told['fault']}", repair, able=False)
    layers, unguarded = _listed(told["layers"]), _listed(told["unguarded"])
    said = f"a worker starts, with {layers or 'nothing around it'}"
    if not unguarded:
        return Finding("Sandbox", said)
    why = f" ({told['why']})" if told["why"] and sys.platform == "linux" else ""
    return Finding("Sandbox", f"{said}; nothing guards {unguarded}{why}", OWN_WORK + _mend())


def _listed(words: object) -> str:
    return ", ".join(map(str, words)) if isinstance(words, list) else ""


def _mend() -> str:
    if sys.platform != "linux":
        return "use Linux, where workers can be walled off."
    return CONTAINER if shutil.which("bwrap") else "install bubblewrap with the package manager."
