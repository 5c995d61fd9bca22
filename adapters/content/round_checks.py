"""The rules for rounds: a name each, the voice, listening before advice, and hours that hold every phase."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from adapters.content.models import PackFile
from adapters.content.problems import Place, Problem
from adapters.content.reading import ROUNDS, inside
from adapters.content.required import Whole, check_required
from adapters.content.round_build import hours_of, lasts_of
from adapters.content.round_models import RoundFile
from adapters.content.text_checks import check_labels, check_review, check_words
from adapters.content.voice import Voice
from bot.domain.prompts import Domain, Sensitivity
from bot.domain.recurrence import DAY_NAMES, parse_at
from bot.domain.round_hours import LONGEST
from bot.domain.round_plan import check_fit, in_words
from bot.domain.rounds import NOTHING_CHOSEN, UNSAID
from bot.errors import BadInput


def check_round(file: str, content: RoundFile, voice: Voice, pack: PackFile | None) -> Iterator[Problem]:
    """One round."""
    top = Place(file)
    yield from _check_place(top, content, pack)
    yield from check_review(top.at("meta").at("review"), content.meta.review)
    yield from _check_hours(top, content)
    yield from _check_members(top, content)
    yield from _check_choices(top, content)
    texts = [(place, text) for place, text in _texts(top, content) if text]
    for place, text in texts:
        yield from check_words(place, text, voice)
    whole = Whole(
        place=top.at("rules"),
        kind="round",
        domain=Domain.PEER_SUPPORT,
        sensitivity=Sensitivity.SHARED,
        texts=content.rules,
    )
    yield from check_required(whole, voice.required)


def check_across_rounds(rounds: Mapping[str, RoundFile]) -> Iterator[Problem]:
    """No two have one id, or one title: whoever chooses tells them apart by it."""
    ids: set[str] = set()
    titles: set[str] = set()
    for file, content in rounds.items():
        meta = Place(file, "meta")
        if content.meta.id in ids:
            yield meta.at("id").problem("duplicate_id", "Another round has this id. Choose another.")
        if content.meta.title.casefold() in titles:
            yield meta.at("title").problem("same_title", "Another round has this title. Reword one.")
        ids.add(content.meta.id)
        titles.add(content.meta.title.casefold())


def _check_place(top: Place, content: RoundFile, pack: PackFile | None) -> Iterator[Problem]:
    place = top.at("meta").at("id")
    if pack and not content.meta.id.startswith(f"{pack.meta.id}_"):
        message = f"In this pack the id of a round begins with `{pack.meta.id}_`. Correct it."
        yield place.problem("wrong_id", message)
    elif inside(top.file) != f"{ROUNDS}/{content.meta.id}.yaml":
        message = f"This belongs in {ROUNDS}/{content.meta.id}.yaml. Rename the file, or correct the id."
        yield place.problem("wrong_id", message)


def _check_hours(top: Place, content: RoundFile) -> Iterator[Problem]:
    """Every phase lies in the hours that stand there, and those in a day that somebody can work."""
    sharing = lasts_of(content.share.lasts)
    if sharing > LONGEST:
        message = f"No working day holds this: {in_words(LONGEST)} is the most. Shorten it."
        yield top.at("share").at("lasts").problem("no_day_holds_it", message)
        return
    try:
        hours = hours_of(content.hours)
    except BadInput as refused:
        yield top.at("hours").problem("hours_hold_nothing", refused.sentence)
        return
    if hours.length > LONGEST:
        message = f"A working day of {in_words(hours.length)} is nobody's: {in_words(LONGEST)} is the most."
        yield top.at("hours").problem("hours_too_long", message)
        return
    try:
        check_fit(sharing, DAY_NAMES.index(content.opens.day), parse_at(content.opens.at), hours)
    except BadInput as refused:
        yield top.at("opens").problem("outside_hours", refused.sentence)


def _check_members(top: Place, content: RoundFile) -> Iterator[Problem]:
    if content.members.most < content.members.fewest:
        yield top.at("members").problem("members_crossed", "`most` is below `fewest`. Correct one.")


def _check_choices(top: Place, content: RoundFile) -> Iterator[Problem]:
    options = top.at("arrive").at("options")
    yield from check_labels(options, content.arrive.options)
    if list(content.arrive.options)[-1] != UNSAID:
        message = f"The last option is `{UNSAID}`: a way to say nothing. Add it."
        yield options.problem("no_way_to_pass", message)
    wishes = top.at("share").at("wishes")
    yield from check_labels(wishes, {str(name): label for name, label in content.share.wishes.items()})
    if next(iter(content.share.wishes)) is not NOTHING_CHOSEN:
        message = f"`{NOTHING_CHOSEN}` comes first: it holds where nothing is chosen. Move it up."
        yield wishes.problem("advice_first", message)
    buttons = content.answer.buttons
    labels = {"heard": buttons.heard, "known": buttons.known, "form": buttons.form}
    yield from check_labels(top.at("answer").at("buttons"), labels)


def _texts(top: Place, content: RoundFile) -> Iterator[tuple[Place, str]]:
    """Everything in it that people read."""
    yield top.at("meta").at("title"), content.meta.title
    yield top.at("meta").at("short_title"), content.meta.short_title
    yield top.at("about"), content.about
    yield from ((top.at(f"rules[{number}]"), rule) for number, rule in enumerate(content.rules))
    arrive, share, answer = top.at("arrive"), top.at("share"), top.at("answer")
    yield arrive.at("ask"), content.arrive.ask
    for name, label in content.arrive.options.items():
        yield arrive.at("options").at(name), label
    yield arrive.at("told"), content.arrive.told
    yield arrive.at("few"), content.arrive.few
    yield share.at("ask"), content.share.ask
    for wish, label in content.share.wishes.items():
        yield share.at("wishes").at(wish), label
    buttons = answer.at("buttons")
    yield buttons.at("heard"), content.answer.buttons.heard
    yield buttons.at("known"), content.answer.buttons.known
    yield buttons.at("form"), content.answer.buttons.form
    for number, starter in enumerate(content.answer.starters):
        yield answer.at(f"starters[{number}]"), starter
    yield top.at("close"), content.close
