"""The accounts that open a notebook: finding one, choosing the preferred one, and what arrives nowhere."""
