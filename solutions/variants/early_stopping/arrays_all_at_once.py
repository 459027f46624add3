"""Right, and unusual: NumPy finds all new bests at once, and where the gaps between them are too long."""

import numpy as np


def early_stopping_epoch(val_losses, patience):
    losses = np.asarray(val_losses)
    best_before = np.minimum.accumulate(np.concatenate([[np.inf], losses[:-1]]))
    epochs = np.arange(1, len(losses) + 1)
    last_best = np.maximum.accumulate(np.where(losses < best_before, epochs, 0))
    stops = epochs[epochs - last_best >= patience]
    return stops[0] if stops.size else epochs[-1]
