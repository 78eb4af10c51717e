"""A report made of what was counted: in words, lists and pictures, each figure with its number and its spread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kaartenspel.compose.harvest import Axis, Bar, Bars, Part, Points, Radar, Report, Row, Section
from kaartenspel.compose.harvest_bars import decimal
from kaartenspel.compose.harvest_radar import FEWEST, MOST
from kaartenspel.compose.script_pen import Pen
from kaartenspel.model.card import Card
from kaartenspel.model.richtext import Rich
from kaartenspel.model.scores import Asked, Scores
from kaartenspel.model.script import Table
from kaartenspel.tally.compare import Comparison, compare
from kaartenspel.tally.count import LEAST, Tally, by_card, by_group
from kaartenspel.tally.support import Support, support
from kaartenspel.tally.teams import by_team, left_out

_NAMED = 3
"""So many cards are named in the summary where people are of one mind, and where they are divided."""


@dataclass
class Maker:
    """A report while it is made. `fitting` are the interventions of the cards with support, by the card's id."""

    pen: Pen
    scores: Scores
    before: Scores | None = None
    fitting: Mapping[str, Sequence[Card]] | None = None
    day: str = ""
    day_before: str = ""

    def report(self) -> Report:
        """The whole report."""
        made = (self._short, self._whole, self._cards, self._teams, self._then, self._support, self._how)
        sections = [section() for section in made]
        return Report(
            self.scores.name, self.scores.title, self._word("subtitle"), self.scores.language, self._facts(),
            tuple(section for section in sections if section.parts), self._word("privacy").format(least=LEAST),
        )  # fmt: skip

    @cached_property
    def _tallies(self) -> dict[str, Tally]:
        return by_card(self.scores)

    @cached_property
    def _comparison(self) -> Comparison | None:
        return compare(self.before, self.scores) if self.before else None

    @cached_property
    def supported(self) -> Support:
        """The cards with most support."""
        return support(self.scores)

    def _word(self, name: str) -> str:
        return self.pen.words[f"harvest-{name}"]

    # --- the sections

    def _facts(self) -> tuple[tuple[str, str], ...]:
        """When, and how many."""
        scores, words = self.scores, self._word
        count = words("sheets" if scores.unit == "person" else "tables").format(count=len(scores.sheets))
        if scores.unit == "group":
            count = f"{count}, {words('people').format(count=scores.people)}"
        facts = [(words("day"), self.day), (words("filled"), count)]
        if self.before:
            then = words("sheets" if self.before.unit == "person" else "tables").format(count=len(self.before.sheets))
            facts.append((words("before"), " · ".join(part for part in (self.day_before, then) if part)))
        return tuple((label, said) for label, said in facts if said)

    def _short(self) -> Section:
        """What a team must see first: where it agrees, and where it does not."""
        shown = [card for card in self.scores.cards if self._tallies[card.id].shown]
        together = sorted(shown, key=self._apart)[:_NAMED]
        divided = [card for card in sorted(shown, key=self._apart, reverse=True) if self._tallies[card.id].divided]
        parts: list[Part] = []
        if together:
            parts += [self._word("together"), self._named(together, most=True)]
        if divided:
            parts += [self._word("divided"), self._named(divided[:_NAMED])]
        elif shown:
            parts.append(self._word("not-divided"))
        few = [card for card in self.scores.cards if card not in shown]
        if few:
            parts.append(self._word("few-cards").format(cards=", ".join(_name(card) for card in few), least=LEAST))
        return Section(self._word("short"), tuple(parts))

    def _apart(self, card: Asked) -> float:
        return self._tallies[card.id].apart or 0.0

    def _named(self, cards: Sequence[Asked], *, most: bool = False) -> Points:
        """Cards by their codes and texts, each with its counts; with `most` the answer that most gave."""
        return Points(tuple(f"{_name(card)} – {self._counts(self._tallies[card.id], most=most)}" for card in cards))

    def _counts(self, tally: Tally, *, most: bool) -> str:
        told = list(zip(tally.counts, self.scores.scale, strict=True))
        if most:
            count, answer = max(told)
            return self._word("most").format(count=count, of=tally.answered, answer=answer)
        return ", ".join(f"{answer} {count}" for count, answer in told)

    def _whole(self) -> Section:
        """The radar: over the cards, or over their groups where there are too many or too few."""
        cards = [Axis(card.code, self._tallies[card.id], self._then_of(card)) for card in self.scores.cards]
        groups = [Axis(name.split(" · ")[0], tally) for name, tally in by_group(self.scores).items()]
        for axes in (cards, groups) if self.scores.staged else (groups, cards):
            shown = sum(axis.now.shown for axis in axes)
            if shown >= FEWEST and len(axes) <= MOST:
                return Section(self._word("whole"), (self._radar(tuple(axes)), self._word("radar-how")))
        return Section(self._word("whole"), ())

    def _then_of(self, card: Asked) -> Tally | None:
        changes = self._comparison.changes if self._comparison else ()
        return next((one.before for one in changes if one.card == card), None)

    def _radar(self, axes: tuple[Axis, ...]) -> Radar:
        names = {card.code: card.text for card in self.scores.cards}
        names |= {group.split(" · ")[0]: group.split(" · ")[-1] for group in by_group(self.scores)}
        rows = tuple((f"{axis.name} {names.get(axis.name, '')}".strip(), *self._mean(axis.now)) for axis in axes)
        heads = (self._word("card"), self._word("mean"), self._word("apart"), self._word("answered"))
        best = max((axis for axis in axes if axis.now.shown), key=lambda axis: axis.now.mean or 0.0)
        least = min((axis for axis in axes if axis.now.shown), key=lambda axis: axis.now.mean or 0.0)
        alt = self._word("radar-alt").format(count=len(axes), most=best.name, least=least.name)
        scale = self.scores.scale
        return Radar(self._word("whole"), scale, axes, alt, Table(self._word("radar-table"), heads, rows))

    def _mean(self, tally: Tally) -> tuple[str, str, str]:
        if not tally.shown or tally.mean is None:
            return "–", "–", self._word("few").format(least=LEAST)
        apart = "–" if tally.apart is None else decimal(self.pen, tally.apart)
        return decimal(self.pen, tally.mean), apart, str(tally.answered)

    def _cards(self) -> Section:
        """The groups together, then the cards of each group."""
        parts: list[Part] = []
        groups = by_group(self.scores)
        if groups:
            rows = tuple(Row(*_parted(name), (Bar("", tally),)) for name, tally in groups.items())
            parts.append(self._bars(self._word("groups"), rows))
        for group in dict.fromkeys(card.group for card in self.scores.cards):
            cards = [card for card in self.scores.cards if card.group == group]
            parts.append(self._bars(group, tuple(self._row(card) for card in cards)))
        return Section(self._word("cards"), tuple(parts))

    def _row(self, card: Asked) -> Row:
        tally = self._tallies[card.id]
        return Row(card.code, card.text, (Bar("", tally),), self._word("here-divided") if tally.divided else "")

    def _bars(self, caption: str, rows: tuple[Row, ...]) -> Bars:
        """Bars with the same figures as a table, and in a sentence what they show."""
        labelled = any(bar.label for row in rows for bar in row.bars)
        who = [self._word("who")] if labelled else []
        others = (self._word(name) for name in ("unknown-head", "blank-head", "answered", "apart"))
        heads = (self._word("card"), *who, *self.scores.scale, *others)
        table = tuple(
            (f"{row.code} {row.text}".strip(), *([bar.label] if labelled else []), *self._figures(bar.tally))
            for row in rows
            for bar in row.bars
        )
        alt = self._word("bars-alt").format(caption=caption, count=len(rows), scale=", ".join(self.scores.scale))
        return Bars(caption, self.scores.scale, rows, alt, Table(caption, heads, table))

    def _figures(self, tally: Tally) -> tuple[str, ...]:
        if not tally.shown:
            return (*["–"] * (len(tally.counts) + 2), self._word("few").format(least=LEAST), "–")
        apart = "–" if tally.apart is None else decimal(self.pen, tally.apart)
        return (*map(str, tally.counts), str(tally.unknown), str(tally.blank), str(tally.answered), apart)

    def _teams(self) -> Section:
        """Parts of the school, as far as they may stand apart."""
        found, parts = by_team(self.scores), list[Part]()
        if found:
            rows = tuple(
                Row(*_parted(group), tuple(Bar(team, tally) for team, tally in counts.items()))
                for group, counts in found.items()
            )
            parts.append(self._bars(self._word("teams-caption"), rows))
        out = left_out(self.scores)
        if out:
            parts.append(self._word("teams-out").format(teams=", ".join(out), least=LEAST))
        return Section(self._word("teams"), tuple(parts))

    def _then(self) -> Section:
        """Then and now, and what cannot be compared."""
        if self._comparison is None:
            return Section(self._word("then"), ())
        found, parts = self._comparison, list[Part]()
        then, now = self._word("then-label"), self._word("now-label")
        for group in dict.fromkeys(one.card.group for one in found.changes):
            rows = tuple(
                Row(one.card.code, one.card.text, (Bar(then, one.before), Bar(now, one.now)))
                for one in found.changes
                if one.card.group == group
            )
            parts.append(self._bars(group, rows))
        apart = (("replaced", found.replaced), ("added", found.added), ("gone", found.gone), ("too-few", found.few))
        items = tuple(
            self._word(name).format(cards=", ".join(_name(card) for card in cards), least=LEAST)
            for name, cards in apart
            if cards
        )
        parts += [Points(items)] if items else []
        intro = self._word("then-how") if found.changes else self._word("then-none")
        return Section(self._word("then"), (intro, *parts))

    def _support(self) -> Section:
        """The cards with most support, each with what can be done."""
        found, parts = self.supported, list[Part]()
        for one in found.cards:
            said = self._word(f"support-{found.basis}").format(
                card=_name(one.card), count=one.count, of=one.of, last=self.scores.scale[-1]
            )
            parts.append(said)
            cards = (self.fitting or {}).get(one.card.id, ())
            if cards:
                heads = (self._word("code"), self._word("intervention"), self._word("monday"))
                rows = tuple((card.code, said_of(card, "text"), said_of(card, "monday")) for card in cards)
                parts.append(Table(self._word("choose-from").format(card=_name(one.card)), heads, rows))
        if found.tied:
            parts.append(self._word("tied").format(cards=", ".join(_name(card) for card in found.tied)))
        intro = [self._word(f"support-how-{found.basis}")] if parts else []
        return Section(self._word("support"), (*intro, *parts))

    def _how(self) -> Section:
        return Section(self._word("how"), (self._word("how-apart"), self._word("how-divided")))


def _parted(group: str) -> tuple[str, str]:
    """The code of a group and its title."""
    code, dot, title = group.partition(" · ")
    return (code, title) if dot else ("", group)


def _name(card: Asked) -> str:
    return f"{card.code} {card.text}".strip()


def said_of(card: Card, name: str) -> str:
    """A field of a card on one line."""
    value = card.fields.get(name)
    return " ".join((value.text if isinstance(value, Rich) else str(value or "")).split())
