"""What Discord can hold, and how often it may be asked. Nothing is ever cut: what does not fit is refused.

The numbers are those of Discord's component and message references, unless a line says otherwise. Discord
does not say what it takes for a character: it is counted as a browser does (UTF-16), which is the most.
"""

from __future__ import annotations

from datetime import timedelta

CONTENT_CHARS = 2_000
"""Characters of a plain message."""
ROWS = 5
"""Rows of controls below a plain message."""
LAYOUT_CHARS = 4_000
"""Characters in all texts of a layout together."""
LAYOUT_PARTS = 40
"""Components of a layout, those inside of rows among them."""
ROW_BUTTONS = 5
LABEL_CHARS = 80
"""Characters on a button."""
URL_CHARS = 512
OPTIONS = 25
OPTION_CHARS = 100
"""Characters of an option's label, and of what it comes back as."""
PLACEHOLDER_CHARS = 150
"""Characters that a select shows before anything is chosen."""
ID_CHARS = 100
"""Characters of a `custom_id`."""
ID_ROOM = 3
"""So many of them are left for the number that tells two equal ids of one message apart."""

MODAL_TITLE_CHARS = 45
MODAL_PARTS = 5
"""Labels and texts of a modal."""
FIELD_LABEL_CHARS = 45
FIELD_HINT_CHARS = 100
INPUT_CHARS = 4_000
"""Characters of one input."""

NONCE_BYTES = 18
"""Bytes of a key that become a nonce, of which Discord takes 25 signs: these are 24."""
FILE_BYTES = 10 * 1024 * 1024
"""Bytes of a file where nobody pays for more."""

LETTERS_PER_SECOND = 35
REST_PER_SECOND = 5
"""Of the 50 requests a second that a bot has; answers to what people do are not counted among them. The
others are left for bursts, and for what discord.py asks by itself."""
LETTERS_AT_ONCE = 5
REST_AT_ONCE = 3
"""So many leave at once after a pause. With more than one, a late start of one delays none that follow."""
LETTERS_ON_THEIR_WAY = 10
"""So many may wait for their answer at a time: with an answer in a quarter of a second, 35 a second leave."""
WAITS_LONGEST = 30.0
"""Seconds that discord.py waits where Discord asks for it; it takes no fewer. Longer, and its lane comes back
later."""
RESTS_WITHOUT_WORD = timedelta(seconds=30)
"""How long the bot rests where Discord asks for it and does not say for how long."""
DEAD_RESTS = timedelta(minutes=10)
"""How long it rests where its token is dead: each try counts as a strike."""
LINE_RESTS = timedelta(seconds=10)
"""How long it rests when Discord cannot be reached."""
BAN_RESTS = timedelta(minutes=10)
"""How long it rests where Cloudflare turns it away: it does so for what was wrong in ten minutes."""
OPENING_RESTS = timedelta(minutes=10)
"""How long no conversation is opened after one was refused because of too many. Discord says no number."""
STRIKES_MOST = 1_000
STRIKES_AGE = timedelta(minutes=10)
"""From so many bad requests in that time on, nothing is sent: Cloudflare turns away after 10,000."""
TURNED_AWAY_MOST = 10
"""So often in that time somebody is tried who takes no messages: their bad requests are everybody's."""
CONNECTS_WITHIN = 5.0
ANSWERS_WITHIN = 20.0
"""Seconds for a connection, and for the whole of one try of a call."""
UPLOADED_WITHIN = 60.0
"""Seconds in which a file is there."""
HISTORY_ITEMS = 100
"""Messages that Discord gives at once."""
DOUBT_REACHES = timedelta(hours=3)
"""How far back a message in doubt may lie: a check-in is not sent later than that."""
PEOPLE_KNOWN = 20_000
EVENTS_KNOWN = 20_000
CHANNELS_KNOWN = 2_000
"""Of so many something is remembered; what is forgotten is asked again."""

DESCRIPTION_CHARS = 100
"""Characters of what is said about a command or an option."""
COMMAND_CHARS = 8_000
"""Characters of names and descriptions of a command and all below it."""
CHOICES = 25
"""Choices that are offered while somebody types."""

MOMENT_AFTER = 2.0
"""Seconds after which Discord is told that an answer comes: it waits for three
(https://discord.com/developers/docs/interactions/receiving-and-responding)."""
IDENTIFY_EVERY = 5.0
"""Seconds between two sessions that are begun: Discord takes one in that time (`max_concurrency`)."""
INVALID_RESTS = 1.0
"""Seconds after which a session is begun anew that Discord has ended; it asks for one to five."""
TRIES_FIRST = 1.0
TRIES_LONGEST = 60.0
"""Seconds between two tries to connect: the first, twice as long each time, and never longer."""
STOOD = 60.0
"""Seconds after which a connection counts as a good one, and the next pause is the first again."""
TOLD_RESTS = 300.0
"""Seconds between two tries where Discord has said that it takes the token, intents or shards not at all: a
thousand sessions a day may be begun, and each wrong token is a strike."""
LOOKS_EVERY = 3.0
"""Seconds between two looks at a connection, and at a lease that another process holds."""
DEAF_FOR = 60.0
"""Seconds without a connection after which discord.py is not left to it: its own pauses grow to minutes."""
OPENED_WITHIN = 15.0
"""Seconds after which nobody waits for the first connection any more; it is tried on."""
LEASE_RUNS = timedelta(seconds=30)
"""How long a shard stays with a process that says nothing more."""
FINISHED_WITHIN = 10.0
"""Seconds that what runs has to be finished when the way in closes."""
FAREWELL = 2.0
"""Seconds that a closing socket waits for the other side to say so too."""
PAGES_AT_ONCE = 5
"""Messages of one answer, however long. Who has added Reststop only for themselves gets five after the first
(https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages)."""
KEPT_FOR = timedelta(minutes=15)
"""How long a button shows what is kept in memory: as long as an interaction can be answered."""
KEPT_MOST = 2_000
KEPT_EACH = 50
"""So much of one account, so that nobody pushes out what is kept of others."""
OPEN_FOR = timedelta(hours=4)
"""How long it is remembered of a form how it was drawn: somebody may write in it for as long."""
OPEN_MOST = 5_000
