"""Coming to a place on Discord: adding it, what it may do, what is set wrong."""
