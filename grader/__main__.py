"""Run the grader as ``python -m grader``."""

from grader.commands import main

if __name__ == "__main__":
    main()
