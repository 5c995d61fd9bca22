"""The neutral vocabulary of chat: what the core says and hears, on any platform."""
