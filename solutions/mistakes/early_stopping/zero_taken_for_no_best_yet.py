"""A best loss of 0 is taken for none yet, so that whatever comes after it is a new best.

Hint: What does `not best` say where best is 0.0? Ask `best is None`.
Caught by: zero_is_a_best
"""


def early_stopping_epoch(val_losses, patience):
    best = None
    waited = 0
    for epoch, loss in enumerate(val_losses, start=1):
        if not best or loss < best:
            best = loss
            waited = 0
        else:
            waited += 1
        if waited == patience:
            return epoch
    return len(val_losses)
