"""The best loss starts at 1, so that larger losses are never a new best.

Hint: What if every loss is far above 1? The first epoch must be a new best, whatever its loss.
Caught by: unchanged_by_scale
"""


def early_stopping_epoch(val_losses, patience):
    best = 1.0
    waited = 0
    for epoch, loss in enumerate(val_losses, start=1):
        if loss < best:
            best = loss
            waited = 0
        else:
            waited += 1
        if waited == patience:
            return epoch
    return len(val_losses)
