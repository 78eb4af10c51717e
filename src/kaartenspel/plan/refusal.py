"""Why no plan can be made, in words: too few people, nothing to write on, too little time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kaartenspel.messages import _, plural
from kaartenspel.model.goal import Form
from kaartenspel.plan.choose import LONGEST, Wish, possible
from kaartenspel.plan.forms import Option, Reason, lacking, option, people_of

LONGEST_PLAN = 720
"""No plan of one meeting is longer, in minutes."""


@dataclass(frozen=True, slots=True)
class Asked:
    """For how many people a plan is, in how many minutes, in groups of which size, with what there is in the room."""

    people: int
    minutes: int
    size: int | None = None
    there: tuple[str, ...] | None = None

    def option(self, form: Form) -> Option | Reason:
        """What a form is for these people in this room, or why it cannot be done."""
        return option(form, self.people, self.size, self.there)


def why_not(asked: Asked, forms: Sequence[Form], must: frozenset[str]) -> tuple[str, str]:
    """What is the matter, and what helps; for what cannot be chosen, and only then."""
    if asked.people < 2:
        return _("a plan is for two people at least"), ""
    for form in forms:
        found = asked.option(form)
        if form.key in must and isinstance(found, str):
            return _about(form, found, asked), _("leave out ‘--must {name}’").format(name=form.key)
    core = [form for form in forms if form.fit.stage == "core" or form.key in must]
    if not core:
        return _("nothing is left that serves this goal"), _("leave fewer out with --without")
    found_core = [asked.option(form) for form in core]
    if all(isinstance(found, str) for found in found_core):
        return _nothing(asked, core)
    options = tuple(found for found in map(asked.option, forms) if isinstance(found, Option))
    return _time(Wish(options, must), asked.minutes)


def _about(form: Form, reason: Reason, asked: Asked) -> str:
    """Why what must be in cannot be."""
    least, most = people_of(form).least, people_of(form).most
    said: dict[Reason, Callable[[], str]] = {
        "few": lambda: _("‘{title}’ needs {least} people at least").format(title=form.title, least=least),
        "many": lambda: _("‘{title}’ is for {most} people at most").format(title=form.title, most=most),
        "size": lambda: _("‘{title}’ cannot be done in groups of {size}").format(title=form.title, size=asked.size),
        "materials": lambda: _("‘{title}’ needs: {things}").format(
            title=form.title, things=", ".join(lacking(form, asked.there or ()))
        ),
        "time": lambda: _("‘{title}’ does not say how long it takes").format(title=form.title),
    }
    return said[reason]()


def _nothing(asked: Asked, core: Sequence[Form]) -> tuple[str, str]:
    """Why none of the forms that a plan is built on can be done."""
    people = plural("for {people} person", "for {people} people", asked.people).format(people=asked.people)
    with_all = Asked(asked.people, asked.minutes, asked.size)
    if any(isinstance(with_all.option(form), Option) for form in core):
        things = sorted({thing for form in core for thing in lacking(form, asked.there or ())})
        hint = _("what such forms need: {things}").format(things=", ".join(things))
        return _("with what there is, nothing can be done that serves this goal"), hint
    any_size = Asked(asked.people, asked.minutes)
    if any(isinstance(any_size.option(form), Option) for form in core):
        return _("in groups of {size}, nothing can be done that serves this goal").format(size=asked.size), _sizes(
            asked, core
        )
    reasons = [option(form, asked.people, None, None) for form in core]
    if "few" in reasons:
        least = min(people_of(form).least or 1 for form in core)
        hint = _("the smallest number is {least}").format(least=least) if least > asked.people else ""
        return _("{people} there is nothing that serves this goal").format(people=people), hint
    if "many" in reasons:
        most = max(people_of(form).most or 0 for form in core)
        hint = _("the largest number is {most}: make two groups, each with a plan of its own").format(most=most)
        return _("{people} there is nothing that serves this goal").format(people=people), hint
    return _("nothing that serves this goal says how long it takes"), ""


def _sizes(asked: Asked, core: Sequence[Form]) -> str:
    """The sizes of groups that would do."""
    asks = {size: Asked(asked.people, asked.minutes, size, asked.there) for size in range(2, 13)}
    sizes = [str(size) for size, ask in asks.items() if any(isinstance(ask.option(form), Option) for form in core)]
    return _("groups of {sizes} can be made").format(sizes=", ".join(sizes)) if sizes else ""


# --- time


def _time(wish: Wish, minutes: int) -> tuple[str, str]:
    """Too short, too long, or just between."""
    shortest = next((time for time in range(15, LONGEST_PLAN + 1, 5) if possible(wish, time)), None)
    if shortest is None:
        return _("no plan for this goal can be made with a break every {most} minutes").format(most=LONGEST), ""
    if minutes < shortest:
        text = (
            _("the shortest plan with what must be in it takes {minutes} minutes")
            if wish.must
            else _("the shortest plan for this goal takes {minutes} minutes")
        )
        return text.format(minutes=shortest), ""
    top = min(minutes, sum(one.most for one in wish.options) + 90 + 30 * len(wish.options)) // 5 * 5
    below = next(time for time in range(top, 0, -5) if time == shortest or possible(wish, time))
    above = next((time for time in range(minutes // 5 * 5 + 5, LONGEST_PLAN + 1, 5) if possible(wish, time)), None)
    if above is None:
        hint = _("take less time, or add what serves the goal with --must")
        return _("the longest plan for this goal takes {minutes} minutes").format(minutes=below), hint
    return _("no plan for this goal takes exactly {minutes} minutes").format(minutes=minutes), _(
        "{below} and {above} minutes can be done"
    ).format(below=below, above=above)
