"""Run in a process of its own: start one worker as grading does, and tell what holds around it.

Unlike its neighbours it needs the kit's libraries; it is run only where these can be loaded.
"""

import json

from grader import bubblewrap
from grader.errors import GraderError
from grader.isolation import NEEDED, Isolation
from grader.limits import Limits
from grader.supply import Supply


def main() -> None:
    """Print as JSON which layers hold, what nothing guards, and why; or why no worker starts."""
    supply = Supply(Limits(), isolation=Isolation())
    try:
        supply.open()
        supply.take(ahead=False)
        held = set(supply.layers)
        told = {
            "layers": list(supply.layers),
            "unguarded": [what for what, by in NEEDED.items() if not by & held],
            "why": bubblewrap.trouble(),
        }
    except GraderError as error:
        told = {"fault": str(error)}
    finally:
        supply.close()
    print(json.dumps(told))  # noqa: T201  (read by whoever ran this)
