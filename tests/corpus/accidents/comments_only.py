# TODO: tomorrow
# mean_squared_error
