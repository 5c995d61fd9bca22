"""Time passes: what is due is planned, drawn and sent, once."""
