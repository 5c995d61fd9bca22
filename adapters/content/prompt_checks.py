"""The rules that a well-formed file of prompts can still break: inside a prompt, and between prompts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from adapters.content.after_checks import check_after
from adapters.content.alike import alike_pairs
from adapters.content.models import MOST_OPTIONS, PackFile, PromptEntry, PromptsFile
from adapters.content.problems import Place, Problem
from adapters.content.reading import home_of
from adapters.content.required import Whole, check_required
from adapters.content.text_checks import check_free_answers, check_labels, check_review, check_words
from adapters.content.voice import Voice
from bot.domain.prompts import Depth, Domain, Modality, Sensitivity

COMMONS = "commons"
"""The folder of gentle prompts that belong to the whole library, whatever their domain."""

STEPS_OF_A_MARK = 5
FEWEST_OPTIONS = 2
_CHOICES = {Modality.CHOICE, Modality.MULTI}


def check_prompts_file(
    file: str, content: PromptsFile, voice: Voice, pack: PackFile | None
) -> Iterator[Problem]:
    """One file of prompts, taken by itself; `pack` is what it belongs to, None for the library's own."""
    top = Place(file)
    yield from check_words(top.at("meta").at("title"), content.meta.title, voice)
    yield from check_review(top.at("meta").at("review"), content.meta.review)
    for entry in content.prompts:
        place = top.at("prompts").item(entry.id)
        yield from _check_place(place, content, entry, pack)
        yield from _check_answer(place, entry)
        yield from _check_care(place, entry)
        yield from check_after(place, entry, voice)
        if entry.review is not None:
            yield from check_review(place.at("review"), entry.review)
        yield from _check_voice(place, entry, voice)
        yield from _check_required(place, content.meta.domain or entry.domain, entry, voice)


def _check_place(
    place: Place, content: PromptsFile, entry: PromptEntry, pack: PackFile | None
) -> Iterator[Problem]:
    """The folder, the domain and the id tell the same story."""
    domain = content.meta.domain or entry.domain
    if domain is None:
        yield place.at("domain").problem("missing", "No domain is given here or in `meta`. Add it.")
        return
    if content.meta.domain is not None and entry.domain is not None:
        message = "The domain stands in `meta` for the whole file. Remove it here."
        yield place.at("domain").problem("domain_twice", message)
    if home_of(place.file):
        if pack:
            yield from _check_id(place, entry, f"{pack.meta.id}.{domain}.")
        return
    folder = place.file.partition("/")[0]
    home = "steam" if domain.is_steam else "wide"
    if folder not in {home, COMMONS}:
        message = f"Prompts of {domain} live in {home}/. Move the file, or correct the domain."
        yield place.problem("wrong_folder", message)
        return
    yield from _check_id(place, entry, f"{COMMONS}." if folder == COMMONS else f"{home}.{domain}.")
    if folder == COMMONS and not (entry.gentle and entry.depth is Depth.SHORT):
        message = "What is common to all is gentle and takes 30s. Change it, or move it to its domain."
        yield place.problem("not_for_commons", message)


def _check_id(place: Place, entry: PromptEntry, expected: str) -> Iterator[Problem]:
    if entry.id.rpartition(".")[0] + "." != expected:
        message = f"Here an id is `{expected}` and a code such as A01. Correct it."
        yield place.at("id").problem("wrong_id", message)


def _check_answer(place: Place, entry: PromptEntry) -> Iterator[Problem]:
    """How it is answered fits what is given to answer with."""
    count = len(entry.options)
    if entry.modality is Modality.FLOW:
        message = "Several steps need a file of their own in flows/. Ask one thing here."
        yield place.at("modality").problem("flow_here", message)
    if entry.modality is Modality.MARK and count != STEPS_OF_A_MARK:
        message = f"A mark has {STEPS_OF_A_MARK} steps; {count} stand here. Add or remove some."
        yield place.at("options").problem("options_count", message)
    elif entry.modality in _CHOICES and count < FEWEST_OPTIONS:
        message = f"There is no choice in {count} options. Add some, or make it a text."
        yield place.at("options").problem("options_count", message)
    elif count and entry.modality not in {Modality.MARK, *_CHOICES}:
        message = f"Options do not go with {entry.modality}. Remove them, or make it a choice."
        yield place.at("options").problem("options_unused", message)
    if entry.own_words and entry.modality not in _CHOICES:
        message = "A free answer stands beside options only. Remove this line."
        yield place.at("own_words").problem("own_words_unused", message)
    if entry.own_words and count >= MOST_OPTIONS:
        message = f"With a free answer beside them, {MOST_OPTIONS - 1} options fit. Keep fewer."
        yield place.at("options").problem("too_many", message)
    yield from check_labels(place.at("options"), entry.options)
    yield from check_free_answers(place.at("options"), entry.options)
    yield from _check_ends(place, entry)


def _check_ends(place: Place, entry: PromptEntry) -> Iterator[Problem]:
    for key, end, label in (("low_label", "0", entry.low_label), ("high_label", "10", entry.high_label)):
        if entry.modality is Modality.SCALE and label is None:
            yield place.at(key).problem("missing", f"A scale needs words for its {end}. Add them.")
        if entry.modality is not Modality.SCALE and label is not None:
            yield place.at(key).problem("ends_unused", "Only a scale has ends. Remove this line.")


def _check_care(place: Place, entry: PromptEntry) -> Iterator[Problem]:
    if entry.gentle and entry.sensitivity >= Sensitivity.TENDER:
        message = "A gentle prompt may follow a low mark, a tender one may not. Choose one of the two."
        yield place.at("gentle").problem("gentle_but_tender", message)
    if entry.gentle and entry.depth is Depth.LONG:
        message = "A gentle prompt asks little. Make it 30s or 2min."
        yield place.at("depth").problem("gentle_but_long", message)


def _check_voice(place: Place, entry: PromptEntry, voice: Voice) -> Iterator[Problem]:
    yield from check_words(place.at("text"), entry.text, voice)
    for name, label in entry.options.items():
        yield from check_words(place.at("options").at(name), label, voice)
    for key, end in (("low_label", entry.low_label), ("high_label", entry.high_label)):
        yield from check_words(place.at(key), end or "", voice)


def _check_required(
    place: Place, domain: Domain | None, entry: PromptEntry, voice: Voice
) -> Iterator[Problem]:
    """What the prompt may not leave out; its answers, and what is offered after them, are read along."""
    if domain is not None:  # named as missing
        ends = (end for end in (entry.low_label, entry.high_label) if end)
        offered = (offer for after in entry.after.values() for offer in after.offer)
        whole = Whole(
            place=place,
            kind="prompt",
            domain=domain,
            sensitivity=entry.sensitivity,
            texts=(entry.text, *entry.options.values(), *ends, *offered),
        )
        yield from check_required(whole, voice.required)


def check_across(files: Mapping[str, PromptsFile]) -> Iterator[Problem]:
    """What holds between prompts: ids are unique, sisters know each other, no two are nearly the same."""
    places: dict[str, Place] = {}
    entries: dict[str, PromptEntry] = {}
    for file, content in files.items():
        for entry in content.prompts:
            place = Place(file, "prompts").item(entry.id)
            if entry.id in places:
                message = f"{entry.id} stands in {places[entry.id].file} already. Give this one a new code."
                yield place.at("id").problem("duplicate_id", message)
            else:
                places[entry.id], entries[entry.id] = place, entry
    for entry in entries.values():
        yield from _check_pair(places[entry.id].at("pair"), entry, entries)
    for later, earlier, share in alike_pairs({key: entry.text for key, entry in entries.items()}):
        # Who writes a pack finds it in their own file, whatever the order of the ids.
        is_swapped = home_of(places[earlier].file) and not home_of(places[later].file)
        one, other = (earlier, later) if is_swapped else (later, earlier)
        message = f"{share:.0%} of the words that matter are those of {other}. Ask something else."
        yield places[one].at("text").problem("alike", message)


def _check_pair(place: Place, entry: PromptEntry, entries: Mapping[str, PromptEntry]) -> Iterator[Problem]:
    if entry.pair is None:
        return
    sister = entries.get(entry.pair)
    if sister is None or sister is entry:
        yield place.problem("pair_missing", "No other prompt has this id. Correct it or remove it.")
    elif sister.pair != entry.id:
        yield place.problem("pair_one_way", f"{sister.id} does not name this one. Add `pair` there too.")
