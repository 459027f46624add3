"""Where training never stops early nothing is returned.

Hint: Which line is reached when the loop over all epochs has ended?
Caught by: runs_to_the_end
"""


def early_stopping_epoch(val_losses, patience):
    best = float("inf")
    waited = 0
    for epoch, loss in enumerate(val_losses, start=1):
        if loss < best:
            best = loss
            waited = 0
        else:
            waited += 1
        if waited == patience:
            return epoch
