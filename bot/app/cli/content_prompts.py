"""A prompt as plain text: its question, and how it is answered."""

from __future__ import annotations

from bot.domain.prompts import Modality, Prompt


def prompt_as_text(prompt: Prompt, title: str) -> str:
    """The prompt under the title of its topic. What is known about it, the caller adds."""
    lines = [title, "", prompt.text, ""]
    match prompt.modality:
        case Modality.MARK | Modality.CHOICE | Modality.MULTI:
            lines += [f"  [{option.label}]" for option in prompt.options]
            lines += ["  [my own word]"] if prompt.own_words else []
        case Modality.SCALE:
            lines.append(f"  0 {prompt.low_label} ... 10 {prompt.high_label}")
        case Modality.TEXT | Modality.FLOW:
            lines.append("  (a few lines of your own)")
    return "\n".join((*lines, "  [not today]"))


def after_as_text(prompt: Prompt) -> str:
    """What follows an answer, a line for each; empty where nothing does."""
    labels = {option.name: option.label for option in prompt.options}
    lines = []
    for after in prompt.after:
        answer = f"[{labels.get(after.answer, after.answer)}]" if after.answer else "(any other answer)"
        said = [f'"{after.say}"'] if after.say else []
        lines.append(f"{answer} {', '.join((*said, *after.offers))}")
    return "\n".join(lines)
