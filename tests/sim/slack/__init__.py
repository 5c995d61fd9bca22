"""A loopback Slack: the unmodified slack_bolt and slack_sdk talk to it over real HTTP and WebSocket.

    async with SlackSim(clock=clock) as slack:
        ana = slack.workspace("Harbour").user("ana", tz="Pacific/Auckland")
        ...                                   # start the app with slack.url, slack.app_token, bot_token
        await ana.command("/reststop write")
        ana.fill({"What I take with me": "…"})
        await ana.submit()

**What of this was never compared with a live workspace: everything.** It was written from Slack's
documentation, from what slack_bolt and slack_sdk read and their own tests send, from the key sets that
slackapi/java-slack-sdk recorded, and from issue threads. Guesses, above all: the bursts of the rate limiter;
that `views.open` with a modal open stacks upon it; what can be posted below a message that was deleted; what
`chat.update` says in a channel that was archived; which controls `state.values` holds untouched; the words
with which Slack shows that an app failed; that an exchange which is refused leaves its trigger good;
`auth.test` of an org-wide token; the order of `tokens_revoked` and `app_uninstalled`; the status of a spent
response_url; and that a command's text, unlike a message's, comes unescaped.

Not built: reactions, scheduled messages, group messages, answers that stand in the channel too, Slack
Connect, user tokens, external selects, `app_rate_limited`, and what Slack makes of links and mentions that
people type.
"""

from tests.sim.common.answers import AppFault, NotPossible
from tests.sim.slack.actors import User
from tests.sim.slack.sim import SlackSim
from tests.sim.slack.views import View
from tests.sim.slack.workspaces import Workspace
from tests.sim.slack.world import Channel, Message

__all__ = ["AppFault", "Channel", "Message", "NotPossible", "SlackSim", "User", "View", "Workspace"]
