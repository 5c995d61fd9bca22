"""What each table is for and what each column may tell: the words of docs/trust/data-classes.md.

A new table or column says here what somebody learns who reads it without the key. `make trust` refuses one
that says nothing.
"""

from typing import Final

TABLES: Final = {
    "people": "One row for each person who said yes.",
    "doors": "One row for each account that opens somebody's notebook.",
    "agenda": "Everything that happens later, with its time.",
    "deliveries": "Each message on its way, and what became of it. Gone 35 days after it was due.",
    "runs": "Each check-in that was asked.",
    "marks": "The words on the five-step rows, by number.",
    "entries": "Pages that somebody wrote.",
    "drafts": "Words that are not yet a page. Gone after seven days.",
    "sheets": (
        "Other sealed pages: an open flow, a plan, wishes, people, words never flagged, a file, a portfolio, "
        "supervision and its log, a look back, notes that wait to be brought in."
    ),
    "inbox": "Which events were handled, so that none does anything twice. Gone after two days.",
    "installations": "The token of each Slack workspace that was connected by a browser.",
    "organisations": "One row for each workspace or server that somebody looks after, with what they set.",
    "roles": "Who looks after what in an organisation: accounts, not notebooks.",
    "reviews": "What an organisation decided of a text of the library.",
    "changes": "Each change of settings, roles and texts: what, before and after. Never a page of anybody's.",
    "gatherings": "One row for each team prompt, circle and course: how it was set up, and what goes on.",
    "members": "Who is in a circle or a course: accounts, not notebooks.",
    "posts": "What is said for a circle or course: openings, shares, lines to one. No author, no time.",
    "notes": "The house's own: its random name, how often it started, which part of Discord it listens to.",
    "keys": "The key of each person, and of each holder of a secret, wrapped under the key file's key.",
    "tombstones": "A mark for each destroyed key, and for each row of a circle or course that went for good.",
    "key_notes": "A fingerprint of the key file that belongs to this data, and the instants of rotations.",
}
"""What a table is for."""

OFTEN: Final = {
    "id": "A random number; it names nobody.",
    "person": "Which rows belong to one random number.",
    "seq": "In which order rows were first written.",
    "day": "On which day, of the person's own.",
    "version": "How often it was written again.",
    "organisation": "Which rows belong to one organisation.",
    "sealed": "Its size in steps: up to 256 bytes, 512, 1,024 and so on.",
}
"""What a column of that name tells, in any table that says nothing else of it."""

COLUMNS: Final = {
    "people.id": "A random number that stands for a person.",
    "people.standing": "Whether check-ins come.",
    "people.consent_version": "To which version of the first card they said yes.",
    "people.zone": "Roughly where they live: a time zone.",
    "people.region": "Of which country the help lines are shown.",
    "people.quiet_start": "From when on nothing is sent in their evening.",
    "people.quiet_end": "Until when.",
    "people.day_starts": "When their own day begins; an early hour may tell of night work.",
    "people.keep_days": "How long they keep pages.",
    "people.away_until": "Until when they are on leave, as long as they are.",
    "doors.surface": "Through which platform they come.",
    "doors.lane": "From which workspace, or by which bot.",
    "doors.index": "Nothing without the key file. With it, whether a given account is here.",
    "doors.sealed": "Its size. Opened: the account's ids, and the day on which it was linked.",
    "doors.preferred": "Where check-ins come.",
    "doors.organisation": "Which accounts come from one workspace or server; not which one.",
    "agenda.kind": "That such a thing comes, never what it says.",
    "agenda.due_at": "When.",
    "agenda.owner": "To which random number.",
    "agenda.ref": "To which other row it belongs.",
    "agenda.rule": "On which days and hours check-ins come; of a rota, its shifts.",
    "agenda.zone": "In which time zone that hour is meant.",
    "agenda.slot_on": "Of which day it is.",
    "agenda.slot": "Of which hour it is.",
    "agenda.lane": "Where it leaves.",
    "deliveries.agenda": "Which row of the agenda it comes from.",
    "deliveries.slot_on": "Of which day it was.",
    "deliveries.slot": "Of which hour.",
    "deliveries.owner": "To which random number it went.",
    "deliveries.lane": "Where it left.",
    "deliveries.due_at": "When it was due.",
    "deliveries.state": "Whether it arrived.",
    "deliveries.not_before": "Until when it was held back.",
    "deliveries.tries": "How often it was tried.",
    "deliveries.run": "Which check-in it asked.",
    "deliveries.door": "By which account's door it left, while that is in doubt.",
    "runs.state": "Whether a check-in was answered, passed or left. Never what was asked or answered.",
    "runs.sealed": "Its size, which is one for all. Opened: what was asked, and what came of it.",
    "marks.id": "The check-in that they belong to.",
    "marks.sealed": "Its size, which is one for all. Opened: the marks.",
    "entries.day": "On which day somebody wrote.",
    "entries.sealed": "Its size in steps. Opened: the page, its tags, and the hour.",
    "drafts.sealed": "Its size in steps. Opened: the words.",
    "sheets.kind": "That somebody has such a page, never what it says.",
    "inbox.digest": "Nothing: a keyed hash of an event's id.",
    "inbox.day": "That something happened on that day, not by whom.",
    "installations.id": "A random number of the holder of a key.",
    "installations.index": "Nothing without the key file. With it, whether a given workspace is here.",
    "installations.sealed": "Its size. Opened: the workspace's ids and its token.",
    "organisations.id": "A random number of the holder of a key.",
    "organisations.index": "Nothing without the key file. With it, whether a given workspace is here.",
    "organisations.version": "How often its settings were changed.",
    "organisations.sealed": "Its size in steps. Opened: its name and its settings.",
    "roles.index": "That somebody with a notebook has a role, where a door has the same one.",
    "roles.role": "Which role.",
    "roles.sealed": "Its size in steps. Opened: the name under which other admins see them.",
    "reviews.about": "Which text of the library was decided on.",
    "reviews.version": "A number that rises with each decision and each change of settings.",
    "reviews.sealed": "Its size in steps. Opened: the decision, by which role, when, other words.",
    "changes.at": "When something was changed.",
    "changes.by": "Which role row changed it.",
    "changes.sealed": "Its size in steps. Opened: what was set, before and after.",
    "gatherings.id": "A random number of the holder of a key.",
    "gatherings.kind": "What was begun there.",
    "gatherings.place": "Nothing without the key file. With it, whether one is in a channel, or has a code.",
    "gatherings.version": "How often its page was written again.",
    "gatherings.sealed": (
        "Its size in steps. Opened: its channel, how it was set up, wishes for company by numbers, and of "
        "the round that is open who arrived how, by keyed hashes; of a course all that its organiser entered."
    ),
    "members.gathering": "How many accounts are in one circle or course.",
    "members.index": "That somebody with a notebook is in a circle or course, where a door has the same one.",
    "members.version": "How often that row was written again.",
    "members.sealed": (
        "Its size in steps. Opened: the account's ids, how its platform calls it, whether it looks after it, "
        "what it set for company; in a course what was ticked, that something was answered, minutes, and "
        "tests."
    ),
    "posts.gathering": "How much was said in one circle or course.",
    "posts.version": "How often it was written again.",
    "posts.sealed": (
        "Its size, which is one for all but the longest. Opened: the words; with a name the member's number, "
        "without one a keyed hash by which its writer alone is known again, until the round closes."
    ),
    "notes.name": "The name of a note.",
    "notes.value": "The note. Nothing about a person.",
    "keys.person": "For whom the key is: a random number.",
    "keys.kek_id": "Under which of the key file's keys it is wrapped.",
    "keys.generation": "Which key of that person's it is.",
    "keys.wrapped": "Nothing without the key file.",
    "keys.made_on": "The day on which that key was made; of a person, the day of their yes.",
    "tombstones.mark": "Nothing: a hash of a random number.",
    "tombstones.day": "That somebody was erased, or left a circle or course, on that day.",
    "key_notes.name": "The name of a note.",
    "key_notes.value": "The note. Nothing about a person.",
}
"""What a column tells without the key file, and after `Opened:` with it."""
