"""Findings for a person. Apart from the other renderers, which need libraries."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from grader.doctor.finding import Finding

SUBJECT_WIDTH = 12
WIDTH = 96
INDENT = " " * (8 + SUBJECT_WIDTH)


def mark(finding: Finding) -> str:
    """Give the word that a finding's line begins with."""
    if not finding.able:
        return "REPAIR"
    return "note" if finding.repair else "ok"


def line(finding: Finding) -> str:
    """Write a finding, and below it what repairs it."""
    head = f"{mark(finding):<8}{finding.subject:<{SUBJECT_WIDTH}}"
    lines = _wrapped(finding.said, head)
    return "\n".join([*lines, *(_wrapped(finding.repair, INDENT) if finding.repair else [])])


def _wrapped(text: str, head: str) -> list[str]:
    """Break lines between words only, so that a path or a command can be copied."""
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=head,
        subsequent_indent=INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )


def closing(findings: Sequence[Finding]) -> str:
    """Say what all findings come to."""
    bad = [each.subject for each in findings if not each.able]
    if not bad:
        return "This machine can run the kit: `grader check` grades your exercises."
    what = "One thing needs" if len(bad) == 1 else f"{len(bad)} things need"
    return f"{what} repair: {', '.join(bad)}. Begin with {bad[0]}, then run `grader doctor` again."
