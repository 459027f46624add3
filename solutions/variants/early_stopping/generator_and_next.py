"""Right, and unusual: one expression, with running minima and `next`."""

from itertools import accumulate


def early_stopping_epoch(val_losses, patience):
    lowest = list(accumulate(val_losses, min))
    stops = (n for n in range(patience + 1, len(lowest)) if lowest[n - 1] == lowest[n - 1 - patience])
    return next(stops, len(val_losses))
