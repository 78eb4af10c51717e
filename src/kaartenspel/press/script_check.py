"""A plan as `check` sees it: loaded, reckoned and set as a script would be; nothing is counted, nothing written."""

from pathlib import Path

from kaartenspel.load.project import Project
from kaartenspel.load.workshops import load_workshop
from kaartenspel.outputs.fonts import Faces
from kaartenspel.plan.script import make_script
from kaartenspel.press.script import conflicts
from kaartenspel.press.script_pdf import Setting, script_pdfs


def check_plan(project: Project, path: Path) -> None:
    """Note in the project what is wrong in a plan, on the clock, and on its pages."""
    plan = load_workshop(project, path)
    theme = project.theme("standard")
    words = project.words(plan.workshop.language, plan.place) if plan else None
    if plan is None or theme is None or words is None:
        return
    project.problems += conflicts(plan)
    setting = Setting(project, theme, words, Faces(project.theme_fonts(theme)), plan.place)
    _pdfs, problems = script_pdfs(setting, make_script(plan, words, []))
    project.problems += problems
