"""The line to Discord: who holds it, how fast it may be used."""
