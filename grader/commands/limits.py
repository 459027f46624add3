"""Options that several commands share: what a submission may use, how its workers are kept."""

from collections.abc import Callable
from typing import Any

import click

from grader.isolation import Mode
from grader.limits import MEBIBYTE, Limits

Command = Callable[..., Any]
USUAL = Limits()
SECONDS = click.FloatRange(min=0.1)


def limit_options(command: Command) -> Command:
    """Add the options that a submission's limits are set by."""
    options = [
        click.option("--call-seconds", type=SECONDS, default=USUAL.call_seconds, help="One call."),
        click.option(
            "--exercise-seconds", type=SECONDS, default=USUAL.exercise_seconds, help="An exercise."
        ),
        click.option(
            "--submission-seconds", type=SECONDS, default=USUAL.submission_seconds, help="All."
        ),
        click.option(
            "--cpu-seconds",
            type=click.IntRange(min=1),
            default=USUAL.cpu_seconds,
            help="Processor time of a worker.",
        ),
        click.option(
            "--memory",
            type=click.IntRange(min=64),
            default=USUAL.mebibytes,
            metavar="MIB",
            help="Memory of a worker, beyond TensorFlow's own.",
        ),
    ]
    for option in reversed(options):
        command = option(command)
    return command


def limits_of(
    call_seconds: float,
    exercise_seconds: float,
    submission_seconds: float,
    cpu_seconds: int,
    memory: int,
) -> Limits:
    """Make limits of what the options said."""
    return Limits(
        call_seconds, exercise_seconds, submission_seconds, cpu_seconds, memory * MEBIBYTE
    )


def sandbox_option(command: Command) -> Command:
    """Add the option that says how far a submission is kept apart."""
    return click.option(
        "--sandbox",
        type=click.Choice([each.value for each in Mode]),
        default=Mode.AUTO.value,
        show_default=True,
        help="Isolation of workers: what the machine offers, all of it or nothing, or none.",
    )(command)


def worker_user_option(command: Command) -> Command:
    """Add the option that says as whom workers run."""
    return click.option(
        "--worker-user",
        metavar="NAME",
        help="Where the grader runs as root and without bubblewrap: whom workers become.",
    )(command)


def start_method_option(command: Command) -> Command:
    """Add the option that says how worker processes come about."""
    return click.option(
        "--start-method",
        type=click.Choice(["auto", "forkserver", "spawn"]),
        default="auto",
        help="How workers start: forked from one process with TensorFlow, or one spawned in all.",
    )(command)
