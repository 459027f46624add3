"""Handing out: what a kit for students holds, and how it comes to disk."""
