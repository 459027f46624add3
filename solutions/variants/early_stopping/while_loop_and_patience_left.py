"""Right, and unusual: the patience that is left is counted down."""


def early_stopping_epoch(val_losses, patience):
    left = patience
    best = val_losses[0]
    epochs = 1
    while epochs < len(val_losses) and left > 0:
        loss = val_losses[epochs]
        epochs += 1
        if loss >= best:
            left -= 1
        else:
            best, left = loss, patience
    return epochs
