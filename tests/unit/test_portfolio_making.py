"""A portfolio from the first page to the files: written, looked at, and handed to one person alone."""

from __future__ import annotations

import csv
import io
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import pytest

from bot.domain.documents import Document
from bot.domain.sheets import SheetKind
from bot.ports.documents import Pdf
from bot.ports.store import Unit
from bot.services.sheets import write_sheet
from bot.surface.audience import OnlyYou, Reading
from bot.surface.card import Card, Choose
from bot.surface.form import Form
from bot.surface.outcome import Attach, Outcome, Show
from tests.unit.small_house import BEN, card_in, card_of, control, errors_of, form_of
from tests.unit.world import TERMINAL, World, labels, open_acts, spelled_out, world


@dataclass
class Printing:
    """Documents that can be read again: what was to be printed, and in which thread."""

    makes_pdf = True
    printed: list[Document] = field(default_factory=list)
    threads: list[int] = field(default_factory=list)

    def pdf(self, document: Document) -> Pdf:
        """Keep the document."""
        self.printed.append(document)
        self.threads.append(threading.get_ident())
        return Pdf(body=b"%PDF-made", unwritten=2)


async def _form(house: World, kind: str) -> Form:
    card = card_of(await house.command("portfolio"))
    which = card_of(await house.press(control(card, "portfolio.write")))
    return form_of(await house.choose(control(which, "portfolio.template"), kind))


async def _account(house: World, seen: str, learned: str = "") -> Outcome:
    return await house.submit(await _form(house, "harbour_account"), seen=seen, learned=learned)


async def _log(house: World, **parts: str) -> Outcome:
    return await house.submit(await _form(house, "harbour_log"), **parts)


async def _write(house: World, text: str, **more: str) -> None:
    await house.submit(form_of(await house.command("write")), text=text, **more)
    page = card_of(await house.command("journal"))
    await house.press(control(page, "entry.portfolio"))


async def _preview(house: World, kind: str) -> Card:
    card = card_of(await house.command("portfolio"))
    which = card_of(await house.press(control(card, "portfolio.take")))
    return card_of(await house.choose(control(which, "portfolio.preview"), kind))


async def _made(house: World, kind: str) -> Outcome:
    offer = card_of(await house.press(control(await _preview(house, kind), "portfolio.offer")))
    return await house.press(control(offer, "portfolio.make"))


async def _noted(house: World, **body: object) -> None:
    person = await house.person()

    def work(unit: Unit) -> None:
        sheet = house.desk.chance.new_id()
        write_sheet(house.desk, unit, person, sheet=sheet, kind=SheetKind.HOURS, body=dict(body))

    await house.store.run(work)


def _files(outcome: Outcome) -> Mapping[str, str]:
    attached = (act.file for act in outcome.then if isinstance(act, Attach))
    return {file.name.rpartition(".")[2]: file.body.decode("utf-8-sig") for file in attached}


async def test_an_account_is_a_page_like_any_other_and_chosen() -> None:
    """Its parts stand under their labels, empty ones left out; it is read and searched like any page."""
    with world() as house:
        await house.settle_in()
        said = await _account(house, "a quay at dusk")
        assert card_of(said).text_id == "portfolio.written"
        [entry] = house.entries()
        assert entry["text"] == "What I saw\na quay at dusk"
        assert entry["question"] == entry["source"] == "Account of a harbour"
        assert "quay" in card_of(await house.command("portfolio")).text
        assert "quay" in card_of(await house.command("search quay")).text
        assert "entry.portfolio" in {one.name for one in card_of(await house.command("journal")).controls}


async def test_an_account_sent_twice_is_one_page() -> None:
    """A form that was sent again writes the same row."""
    with world() as house:
        await house.settle_in()
        form = await _form(house, "harbour_account")
        await house.submit(form, seen="one")
        await house.submit(form, seen="one, and more")
        assert [entry["text"] for entry in house.entries()] == ["What I saw\none, and more"]


async def test_what_may_point_at_a_person_is_offered_to_be_masked_at_once() -> None:
    """As after any page; the day of a log is none of it, since our own form asked for it."""
    with world() as house:
        await house.settle_in()
        said = await _account(house, "Maria told me about the tide.")
        [offer] = [card_in(act) for act in said.then]
        assert "\u00abMaria\u00bb" in offer.text
        said = await _log(house, day="2026-01-02", minutes="45", where="a talk", kept="how to wait")
        assert said.then == ()


async def test_our_headings_between_the_parts_mean_no_danger() -> None:
    """Each part is read by itself, as it was typed; one that means danger is heard all the same."""
    with world() as house:
        await house.settle_in()
        calm = await _account(house, "I say the last ten minutes aloud.", "That I hurry where it gets quiet.")
        assert "danger." not in spelled_out(calm)
        page = card_of(await house.command("journal"))
        form = form_of(await house.press(control(page, "entry.edit")))
        assert "danger." not in spelled_out(await house.submit(form))
        grave = await _account(house, "A training day.", "I want to kill myself.")
        assert "danger.high" in spelled_out(grave)


async def test_an_account_of_nothing_is_none() -> None:
    """A day alone is not one; a day that is ahead and minutes in words get a sentence each."""
    with world() as house:
        await house.settle_in()
        form = await _form(house, "harbour_log")
        assert form.fields[0].value == "2026-01-05"
        assert list(errors_of(await house.submit(form))) == ["day"]
        errors = errors_of(await house.submit(form, day="next friday", minutes="ninety", where="x"))
        assert list(errors) == ["day", "minutes"]
        assert house.entries() == []
        await house.submit(form, day="last friday", minutes="90", where="x")
        assert house.entries()[0]["text"].startswith("Day\n2026-01-02\n\nMinutes\n90\n\nWhere to\nx")


async def test_words_that_do_not_fit_are_kept_as_a_draft() -> None:
    """Where a surface lets more through than a page holds, none of it is lost."""
    with world() as house:
        await house.settle_in()
        form = await _form(house, "harbour_account")
        errors = errors_of(await house.submit(form, seen="x" * 5_000, learned="y" * 5_000))
        assert "kept as a draft" in errors["seen"]
        assert house.entries() == []
        assert form_of(await house.command("write")).fields[0].value.count("y") == 5_000


async def test_the_look_before_shows_each_place_and_counts_them() -> None:
    """Marked, with the day of its page. A press goes on, and only a press; a scene is left out."""
    with world() as house:
        await house.settle_in()
        await _account(house, "Maria came late.\nThe tide was out.", "Ask Tomasz next time.")
        await _write(house, "A quiet walk.", scene="Maria and the dog")
        preview = await _preview(house, "harbour_account")
        assert preview.text_id == "portfolio.preview"
        assert "In it: 1 account and 1 page, from Monday 5 January 2026." in preview.text
        assert "Two places may point at a person:" in preview.text
        assert "1. Monday 5 January 2026: \u00abMaria\u00bb came late." in preview.text
        assert "\u00abTomasz\u00bb" in preview.text
        assert "dog" not in preview.text
        assert "Scenes are not in it" in preview.text
        assert "Evidence, not accreditation" in preview.text
        assert not any(isinstance(act, Attach) for act in (await house.press(preview.controls[1])).then)


async def test_a_page_that_was_pointed_at_is_masked_and_looked_at_anew() -> None:
    """What was seen before is not made any more: it has changed, and that is said."""
    with world() as house:
        await house.settle_in()
        await _account(house, "Maria came late.")
        preview = await _preview(house, "harbour_account")
        choose = control(preview, "guard.show")
        [entry] = house.tables.entries
        offer = card_of(await house.choose(choose, entry.hex))
        await house.press(control(offer, "guard.mask"))
        anew = card_of(await house.press(control(preview, "portfolio.offer")))
        assert "Something has changed since" in anew.text
        assert "I found nothing in it" in anew.text
        files = _files(
            await house.press(
                control(card_of(await house.press(control(anew, "portfolio.offer"))), "portfolio.make")
            )
        )
        assert "Maria" not in files["md"]


async def test_it_is_read_whole_a_chapter_at_a_time() -> None:
    """To and fro, each place marked, and the page itself a press away."""
    with world() as house:
        await house.settle_in()
        await _account(house, "Maria came late.", "to wait")
        await _write(house, "A quiet walk.")
        card = card_of(await house.press(control(await _preview(house, "harbour_account"), "portfolio.read")))
        assert "1 of 2" in card.text
        assert "\u00abMaria\u00bb came late." in card.text
        assert "What I took along" in card.text
        card = card_of(await house.press(control(card, "portfolio.next")))
        assert "A quiet walk." in card.text
        assert {"portfolio.back", "entry.open", "portfolio.offer"} == {one.name for one in card.controls}
        card = card_of(await house.press(control(card, "portfolio.back")))
        assert "1 of 2" in card.text


@pytest.mark.parametrize(
    ("surface", "where"), [("hosted", "The platform keeps a copy"), ("terminal", "the folder from which you")]
)
async def test_it_is_said_where_a_copy_stays_before_there_is_one(surface: str, where: str) -> None:
    """And what it is and is not."""
    with world(capabilities=TERMINAL) if surface == "terminal" else world() as house:
        await house.settle_in()
        await _account(house, "a quay")
        outcome = await house.press(control(await _preview(house, "harbour_account"), "portfolio.offer"))
        assert where in card_of(outcome).text
        assert "No PDF among them" in card_of(outcome).text
        assert "Evidence, not accreditation" in card_of(outcome).text
        assert outcome.then == ()
        made = await house.press(control(card_of(outcome), "portfolio.make"))
        [attach] = [act for act in made.then if isinstance(act, Attach)]
        assert (attach.id is not None) == (surface == "hosted")
        assert attach.file.name == "reststop-harbour-account-2026-01-05.md"
        assert ("export.remove" in {one.name for one in card_of(made).controls}) == (surface == "hosted")


async def test_the_files_hold_accounts_then_pages_and_nothing_of_other_templates() -> None:
    """Each by its day, own words as quotations; the first page says what it is and what it is not."""
    with world() as house:
        printing = Printing()
        house.desk = replace(house.desk, documents=printing)
        house.router._desk = house.desk  # noqa: SLF001 - the house is built with one desk
        await house.settle_in()
        await _account(house, "# a quay", "to wait")
        await _write(house, "A quiet walk.", scene="who was there")
        await _log(house, day="2026-01-02", minutes="45", where="a talk", kept="tides")
        made = await _made(house, "harbour_account")
        text = _files(made)["md"]
        assert list(_files(made)) == ["md", "pdf"]
        assert text.startswith("# Account of a harbour\n\n*Evidence, not accreditation")
        assert "*No harbour has read this.*" in text
        assert "> # a quay" in text
        assert text.index("What I took along") < text.index("> A quiet walk.")
        assert not {"who was there", "a talk", "tides"} & {
            line.removeprefix("> ") for line in text.split("\n")
        }
        assert "2 signs could not be written in the PDF" in card_of(made).text
        assert printing.threads != [threading.get_ident()]
        assert house.desk.documents is printing


async def test_a_table_holds_what_was_noted_and_what_was_written_by_their_days() -> None:
    """Minutes are added up as they were entered, and as nothing else; kinds of another table stay out."""
    with world() as house:
        await house.settle_in()
        await _log(house, day="2026-01-03", minutes="45", where="=HYPERLINK(1)", kept="tides")
        await _noted(house, on="2026-01-02", minutes=60, kind="group", what="a room", agreed="to rest")
        await _noted(house, on="2026-01-01", minutes=30, kind="one_to_one", what="other", agreed="")
        await _noted(house, on="nonsense", minutes=1, kind="group", what="", agreed="")
        await _write(house, "A quiet walk.")
        preview = await _preview(house, "harbour_log")
        assert (
            "In it: 1 account and 1 noted session, from Friday 2 January 2026 to Saturday 3 January 2026."
            in preview.text
        )
        files = _files(await _made(house, "harbour_log"))
        rows = list(csv.reader(io.StringIO(files["csv"])))
        assert rows == [
            ["Day", "Minutes", "Where to", "What stays"],
            ["2026-01-02", "60", "a room", "to rest"],
            ["2026-01-03", "45", "'=HYPERLINK(1)", "tides"],
        ]
        assert "Minutes, as entered: 105 in all." in files["md"]
        assert "A quiet walk" not in files["md"]


async def test_an_account_that_was_changed_keeps_all_its_words() -> None:
    """Words above the first label, and a minute that is no number any more, stand there too."""
    with world() as house:
        await house.settle_in()
        await _log(house, day="2026-01-03", minutes="45", where="a talk", kept="tides")
        form = form_of(await house.press(control(card_of(await house.command("journal")), "entry.edit")))
        text = form.fields[0].value.replace("45", "an hour, about")
        await house.submit(form, text=f"Before all of it.\n{text}")
        files = _files(await _made(house, "harbour_log"))
        assert all(words in files["md"] for words in ("Before all of it.", "an hour, about", "tides"))
        assert "as entered" not in files["md"]


async def test_nothing_of_it_reaches_anybody_else() -> None:
    """No card but a reading holds own words, and the press of one is no press of another."""
    with world() as house:
        await house.settle_in()
        await house.settle_in(BEN)
        outcomes = [await _account(house, "a quay with gulls")]
        preview = await _preview(house, "harbour_account")
        offer = await house.press(control(preview, "portfolio.offer"))
        outcomes += [offer, await house.press(control(card_of(offer), "portfolio.make"))]
        for outcome in outcomes:
            cards = [act for act in (outcome.first, *outcome.then) if isinstance(act, Show)]
            assert all("gulls" not in spelled_out(act) or isinstance(act.audience, Reading) for act in cards)
            assert all(isinstance(act.audience, OnlyYou | Reading) for act in cards)
        stolen = await house.press(control(card_of(offer), "portfolio.make"), BEN)
        assert (card_of(stolen).text_id, stolen.then) == ("not_yours", ())
        assert "gulls" not in open_acts(stolen)


async def test_where_nothing_stands_in_it_that_is_said() -> None:
    """With the ways to put something there, and no file."""
    with world() as house:
        await house.settle_in()
        card = await _preview(house, "harbour_log")
        assert card.text_id == "portfolio.nothing"
        assert "Write an account" in labels(card)
        assert card_of(await house.command("portfolio")).text_id == "portfolio.empty"


async def test_a_place_in_a_table_leads_to_its_page() -> None:
    """The day and the minutes of a row are none; what was noted elsewhere is shown, and has no page here."""
    with world() as house:
        await house.settle_in()
        await _log(house, day="2026-01-03", minutes="45", where="a talk by Tomasz", kept="tides")
        await _noted(house, on="2026-01-02", minutes=60, kind="group", what="with Maria", agreed="")
        preview = await _preview(house, "harbour_log")
        assert "Two places may point at a person:" in preview.text
        assert "1. 2026-01-02: with \u00abMaria\u00bb" in preview.text
        choose = control(preview, "guard.show")
        assert isinstance(choose, Choose)
        [option] = choose.options
        assert option.label == "2. 2026-01-03"
        offer = card_of(await house.choose(choose, option.name))
        assert (offer.text_id, "\u00abTomasz\u00bb" in offer.text) == ("guard.offer", True)
        assert card_of(await house.choose(choose, "no such page")).text_id == "entry.gone"


async def test_what_is_never_to_be_flagged_is_not_counted() -> None:
    """In the look before as on the page."""
    with world() as house:
        await house.settle_in()
        said = await _account(house, "Maria came late.")
        await house.press(control(card_in(said.then[0]), "guard.never"))
        assert "I found nothing in it" in (await _preview(house, "harbour_account")).text
