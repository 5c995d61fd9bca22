"""What a row of the agenda becomes when its time has come, and when it has to wait."""
