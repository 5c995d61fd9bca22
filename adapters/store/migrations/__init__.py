"""Two histories of the schema, `main` and `keys`. A file is named for its number, when it may run, and what it does.

`pre`: the older release still works beside it, so it runs before the new code. `post`: only after that
code has gone. What has been released is never edited.
"""
