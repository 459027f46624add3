"""The program's commands: parses, calls, turns faults into one sentence and an exit code."""

import difflib
import sys

import click

from grader import __version__
from grader.errors import GraderError, StoppedError, UsageError

STOPPED, USAGE, FAULT, INTERRUPTED = 1, 2, 3, 130


class SuggestingGroup(click.Group):
    """A group that names the nearest command where one is misspelt, and loads commands late."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command, or fail with a suggestion."""
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], self.list_commands(ctx), n=1)
            hint = f"Did you mean {near[0]!r}?" if near else "`grader --help` lists them."
            ctx.fail(f"There is no command {args[0]!r}. {hint}")
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; one that was interrupted has no result, and must not look like one."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("\ngrader: Stopped.", err=True)
            sys.exit(INTERRUPTED)


@click.group(cls=SuggestingGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="grader")
def grader() -> None:
    """Check exercises in linear and logistic regression.

    Exit codes: 0 everything passed, 1 something did not, 2 wrong usage, 3 the grader failed.
    """


def run() -> None:
    """Run a command; every fault is one sentence on stderr. A library that is missing is raised."""
    try:
        grader()
    except ImportError:
        raise
    except StoppedError as error:
        _end(str(error), STOPPED)
    except UsageError as error:
        _end(str(error), USAGE)
    except GraderError as error:
        _end(str(error), FAULT)
    except Exception as error:  # noqa: BLE001  (a traceback helps no student)
        _end(f"The grader itself failed: {type(error).__name__}: {error}", FAULT)


def _end(message: str, code: int) -> None:
    click.echo(f"grader: {message}", err=True)
    sys.exit(code)


from grader.commands import (  # noqa: E402
    author,
    check,
    doctor,
    grade,
    grades,
    hint,
    lab,
    pack,
    release,
    reset,
    watch,
)


@grader.command("doctor", add_help_option=False, context_settings={"ignore_unknown_options": True})
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def _doctor(arguments: tuple[str, ...]) -> None:
    """Say whether this machine can run the kit, and what repairs it."""
    sys.exit(doctor.doctor(arguments))


grader.add_command(check.check)
grader.add_command(check.list_course)
grader.add_command(grade.grade)
grader.add_command(grades.grades)
grader.add_command(hint.hint)
grader.add_command(reset.reset)
grader.add_command(watch.watch)
grader.add_command(lab.lab)
grader.add_command(author.author)
grader.add_command(pack.pack)
grader.add_command(release.release)
