"""The best loss starts at 1000, so that larger losses are never a new best.

Hint: What if the first loss is a million? It must be a new best, however large it is.
Caught by: unchanged_by_scale
"""


def early_stopping_epoch(val_losses, patience):
    best = 1000.0
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
