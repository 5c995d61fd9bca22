"""Two histories of the schema, `main` and `keys`. A file is named `v<number>_<pre or post>_<what it does>`.

`pre`: the older release still works beside it, so it runs before the new code. `post`: only after that
code has gone. What has been released is never edited, and nothing is promised about going back.
"""
