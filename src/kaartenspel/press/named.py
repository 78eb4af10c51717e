"""Whether a name that a command gets is that of a deck or of a plan."""

from pathlib import Path

from kaartenspel.load.project import Project
from kaartenspel.load.wording import unknown_name
from kaartenspel.messages import _
from kaartenspel.problems import Code, Problem, UsageError


def means_plan(project: Project, name: str) -> bool:
    """Whether it is a plan; raises UsageError for a name of neither, or of both."""
    decks, plans = project.names("decks"), project.names("workshops")
    path = Path(name)
    if name in decks and name in plans:
        said = _("‘{name}’ is both a deck and a plan").format(name=name)
        hint = _("say which: decks/{name}.yaml or workshops/{name}.yaml").format(name=name)
        raise UsageError([Problem(Code.DUPLICATE_DECK, said, hint=hint)])
    if name in plans or (path.is_file() and path.parent.name == "workshops"):
        return True
    if name not in decks and not path.is_file():
        raise UsageError([unknown_name(_("deck or plan"), name, None, {**decks, **plans})])
    return False
