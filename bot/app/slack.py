"""Slack's side of a house: its tokens, its way out, its ways in. Loaded only where one of them runs."""
