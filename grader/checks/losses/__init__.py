"""Checks of the unit losses."""
