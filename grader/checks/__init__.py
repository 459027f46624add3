"""The checks: one pytest module an exercise, under the folder of its unit."""
