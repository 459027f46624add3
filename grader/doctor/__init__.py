"""Whether a machine can run the kit, and what repairs it.

Standard library only, and syntax that Python 3.8 reads: this has to run where nothing else does.
"""
