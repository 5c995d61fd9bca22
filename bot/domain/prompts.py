"""What a reflection prompt is: closed vocabularies, and one question with what is known about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum


class Domain(StrEnum):
    """What a prompt asks about: five STEAM domains, then fourteen wide ones."""

    SENSATIONS = "sensations"
    THOUGHTS = "thoughts"
    EMOTIONS = "emotions"
    ACTIONS = "actions"
    MENTALIZING = "mentalizing"
    BOUNDARIES = "boundaries"
    REST = "rest"
    PEER_SUPPORT = "peer_support"
    RUPTURE_REPAIR = "rupture_repair"
    ATTUNEMENT = "attunement"
    ALLIANCE = "alliance"
    FEEDBACK_FIT = "feedback_fit"
    SELF_COMPASSION = "self_compassion"
    OWN_PATTERNS = "own_patterns"
    STANCE = "stance"
    SPACE = "space"
    UNSPOKEN = "unspoken"
    MEANING = "meaning"
    EXPOSURE = "exposure"

    @property
    def is_steam(self) -> bool:
        """Whether this is one of the five that the daily rotation keeps level."""
        return self in STEAM


STEAM = (
    Domain.SENSATIONS,
    Domain.THOUGHTS,
    Domain.EMOTIONS,
    Domain.ACTIONS,
    Domain.MENTALIZING,
)
"""The five inner domains, in the order of their initials."""


class Modality(StrEnum):
    """How a prompt is answered. Every one may be skipped."""

    MARK = "mark"
    """Five worded steps."""
    SCALE = "scale"
    """0 to 10, with words at both ends."""
    CHOICE = "choice"
    """One of several options."""
    MULTI = "multi"
    """Any of several options."""
    TEXT = "text"
    """A few lines of one's own."""
    FLOW = "flow"
    """Several steps, one after another."""


class Depth(StrEnum):
    """About how long an answer takes."""

    SHORT = "30s"
    MEDIUM = "2min"
    LONG = "10min"


class AudienceKind(StrEnum):
    """Who may be asked."""

    CLINICIAN = "clinician"
    TEAM = "team"
    COHORT = "cohort"


class Moment(StrEnum):
    """When in a day or week a prompt fits."""

    START_OF_DAY = "start_of_day"
    PRE_SESSION = "pre_session"
    POST_SESSION = "post_session"
    END_OF_DAY = "end_of_day"
    END_OF_WEEK = "end_of_week"
    ANY = "any"


class Sensitivity(IntEnum):
    """How much care a prompt asks for; each step includes the care of those below it."""

    SHARED = 0
    """Fine in a shared channel."""
    PERSONAL = 1
    """For a direct message."""
    TENDER = 2
    """Direct, with a line of warning, and never pushed after a low mark."""
    GUARDED = 3
    """Only when the person opens it."""


class ReviewStatus(StrEnum):
    """Whether a practitioner has read a text."""

    DRAFT = "draft"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Who has read a text, by role: no person is named."""

    status: ReviewStatus
    reviewed_by_role: str | None = None
    reviewed_on: date | None = None

    @property
    def is_draft(self) -> bool:
        """Whether no practitioner has approved this yet."""
        return self.status is ReviewStatus.DRAFT


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer to choose. The name is stored and stays; the label is shown and may be reworded.

    Where somebody chooses among what they wrote, a label is in their words: none is printed.
    """

    name: str
    label: str = field(repr=False)


class Offer(StrEnum):
    """What may be offered after an answer. Nothing of it starts by itself."""

    PUT_DOWN = "put_down"
    """The minute after a hard one."""
    SUPERVISION = "supervision"
    """A place for the answer on the list for supervision."""
    PEOPLE = "people"
    """The list of people whom the person trusts."""
    HELP_NOW = "help_now"
    """Where to find help."""
    RAISE = "raise"
    """A way to bring a matter before the organisation."""
    REST_STOP = "rest_stop"
    """The three minutes of a rest stop."""
    KIND_WORD = "kind_word"
    """A kind question to oneself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class After:
    """What is said and offered to the person alone after an answer: docs/writing-prompts.md, "A prompt"."""

    answer: str | None
    """The name of the option that it follows; None: any answer that has nothing of its own."""
    say: str | None
    """A plain receipt, or nothing."""
    offers: tuple[Offer, ...]
    """In the order in which they are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """One question that a check-in may ask, as it stands in the library."""

    id: str
    """For example `steam.sensations.S01`. It never changes and is never used again."""
    version: int
    """Raised when the meaning changes; a repaired comma keeps it."""
    locale: str
    domain: Domain
    family: str
    """Near-paraphrases inside a domain share it, so that they are spaced like one prompt."""
    tags: tuple[str, ...] = ()
    audience: tuple[AudienceKind, ...]
    moment: tuple[Moment, ...]
    modality: Modality
    depth: Depth
    sensitivity: Sensitivity
    gentle: bool
    """Asks little and nothing to be recalled, so it may follow a low mark."""
    pair: str | None
    """The id of a sister prompt that looks at the same moment from the other side."""
    text: str
    options: tuple[Option, ...]
    """Empty unless the modality is mark, choice or multi."""
    own_words: bool
    """Whether a free answer stands beside the options."""
    low_label: str | None
    """What 0 means; only on a scale."""
    high_label: str | None
    """What 10 means; only on a scale."""
    after: tuple[After, ...] = ()
    """What follows an answer, in the order of the file; empty where nothing does."""
    review: Review
    is_reworded: bool = False
    """Whether an organisation put it in words of its own, as its card says."""

    def after_answer(self, *names: str) -> After | None:
        """What follows an answer of these options, or of none: words, or a step of a scale.

        Of several options the first counts that `after` names.
        """
        own = next((each for each in self.after if each.answer in names), None)
        return own or next((each for each in self.after if each.answer is None), None)
