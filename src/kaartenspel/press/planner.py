"""A plan is made: what serves the goal is looked up, chosen, and written to be changed by whoever made it."""

from dataclasses import dataclass, replace
from pathlib import Path

from kaartenspel.load.goals import asked_for, load_goal
from kaartenspel.load.project import Project
from kaartenspel.load.wording import can_be_name
from kaartenspel.load.workshops import load_workshop
from kaartenspel.messages import _
from kaartenspel.model.goal import Form, Goal
from kaartenspel.model.plan import LoadedPlan
from kaartenspel.model.values import slug
from kaartenspel.outputs.files import write_data
from kaartenspel.plan.choose import Choice, Wish, choose
from kaartenspel.plan.forms import Option
from kaartenspel.plan.refusal import Asked, why_not
from kaartenspel.press.follow_up import GOAL, FollowUp, follow_up, goal_after, is_free
from kaartenspel.press.plan_text import Head, plan_text
from kaartenspel.problems import Code, KaartenspelError, Problem, UsageError

START = 13 * 60 + 30
"""When a plan starts where nobody says, in minutes after midnight."""


@dataclass(frozen=True, slots=True)
class PlanRequest:
    """What is asked. `after` is a list of agreements to look back at, or figures in which was chosen.

    Without a `goal` that file says which. `start` is in minutes after midnight; None: as the list says, or else START.
    """

    goal: str
    asked: Asked
    start: int | None = None
    seed: int = 1
    must: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    title: str = ""
    output: Path | None = None
    after: Path | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """The plan as it was written; `other` is the file that was there already and was left as it is.

    `idle` is what there is in the room and nothing that serves the goal needs, which may be a slip. `warnings` are
    about the list of agreements.
    """

    path: Path
    plan: LoadedPlan
    other: Path | None = None
    idle: tuple[str, ...] = ()
    warnings: tuple[Problem, ...] = ()


def make_plan(request: PlanRequest, project: Project) -> Made:
    """Choose a plan and write it. Raises KaartenspelError where nothing fits, UsageError for names that are unknown."""
    if not request.goal and request.after:
        request = replace(request, goal=goal_after(request.after))
    found = load_goal(project, request.goal)
    if request.goal not in project.names("layouts/goals"):
        raise UsageError(project.problems)
    if found is None:
        raise KaartenspelError(project.problems)
    goal, served = found
    words = project.words(goal.language, None)
    if words is None:
        raise KaartenspelError(project.problems)
    after = follow_up(project, request.after, request.asked.minutes, words) if request.after else None
    request, served = _following(request, after, served) if after else (request, served)
    forms, must = _forms(project, request, served, words["plan-asked"])
    must |= {form.key for form in after.forms} if after else set()
    choice = _chosen(request, forms, must)
    path, other = _target(project, request)
    write_data(project.folder / path, plan_text(goal, choice, _head(path.stem, request, goal, after), words))
    warnings = tuple(project.problems)
    return Made(path, _loaded(project, path), other, _idle(request.asked, forms), warnings)


def _following(request: PlanRequest, after: FollowUp, served: tuple[Form, ...]) -> tuple[PlanRequest, tuple[Form, ...]]:
    """The request with the start that the list says, and what serves the goal with the list's own blocks first."""
    back = after.agreements.look_back
    start = request.start if request.start is not None or back is None else back.start
    others = (form for form in served if request.goal != GOAL or not is_free(form))
    return replace(request, start=start), (*after.forms, *others)


def _head(name: str, request: PlanRequest, goal: Goal, after: FollowUp | None) -> Head:
    """What stands above the blocks."""
    start = START if request.start is None else request.start
    head = Head(name, request.title or goal.title, start, request.seed, request.asked)
    if after is None or request.after is None:
        return head
    back = after.agreements.look_back
    told = after.made(request.after.name)
    return replace(head, day=back.day if back else None, before=after.before(), told=told)


def _idle(asked: Asked, forms: tuple[Form, ...]) -> tuple[str, ...]:
    """What is there in vain."""
    needed = {thing.casefold() for form in forms for thing in form.fit.needs}
    return tuple(name for name in asked.there or () if name.casefold() not in needed)


def _loaded(project: Project, path: Path) -> LoadedPlan:
    """The plan as anybody will read it; one that is not right would be a fault of ours."""
    plan = load_workshop(project, project.folder / path)
    if plan is None:
        raise RuntimeError("\n".join(problem.message for problem in project.problems))
    return plan


# --- what can be chosen


def _forms(
    project: Project, request: PlanRequest, served: tuple[Form, ...], why: str
) -> tuple[tuple[Form, ...], frozenset[str]]:
    """What serves the goal without what is left out, and with what must be in; the keys of the latter."""
    by_name = {name: form for form in served for name in (form.key.partition("/")[2], form.key) if name}
    forms = list(served)
    must: list[str] = []
    for name in request.must:
        form = by_name.get(name) or asked_for(project, name, why)
        must.append(form.key)
        if form.key not in [known.key for known in forms]:
            forms.append(form)
    out = {(by_name.get(name) or asked_for(project, name, why)).key for name in request.without}
    if both := out & set(must):
        message = _("‘{name}’ cannot be both in the plan and left out").format(name=min(both))
        raise UsageError([Problem(Code.WRONG_VALUE, message)])
    if any(not problem.warning for problem in project.problems):
        raise KaartenspelError(project.problems)
    return tuple(form for form in forms if form.key not in out), frozenset(must)


def _chosen(request: PlanRequest, forms: tuple[Form, ...], must: frozenset[str]) -> Choice:
    """The best choice; raises KaartenspelError with what is the matter where there is none."""
    options = tuple(found for found in map(request.asked.option, forms) if isinstance(found, Option))
    whole = must <= {option.key for option in options} and request.asked.people > 1
    choice = choose(Wish(options, must, request.seed), request.asked.minutes) if whole else None
    if choice is None:
        message, hint = why_not(request.asked, forms, must)
        raise KaartenspelError([Problem(Code.NO_PLAN, message, hint=hint)])
    return choice


# --- where it goes


def _target(project: Project, request: PlanRequest) -> tuple[Path, Path | None]:
    """The file to write, and the one that has that name already and keeps it."""
    wanted = request.output or Path("workshops") / f"{_name(request)}.yaml"
    if not can_be_name(wanted.stem) or wanted.suffix not in (".yaml", ".yml"):
        message = _("‘{name}’ cannot be the file of a plan").format(name=wanted.name)
        hint = _("use lower-case letters, digits and hyphens, such as ‘{proposal}’")
        raise UsageError([Problem(Code.WRONG_VALUE, message, hint=hint.format(proposal=f"{slug(wanted.stem)}.yaml"))])
    path, number = wanted, 1
    while (project.folder / path).exists() or _is_shipped(project, path):
        number += 1
        path = wanted.with_stem(f"{wanted.stem}-{number}")
    return path, wanted if path != wanted else None


def _name(request: PlanRequest) -> str:
    return slug(request.title) if request.title else f"{request.goal}-{request.asked.minutes}"


def _is_shipped(project: Project, path: Path) -> bool:
    """Whether a plan that came along has this name, and would be hidden."""
    return path.parent == Path("workshops") and path.stem in project.names("workshops")
