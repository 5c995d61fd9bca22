"""Discord as a full surface: direct messages, answers for one pair of eyes, and modals of one bot."""
