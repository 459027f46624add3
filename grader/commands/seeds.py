"""The seed that a student's own runs draw inputs from."""

from collections.abc import Callable
from typing import Any

import click

from grader.course import DEFAULT_SEED
from grader.kit import Kit

Command = Callable[..., Any]
# For a seed that is a secret.
VARIABLE = "SLOPEWORK_SEED"


def seed_option(command: Command) -> Command:
    """Add the option that names the seed; a command line can be read by whoever runs here."""
    return click.option(
        "--seed",
        type=int,
        default=DEFAULT_SEED,
        envvar=VARIABLE,
        help=f"Draw inputs from this seed, or from that of the variable {VARIABLE}.",
    )(command)


def tell_of_seed(kit: Kit, seed: int) -> None:
    """Say where another seed changes nothing: what is recorded was drawn from the students'."""
    if seed != DEFAULT_SEED and not kit.has_solutions:
        click.echo(
            f"Comparisons with the reference use the recorded inputs, of seed {DEFAULT_SEED}; "
            f"seed {seed} draws those of all other checks.",
            err=True,
        )
