"""Only an improvement by a tenth counts.

Hint: How much below the best must a loss be to be a new best? Read the contract once more.
Caught by: little_is_enough
"""


def early_stopping_epoch(val_losses, patience):
    best = float("inf")
    waited = 0
    for epoch, loss in enumerate(val_losses, start=1):
        if loss < best * 0.9:
            best = loss
            waited = 0
        else:
            waited += 1
        if waited == patience:
            return epoch
    return len(val_losses)
