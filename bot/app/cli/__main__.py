"""`python -m bot.app.cli`, the same as `reststop`."""

from bot.app.cli import main

main()
