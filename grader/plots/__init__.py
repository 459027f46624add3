"""A student's answers drawn beside the reference's, on a fixed grid or fixed data."""
