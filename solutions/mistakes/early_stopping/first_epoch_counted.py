"""The first epoch is compared with itself and counted as one without a new best.

Hint: Your best starts at the first loss, and then the loop compares the first loss with it. Is
it below itself?
Caught by: stops_after_patience
"""


def early_stopping_epoch(val_losses, patience):
    best = val_losses[0]
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
