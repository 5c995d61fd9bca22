"""E-mail, sites, profiles and machines are found."""

from __future__ import annotations

from tests.unit.guards.marked_notes import lines, missed

NOTES = """
    write to [[rosa.m@example.org]] not the old one
    her mail is [[jb_1987@example.co.uk]] she checks it daily
    sent it to [[k.oduya at example dot com]] by mistake
    she blogs at [[tidewater-mum.example.com]]
    his page is [[https://www.facebook.com/tom.ridley.99]]
    found my photo on [[instagram.com/quietharbour_k]]
    [[linktr.ee/mossandbone]] is where she posts poems
    she's [[@moth.and.lamp]] on insta
    DM from [[@kofi_b_22]] at two am
    tiktok [[lil_rainn07]] is where she says it first
    discord [[wolfpup#4471]] threatens to quit school
    u [[u/throwaway_nurse88]] is her, I'm sure
    snap: [[jay.dubz19]] he wrote on my hand
    logins from [[203.0.113.77]] at four in the morning
    [[2001:db8::8a2e:370:7334]] keeps joining the group
    zainab [at] [[example.org]] is what she wrote on her arm
    email [[l.tran99@example.net]] bounced
    [[marieke_v@example.nl]] wants the letter in dutch
    her blog is [[mossygirl.wordpress.com]]
    see [[www.theo-after-the-fire.example]]
    [[https://gofundme.com/f/help-nadia-walk]] is shared everywhere
    [[linkedin.com/in/ade-okoro-77]] asked to connect
    [[youtube.com/@tinytara]] has our hallway in it
    insta [[@rio_draws]] shows the bruises
    tagged by [[@_lost.in.leith_]]
    reddit [[u/sadnurse_404]]
    her snap is [[kayx_03]]
    roblox user [[xXwolfieXx09]] talks to him nightly
    posting as [[night_owl_mum]] about us
    telegram [[@vera77]]
    [[198.51.100.23]] tried the portal 40 times
    ip [[10.4.22.9]] was the ward pc
"""


def test_online_are_found_and_nothing_beside_them() -> None:
    """In notes as people write them: clipped, typed on a phone, from many countries."""
    assert missed(lines(NOTES)) == []
