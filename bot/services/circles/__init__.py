"""Team prompts and circles: several people in a channel, and each alone where that is due."""
