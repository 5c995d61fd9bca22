"""A pack of an organisation that does not exist, to be written into a folder of a test."""

from __future__ import annotations

from pathlib import Path

HEAD = """meta:
  schema: reststop/v1
  kind: pack
  id: ward
  version: 2
  locale: en
  title: Night ward
  kept_by: clinical lead
"""
PROMPTS = """meta:
  schema: reststop/v1
  kind: prompt
  locale: en
  domain: rest
  title: Rest
  audience: [clinician]
  review: {status: draft, author_role: clinical lead, reviewed_by_role: null, reviewed_on: null}

prompts:
  - id: ward.rest.K01
    version: 1
    family: corridor
    moment: [any]
    modality: text
    depth: 30s
    sensitivity: 1
    text: "Which lamp on the corridor is kindest at four in the morning?"
"""
FLOW = """meta:
  schema: reststop/v1
  kind: flow
  id: ward_handover
  version: 1
  locale: en
  domain: rest
  depth: 2min
  sensitivity: 1
  audience: [clinician]
  title: Handing the night over
  short_title: The night over
  review: {status: draft, author_role: clinical lead, reviewed_by_role: null, reviewed_on: null}

start: light
steps:
  light:
    do: text
    text: "Which part of the night was quiet?"
    save: private
    to: heavy
  heavy:
    do: text
    text: "What goes into other hands now?"
    save: private
    to: done
  done:
    do: end
    state: handed_over
"""


def written(folder: Path, *, head: str = HEAD, prompts: str = PROMPTS, flow: str = FLOW) -> Path:
    """Write the pack into a folder that is made; an empty text writes no file. Return the folder."""
    texts = {"pack.yaml": head, "rest.yaml": prompts, "flows/ward_handover.yaml": flow}
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        if text:
            (folder / name).write_text(text, "utf-8")
    return folder
