"""The controls of those who look after an organisation, and the use case behind each."""

from __future__ import annotations

from collections.abc import Mapping

from bot.domain.roles import REVIEWERS
from bot.services.admin import adoption, hush, leaving, lines, log, review, roles, settings
from bot.services.route import Route, admin_looks, admin_writes, looks, writes

ROUTES: Mapping[str, Route] = {
    "role.take": writes(roles.take, open=True),
    "role.mine": looks(roles.ask_lay_down, open=True),
    "role.down": writes(roles.lay_down, open=True),
    "admin.roles": admin_looks(roles.show),
    "role.give": admin_looks(roles.which),
    "role.code": admin_writes(roles.make_code),
    "role.whose": admin_looks(roles.whose),
    "role.ask": admin_looks(roles.ask_back),
    "role.back": admin_writes(roles.take_back),
    # settings
    "admin.links": admin_looks(settings.links),
    "admin.links.save": admin_writes(settings.save_links),
    "admin.keeping": admin_looks(settings.keeping),
    "admin.keeping.change": admin_looks(settings.change_keeping),
    "admin.keeping.save": admin_writes(settings.save_keeping),
    "admin.keeping.back": admin_writes(settings.take_keeping_back),
    "admin.group": admin_looks(settings.group),
    "admin.group.save": admin_looks(settings.ask_group),
    "admin.group.raise": admin_writes(settings.raise_group),
    "admin.days": admin_looks(settings.time_off),
    "admin.days.save": admin_writes(settings.save_time_off),
    "admin.creating": admin_looks(settings.creating),
    "admin.creating.save": admin_writes(settings.save_creating),
    "admin.lines": admin_looks(lines.show),
    "admin.lines.region": admin_looks(lines.of_region),
    "admin.lines.tick": admin_writes(lines.tick),
    "admin.lines.all": admin_writes(lines.tick_all),
    "admin.lines.none": admin_writes(lines.untick_all),
    "admin.hush": admin_looks(hush.show),
    "admin.hush.set": admin_writes(hush.choose),
    "admin.hush.save": admin_writes(hush.save),
    "admin.hush.lift": admin_writes(hush.lift),
    "admin.adoption": admin_looks(adoption.show),
    "admin.log": admin_looks(log.show),
    "admin.reviewed": admin_looks(settings.reviewed),
    "admin.reviewed.save": admin_writes(settings.save_reviewed),
    # review
    "admin.review": admin_looks(review.show, REVIEWERS),
    "review.next": admin_looks(review.next_one, REVIEWERS),
    "review.topics": admin_looks(review.topics, REVIEWERS),
    "review.topic": admin_looks(review.topic, REVIEWERS),
    "review.text": admin_looks(review.text, REVIEWERS),
    "review.show": admin_looks(review.text, REVIEWERS),
    "review.sign": admin_looks(review.ask_sign, REVIEWERS),
    "review.edit": admin_looks(review.ask_edit, REVIEWERS),
    "review.retire": admin_looks(review.ask_retire, REVIEWERS),
    "review.save": admin_writes(review.save, REVIEWERS),
    "review.undo": admin_writes(review.undo, REVIEWERS),
    # leaving
    "admin.leaving": admin_looks(leaving.show),
    "admin.leaving.tell": admin_writes(leaving.tell),
}
