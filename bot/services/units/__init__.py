"""A course in units, as its learner goes through it: what is ticked, what is open, what is finished."""
