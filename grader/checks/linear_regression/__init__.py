"""Checks of the unit linear_regression."""
