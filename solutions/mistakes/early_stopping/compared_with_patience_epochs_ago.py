"""Each loss is compared with the one `patience` epochs before, not with the best so far.

Hint: Between that epoch and this one a new best may have come. Which losses must be worse for a
stop?
Caught by: matches_reference
"""


def early_stopping_epoch(val_losses, patience):
    for epoch in range(patience, len(val_losses)):
        if val_losses[epoch] >= val_losses[epoch - patience]:
            return epoch + 1
    return len(val_losses)
