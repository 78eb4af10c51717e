"""What a first plan says: an afternoon of an hour that adds up, with what may be changed told in its lines."""

from kaartenspel.messages import _

PLAN = """\
# {about}
# kaartenspel check {name}     {checks}
# kaartenspel script {name}    {makes}
workshop: {name}
title: {title}
goal: Horen hoe ieder erover denkt, en één ding kiezen om mee te beginnen.
language: nl
# date: 20 januari 2027
# place: aula
participants: 24          # {people}
# people: deelnemers.csv   # {names}
start: 15:30
end: 16:30
# facilitators: [Noor, Sem]
groups: {{size: 5}}         # {groups}
# rooms:
#   aula: {{title: Aula, capacity: 60}}
#   lokaal-12: {{title: Lokaal 12, capacity: 20, walk: 2}}
blocks:                   # {blocks}
  - title: Welkom en bedoeling
    sort: welcome
    minutes: 5
    say: ‘We hoeven het vandaag niet eens te worden. We willen horen waar we verschillen.’
  - title: Wie zijn we?
    minutes: 10           # {minutes}
    least: 5              # {least}
    grouping: pairs       # {grouping}
    steps:
      - Zoek iemand die je weinig spreekt.
      - Wat wil je vandaag te weten komen? Vertel om de beurt.
  - deck: stellingenspel  # {deck}
    cards: 8 per tafel    # {cards}
    minutes: 25
    least: 20
  # - card: werkvormen/wat-ik-nog-niet-wist   # {card}
  # - sort: break
  #   minutes: 15
  #   at: 16:00           # {at}
  - sort: harvest
    minutes: 15
    least: 10
    steps:
      - Elke tafel leest de stelling voor waarover het meeste verschil was.
      - Wat zegt dat over onze school? Schrijf het op de flap.
    materials: [flap, stiften]
  - sort: close
    minutes: 5
    say: ‘Wat neem jij mee naar morgen?’
"""


def plan_starter(name: str) -> str:
    """The lines of a plan of this name. What stands behind `# ` is for who writes."""
    return PLAN.format(
        name=name,
        title=name.replace("-", " ").capitalize(),
        about=_("Your own plan. What stands behind ‘# ’ is for you and is not printed."),
        checks=_("— shows what is not right yet"),
        makes=_("— makes the script in the folder output"),
        people=_("how many people come"),
        names=_("or a list with naam, school and rol, beside this file"),
        groups=_("how large groups are; nobody is ever left alone"),
        blocks=_("starts are reckoned: only say how long each block lasts"),
        minutes=_("45, 1h30 and 1,5 uur are right too"),
        least=_("how short it can be when the day runs late"),
        grouping=_("alone, pairs, groups or plenary"),
        deck=_("a deck that is played: kaartenspel list decks"),
        cards=_("or a choice, a group, or ids with commas"),
        card=_("a card that fills a block with its own steps"),
        at=_("fixed on the clock: what comes before must fit"),
    )
