"""Labs: a student's own pieces, composed and run. Nothing here is graded."""
