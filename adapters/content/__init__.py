"""The prompt library on disk: YAML files read, checked whole, and turned into a catalogue."""
