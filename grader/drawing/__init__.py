"""Pictures, from plain arrays: no student's code runs here, and nothing is worked out.

Imported late, where a picture is asked for: Matplotlib takes half a second to load.
"""
