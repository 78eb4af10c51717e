"""Makes the decks of the benchmark: the same seed gives the same bytes, on every machine.

`python bench/decks.py FOLDER CARDS LINKS` writes a project: `decks/<name>.yaml` with so many cards of 30 to 60 Dutch
words, the register that their links stand in, and the kind of card. LINKS is the number of sources that the cards
share, or `own` for a link of its own for each card.
"""

import random
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).parent
SEED = 20_260_901
LEAST_WORDS, MOST_WORDS = 30, 60
GROUPS = {"cultuur": ("Ondersteunende cultuur", "C"), "focus": ("Focus op ontwikkeling", "F"),
          "expertise": ("Expertise benutten", "E")}  # fmt: skip
_LIST = """
aan afspraak alle alleen als altijd ander antwoord avond begeleider begin bekijken beoordeling bespreken beter
betekenis bijeenkomst binnen blijven boek brengen buiten cijfer collega daarna dag delen denken deze docent doel
door doorvragen draagvlak durven een eerst eigen elkaar en ervaring feedback fout gaan gebruiken gedachte geduld
geleden gelijk geloven geven gewoonte goed groep haast half heel helder helpen het hoofd horen hulp idee ieder iemand
intervisie invloed inzicht jaar jij jouw kamer kans kennis keuze kiezen kijken klas klein klok komen kort kracht
kwaliteit laatste lachen lang langzaam later leerling leerlingbegeleiding leiding leren les lesbezoek lezen liever
lokaal luisteren maand maar maken meedenken meer mening mens merken met middag mogelijk moment morgen naam naar nadenken
naast nieuw nodig noemen nog nooit nu observeren of onderwijs onderwijskwaliteit onderzoek ons ontwikkeling onzeker open
opleiding opleidingsschool opnieuw oplossing overleg paar plan praten precies proberen project punt reden rol rooster
ruimte rust samen samenwerking school schoolleider schrijven soms spreken stap stapje stellen stem sterk stil student
studiedag succes taal taak tafel team teamleider tegen terug tijd toch toets toon trots tussen twijfel uit uitleg
uitproberen uur vaak vakgroep vakliteratuur van veel veilig veiligheid verantwoordelijkheid verder vergadering verhaal
verschil vertellen vertrouwen vinden voelen voor voorbeeld voorbereiding voorleggen voorstel vraag vragen wachten want
wat week weer wennen werk werkdruk werkplek weten wie wij willen woord zelf zeggen zetten zien zin zoeken zonder zorgen
"""
WORDS = _LIST.split()


def main(folder: Path, cards: int, links: int | None) -> Path:
    """Write the project; gives the deck's file."""
    chosen = random.Random(f"{SEED} {cards} {links}")
    (folder / "decks").mkdir(parents=True, exist_ok=True)
    shutil.copytree(HERE / "layouts", folder / "layouts", dirs_exist_ok=True)
    count = cards if links is None else links
    (folder / "decks" / "sources.yaml").write_text(register(count), encoding="utf-8")
    name = f"proef-{cards}-{links or 'eigen'}"
    deck = folder / "decks" / f"{name}.yaml"
    deck.write_text(written(name, cards, count, chosen), encoding="utf-8")
    return deck


def register(count: int) -> str:
    """A register of so many sources, with addresses of some 55 characters: symbols of version 4 mostly."""
    entries = (
        f"  bron-{number}:\n    title: Samen leren in de opleidingsschool, deel {number}\n"
        f"    short: Samen leren {number}\n    url: {address(number)}\n"
        for number in range(1, count + 1)
    )
    return "sources:\n" + "".join(entries)


def address(number: int) -> str:
    """The address of a source, as unlike its neighbours as addresses are."""
    word, other = WORDS[number * 7 % len(WORDS)], WORDS[number * 13 % len(WORDS)]
    return f"https://www.samenlerenindeschool.nl/{word}/{other}-{number}"


def written(name: str, cards: int, links: int, chosen: random.Random) -> str:
    """The deck as YAML."""
    lines = [f"deck: {name}", f"title: Proefspel van {cards} kaarten", "subtitle: Lees voor, denk na en praat samen"]
    lines += ["kind: proef", "language: nl", "groups:"]
    for group, (title, code) in GROUPS.items():
        lines += [f"  {group}:", f"    title: {title}", f"    code: {code}"]
    lines.append("cards:")
    for number in range(cards):
        group = list(GROUPS)[number * len(GROUPS) // cards]
        lines += [f"  - id: kaart-{number + 1}", f"    group: {group}", f"    see: bron-{number % links + 1}"]
        lines.append(f"    text: {text(chosen)}")
    return "\n".join(lines) + "\n"


def text(chosen: random.Random) -> str:
    """Sentences of 6 to 14 words, 30 to 60 words in all."""
    left = chosen.randint(LEAST_WORDS, MOST_WORDS)
    sentences: list[str] = []
    while left:
        length = left if left < 18 else chosen.randint(6, 12)
        words = chosen.choices(WORDS, k=length)
        sentences.append(" ".join(words).capitalize() + chosen.choice("..?"))
        left -= length
    return " ".join(sentences)


if __name__ == "__main__":
    print(main(Path(sys.argv[1]), int(sys.argv[2]), None if sys.argv[3] == "own" else int(sys.argv[3])))
