"""Discord as a full surface: slash commands, direct messages and modals of one app, wherever it is added."""
