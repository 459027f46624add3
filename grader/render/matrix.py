"""The proof of an exercise as a matrix of mistakes and checks."""

import click

from grader.author.proof import Proof
from grader.verdict import Verdict

MARKS = {Verdict.PASSED: ".", Verdict.BLOCKED: "-", Verdict.FAILED: "x"}


def print_proof(proof: Proof) -> None:
    """Print which check fails on which mistake: x fails, E raises or ends, - is blocked."""
    click.echo(f"\n{proof.exercise}")
    for number, check in enumerate(proof.checks, start=1):
        click.echo(f"  {number:>2} {check}")
    width = max((len(row.mistake) for row in proof.rows), default=0)
    click.echo(f"  {'':<{width}}  {''.join(f'{n:>3}' for n in range(1, len(proof.checks) + 1))}")
    for row in proof.rows:
        cells = [_cell(row.verdicts[check], check == row.caught_by) for check in proof.checks]
        click.echo(f"  {row.mistake:<{width}}  {''.join(cells)}")
    click.echo(f"  {len(proof.rows)} mistakes caught or listed below, {proof.variants} variants.")
    if proof.unneeded:
        click.echo(f"  No mistake is told by: {', '.join(proof.unneeded)}.")
    for problem in proof.problems:
        click.echo(f"  PROBLEM {problem}")


def _cell(verdict: Verdict, named: bool) -> str:
    mark = MARKS.get(verdict, "E")
    return f"[{mark}]" if named else f" {mark} "
