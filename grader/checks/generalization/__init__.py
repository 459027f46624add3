"""Checks of the unit generalization."""
