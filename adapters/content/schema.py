"""The JSON schema of the library's files, for editors. `python -m adapters.content.schema` writes it out."""

from __future__ import annotations

import json
import sys

from pydantic import TypeAdapter

from adapters.content.files import LibraryFile


def schema_text() -> str:
    """What `prompts/schema.json` holds when it is current."""
    schema = TypeAdapter[LibraryFile](LibraryFile).json_schema()
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A file of the prompt library",
    }
    return json.dumps({**head, **schema}, indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write(schema_text())
