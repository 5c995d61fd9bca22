"""Accounts of a portfolio: what was typed is what stands there, and no change of the page loses a word."""

from __future__ import annotations

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.journal import ENTRY_MAX
from bot.domain.portfolios import (
    BESIDE,
    LINE_MAX,
    WORDS_MAX,
    Section,
    SectionKind,
    Template,
    account_parts,
    account_text,
)
from bot.domain.supervision import session_of
from bot.testing.catalogue import DRAFT

labels = st.lists(
    st.text(st.characters(categories=["L"]), min_size=3, max_size=12), min_size=1, max_size=5, unique=True
)
kinds = st.sampled_from([SectionKind.WORDS, SectionKind.WORDS, SectionKind.LINE])
words = st.text(st.sampled_from("ab \n.#"), max_size=40).map(lambda text: text.strip("\n"))


@st.composite
def templates(draw: st.DrawFn) -> Template:
    """A template with any parts."""
    return Template(
        id="any",
        version=1,
        locale="en",
        title="Any",
        short_title="Any",
        about="Any.",
        sections=tuple(
            Section(name=f"p{n}", label=label, kind=draw(kinds)) for n, label in enumerate(draw(labels))
        ),
        review=DRAFT,
    )


@given(template=templates(), data=st.data())
def test_what_was_typed_into_each_part_stands_in_it(template: Template, data: st.DataObject) -> None:
    """Whatever it was, but a line that is a label itself; an empty part is none."""
    names = [section.name for section in template.sections]
    typed = {name: data.draw(words) for name in names}
    found = account_parts(template, account_text(template, typed))
    is_label = {section.label for section in template.sections}
    if not any(line.strip() in is_label for text in typed.values() for line in text.split("\n")):
        assert found == {name: text for name, text in typed.items() if text.strip()}


@given(template=templates(), data=st.data())
def test_no_word_of_a_page_is_lost(template: Template, data: st.DataObject) -> None:
    """However it was changed by hand: each line stands in a part, or beside all of them, in its order."""
    lines = data.draw(st.lists(st.sampled_from(["x", "y z", "", *(one.label for one in template.sections)])))
    found = account_parts(template, "\n".join(lines))
    order = [BESIDE, *(section.name for section in template.sections)]
    said = [line for name in order for line in found.get(name, "").split("\n") if line.strip()]
    given_lines, begins = [line for line in lines if line.strip()], iter(template.sections)
    labels_left = [line for line in given_lines if line not in said]
    assert set(labels_left) <= {section.label for section in begins}
    assert [line for line in said if line in {"x", "y z"}] == [
        line for line in given_lines if line in {"x", "y z"}
    ]


@given(template=templates())
def test_a_form_that_is_full_fits_one_page(template: Template) -> None:
    """As long as each surface holds to what a field may hold."""
    full = {section.name: "x" * template.limit(section, ENTRY_MAX) for section in template.sections}
    assert all(0 < len(text) <= max(WORDS_MAX, LINE_MAX) for text in full.values())
    assert len(account_text(template, full)) <= ENTRY_MAX


@given(
    st.dictionaries(
        st.sampled_from(["on", "minutes", "kind", "what", "agreed"]), st.none() | st.integers() | st.text()
    )
)
def test_no_sheet_breaks_the_reading_of_sessions(body: dict[str, object]) -> None:
    """Whatever stands on one, it is a session or it is none."""
    session = session_of(UUID(int=1), body)
    assert session is None or session.on.isoformat() == body["on"]
