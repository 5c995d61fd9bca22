"""When somebody is asked: days, hours, zones, shifts, leave, and what else they wish."""
