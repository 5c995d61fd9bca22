"""One fault of each kind in a flow, to be planted in a copy of the real library."""

from __future__ import annotations

from tests.content.planted_faults import Planted

RS = "flows/rest_stop.yaml"
RR = "flows/rupture_repair.yaml"
FR = "flows/fit_and_referral.yaml"
BR = "flows/boundaries_review.yaml"
HO = "flows/hard_one.yaml"
OP = "flows/own_patterns.yaml"

LENGTHS = "lengths: {one: PT1M, three: PT3M}"
BACK = """looking_back:
  notice: "You asked me to bring something back today."
  ask: "You wanted to ask for something at work. What came of it?"
  options: {asked: I asked, changed: it took another shape, not_yet: not yet, closed: it no longer applies}
  again: [not_yet]
  reflect: "What came back, and is it enough for now?"
"""

WHEN, TEXTS = "variants.colleague.when", "variants.colleague.texts"
SHORT = f"{TEXTS}.feel.short_text"
OTHER = "  other: {when: {kind: trust}, texts: {feel: What is underneath?}}\n"

PLANTED = (
    # a value that is not what its key needs
    Planted(RS, "id: rest_stop", "id: Rest Stop", "bad_form", "meta.id"),
    Planted(RS, "version: 1", "version: 0", "too_small", "meta.version"),
    Planted(RS, "domain: rest", "domain: naps", "not_in_list", "meta.domain"),
    Planted(RS, "depth: 2min", "depth: 3min", "not_in_list", "meta.depth"),
    Planted(RS, "sensitivity: 0", "sensitivity: 4", "not_in_list", "meta.sensitivity"),
    Planted(RS, "gentle: true", 'gentle: "yes"', "not_true_or_false", "meta.gentle"),
    Planted(RS, "audience: [clinician, team, cohort]", "audience: []", "too_few", "meta.audience"),
    Planted(RS, "  short_title: Rest stop\n", "", "missing", "meta.short_title"),
    Planted(RS, "short_title: Rest stop", f"short_title: {'a ' * 12}b", "too_long", "meta.short_title"),
    Planted(RS, "start: pull_in", "start: Pull in", "bad_form", "start"),
    Planted(RS, "  settle:\n", "  Settle:\n", "bad_form", "steps.Settle"),
    Planted(RS, f"  {'settle'}:\n", f"  {'s' * 21}:\n", "too_long", f"steps.{'s' * 21}"),
    Planted(RS, "do: say", "do: sing", "not_in_list", "steps.settle"),
    Planted(RS, "    do: say\n", "", "not_in_list", "steps.settle"),
    Planted(RS, "to: settle", "to: a rest", "bad_form", "steps.pull_in.to"),
    Planted(RS, "to: settle", "to: {one: A}", "bad_form", "steps.pull_in.to.one"),
    Planted(RS, "to: settle", "to: {}", "too_few", "steps.pull_in.to"),
    Planted(RS, "    to: settle\n", "", "missing", "steps.pull_in.to"),
    Planted(RS, '"no": not now', "no: not now", "boolean_key", "steps.people2.options.no"),
    Planted(RS, "one: one minute", "One: one minute", "bad_form", "steps.pull_in.options.One"),
    Planted(RS, "one: one minute", f"{'o' * 21}: one", "too_long", f"steps.pull_in.options.{'o' * 21}"),
    Planted(RS, "one: one minute", f"one: {'x' * 76}", "too_long", "steps.pull_in.options.one"),
    Planted(RS, "one: one minute", "one: 1", "not_text", "steps.pull_in.options.one"),
    Planted(RS, "one: PT1M", "one: 1 minute", "bad_form", "steps.settle.wait.lengths.one"),
    Planted(RS, "save: ask", "save: team", "not_in_list", "steps.settle2.save"),
    Planted(RS, "resource: my_people", "resource: everybody", "not_in_list", "steps.people3.resource"),
    Planted(RS, "state: rested", "state: Well rested", "bad_form", "steps.done.state"),
    Planted(RS, "state: rested", "state: rested\n    points: 5", "unknown_key", "steps.done.points"),
    Planted(RS, "    do: say\n", "    do: say\n    save: ask\n", "unknown_key", "steps.settle.save"),
    Planted(RR, "presets: [P3D, P1W]", "presets: [3 days]", "bad_form", "steps.end_sup.follow_up.presets[0]"),
    Planted(RR, "presets: [P3D, P1W]", "presets: []", "too_few", "steps.end_sup.follow_up.presets"),
    Planted(RR, "keep: ask", "keep: always", "not_in_list", "steps.end_urgent.keep"),
    Planted(RR, "about: question", "about: errand", "not_in_list", "steps.plan_sup.about"),
    Planted(RR, "for_supervision", "for_the_boss", "not_in_list", "steps.sup.tags.yes"),
    Planted(FR, "    low_label: nothing yet\n", "", "missing", "steps.help.low_label"),
    Planted(BR, "links: admin_policy", "links: example", "not_in_list", "steps.floor.links"),
    Planted(BR, "at_most: 3", "at_most: 0", "too_small", "steps.area.at_most"),
    # a flow in the wrong place, or careless
    Planted(RS, "id: rest_stop", "id: rest_stops", "wrong_id", "meta.id"),
    Planted(RS, "sensitivity: 0", "sensitivity: 2", "gentle_but_tender", "meta.gentle"),
    Planted(RS, "depth: 2min", "depth: 10min", "gentle_but_long", "meta.depth"),
    Planted(RS, "status: draft", "status: reviewed", "review_untold", "meta.review"),
    # other words for some
    Planted(RR, "  colleague:\n    when", "  A colleague:\n    when", "bad_form", "variants.A colleague"),
    Planted(RR, "when: {open: colleague}", "when: {}", "too_few", "variants.colleague.when"),
    Planted(RR, "when: {open: colleague}", "when: {Open: a}", "bad_form", "variants.colleague.when.Open"),
    Planted(RR, "when: {open: colleague}", "when: {gate: a}", "unknown_step", "variants.colleague.when.gate"),
    Planted(RR, "when: {open: colleague}", "when: {open: boss}", "unknown_option", f"{WHEN}.open"),
    Planted(RR, "when: {open: colleague}", "when: {listen: colleague}", "not_a_choice", f"{WHEN}.listen"),
    Planted(RR, "when: {open: colleague}", "when: {part: some}", "not_asked_before", f"{TEXTS}.listen"),
    Planted(RR, "when: {open: colleague}", "when: {menu: ask}", "not_asked_before", f"{TEXTS}.menu"),
    Planted(RR, '      feel: "', '      felt: "', "unknown_step", f"{TEXTS}.felt"),
    Planted(RR, '      feel: "', '      Feel: "', "bad_form", f"{TEXTS}.Feel"),
    Planted(RR, '      feel: "', '      feel: " ', "bad_form", f"{TEXTS}.feel"),
    Planted(RR, '      feel: "', '      feel: "You should rest. ', "pressure", f"{TEXTS}.feel"),
    Planted(RR, '      feel: "', '      feel: {}\n      end_sup: "', "variant_empty", f"{TEXTS}.feel"),
    Planted(RR, "      feel: ", "      feel: {short_text: No.}\n      end_sup: ", "short_text_unused", SHORT),
    Planted(RR, "\nlooking_back:", f"{OTHER}\nlooking_back:", "variant_twice", "variants.other.texts.feel"),
    # ways that lead nowhere, or round
    Planted(RS, "start: pull_in", "start: park", "unknown_step", "start"),
    Planted(RS, "to: settle", "to: sleep", "unknown_step", "steps.pull_in.to"),
    Planted(RS, "process: settle2", "process: sleep", "unknown_step", "steps.need.to.process"),
    Planted(RS, "_: done}\n  settle2", "_: sleep}\n  settle2", "unknown_step", "steps.need.to._"),
    Planted(RS, "by: pull_in", "by: arrive", "unknown_step", "steps.settle.wait.by"),
    Planted(RR, "short_skips: [listen,", "short_skips: [lurk,", "unknown_step", "short_skips"),
    Planted(FR, "step: refer1", "step: refer2", "unknown_step", "steps.plan_refer.gate.step"),
    Planted(FR, "otherwise: plan_consent", "otherwise: p", "unknown_step", "steps.plan_refer.gate.otherwise"),
    Planted(RS, "process: settle2,", "sleep: settle2,", "unknown_option", "steps.need.to.sleep"),
    Planted(RS, "{process: settle2, ", "{", "unreached", "steps.settle2"),
    Planted(RS, "save: ask\n    to: done", "save: ask\n    to: need", "circle", "steps.need.to"),
    Planted(RS, "save: ask\n    to: done", "save: ask\n    to: settle2", "circle", "steps.settle2.to"),
    Planted(RS, "{show: people3, _: done}", "{show: people3}", "way_missing", "steps.people2.to"),
    Planted(RS, "to: settle", "to: {one: settle, skipped: settle}", "way_missing", "steps.pull_in.to"),
    Planted(FR, "to: heard", "to: {skipped: heard}", "way_missing", "steps.help.to"),
    Planted(FR, "to: heard", "to: {ten: heard, _: heard}", "unknown_option", "steps.help.to.ten"),
    Planted(BR, "{none: good, _: pull}", "{none: good, skipped: pull}", "way_missing", "steps.area.to"),
    Planted(RS, "    to: need\n", "    to: {_: need, skipped: done}\n", "say_divides", "steps.settle.to"),
    Planted(RR, "short_skips: [", "short_skips: [part, ", "skip_divides", "short_skips"),
    Planted(RR, "short_skips: [", "short_skips: [end_sup, ", "skip_divides", "short_skips"),
    Planted(RR, "depth: 10min", "depth: 2min", "too_many_asks", "steps"),
    Planted(HO, "depth: 2min", "depth: 30s", "too_many_asks", "steps"),
    # gates and waits that go by what was never asked
    Planted(RS, "start: pull_in", "start: settle", "not_asked_before", "steps.settle.wait.by"),
    Planted(FR, "short_skips: [", "short_skips: [refer1, ", "not_asked_before", "steps.plan_refer.gate.step"),
    Planted(FR, "step: refer1", "step: ask", "not_a_choice", "steps.plan_refer.gate.step"),
    Planted(FR, "option: consent", "option: luck", "unknown_option", "steps.plan_refer.gate.option"),
    Planted(RS, LENGTHS, "lengths: {one: PT1M}", "length_missing", "steps.settle.wait.lengths"),
    Planted(RS, "three: PT3M", "two: PT3M", "unknown_option", "steps.settle.wait.lengths.two"),
    Planted(
        RS,
        "{one: one minute, three: three minutes}\n",
        "{one: one}\n",
        "options_count",
        "steps.pull_in.options",
    ),
    # parts that do not fit together
    Planted(RS, "do: choice\n", "do: multi\n", "not_a_choice", "steps.settle.wait.by"),
    Planted(RS, "enough: this was enough", "skipped: pass", "reserved_name", "steps.need.options.skipped"),
    Planted(
        RS, "fresh: a fresh look", "fresh: To let something settle", "same_label", "steps.need.options.fresh"
    ),
    Planted(BR, "at_most: 3", "at_most: 11", "at_most_unused", "steps.area.at_most"),
    Planted(RR, 'tags: {"yes"', 'tags: {"maybe"', "unknown_option", "steps.sup.tags.maybe"),
    Planted(
        RS,
        "save: ask\n",
        'save: ask\n    short_text: "Still?"\n',
        "short_text_unused",
        "steps.settle2.short_text",
    ),
    Planted(RR, "feel]", "valid]", "short_text_unused", "steps.valid.short_text"),
    Planted(
        HO, "    scene: true\n    save: private\n", "    scene: true\n", "scene_unkept", "steps.put_down.save"
    ),
    Planted(HO, 'by when?"\n    save: private\n', 'by when?"\n', "plan_unkept", "steps.ask_for.save"),
    Planted(
        RR, "keeps_place: true", "keeps_place: true\n    keep: ask", "no_end_yet", "steps.end_paused.keep"
    ),
    Planted(
        RR, "start_flow: ending_well", "start_flow: ending", "unknown_flow", "steps.end_handover.start_flow"
    ),
    Planted(HO, BACK, "", "looking_back_missing", "looking_back"),
    Planted(HO, "    follow_up: {presets: [P2D, P1W]}\n", "", "looking_back_unused", "looking_back"),
    Planted(HO, "again: [not_yet]", "again: [never]", "unknown_option", "looking_back.again.never"),
    Planted(
        HO, "changed: it took another shape", "changed: I asked", "same_label", "looking_back.options.changed"
    ),
    # the voice, wherever people read
    Planted(RS, "title: Rest stop", "title: Just rest", "pressure", "meta.title"),
    Planted(RS, "short_title: Rest stop", "short_title: Just rest", "pressure", "meta.short_title"),
    Planted(
        RS,
        "You have pulled in. How long?",
        "How long? When? Why?",
        "too_many_questions",
        "steps.pull_in.text",
    ),
    Planted(RS, "enough: this was enough", "enough: enough!", "exclamation", "steps.need.options.enough"),
    Planted(RS, "or stay a while.", "or stay a while!", "exclamation", "steps.done.text"),
    Planted(RR, "Had you only listened:", "You should have heard:", "pressure", "steps.valid.short_text"),
    Planted(RR, "shall I bring this back?", "must this be back?", "pressure", "steps.end_plan.follow_up.ask"),
    Planted(FR, "high_label: a great deal", "high_label: amazing", "praise", "steps.help.high_label"),
    Planted(OP, "What have you noticed since?", "What a day!", "exclamation", "looking_back.reflect"),
    Planted(
        OP, "moved: something has moved", "moved: it moved!", "exclamation", "looking_back.options.moved"
    ),
    Planted(OP, "bring something back today.", "bring it back!", "exclamation", "looking_back.notice"),
    # what a flow may not leave out
    Planted(FR, " No names, please.", "", "no_names_unsaid", ""),
    Planted(RS, "or a hand, on something", "on your hands and something", "one_place_only", "steps.settle"),
)
