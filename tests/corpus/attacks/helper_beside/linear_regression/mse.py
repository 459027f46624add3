from helper import mean_squared_error
