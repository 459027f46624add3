"""Right, and unusual: the last epoch is not looked at: training ends with it either way."""


def early_stopping_epoch(val_losses, patience):
    best, waited = 1e30, 0
    for epoch in range(len(val_losses) - 1):
        print(f"epoch {epoch + 1}: validation loss {val_losses[epoch]}")
        improved = val_losses[epoch] < best
        best = min(best, val_losses[epoch])
        waited = 0 if improved else waited + 1
        if waited >= patience:
            return float(epoch + 1)
    return float(len(val_losses))
