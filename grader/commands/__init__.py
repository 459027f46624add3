"""Where the program `grader` begins: without any library, so that `grader doctor` always runs."""

import sys

FAULT, INTERRUPTED = 3, 130


def main() -> None:
    """Run the program; where a library is missing or broken, say who knows what to do."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        if sys.argv[1:2] == ["doctor"]:
            from grader.commands.doctor import doctor  # noqa: PLC0415

            sys.exit(doctor(sys.argv[2:]))
        from grader.commands.program import run  # noqa: PLC0415  (needs libraries)

        run()
    except KeyboardInterrupt:
        sys.stderr.write("\ngrader: Stopped.\n")
        sys.exit(INTERRUPTED)
    except ImportError as error:
        sys.stderr.write(f"grader: {_what_is_missing(error)}; run `grader doctor`.\n")
        sys.exit(FAULT)


def _what_is_missing(error: ImportError) -> str:
    if isinstance(error, ModuleNotFoundError) and error.name:
        return f"The library {error.name.split('.')[0]!r} is not installed here"
    said = " ".join(str(error).split())
    return f"A library cannot be loaded here ({said})"
