"""Single words of rare detail, by kind, in small letters; what takes several words: `detail_patterns.py`."""

from __future__ import annotations

from enum import IntEnum, auto


class Kind(IntEnum):
    """One kind of detail about somebody. Several kinds together are what a colleague recognises."""

    RARE = auto()
    """What happened to few, or what few have; also what others have read about."""
    PUBLIC = auto()
    """An office or a fame that one person in a place has. It counts as their occupation."""
    OCCUPATION = auto()
    """What few do for a living, or what many see them do."""
    AGE = auto()
    ORIGIN = auto()
    """Nationality, people or faith."""
    PLACE = auto()
    """A small place, or something that stands there."""
    FAMILY = auto()
    """How many belong to them."""
    DAY = auto()
    """A day, a month or a time on the clock."""
    INSTITUTION = auto()
    LOOK = auto()
    """What is seen or heard of them at once, and what they have with them."""


WORDS: dict[str, Kind] = {
    word: kind
    for kind, words in {
        Kind.RARE: """
            twin twins triplet triplets quadruplets quintuplets conjoined transplant amputee amputated
            leprosy dwarfism albinism huntington headlines shipwreck shipwrecked avalanche earthquake
            tsunami landslide kidnapped kidnapping hijacked hostage genocide massacre bombing lottery
            drowned murdered viral surrogate
        """,
        Kind.PUBLIC: """
            mayor mayoress senator congressman congresswoman bishop archbishop olympian paralympian
            olympic paralympic astronaut ambassador newsreader newscaster sheriff laureate
        """,
        Kind.OCCUPATION: """
            councillor imam rabbi vicar priest nun monk pastor violinist cellist organist harpist
            pianist accordionist choirmaster choirmistress headteacher headmaster headmistress
            postmaster postmistress harbourmaster goalkeeper footballer boxer jockey wrestler gymnast
            ballerina beekeeper blacksmith farrier falconer gravedigger undertaker glassblower puppeteer
            acrobat magician ventriloquist novelist sculptor actress magistrate coroner ferryman
            fisherman trawlerman shepherd farmer rancher gamekeeper thatcher stonemason taxidermist
            auctioneer stuntman submariner lifeguard watchmaker clockmaker saddler cartographer nuns
            monks priests soprano tenor baritone beekeeping trapeze bullfighter matador rodeo
        """,
        Kind.ORIGIN: """
            afghan albanian algerian american angolan armenian australian austrian bangladeshi basque
            belarusian belgian bolivian bosnian brazilian bulgarian burmese cambodian cameroonian
            canadian catalan chechen chilean chinese colombian congolese croatian cuban cypriot czech
            danish dominican dutch ecuadorian egyptian eritrean estonian ethiopian fijian filipina
            filipino finnish french georgian german ghanaian greek guatemalan guyanese haitian honduran
            hungarian icelandic indian indonesian iranian iraqi irish israeli italian jamaican japanese
            jordanian kazakh kenyan korean kosovan kurdish kuwaiti latvian lebanese liberian libyan
            lithuanian malaysian maltese maori mexican moldovan mongolian moroccan nepalese nepali
            nigerian norwegian pakistani palestinian peruvian portuguese punjabi romanian russian
            rwandan samoan saudi scottish senegalese serbian sikh sinhalese slovak slovenian somali
            spanish sudanese swedish swiss syrian taiwanese tamil tanzanian thai tibetan tongan tunisian
            turkish ugandan ukrainian uyghur venezuelan vietnamese welsh yemeni yoruba zambian
            zimbabwean aboriginal inuit navajo cherokee roma romany amish mennonite mormon quaker
            orthodox baptist methodist presbyterian lutheran catholic muslim hindu buddhist jewish
            hasidic jain bahai zoroastrian coptic rastafarian druze yazidi anglican evangelical
            pentecostal
        """,
        Kind.PLACE: """
            village hamlet valley island harbour harbor quarry lighthouse pier loch reservoir windmill
            watermill castle ferry fjord crossroads oasis peninsula
        """,
        Kind.DAY: """
            monday tuesday wednesday thursday friday saturday sunday january february april june july
            august september october november december easter ramadan eid diwali hanukkah purim passover
            lent advent christmas noon midnight
        """,
        Kind.INSTITUTION: """
            mosque synagogue gurdwara church chapel parish cathedral convent abbey monastery barracks
            bakery cinema theatre orchestra choir seminary embassy museum casino circus zoo brewery
            shipyard refinery parliament observatory aquarium conservatoire distillery
        """,
        Kind.LOOK: """
            tattoo tattoos tattooed prosthetic wheelchair eyepatch birthmark dreadlocks mohawk parrot
            greyhound ferret alpaca harp accordion bagpipes tuba banjo ukulele tractor unicycle monocle
            turban kilt stammer stutter albino one-armed one-legged one-eyed
        """,
    }.items()
    for word in words.split()
}

_PEOPLE = """
    he she they him her hers his their them they're client clients patient patients resident residents
    student students pupil pupils parents caller man woman boy girl lad lady kid child teen teenager mum
    mom mother father dad son daughter family couple referral baby infant widow widower gentleman
    colleague trainee supervisee volunteer somebody someone
"""
SOMEBODY_ELSE = frozenset(_PEOPLE.split())
"""Words that say that a sentence is about somebody but its writer."""
