"""The best loss stays that of the first epoch.

Hint: After a new best, with what is the next epoch compared?
Caught by: worked_example
"""


def early_stopping_epoch(val_losses, patience):
    best = val_losses[0]
    waited = 0
    for epoch, loss in enumerate(val_losses, start=1):
        if loss < best or epoch == 1:
            waited = 0
        else:
            waited += 1
        if waited == patience:
            return epoch
    return len(val_losses)
