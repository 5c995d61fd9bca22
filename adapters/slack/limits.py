"""What Slack can hold, and how often it may be asked. Nothing is ever cut: what does not fit is refused.

The numbers are those of Slack's Block Kit and view references, unless a line says otherwise.
"""

from __future__ import annotations

from datetime import timedelta

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
VIEW_BYTES = 250_000
"""Bytes of a view as JSON."""
MESSAGE_CHARS = 11_000
"""Characters in all texts of a message. Not documented: `msg_blocks_too_long` was seen from about 12,000 on,
and for deeply nested blocks a little earlier (slackapi/bolt-js#2509 and #2867)."""
SECTION_CHARS = 3_000
CONTEXT_CHARS = 2_000
"""Characters of a quiet line. Slack names no number; a section's field has this one."""
FIELD_CHARS = 2_000
SECTION_PAIRS = 5
"""A section has ten fields: a name and a value for each pair."""
LABEL_CHARS = 75
"""Characters on a button or an option."""
URL_CHARS = 3_000
OPTIONS = 100
VALUE_CHARS = 150
"""Characters of what an option comes back as."""
ID_CHARS = 255
"""Characters of an `action_id` or a `block_id`."""
INPUT_CHARS = 3_000
"""Characters of one input."""
INPUT_LABEL_CHARS = 2_000
"""Characters above one input."""
INPUTS = 5
"""So many inputs stand on a form before it becomes a burden. Slack would take a hundred."""
BUTTONS_OF_A_QUESTION = 5
"""So many answers stand as buttons beside each other; more become a menu."""

POSTS_PER_MINUTE = 240
"""Messages that a workspace takes in a minute: its ceiling is "several hundred", which is all that Slack says
(reference of `chat.postMessage`)."""
BURST = 20
"""So many of them at once: a burst is allowed, its size nowhere written."""
CHANNEL_PAUSE = timedelta(seconds=1)
"""Between two messages in one channel (https://docs.slack.dev/apis/web-api/rate-limits)."""
WAITED_FOR = timedelta(seconds=2)
"""So long a message waits for its turn here; where it is longer, its lane comes back later."""
RESTS_WITHOUT_WORD = timedelta(seconds=30)
"""How long a workspace rests where Slack asks for it and does not say for how long."""
RESTS_SHUT = timedelta(minutes=5)
"""How long one rests whose token is dead, whose owners have shut something, or that was never installed."""
FULL_WORKSPACE_RESTS = timedelta(hours=1)
"""How long one rests that has used up what its plan allows (`message_limit_exceeded`)."""
LINE_RESTS = timedelta(seconds=10)
"""How long one rests when Slack cannot be reached."""
ANSWER_WAITS = timedelta(seconds=60)
"""How long in all an answer to somebody waits where Slack asks for it; longer, and nobody waits for it."""
CONNECTS_WITHIN = 5.0
ANSWERS_WITHIN = 20.0
"""Seconds for a connection, and for the whole of a call."""
UPLOADED_WITHIN = 60.0
"""Seconds in which the bytes of a file are there."""

OPENS_PER_MINUTE = 40
OPENS_BURST = 10
"""Conversations that are opened in a minute, and at once: below Tier 3 of `conversations.open`."""
CHANGES_PER_MINUTE = 40
CHANGES_BURST = 10
"""Messages that are changed or deleted in a minute, and at once: below Tier 3 of each of both methods."""
DND_AT_ONCE = 50
"""People that `dnd.teamInfo` tells of in one call."""
DND_GOOD_FOR = timedelta(minutes=15)
"""How long what was learned is believed where nothing is heard of it."""
HISTORY_ITEMS = 15
"""Messages that `conversations.history` gives an app that is sold outside of the Marketplace."""
DOUBT_REACHES = timedelta(hours=3)
"""How far back a message in doubt may lie: a check-in is not sent later than that."""

MOMENT_AFTER = 1.0
"""Seconds after which a modal says "One moment.", while the answer is still made."""
ACKED_WITHIN = 2.5
"""Seconds within which everything that a person does is acknowledged: Slack waits for three."""
REFRESHED_BEFORE_END = timedelta(hours=2)
"""So long before its end a token is exchanged; where tokens expire, they do after twelve hours."""
REFRESH_RESTS = timedelta(minutes=1)
"""How long one that could not be exchanged, or not be kept, is left as it is."""
STATE_GOOD_FOR = timedelta(minutes=10)
"""How long somebody may take to agree to an installation."""

PING_EVERY = 5.0
"""Seconds between two pings on a socket. Slack's silence is noticed after two of them, not before."""
LOOKS_EVERY = 3.0
"""Seconds between two looks at the socket."""
DEAF_FOR = 20.0
"""Seconds without a connection after which slack_sdk is not left to it: its own way takes half of that."""
IDLE_FOR = 600.0
"""Seconds without anything from Slack after which a connection is exchanged, whatever it says of itself. A
quiet night costs an `apps.connections.open` each time, of which Slack takes one a minute (Tier 1)."""
OPENED_WITHIN = 15.0
"""Seconds in which a socket is open, or the try is given up."""
FINISHED_WITHIN = 10.0
"""Seconds that what runs has to be finished when a way in closes."""
FAREWELL = 2.0
"""Seconds that a closing socket waits for the other side to say so too."""
BODY_WITHIN = 5.0
"""Seconds in which a request's body is there."""
SIGNED_WITHIN = timedelta(minutes=5)
"""Between the time in a signature and now, either way
(https://docs.slack.dev/authentication/verifying-requests-from-slack)."""

WORKSPACES_KNOWN = 1_000
CHANNELS_KNOWN = 20_000
PEOPLE_KNOWN = 20_000
EVENTS_KNOWN = 20_000
"""Of so many something is remembered; what is forgotten is asked again."""
