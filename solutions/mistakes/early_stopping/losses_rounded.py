"""The losses are rounded, so that what is below the best by little equals it.

Hint: Two losses that differ in the seventh decimal place: which one is lower once both are rounded?
Told as: small_improvements_ignored
Caught by: little_is_enough
"""


def early_stopping_epoch(val_losses, patience):
    best = float("inf")
    waited = 0
    for epoch, loss in enumerate(val_losses, start=1):
        loss = round(loss, 4)
        if loss < best:
            best = loss
            waited = 0
        else:
            waited += 1
        if waited == patience:
            return epoch
    return len(val_losses)
