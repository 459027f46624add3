"""Exercises in a notebook: `%%exercise mse` saves its cell, runs it, and shows a report on it."""
