"""The library that ships, with a question of its own in each of five domains and what follows it."""

from __future__ import annotations

import shutil
from pathlib import Path

from bot.app.library import library_folder

SAY = "That can stay for a while."
ALL = ["after.put_down", "after.supervise", "gentle.people", "help.now", "after.raise"]
"""What the heaviest answer brings, by the names of its buttons."""

LANTERN = "Is the lantern heavy tonight?"
HARBOUR = "What did the harbour look like on the way in?"
ISLANDS = "What did the islands look like on the way out"

_META = """\
meta:
  {{schema: reststop/v1, kind: prompt, locale: en, domain: {domain}, title: Lanterns, audience: [clinician],
   review: {{status: draft, author_role: drafter, reviewed_by_role: null, reviewed_on: null}}}}
prompts:
  - {{id: wide.{domain}.Q90, version: 1, family: one, moment: [any], depth: 30s,
     {asked}}}
"""
_ALL = "offer: [put_down, supervision, people, help_now, raise]"
_ASKED = {
    "exposure": f"""modality: choice, sensitivity: 2, text: "{LANTERN}",
     options: {{light: light, some: some, heavy: quite heavy}},
     after: {{light: {{say: "Fine."}}, heavy: {{say: "{SAY}", {_ALL}}}}}""",
    "meaning": """modality: choice, sensitivity: 0, text: "Which light was it?", own_words: true,
     options: {lamp: a lamp, star: a star}, after: {_: {offer: [kind_word, rest_stop]}}""",
    "rupture_repair": f'modality: text, sensitivity: 2, text: "{HARBOUR}", after: {{_: {{{_ALL}}}}}',
    "self_compassion": 'modality: text, sensitivity: 0, gentle: true, text: "Which lamp is yours to keep?"',
    "space": f'modality: text, sensitivity: 0, text: "{ISLANDS}"',
}
_RAISE = """\
meta:
  {schema: reststop/v1, kind: flow, id: raise, version: 1, locale: en, domain: rest, depth: 2min,
   sensitivity: 0, audience: [clinician], title: A matter for work, short_title: A matter,
   review: {status: draft, author_role: drafter, reviewed_by_role: null, reviewed_on: null}}
start: what
steps:
  what: {do: text, text: "What is it, in a line?", save: private, to: done}
  done: {do: end, state: raised}
"""


def tender_library(folder: Path) -> Path:
    """Write it below `folder`; `raise` is a flow of it."""
    library = folder / "prompts"
    shutil.copytree(library_folder(), library)
    shutil.rmtree(library / "commons", ignore_errors=True)  # kind words that are tapped
    for domain, asked in _ASKED.items():
        (library / "wide" / f"{domain}.yaml").write_text(_META.format(domain=domain, asked=asked), "utf-8")
    (library / "flows" / "raise.yaml").write_text(_RAISE, "utf-8")
    return library
