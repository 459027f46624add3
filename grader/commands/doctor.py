"""`grader doctor`. Standard library only, as all that it calls: it runs where nothing installed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from grader.doctor.examination import examine
from grader.doctor.text import closing, line

INTERRUPTED = 130


def doctor(arguments: Sequence[str]) -> int:
    """Examine this machine; gives 0 where it can run the kit, 1 where something needs repair."""
    argparse.ArgumentParser(
        prog="grader doctor",
        description="Say whether this machine can run the kit, and what repairs it.",
        epilog="Exit codes: 0 it can, 1 something needs repair.",
    ).parse_args(arguments)
    findings = []
    try:
        for finding in examine():
            findings.append(finding)
            print(line(finding), flush=True)  # noqa: T201  (without any library)
    except KeyboardInterrupt:
        print("grader: Stopped before all was examined.", file=sys.stderr)  # noqa: T201
        return INTERRUPTED
    print(f"\n{closing(findings)}")  # noqa: T201
    return 0 if all(each.able for each in findings) else 1
