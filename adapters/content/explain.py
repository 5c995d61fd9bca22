"""Turns what pydantic found into a place, a stable code, and a sentence for somebody who writes prompts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pydantic_core import ErrorDetails

_SAYINGS: Mapping[str, tuple[str, str]] = {
    "missing": ("missing", "This is missing. Add it."),
    "extra_forbidden": ("unknown_key", "This key is not known here. Check its spelling or remove it."),
    "enum": ("not_in_list", "This word is not in the list. Choose {expected}."),
    "literal_error": ("not_in_list", "Write {expected} here."),
    "string_type": ("not_text", "This is not read as words. Put it in quotes."),
    "string_too_long": ("too_long", "This is over {max_length} characters. Shorten it."),
    "string_pattern_mismatch": ("bad_form", "This is not written in the form that it needs."),
    "int_type": ("not_a_number", "Write a whole number here, without quotes."),
    "float_type": ("not_a_number", "Write a number such as 0.75 here, without quotes."),
    "greater_than_equal": ("too_small", "Write {ge} or more here."),
    "less_than_equal": ("too_large", "Write {le} or less here."),
    "bool_type": ("not_true_or_false", "Write true or false here, without quotes."),
    "list_type": ("not_a_list", "A list belongs here: one item a line, each after a dash."),
    "dict_type": ("not_a_map", "Lines of `name: value` belong here."),
    "mapping_type": ("not_a_map", "Lines of `name: value` belong here."),
    "model_type": ("not_a_map", "Lines of `name: value` belong here."),
    "too_short": ("too_few", "Nothing stands here. Add {min_length} or more."),
    "too_long": ("too_many", "Over {max_length} stand here. Keep fewer."),
    "none_required": ("organisers_own", "Leave this null: the organiser alone enters it, in chat."),
    "no_kind_of_step": ("not_in_list", "Say with `do` what this step does: {expected}."),
}

_ONE_LINE = "Keep this on one line, without spaces at its ends."
_CLOCK = 'Write a time of day in quotes, such as "09:00".'
_FORMS: Mapping[str, str] = {
    "meta.id": "Write the file's name without .yaml, in small letters and underscores.",
    "steps": "Name a step in small letters and underscores, for example first_look.",
    "start": "Write the name of a step.",
    "to": "Write the name of a step, or lines of `answer: step`.",
    "short_skips": "Write the name of a step.",
    "state": "Write one word in small letters and underscores, for example planned.",
    "wait": "Write seconds or minutes such as PT40S or PT3M.",
    "presets": "Write days, weeks or months such as P2D, P1W or P3M.",
    "start_flow": "Write the id of a flow, for example ending_well.",
    "again": "Write the name of an option.",
    "hours.start": _CLOCK,
    "hours.end": _CLOCK,
    "opens.at": _CLOCK,
    "share.lasts": "Write hours or minutes such as PT4H or PT45M.",
    "answer.lasts": "Write working days such as P1WD.",
    "sessions.start": 'Write a date and a time in quotes, such as "2026-12-01T16:00".',
    "push.id": "Name it in small letters and underscores, for example post_1.",
    "push.flow": "Write the id of a flow, for example rupture_repair.",
    "push.fact": "Write a name that stands in `facts`.",
    "units.test.id": "Name it in small letters, numbers and underscores, for example u1q1.",
    "lasts": "Write hours and minutes such as PT4H or PT3H30M.",
    "cooldown": "Write hours such as PT12H.",
    "reply_within": "Write hours such as PT48H.",
    "nudge_at": "Write hours such as PT36H.",
    "if_idle": "Write days such as P7D.",
    "objectives": "Name an objective by a letter and a number, for example O1.",
    "late_grace": "Write minutes such as PT10M.",
    "open_for": "Write months such as P9M, 24 at most.",
    "remind_before": "Write days such as P14D.",
    "free_until": "Write days before the first session such as P14D.",
    "link": "Write an address that starts with https://, or null.",
    "facts": "Name it in small letters and underscores.",
    "when": "Write the name of a step, and that of an option there.",
    "texts": "Write the name of a step.",
    "variants": "Name it in one word in small letters and underscores, for example colleague.",
    "gate": "Write names as they stand in `steps` and `options`.",
    "id": "Write folder.domain.CODE, for example steam.sensations.S04.",
    "pair": "Write the id of the sister prompt, for example steam.mentalizing.M02.",
    "family": "Write small letters, numbers and dashes, for example kind-friend.",
    "tags": "Write small letters, numbers, dashes and underscores, for example night_shift.",
    "options": "Name an option in small letters and underscores, for example not_yet.",
    "locale": "Write a language such as en, or en-NZ.",
    "source": "Write an address that starts with https://.",
    "numbers": "Write digits and spaces in quotes.",
    "code": "Write the code in the form of its neighbours.",
    "after": "Write the name of an option, or `_` for every other answer.",
    "say": _ONE_LINE,
}
_OPTIONS = "Write each option as `name: label`, for example `not_yet: not yet`."
_DATE = "Write a date like 2026-01-31 here, or null."
_ANSWER = "Write the right option here as it stands in `options`, or its place, counted from 0."
_NO_SKIP = "Every prompt may be skipped. Remove this line."


def place_of(loc: Sequence[str | int], data: object) -> str:
    """The key path of `loc` in `data`; an item goes by its id, code or `n`, any other by its place."""
    path = ""
    for part in loc:
        if isinstance(part, int):
            data = data[part] if isinstance(data, list) and part < len(data) else None
            path += f"[{_id_of(data) or part}]"
        elif not part.startswith("["):  # "[key]", or which of several shapes was tried
            data = data.get(part) if isinstance(data, dict) else None
            path += f".{part}" if path else part
    return path


def _id_of(item: object) -> str | None:
    if not isinstance(item, dict):
        return None
    known = item.get("id", item.get("code"))
    if isinstance(number := item.get("n"), int):
        return f"n={number}"
    return known if isinstance(known, str) else None


def saying_of(error: ErrorDetails) -> tuple[str, str]:
    """The stable code and the sentence for one error."""
    kind = error["type"]
    keys = _keys(error["loc"])
    if keys[-1:] == ["skip"]:
        return "skip_refused", _NO_SKIP
    if keys[-1:] == ["options"] and kind in {"dict_type", "mapping_type"}:
        return "not_a_map", _OPTIONS
    if kind == "string_pattern_mismatch":
        ways = [".".join(keys), *reversed(keys)]
        form = next((_FORMS[way] for way in ways if way in _FORMS), _ONE_LINE)
        return "bad_form", _ONE_LINE if _is_label(error) else form
    if kind.startswith("date_"):
        return "bad_date", _DATE
    if kind not in _SAYINGS:
        return "invalid", f"{error['msg']}."
    code, saying = _SAYINGS[kind]
    if keys[-1:] == ["answer"] and code == "not_a_number":
        saying = _ANSWER
    return code, saying.format_map(error.get("ctx", {}))


def _keys(loc: Sequence[str | int]) -> list[str]:
    """The keys that lead to a place, without the id of a flow's step, which may be any word."""
    keys = [part for part in loc if isinstance(part, str) and not part.startswith("[")]
    return keys[2:] or ["steps"] if keys[:1] == ["steps"] else keys


def _is_label(error: ErrorDetails) -> bool:
    """Whether an option's label or a step's other words, and not its name, are in the wrong form."""
    return ("options" in error["loc"] or "texts" in error["loc"]) and error["loc"][-1] != "[key]"
