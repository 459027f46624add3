"""The best loss starts at 0, so that no loss is ever below it.

Hint: Which loss should the very first epoch be compared with? It must be a new best.
Caught by: runs_to_the_end
"""


def early_stopping_epoch(val_losses, patience):
    best = 0.0
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
