"""Scripts made by hand: an afternoon with a carrousel, and a long day with strands on which not everything adds up."""

import datetime

from kaartenspel.model.clock import as_clock
from kaartenspel.model.richtext import parse
from kaartenspel.model.script import (
    Checklist,
    Content,
    Entry,
    GroupCard,
    PrintJob,
    Script,
    ScriptMeeting,
    ScriptStep,
    Station,
    Strand,
    Table,
    Task,
    Tool,
)

DIALOGUE = Tool(
    "Dialooginstrument", "platformsamenopleiden.nl",
    "https://www.platformsamenopleiden.nl/dialooginstrument-lerende-organisatie/", "om samen te kijken waar je staat",
)  # fmt: skip
TEAMS = Tool("Leren en werken in teams", "onderwijskennis.nl", "https://www.onderwijskennis.nl/themas/teams")


def steps(*texts):
    return tuple(ScriptStep(parse(text), minutes) for text, minutes in texts)


def entry(start, minutes, title, kind="block", sort="work", **fields):
    """An entry with a content of the fields that are not the entry's own."""
    own = ("section", "least", "pinned", "table", "stations", "strands", "warning", "place", "here")
    mine = {name: fields.pop(name) for name in own if name in fields}
    name = fields.pop("id", title)
    lasts = f"{minutes} min, tot {as_clock(start + minutes)}"
    content = Content(title, **fields)
    return Entry(name, kind, sort, start, start + minutes, as_clock(start), lasts, content, **mine)


def at(text):
    hours, minutes = text.split(":")
    return 60 * int(hours) + int(minutes)


STATIONS = (
    Station(
        1,
        Content(
            "In welke fase zit onze school?", "Fasekaarten", "phase", "Je ziet waar jullie school staat.",
            parse("Leg eerst de stappen op volgorde. Pas daarna praten jullie over de fase."),
            steps(
                ("Leg de zes stappen op volgorde en lees per stap de drie fasen.", "5 min"),
                ("Plaats samen een pion: startfase, gedeeltelijk of sterk ontwikkeld.", "10 min"),
                ("Schrijf één **bewijs** op dat je deze maand zag.", "5 min"),
            ),
            ("fasekaarten", "pionnen", "stiften"), (parse("Laat de stilste eerst."),), room="lokaal 12", tool=TEAMS,
        ),
        ("ronde 1: groep 1, 4, 7", "ronde 2: groep 3, 6", "ronde 3: groep 2, 5, 8"),
    ),
    Station(
        2,
        Content(
            "Feedback geven en krijgen", "Feedbacktips", "feedback",
            steps=steps(
                ("Trek een tip en lees hem voor.", "1 min"),
                ("Vertel om de beurt een moment waarop dit lukte.", "2 min per persoon: 10 min"),
                ("Kies samen één tip voor volgende week.", "4 min"),
            ),
            materials=("feedbacktips",), room="aula", leads="Joost",
        ),
        ("ronde 1: groep 2, 5, 8", "ronde 2: groep 1, 4, 7", "ronde 3: groep 3, 6"),
    ),
    Station(
        3,
        Content(
            "Wat ik nog niet wist", "Werkvormen", "work-form", "Je weet van drie collega’s iets nieuws.",
            steps=steps(("Schrijf één ding op dat de ander niet weet.", "5 min"), ("Raad van wie het is.", "15 min")),
            room="lokaal 14", tool=DIALOGUE,
        ),
        ("ronde 1: groep 3, 6", "ronde 2: groep 2, 5, 8", "ronde 3: groep 1, 4, 7"),
    ),
)  # fmt: skip

ROTATION = Table(
    "Wie wanneer waar is",
    ("Groep", "Ronde 1, 14:10", "Ronde 2, 14:33", "Ronde 3, 15:10"),
    tuple(
        (f"groep {group}", *(f"station {(group - 1 + shift) % 3 + 1}" for shift in range(3))) for group in range(1, 9)
    ),
)
NO_SHOWS = Table(
    "Als er minder of meer mensen komen",
    ("Mensen", "Groepen", "Dat zijn"),
    (
        ("35", "7", "7 × 5"),
        ("36", "8", "4 × 5 en 4 × 4"),
        ("37", "8", "5 × 5 en 3 × 4"),
        ("38", "8", "6 × 5 en 2 × 4"),
        ("39", "8", "7 × 5 en 1 × 4"),
    ),
)


def there(turn):
    """The stations of a round with their groups."""
    return tuple((f"{s.number}. {s.content.title}", s.visits[turn - 1].partition("groep ")[2]) for s in STATIONS)


def afternoon() -> Script:
    """The 37 people of an afternoon from 13:30 to 16:00."""
    entries = (
        entry(at("13:30"), 10, "Welkom en doel van de middag", sort="welcome", label="Plenair", leads="Sanne",
              room="aula", section="Ontmoeten",
              say=parse("‘Aan het eind weten we waar we staan, en kiezen we één ding voor de komende zes weken.’")),
        entry(at("13:40"), 5, "Op een rij", label="Plenair",
              steps=steps(("Ga op een rij staan: hoe lang werk je hier al?", "3 min"),
                          ("Vraag je buren wat hen hier houdt.", "2 min"))),
        entry(at("13:45"), 15, "Opvattingen en ambities", label="Stellingenspel · duo’s", colour="statement",
              goal="Iedereen heeft één keer hardop gezegd wat hij vindt.", least=10,
              steps=steps(("Schud de stapel, trek een stelling en lees voor.", ""),
                          ("Ieder vertelt wat hij vindt, de ander vraagt door.", "5 min per persoon: 15 min")),
              materials=("per duo 4 stellingen", "antwoordkaarten"), tips=(parse("Vraag: wanneer zag je dat?"),),
              notes=parse("17 duo’s en een trio. Het trio is als laatste klaar: **wacht** daarop."),
              source="Katern lerende organisatie", tool=DIALOGUE),
        entry(at("14:00"), 10, "Wat viel op?", sort="plenary", label="Plenair", colour="question"),
        entry(at("14:10"), 20, "Carrousel: ronde 1", "round", label="Drie stations · zelfde groepen",
              colour="work-form", id="carrousel", stations=STATIONS, table=ROTATION, here=there(1)),
        entry(at("14:30"), 3, "Wisselen", "change", id="carrousel"),
        entry(at("14:33"), 20, "Carrousel: ronde 2", "round", colour="work-form", id="carrousel", here=there(2)),
        entry(at("14:53"), 2, "Ruimte in de tijd", "buffer", id="pauze"),
        entry(at("14:55"), 15, "Pauze", sort="break", pinned=True, id="pauze"),
        entry(at("15:10"), 20, "Carrousel: ronde 3", "round", colour="work-form", id="carrousel", here=there(3)),
        entry(at("15:30"), 20, "Oogst", sort="harvest", label="Plenair", least=10, section="Oogsten",
              say=parse("Wat neem je mee? Eén zin per groep."), materials=("afsprakenposter A3",)),
        entry(at("15:50"), 10, "Afsluiten", sort="close", label="Plenair"),
    )  # fmt: skip
    meeting = ScriptMeeting(
        "", "", "13:30–16:00", datetime.date(2027, 1, 20), at("13:30"), at("16:00"), at("16:00"), entries
    )
    groups = tuple(
        GroupCard(
            number, 5 if number < 6 else 4,
            ("Anne de Wit", "Bram Jansen", "Carla Özdemir", "Dirk van der Meulen") if number < 3 else (),
            tuple(f"{clock} {ROTATION.rows[number - 1][index]}: {title}"
                  for index, (clock, title) in enumerate([("14:10", "Fasekaarten"), ("14:33", "Feedbacktips"),
                                                          ("15:10", "Werkvormen")], start=1)),
        )
        for number in range(1, 9)
    )  # fmt: skip
    two_sided = "dubbelzijdig over de lange zijde, 100 %"
    prints = (
        PrintJob("stellingenspel.pdf", "Stellingenspel", 8, 144, 24, "A4", "160 g", two_sided, 8,
                 "18 kaarten + speluitleg, 8 lege kaarten om zelf te schrijven",
                 "kaartenspel build stellingenspel --sets 8 --cards kennismaking", "stellingenspel", ("kennismaking",)),
        PrintJob("fasekaarten.pdf", "Fasekaarten", 3, 36, 9, "A4", "200 g", two_sided, 2,
                 "6 kaarten + 3 kopkaarten, 3 lege", "kaartenspel build fasekaarten --sets 3", "fasekaarten"),
        PrintJob("scoreformulier.pdf", "Scoreformulier", 1, 8, 8, "A4", "gewoon papier", "enkelzijdig, 100 %", 0,
                 "", "kaartenspel build scoreformulier --sets 8", "scoreformulier", both_sides=False),
    )  # fmt: skip
    lists = (
        Checklist("Klaarzetten", (
            Task("8 tafels, nummers 1–8", "per tafel één set"), Task("timer op het digibord"),
            Task("stiften, flap-over, afsprakenposter A3"), Task("looproute naar lokaal 12 en 14 vrij"),
        )),
        Checklist("Vooraf", (
            Task("een week: uitnodiging met doel en tijd"), Task("een dag: snijden, stapels bij elkaar"),
            Task("een uur: proefscan van één QR"),
        )),
    )  # fmt: skip
    return Script(
        "waar-staan-wij", "Studiedag: waar staan wij als lerend team?", "We weten waar we staan en wat we kiezen.",
        "nl", "Woensdag 20 januari 2027 · 13:30–16:00 · aula · 37 deelnemers",
        (("Datum", "woensdag 20 januari 2027"), ("Plaats", "aula"), ("Deelnemers", "37"), ("Begeleiding", "Sanne")),
        (meeting,), 37, "8 groepen: 5 × 5 en 3 × 4", groups, NO_SHOWS, prints, lists,
        parse("Eerst bewegen, dan praten: zo hoort iedereen zichzelf een keer voordat de groep groot wordt."),
    )  # fmt: skip


LONG = (
    "Neem de tijd om elkaar echt te horen, vraag door naar een voorbeeld uit de afgelopen maand en schrijf op wat je "
    "niet wist. Wie klaar is, wacht met oordelen: de ander is nog bezig."
)


def whole_day() -> Script:
    """A day with strands, a block longer than a page, an overlap, an overrun, and an evening that passes midnight."""
    lines = tuple(
        Strand(
            f"Lijn {letter}", f"lokaal {room}", leader,
            (
                entry(at("10:00"), 40, f"Werkplaats {title}", label="Interventiekaarten", colour=colour, place=room,
                      steps=steps((LONG, "15 min"), ("Deel wat je hoorde.", "25 min")), tool=TEAMS),
                entry(at("10:40"), last, "Terugkijken in de groep", label="Plenair", leads=leader, place=room),
                *([entry(at("10:40") + last, 35 - last, "Ruimte in de tijd", "buffer")] if last < 35 else []),
            ),
        )
        for letter, room, leader, title, colour, last in (
            ("A", "101", "Fatima", "verantwoordelijkheidsgevoel", "intervention", 35),
            ("B", "102", "Kees", "partnerschap", "case", 20),
        )
    )  # fmt: skip
    entries = (
        entry(at("9:30"), 30, "Inloop met koffie", sort="welcome", room="hal", place="hal", section="Ochtend"),
        entry(at("10:00"), 75, "Werkplaatsen", label="Tegelijk", colour="work-form", strands=lines),
        entry(at("11:15"), 10, "Lopen naar de aula", "walk"),
        entry(at("11:25"), 95, "Een lang gesprek over samenwerking", label="Dialoogvragen", colour="question",
              goal=LONG, say=parse("\n\n".join([LONG] * 3)), steps=steps(*[(LONG, "10 min")] * 9),
              tips=tuple(parse(LONG) for _tip in range(3)), notes=parse(f"- {LONG}\n- {LONG}"),
              warning="loopt 5 minuten door in de lunch, die op 12:55 vaststaat", tool=DIALOGUE, least=60,
              place="aula"),
        entry(at("12:55"), 5, "Overlap met de lunch", "overlap", warning="5 minuten te lang"),
        entry(at("12:55"), 45, "Lunch", sort="break", pinned=True, section="Middag"),
        entry(at("13:40"), 200, "Stappenplan", label="Stappenplan", colour="step", room="aula", leads="Fatima en Kees",
              place="aula"),
        entry(at("17:00"), 20, "Afspraken", sort="agreements", colour="agreement"),
    )  # fmt: skip
    day = ScriptMeeting(
        "Dag", "Elkaar leren kennen.", "9:30–17:00", None, at("9:30"), at("17:20"), at("17:00"), entries,
        (("aula", 10),),
    )  # fmt: skip
    night = ScriptMeeting(
        "Avond", "", "23:00–00:30 (de volgende dag)", None, at("23:00"), at("24:30"), None,
        (entry(at("23:00"), 70, "Slotgesprek", label="Plenair"), entry(at("24:10"), 20, "Napraten", sort="close")),
    )  # fmt: skip
    return Script(
        "partnerschapsdag", "Partnerschapsdag van de opleidingsschool", LONG, "nl", "Donderdag 4 februari 2027", (),
        (day, night), 120, "24 groepen: 24 × 5", (), None, (), (),
        problems=("20 minuten te lang: kan korter bij Een lang gesprek over samenwerking (35 min)",
                  "13 minuten overlap met de lunch van 12:55"),
    )  # fmt: skip
