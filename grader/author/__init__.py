"""For those who write exercises: the proof that checks are fair, and the layout of a new one."""
