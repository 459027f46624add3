"""The process that a submission's code lives in; only its messages cross to the grader."""
