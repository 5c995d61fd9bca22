"""One fault of each kind, to be planted in a copy of the real library: what to replace, and what is found."""

from __future__ import annotations

from typing import NamedTuple


class Planted(NamedTuple):
    """Replace `old` by `new` in `file`; then `code` is found at `path`."""

    file: str
    old: str
    new: str
    code: str
    path: str


S = "steam/sensations.yaml"
E = "steam/emotions.yaml"
M = "steam/mentalizing.yaml"
N = "wide/attunement.yaml"
R = "wide/rest.yaml"
H = "wide/exposure.yaml"
G = "safety/regions.yaml"
Z = "safety/zones.yaml"
V = "voice.yaml"
X = "wide/rupture_repair.yaml"
TEXT = "Think of the most comfortable moment your body had today. What was around you?"
WHOLE_TEXT = f'text: "{TEXT}"'
SISTER = "Same moment, other side. What might they have thought was going on in you?"
LONG = "x" * 76
OWN = "own_words: true"
THEN = f"{OWN}\n    after"

S01 = "prompts[steam.sensations.S01]"
S02 = "prompts[steam.sensations.S02]"
E01 = "prompts[steam.emotions.E01]"
M01 = "prompts[steam.mentalizing.M01]"
M02 = "prompts[steam.mentalizing.M02]"
N01 = "prompts[wide.attunement.N01]"
R01 = "prompts[wide.rest.R01]"
H01 = "prompts[wide.exposure.H01]"
X01 = "prompts[wide.rupture_repair.X01]"
TO_M02 = "pair: steam.mentalizing.M02"

PLANTED = (
    # a file that is not what it seems
    Planted(S, "meta:\n", "meta: [\n", "bad_yaml", "line 4"),
    Planted(S, "meta:\n", "meta: &m\n", "alias", "line 2"),
    Planted(S, "version: 1", "version: *v", "alias", "line 13"),
    Planted(S, "version: 1", "version: !!int 1", "tag", "line 13"),
    Planted(S, "prompts:\n", "---\nprompts:\n", "two_documents", "line 11"),
    Planted(S, "tags: [aware]", "tags: [[[[[[[[aware]]]]]]]]", "too_deep", "line 15"),
    Planted(S, "version: 1", "version: 1\n    version: 1", "duplicate_key", f"{S01}.version"),
    Planted(R, "eaten: ", "yes: ", "boolean_key", f"{R01}.options.yes"),
    Planted(R, "eaten: ", "1: ", "key_not_text", f"{R01}.options.1"),
    Planted(S, "kind: prompt", "kind: poem", "unknown_kind", "meta.kind"),
    Planted(S, "kind: prompt", "sort: prompt", "unknown_kind", "meta.kind"),
    # a value that is not what its key needs
    Planted(S, "reststop/v1", "reststop/v2", "not_in_list", "meta.schema"),
    Planted(S, "domain: sensations", "domain: senses", "not_in_list", "meta.domain"),
    Planted(S, "title: In the body", "title: In the body of a helper today", "too_long", "meta.title"),
    Planted(S, "  title: In the body\n", "", "missing", "meta.title"),
    Planted(S, "locale: en", "locale: english", "bad_form", "meta.locale"),
    Planted(S, "audience: [clinician, cohort]", "audience: []", "too_few", "meta.audience"),
    Planted(S, "version: 1", 'version: "1"', "not_a_number", f"{S01}.version"),
    Planted(S, "version: 1", "version: 0", "too_small", f"{S01}.version"),
    Planted(S, "family: body-scan-light", "family: Body Scan", "bad_form", f"{S01}.family"),
    Planted(S, "    family: body-scan-light\n", "", "missing", f"{S01}.family"),
    Planted(S, "tags: [aware]", "tags: aware", "not_a_list", f"{S01}.tags"),
    Planted(S, "moment: [start_of_day, any]", "moment: [noon]", "not_in_list", f"{S01}.moment[0]"),
    Planted(S, "modality: choice", "modality: poll", "not_in_list", f"{S01}.modality"),
    Planted(S, "depth: 30s", "depth: 30", "not_in_list", f"{S01}.depth"),
    Planted(S, "sensitivity: 1", "sensitivity: 4", "not_in_list", f"{S01}.sensitivity"),
    Planted(S, "own_words: true", 'own_words: "yes"', "not_true_or_false", f"{S01}.own_words"),
    Planted(S, "own_words: true", "skip: false", "skip_refused", f"{S01}.skip"),
    Planted(S, "own_words: true", "points: 5", "unknown_key", f"{S01}.points"),
    Planted(S, WHOLE_TEXT, "text: 5", "not_text", f"{S02}.text"),
    Planted(S, WHOLE_TEXT, 'text: " two lines"', "bad_form", f"{S02}.text"),
    Planted(S, TEXT, "Two words ", "bad_form", f"{S02}.text"),
    Planted(S, TEXT, "a " * 161 + "b", "too_long", f"{S02}.text"),
    Planted(R, "sort of\n", f"{LONG}\n", "too_long", f"{R01}.options.sort_of"),
    Planted(R, '"yes"', "yes", "not_text", f"{R01}.options.eaten"),
    Planted(R, "eaten:", "Eaten:", "bad_form", f"{R01}.options.Eaten"),
    Planted(S, "author_role: drafter, ", "", "missing", "meta.review.author_role"),
    Planted(S, "reviewed_on: null", "reviewed_on: soon", "bad_date", "meta.review.reviewed_on"),
    # a prompt whose parts do not fit together
    Planted(S, "domain: sensations", "domain: rest", "wrong_folder", S01),
    Planted(S, "domain: sensations", "domain: thoughts", "wrong_id", f"{S01}.id"),
    Planted(S, "  domain: sensations\n", "", "missing", f"{S01}.domain"),
    Planted(S, "version: 1", "version: 1\n    domain: rest", "domain_twice", f"{S01}.domain"),
    Planted(S, "modality: choice", "modality: flow", "flow_here", f"{S01}.modality"),
    Planted(S, "modality: choice", "modality: text", "options_unused", f"{S01}.options"),
    Planted(S, "modality: choice", "modality: text", "own_words_unused", f"{S01}.own_words"),
    Planted(S, "modality: choice", "modality: mark", "options_count", f"{S01}.options"),
    Planted(S, "modality: text", "modality: choice", "options_count", f"{S02}.options"),
    Planted(R, "sort of\n", '"Yes"\n', "same_label", f"{R01}.options.sort_of"),
    Planted(E, "mixed: mixed", "own_words: mixed", "reserved_name", f"{E01}.options.own_words"),
    Planted(E, "mixed: mixed", "own: my own word", "own_words_as_option", f"{E01}.options.own"),
    Planted(N, "    low_label: none\n", "", "missing", f"{N01}.low_label"),
    Planted(N, "modality: scale", "modality: text", "ends_unused", f"{N01}.high_label"),
    Planted(R, "sensitivity: 0", "sensitivity: 2\n    gentle: true", "gentle_but_tender", f"{R01}.gentle"),
    Planted(R, "depth: 30s", "depth: 10min\n    gentle: true", "gentle_but_long", f"{R01}.depth"),
    Planted(S, "status: draft", "status: reviewed", "review_untold", "meta.review"),
    Planted(S, "reviewed_on: null", "reviewed_on: 2026-01-31", "review_of_draft", "meta.review"),
    # what follows an answer
    Planted(S, OWN, f"{THEN}: {{belly: {{offer: put_down}}}}", "not_a_list", f"{S01}.after.belly.offer"),
    Planted(S, OWN, f"{THEN}: {{belly: {{offer: [therapy]}}}}", "not_in_list", f"{S01}.after.belly.offer[0]"),
    Planted(S, OWN, f"{THEN}: {{belly: {{tell: Fine.}}}}", "unknown_key", f"{S01}.after.belly.tell"),
    Planted(S, OWN, f"{THEN}: {{No where: {{say: Fine.}}}}", "bad_form", f"{S01}.after.No where"),
    Planted(S, OWN, f"{THEN}: {{somewhere: {{say: Fine.}}}}", "unknown_option", f"{S01}.after.somewhere"),
    Planted(S, OWN, f"{THEN}: {{belly: {{}}}}", "after_empty", f"{S01}.after.belly"),
    Planted(S, OWN, f"{THEN}: {{_: {{offer: [people, people]}}}}", "same_offer", f"{S01}.after._.offer"),
    Planted(S, OWN, f"{THEN}: {{_: {{say: You should rest.}}}}", "pressure", f"{S01}.after._.say"),
    Planted(S, OWN, f"{THEN}: {{_: {{say: {LONG} {LONG}}}}}", "too_long", f"{S01}.after._.say"),
    Planted(S, OWN, f'{THEN}: {{_: {{say: " Fine."}}}}', "bad_form", f"{S01}.after._.say"),
    Planted(
        S,
        WHOLE_TEXT,
        f"{WHOLE_TEXT}\n    after: {{glad: {{say: Fine.}}}}",
        "unknown_option",
        f"{S02}.after.glad",
    ),
    Planted(N, "none\n", "none\n    after: {none: {say: Fine.}}\n", "unknown_option", f"{N01}.after.none"),
    Planted(R, "sensitivity: 0", "sensitivity: 2", "after_missing", f"{R01}.after"),
    Planted(X, "help_now, raise]", "help_now]", "after_missing", f"{X01}.after"),
    # prompts that do not fit each other
    Planted(S, "sensations.S02", "sensations.S01", "duplicate_id", f"{S01}.id"),
    Planted(M, TO_M02, "pair: steam.mentalizing.M99", "pair_missing", f"{M01}.pair"),
    Planted(M, TO_M02, "pair: steam.mentalizing.M01", "pair_missing", f"{M01}.pair"),
    Planted(M, "    pair: steam.mentalizing.M02\n", "", "pair_one_way", f"{M02}.pair"),
    Planted(S, TEXT, SISTER.replace("thought", "felt"), "alike", f"{S02}.text"),
    # the voice, wherever people read
    Planted(S, TEXT, "You should rest now.", "pressure", f"{S02}.text"),
    Planted(S, TEXT, "What a day!", "exclamation", f"{S02}.text"),
    Planted(S, TEXT, "Who? What? Where?", "too_many_questions", f"{S02}.text"),
    Planted(S, TEXT, "What is their name?", "asks_identity", f"{S02}.text"),
    Planted(R, "not_yet: not yet", "not_yet: not yet, amazing", "praise", f"{R01}.options.not_yet"),
    Planted(N, "high_label: plenty", "high_label: plenty!", "exclamation", f"{N01}.high_label"),
    Planted(S, "title: In the body", "title: Just the body", "pressure", "meta.title"),
    # what a text may not leave out
    Planted(S, TEXT, "Where does your jaw feel tight?", "one_place_only", S02),
    Planted(S, TEXT, "What do you notice in the belly today?", "one_place_only", S02),
    Planted(H, ", raise]", "]", "load_without_work", H01),
    # help lines, zones and the voice's own file
    Planted(G, '"911"', "911", "not_text", "regions[CA].emergency"),
    Planted(G, 'numbers: ["1737"]', 'numbers: ["1738"]', "number_unseen", "regions[NZ].lines[0].numbers"),
    Planted(G, 'numbers: ["1737"]', "numbers: [1737]", "not_text", "regions[NZ].lines[0].numbers[0]"),
    Planted(G, "https://1737.org.nz/", "http://1737.org.nz/", "bad_form", "regions[NZ].lines[0].source"),
    Planted(G, "code: IE", "code: GB", "duplicate_id", "regions[GB].code"),
    Planted(G, "kind: abuse", "kind: other", "not_in_list", "regions[AU].lines[1].kind"),
    Planted(G, "checked_on: null", "checked_on: 2026-02-30", "bad_value", "regions[AU].lines[0].checked_on"),
    Planted(G, "hours: any hour", "hours: any hour!", "exclamation", "regions[AU].lines[0].hours"),
    Planted(Z, "  NZ:\n", "  XX:\n", "unknown_region", "zones.XX"),
    Planted(Z, "Pacific/Chatham", "Pacific/Chathan", "unknown_zone", "zones.NZ"),
    Planted(Z, "Pacific/Chatham", "Europe/Paris", "duplicate_zone", "zones.NZ"),
    Planted(V, "bounce|bouncing|bounces back", "bounce(d) back", "bad_phrase", "rules[optimism]"),
    Planted(V, "naming nobody, ", "name(s), ", "bad_phrase", "required[no_names_unsaid]"),
    Planted(V, "silver lining", "... lining", "bad_phrase", "rules[optimism]"),
    Planted(V, "kind: voice", "kind: zones", "missing", "zones"),
)
