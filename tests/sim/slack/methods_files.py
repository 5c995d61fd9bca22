"""files.*: uploading in three steps, and taking away.

Each is documented at https://docs.slack.dev/reference/methods/ under its name.
"""

from __future__ import annotations

from tests.json_types import Json
from tests.sim.slack.answers import Refused
from tests.sim.slack.methods import Call, method
from tests.sim.slack.objects import file_shape
from tests.sim.slack.posting import post
from tests.sim.slack.world import File


@method("files.getUploadURLExternal", scope="files:write", tier=4)
def get_upload_url(call: Call) -> Json:
    """Return where to upload a file to."""
    name, length = call.get("filename"), int(call.get("length"))
    alt = str(call.args.get("alt_txt") or "")
    file = call.core.world.add_file(call.teams[0], name, length, alt)
    return {"upload_url": f"{call.core.url}/upload/v1/{file.id}", "file_id": file.id}


@method("files.completeUploadExternal", scope="files:write", tier=4)
def complete_upload(call: Call) -> Json:
    """Say that uploads are done, and share them."""
    files = []
    for item in call.args.get("files") or []:
        file = _file(call, str(item.get("id")))
        if file.content is None or file.is_complete:
            raise Refused("file_not_found")
        file.title = str(item.get("title") or file.name)
        files.append(file)
    if not files:
        raise Refused("invalid_arguments")
    for file in files:
        file.is_complete = True
    if call.args.get("channel_id"):
        team, channel = call.channel(str(call.args["channel_id"]))
        if team.bot_user not in channel.members:
            raise Refused("not_in_channel")
        post(call.core, team, channel, {"text": call.args.get("initial_comment") or ""}, files=files)
    return {"files": [file_shape(file) for file in files]}


@method("files.info", scope="files:read", tier=4)
def info(call: Call) -> Json:
    """Return a file."""
    return {"file": file_shape(_file(call, call.get("file", "file_not_found")))}


@method("files.delete", scope="files:write", tier=3)
def delete(call: Call) -> Json:
    """Take a file away."""
    file = _file(call, call.get("file", "file_not_found"))
    file.is_deleted, file.content = True, None
    return {}


def _file(call: Call, file_id: str) -> File:
    file = call.core.world.files.get(file_id)
    if file is None or file.team_id not in {team.id for team in call.teams}:
        raise Refused("file_not_found")
    if file.is_deleted:
        raise Refused("file_deleted")
    return file
