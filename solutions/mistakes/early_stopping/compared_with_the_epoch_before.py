"""Each loss is compared with the epoch before, not with the best so far.

Hint: Losses of 0.1, 0.9, 0.8, 0.7: does the third epoch bring a new best?
Caught by: compared_with_the_best
"""


def early_stopping_epoch(val_losses, patience):
    before = float("inf")
    waited = 0
    for epoch, loss in enumerate(val_losses, start=1):
        if loss < before:
            waited = 0
        else:
            waited += 1
        before = loss
        if waited == patience:
            return epoch
    return len(val_losses)
