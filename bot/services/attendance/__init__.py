"""Who was there live: code words, lists that are brought in, what a trainer confirms, and evidence of it."""
