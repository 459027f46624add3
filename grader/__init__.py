"""Slopework's grader: checks submissions in worker processes and judges only values."""

__version__ = "0.1.0"
