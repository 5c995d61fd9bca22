"""`reststop keys`: a new key-encryption key, recovery words, and the way back with them."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, nullcontext
from datetime import date
from functools import partial
from pathlib import Path

import click

from adapters.store.copies.backup import free
from adapters.vault import key_file, material, recovery_file, safe_file, words, wrapping
from adapters.vault.providers import KeyPlaces, Origin, find, find_material
from adapters.vault.ring import KeyRing
from adapters.vault.rotation import KeyCare, Standing
from adapters.vault.vault import is_untouched, open_vault
from bot.app.bootstrap import (
    alone,
    bring_up_to_date,
    is_alone_with_key,
    key_places,
    refuse_lost_files,
    whats_known,
)
from bot.app.databases import databases_of, refuse_half
from bot.app.settings import Settings, read_settings
from bot.app.system import SystemChance, SystemClock
from bot.errors import FolderTaken, KeyElsewhere, KeyMissing, WordsWrong
from bot.ports.faults import NoCrash
from bot.ports.keys import KeyStore

_TRIES = 3
_OTHERS = (
    "The databases are on a server, and other machines may have a key file of their own, which would lack "
    "the new key. Where all processes read this one file, RESTSTOP_KEY_SHARED=1 says so. Otherwise "
    "`reststop keys rotate --print` prints the lines of a new one, for all of them."
)


@click.group()
def keys() -> None:
    """Look after the keys."""


@keys.command()
@click.option("--now", "at_once", is_flag=True, help="Destroy every older key at once. Leave Reststop first.")
@click.option("--print", "prints", is_flag=True, help="Print new lines for a key that stands in no file.")
def rotate(*, at_once: bool, prints: bool) -> None:
    """Draw a new key-encryption key and put every person's key under it."""
    settings = read_settings()
    places = key_places(settings)
    with alone(settings) if at_once else nullcontext(), _opened(settings) as (keystore, ring):
        found = find(places, may_create=False)
        is_alone = is_alone_with_key(settings)
        if prints:
            _print_lines(found.origin, material.render(material.with_new_kek(found.material)), alone=is_alone)
            return
        if found.origin.is_ours and not is_alone:
            raise KeyElsewhere(_OTHERS)
        moved = 0

        def count(batch: int) -> None:
            nonlocal moved
            moved += batch
            click.echo(f"Keys of people under the new one so far: {moved}.", err=True)

        standing = KeyCare(places, keystore, ring, today=_today).rotate(at_once=at_once, moved=count)
    _say_where_it_stands(standing)
    _say_what_to_copy(places)


def _print_lines(origin: Origin, lines: str, *, alone: bool) -> None:
    if origin is Origin.SAFE or (origin is Origin.FILE and alone):
        raise click.UsageError("The key stands in a file that I can write: without --print I do.")
    click.echo(lines, nl=False)
    click.echo(
        f"Nothing was changed yet. Put these lines in the place of those in {origin} and start again: "
        "keys move under the last one. Keep the older lines until `reststop doctor` says that they may go.",
        err=True,
    )


def _say_where_it_stands(standing: Standing) -> None:
    click.echo(f"{standing.current} is the current key now.")
    for kek_id in sorted(standing.awaiting):
        click.echo(f"{kek_id} is still needed: a key under it could not be opened. `reststop doctor` looks.")
    for kek_id, day in sorted(standing.goes_on.items()):
        click.echo(f"{kek_id} is no longer needed and is destroyed on {day}, or with the first look after.")


def _say_what_to_copy(places: KeyPlaces) -> None:
    files = [path for path in (places.written, places.recovery) if path.exists()]
    click.echo(f"Copy anew to your safe place: {', '.join(map(str, files))}.", err=True)


@keys.command("words")
@click.option(
    "--replace", "replaces", is_flag=True, help="Make new words; the earlier ones open nothing then."
)
def make_words(*, replaces: bool) -> None:
    """Show recovery words, once, and write the recovery file that they open."""
    settings = read_settings()
    places = key_places(settings)
    with _opened(settings):  # words of a key that opens nothing here would bring nothing back
        pass
    if places.recovery.exists() and not replaces:
        raise FolderTaken(
            f"There are recovery words already, for {places.recovery}. They stay valid over rotations. "
            "With --replace I make new ones, and the earlier ones open nothing any more."
        )
    secret = words.draw()
    chosen = words.words_of(secret)
    click.echo(
        "These words open the recovery file, and with it everything. Write them on paper, in order, and\n"
        "keep them apart from the data. They are shown once and kept nowhere.\n",
        err=True,
    )
    for number, word in enumerate(chosen, start=1):
        click.echo(f"{number:>4}  {word}")
    _see_that_they_are_written_down(chosen)
    recovery_file.write_for_words(places, secret)
    click.echo(
        f"Kept. The recovery file is {places.recovery}: copy it to your safe place. "
        "The words still stand on this screen: clear it, and its scrollback.",
        err=True,
    )


def _see_that_they_are_written_down(chosen: tuple[str, ...]) -> None:
    """Ask for two of the words.

    Raises:
        WordsWrong: they were not typed; the words that were shown open nothing.
    """
    first = SystemChance().below(words.COUNT - 1)
    for place in (first, words.COUNT - 1):
        for _ in range(_TRIES):
            typed = click.prompt(f"Word {place + 1}", err=True, default="", show_default=False)
            if typed.strip().lower() == chosen[place]:
                break
        else:
            raise WordsWrong("That is not the word. Nothing was changed, and these words open nothing.")


@keys.command()
@click.option(
    "--from",
    "source",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The recovery file; the one beside the key file unless given.",
)
@click.option("--replace", "replaces", is_flag=True, help="Move a key file that is there aside.")
def recover(*, source: Path | None, replaces: bool) -> None:
    """Write the key file again, from the recovery file and its words."""
    settings = read_settings()
    places = key_places(settings)
    if places.file.exists() and not replaces:
        raise FolderTaken(f"There is a key file at {places.file}. With --replace I move it aside first.")
    text = key_file.read(source or places.recovery, places.data)
    if text is None:
        raise KeyMissing(f"There is no recovery file at {source or places.recovery}.")
    typed = click.prompt(f"The {words.COUNT} recovery words", err=True)
    found = recovery_file.open_text(text, typed)
    _see_that_it_fits(settings, found)
    aside = _moved_aside(places.file)
    places.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    key_file.replace(places.file, material.render(found))
    if places.closed:
        click.echo("It stands open: `reststop keys wrap --replace` has AWS KMS close it.", err=True)
    if aside:
        click.echo(f"The key file that was there is {aside} now.", err=True)
    click.echo(
        f"The key file is back at {places.file}. `reststop doctor` looks whether all is well. "
        "The words still stand on this screen: clear it, and its scrollback.",
        err=True,
    )


def _see_that_it_fits(settings: Settings, found: material.Material) -> None:
    """Raise `KeyWrong` where the data here, if there are any, belong to another key."""
    databases = databases_of(settings)
    if not databases.missing() and not databases.is_behind():
        with _stores(settings) as (keystore, tenant):
            if not is_untouched(keystore):
                open_vault(found, keystore, tenant)


@keys.command()
@click.option("--replace", "replaces", is_flag=True, help="Write a closed key file that is there anew.")
def wrap(*, replaces: bool) -> None:
    """Have the key in AWS KMS close the key file, and see that it opens again. The open one stays."""
    settings = read_settings()
    places = key_places(settings)
    found = wrapping.wrap(places, fits=partial(_see_that_it_fits, settings), replaces=replaces)
    click.echo(f"{settings.kms_path} is closed by {settings.kms_key_id}, and it opened to the same keys.")
    click.echo(f"AWS's records call this installation {safe_file.installation_of(found.material)}.")
    where = f"the file {places.file}" if found.origin is Origin.FILE else str(found.origin)
    click.echo(
        "From the next start on AWS is asked for it, and nothing else is used. The key also stands open in "
        f"{where}: take a copy to a safe place apart from the data, then take it away here.",
        err=True,
    )


@keys.command()
def unwrap() -> None:
    """Write the key file as it stands open again, from the one that AWS KMS closed."""
    settings = read_settings()
    places = key_places(settings)
    wrapping.unwrap(places, fits=partial(_see_that_it_fits, settings))
    click.echo(f"The key file is at {places.file}.")
    click.echo(
        f"Take RESTSTOP_KMS_KEY_ID out of the settings to use it; then {settings.kms_path} may go.", err=True
    )


def _moved_aside(file: Path) -> Path | None:
    if not file.exists():
        return None
    aside = free(file.with_name(f"{file.name}.aside-{SystemClock().now():%Y%m%dT%H%M%SZ}"))
    aside.hardlink_to(file)  # so that there is a key file at every moment
    return aside


@contextmanager
def _opened(settings: Settings) -> Iterator[tuple[KeyStore, KeyRing]]:
    """Open the key store and the ring, after a look that key and data belong together."""
    databases = databases_of(settings)
    refuse_half(databases)
    if databases.missing():
        raise KeyMissing("There are no data yet, and so no keys to look after. The first start makes both.")
    bring_up_to_date(settings)
    with _stores(settings) as (keystore, tenant):
        if is_untouched(keystore):
            raise KeyMissing("Nothing was ever sealed here, so there are no keys to look after.")
        look = partial(find_material, key_places(settings), may_create=False)
        yield keystore, open_vault(look(), keystore, tenant, reread=look).ring


@contextmanager
def _stores(settings: Settings) -> Iterator[tuple[KeyStore, str]]:
    """Open both databases; yield the key store and what this installation is called in its seals."""
    with ExitStack() as opened:
        store = opened.enter_context(
            closing(databases_of(settings).open_store(clock=SystemClock(), crash_points=NoCrash()))
        )
        keystore = opened.enter_context(closing(databases_of(settings).open_keys(today=_today)))
        known = asyncio.run(store.run(whats_known, writes=False))
        refuse_lost_files(databases_of(settings), known, untouched=is_untouched(keystore))
        yield keystore, known.tenant


def _today() -> date:
    return SystemClock().now().date()
