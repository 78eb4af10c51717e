"""What a team chose on the sheet of interventions, read with the place of each choice."""

from collections.abc import Iterator, Mapping, Sequence

from kaartenspel.exchange.choice_columns import CHOOSE, HEADS
from kaartenspel.exchange.deck_columns import folded
from kaartenspel.exchange.heads import start
from kaartenspel.exchange.workbook import Cell, Sheet
from kaartenspel.messages import _
from kaartenspel.model.agreements import Agreement
from kaartenspel.problems import Code, Problem, nearest

YES = ("x", "✓", "✔", "v", "ja", "yes", "1", "true")
NO = ("", "nee", "no", "0", "-", "–", "false")


class ChoicesReader:
    """Reads one workbook; what is wrong with it is in `problems`. `offered` are the interventions there are, by id."""

    def __init__(self, sheets: Sequence[Sheet], offered: Mapping[str, Agreement]) -> None:
        self.sheet = next(sheet for sheet in sheets if sheet.name == CHOOSE)
        self.offered = offered
        self.problems: list[Problem] = []

    def read(self) -> tuple[Agreement, ...]:
        """The interventions that have a mark, each once, in the order of the sheet."""
        columns = {folded(cell.text): index for index, cell in enumerate((*self.sheet.rows, ())[0])}
        missing = [head for head in (HEADS["pick"], HEADS["id"]) if folded(head) not in columns]
        if missing:
            said = _("this sheet has no column ‘{name}’").format(name=missing[0])
            self.problems.append(Problem(Code.CANNOT_READ, said, start(self.sheet), _again()))
            return ()
        pick, name = (columns[folded(HEADS[field])] for field in ("pick", "id"))
        rows = [row for row in self.sheet.rows[1:] if len(row) > max(pick, name)]
        chosen = {one.card: one for row in rows for one in self._chosen(row[pick], row[name])}
        if not chosen and not self.problems:
            hint = _("put an x in the column ‘{name}’").format(name=HEADS["pick"])
            said = _("nothing has been chosen on this sheet yet")
            self.problems.append(Problem(Code.MISSING_FIELD, said, start(self.sheet), hint))
        return tuple(chosen.values())

    def _chosen(self, pick: Cell, name: Cell) -> Iterator[Agreement]:
        """The intervention of a row with a mark."""
        if folded(pick.text) in NO:
            return
        if folded(pick.text) not in YES:
            said = _("‘{value}’ is neither chosen nor left out").format(value=pick.text)
            self.problems.append(Problem(Code.WRONG_VALUE, said, pick.place, _("put an x, or leave the cell empty")))
        elif name.text in self.offered:
            yield self.offered[name.text]
        else:
            near = nearest(name.text, list(self.offered))
            hint = _("did you mean ‘{proposal}’?").format(proposal=near) if near else _again()
            said = _("there is no intervention ‘{name}’").format(name=name.text)
            self.problems.append(Problem(Code.UNKNOWN_NAME, said, name.place, hint))


def _again() -> str:
    return _("make the file once more: kaartenspel harvest SCORES")
