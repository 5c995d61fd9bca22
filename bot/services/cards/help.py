"""Help, help now, privacy: what is always one word away, with or without a yes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from bot.domain.regions import HelpLine, Region
from bot.domain.reviews import Drafts
from bot.services.cards.closing import closes_line
from bot.services.cards.my_people import people_button
from bot.services.cards.plain import NOT_SET, UNREAD, of_drafts, press, row
from bot.services.cards.platforms import at_start, seen_by, what_runs
from bot.services.cards.welcome import when_gone
from bot.services.desk import Mint
from bot.surface.card import Block, Card, Fields, Paragraph, Reach, aside, say
from bot.surface.text import shown

_GROUPS: tuple[Mapping[str, str], ...] = (
    {
        "checkin": "today's question, now",
        "later": "the open question comes again in two hours, or `later 16:30`",
        "rough": "something small, on a day like that",
        "rest": "a short pause, then one question",
        "repair": "step by step, when a working relationship is strained",
        "practise": "other guided reflections, and where you are in one",
    },
    {
        "write": "a page for a few words",
        "journal last": "read your last page, change it, tag it, delete it",
        "journal search": "pages that hold a word, or part of one",
        "plans": "what you set out to do, and when it comes back",
        "people": "whom you would turn to",
    },
    {
        "look back": "what you marked lately, and which topics you answer",
        "supervision": "what you marked for it, when it is, and a log",
        "portfolio": "pages to keep as evidence, and to take along",
    },
    {
        "circle show": "a circle of your team: what it is, joining, leaving",
        "circle create": "in a channel, for a facilitator: begin one",
        "team prompt": "in a channel: one question a week for a team",
    },
    {
        "course join": "with the code from its trainer",
        "course show": "the course you are in, or run: what is next, and what is done",
        "course continue": "where you are, for who learns in one",
        "course ask": "a question to its instructor; never for emergencies",
        "course help": "whom to ask, and how to ask for what you need",
    },
    {
        "course create": "for a trainer: begin one",
        "course invite": "for its trainer, in a channel: a button to join by",
        "course trainer": "run one together, by a code",
        "course answers": "answers in it; of its trainer, what they never see",
    },
    {
        "settings": "days, hour, zone, quiet hours, what I ask, how long it stays",
        "pause": "nothing comes until you say resume",
        "leave": "quiet until a day, like `leave until 4 January`",
        "resume": "check-ins come again",
        "stop": "take your yes back",
    },
    {
        "link": "one notebook in two places: a second account, a terminal",
        "unlink": "what opens your notebook, and taking one away",
        "import": "bring notes in, at a terminal",
        "admin": "for whoever looks after Reststop in a team",
    },
    {
        "privacy": "what is kept, and who could read it",
        "what-data": "what is held about you, in counts",
        "export": "take everything along, in two files",
        "erase": "remove everything for good",
        "helpnow": "who to call",
        "help": "this list",
    },
)
COMMANDS: Mapping[str, str] = {word: what for group in _GROUPS for word, what in group.items()}
"""What `help` lists; every word here is understood by the router."""


def helped(*, hosted: bool, drafts: Drafts = Drafts.ALL) -> Card:
    """Return the list of commands; where a platform stands between, also how they are typed there.

    `drafts`: how much of the library no practitioner has read, for whoever never opened *Read more*.
    """
    anywhere = aside("Anywhere: `/reststop` and a word. Between the two of us the word is enough.")
    return Card(
        text_id="help",
        title="What I understand",
        blocks=(
            *(Fields(pairs=tuple(group.items())) for group in _GROUPS),
            *((anywhere,) if hosted else ()),
            aside("A few words on their own work too: I'll offer to keep them."),
            *of_drafts(drafts),
        ),
        summary="What I understand",
        reach=Reach.PERSONAL,
    )


def help_now(
    region: Region,
    on_call: str,
    mint: Mint | None = None,
    *,
    staff: Sequence[str] = (),
    unread: bool = False,
) -> Card:
    """Return who to call. Always the same calm card; nothing is asked and nobody is told.

    `staff` are lines that an organisation names for its people. With `mint`, for who has said yes, their own
    list is one press away. `unread`: it says that no practitioner has read it.
    """
    mine = () if mint is None else (row(people_button(mint)),)
    talk = [say(line_text(line)) for line in region.lines]
    return Card(
        text_id="helpnow",
        title="Help now",
        blocks=(
            say(f"In danger, you or someone: {region.emergency}"),
            *talk,
            say("You need not say your name or your job."),
            *nearest(on_call, staff),
            *mine,
            aside("I can't call anyone, and nobody here has been told."),
            *((aside(UNREAD),) if unread else ()),
        ),
        summary="Help now",
        reach=Reach.PERSONAL,
    )


def line_text(line: HelpLine) -> str:
    """Return how to reach somebody, and whether anyone looked since the number was written down."""
    checked = "" if line.checked_on else " (not yet checked here)"
    return f"{line.label}: {line.text}, {line.hours}{checked}"


def nearest(on_call: str, staff: Sequence[str]) -> tuple[Paragraph, ...]:
    """Return who stands nearest: the organisation's on-call and lines for staff, and whoever they trust."""
    here = shown(on_call) or f"on-call ({NOT_SET})"
    yours = say(f"Yours: {here} \u00b7 someone you trust.")
    return (yours, *(say(f"Staff: {shown(line)}") for line in staff))


def readers(operator: str, between: Sequence[str]) -> tuple[Paragraph, ...]:
    """Return who could read what is kept. `between`: the platforms that stand between at any door."""
    server = say(f"Whoever runs {what_runs(between)} could open it: {operator}.")
    if not between:
        return (server,)
    seen = " ".join(f"{at_start(seen_by(surface))}." for surface in between)
    return (server, say(f"{seen} What you write in a form reaches me without leaving a message."))


_ADMINS_SEE = (
    "Whoever looks after me in a team sets links, lines and limits. They see no page and no name, and how "
    "many people use me only as a rough number, from five up."
)


def privacy(operator: str, *, between: Sequence[str], doors: int, closes_on: date | None = None) -> Card:
    """Return what is kept and who could read it, in plain words. PRIVACY.md says the same at length.

    `between`: the platforms that stand between at any of their doors. `closes_on`: the day on which all of it
    ends, where one was named.
    """
    return Card(
        text_id="privacy",
        title="What is kept, and who could read it",
        blocks=(
            say("What you write and every mark is sealed with a key of your own, from the first word on."),
            *readers(operator, between),
            say(
                "In the clear stand only your zone, hours, rota, leave, quiet hours and region, when a "
                "check-in came, and on which days you answered or wrote."
            ),
            say(
                "Pages and marks stay for 12 months unless you choose otherwise in `settings`; scenes, "
                "drafts and flows left open go after seven days. `what-data` says what is held, `export` "
                "takes everything along, `erase` removes it for good."
            ),
            *when_gone(between, doors=doors),
            *((say(closes_line(between, closes_on)),) if closes_on else ()),
            say(
                "Nobody is told anything about you. No manager, team or trainer sees that you write, or what."
            ),
            *((aside(_ADMINS_SEE),) if between else ()),
            say(
                "Notes about your work can be reached by a court or an employer's request if a person can be "
                "recognised in them. So: no names, no details."
            ),
            say("I report to nobody and start no clock; duties to report or protect stay with you."),
        ),
        summary="What is kept, and who could read it",
        reach=Reach.PERSONAL,
    )


def unknown(mint: Mint, word: str, near: str | None) -> Card:
    """Return what is said to a word that is no command: the nearest one, one tap away."""
    if near is None:
        blocks: tuple[Block, ...] = (say(f"I don't know `{word}`. `help` lists what I understand."),)
    else:
        is_known = word.lower() == near
        blocks = (
            say(f"`{near}` stands alone." if is_known else f"I don't know `{word}`. Did you mean `{near}`?"),
            row(press(mint, "command", near, arg=near.replace(" ", "+"))),
        )
    return Card(text_id="unknown", blocks=blocks, summary="I don't know that word.", reach=Reach.PERSONAL)
