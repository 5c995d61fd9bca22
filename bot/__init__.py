"""The core of Reststop: it knows no chat platform, no database and no clock."""
