"""Checks of the unit logistic_regression."""
