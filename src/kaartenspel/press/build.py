"""A build: decks are loaded, checked and composed; only when all of them are right, files are written."""

from dataclasses import replace
from pathlib import Path

from kaartenspel.impose.grid import make_grid
from kaartenspel.load.project import Project
from kaartenspel.messages import _
from kaartenspel.model.card import LoadedDeck
from kaartenspel.model.sheet import Size
from kaartenspel.model.theme import Theme
from kaartenspel.model.words import Words
from kaartenspel.outputs.files import recorded
from kaartenspel.outputs.fonts import Faces
from kaartenspel.press.beside import set_beside
from kaartenspel.press.choose import chosen_cards, deck_paths, load_decks
from kaartenspel.press.corners import with_corners
from kaartenspel.press.finish import Progress, pdf_name, write
from kaartenspel.press.job import Job
from kaartenspel.press.precut import check_decks, hinted, size_on
from kaartenspel.press.printers import moves
from kaartenspel.press.request import FALLBACK_SIZE, BuildRequest, Result
from kaartenspel.press.screen import check_screen
from kaartenspel.press.stamps import Stamps
from kaartenspel.press.suits import suits
from kaartenspel.press.team import shared
from kaartenspel.press.work import Work
from kaartenspel.problems import KaartenspelError, Place, Problem, UsageError
from kaartenspel.reading.collector import without_collector

LARGER_PAGES = (1.2, 1.4, 1.6, 1.8, 2.0)
"""What a page for a screen may be of its size. At twice the size, the smallest type is half as high on the screen."""


def _silent(_said: str) -> None:
    """Progress that nobody watches."""


def build(
    request: BuildRequest,
    folder: Path,
    *,
    strict: bool = False,
    progress: Progress = _silent,
    project: Project | None = None,
    stamps: Stamps | None = None,
) -> tuple[list[Result], list[Problem]]:
    """Write a PDF for each deck; gives the results and the warnings. `project` is one made for this build alone.

    With `stamps` a PDF is left as it is that would come out the same, and its warnings are told again.
    Raises KaartenspelError with every problem of every deck, and then nothing is written; UsageError for what does
    not exist; MachineError for a file that cannot be read or written.
    """
    with without_collector():
        project = project or Project(folder, request.edition)
        works = _works(project, request, progress, stamps)
        try:
            for work in works:
                _lay_out(work)
            raise_problems(project, strict=strict)
            results = [_result(work, progress, stamps) for work in works]
        finally:
            for work in works:
                work.job.end()
        return results, list(dict.fromkeys(project.problems))


def make_jobs(project: Project, request: BuildRequest, progress: Progress = _silent) -> list[Job]:
    """The decks of a request, composed; problems are noted in the project."""
    return [work.job for work in _works(project, request, progress, None)]


def _works(project: Project, request: BuildRequest, progress: Progress, stamps: Stamps | None) -> list[Work]:
    """The decks of a request, those composed that are not there already; problems are noted in the project."""
    check_names(project, request)
    decks = load_decks(project, deck_paths(project, request.decks), request.stdin)
    check_decks(request, len(decks))
    works: list[Work] = []
    for deck in decks:
        progress(_("setting {deck}").format(deck=deck.deck.deck))
        job = fitting_job(project, request, deck)
        if job is not None:
            check_screen(job)
            works.append(_composed(Work.of(job, pdf_name(job), stamps)))
    return works


def _composed(work: Work) -> Work:
    """The work with its faces made, or with what was told when they were."""
    if work.earlier:
        work.job.project.problems += work.earlier.told
        return work
    work.job = work.job if work.job.request.shop else shared(work.job)
    with work.noting() as noted:
        problems = work.job.problems()
        noted.extend(hinted(problems) if work.job.grid.precut else problems)
    return work


def fitting_job(project: Project, request: BuildRequest, deck: LoadedDeck) -> Job | None:
    """The deck on its size, or on the first of the theme's larger sizes on which its texts fit."""
    job, theme = make_job(project, request, deck), project.theme(request.theme)
    if job is not None and job.grid.screen:
        return _on_larger_page(project, request, deck, job)
    if job is None or theme is None or request.size is not None or job.grid.precut:
        return job
    area = job.size.width * job.size.height
    for name in theme.larger_sizes:
        if job.fits():
            break
        larger = project.size(name)
        if larger and larger.width * larger.height > area:
            job = make_job(project, request, deck, larger) or job
    return job


def _on_larger_page(project: Project, request: BuildRequest, deck: LoadedDeck, job: Job) -> Job:
    """The deck on a page of the same shape that is large enough: a screen shows every page as large as itself."""
    size = job.size
    for factor in LARGER_PAGES:
        if job.fits():
            return job
        page = size.model_copy(update={"width": size.width * factor, "height": size.height * factor})
        job = make_job(project, request, deck, page) or job
    return job


def check_names(project: Project, request: BuildRequest) -> None:
    """Raises UsageError where an option names a theme, size, paper, sheet or printer that does not exist."""
    if request.shop is not None or request.output_profile is not None:
        from kaartenspel.press.shop import check_options  # noqa: PLC0415  only a build for a shop needs it

        check_options(request)
    checks = ((project.theme, request.theme), (project.paper, request.paper), (project.size, request.size))
    found: list[Problem] = []
    for check, name in (
        *checks,
        (project.sheet, request.sheet),
        (project.printer, request.printer),
        (project.shop, request.shop),
    ):
        before = len(project.problems)
        if name is not None and check(name) is None:
            # a problem with a place is one in the file of that name: the user's file, not the command
            found += [problem for problem in project.problems[before:] if problem.place is None]
    if found:
        raise UsageError(found)


def raise_problems(project: Project, *, strict: bool) -> None:
    """Raises KaartenspelError where the project has problems, or with `strict` warnings."""
    if any(strict or not problem.warning for problem in project.problems):
        raise KaartenspelError(project.problems)


def make_job(project: Project, request: BuildRequest, deck: LoadedDeck, size: Size | None = None) -> Job | None:
    """A deck with all that it needs on this size, or on its own; or None and problems."""
    if not suits(project, request, deck):
        return None
    theme, paper = project.theme(request.theme), project.paper(request.paper)
    size = size or project.size(request.size or deck.deck.size or deck.kind.size or FALLBACK_SIZE)
    words = project.words(deck.deck.language, deck.place)
    sheet = project.sheet(request.sheet or size.sheet) if size else None
    if not (theme and paper and size and sheet and words):
        return None
    shop = project.shop(request.shop) if request.shop else None
    if shop is not None:
        return _shop_job(project, request, deck, size, theme, words)
    size = size_on(sheet, size, request)
    try:
        grid = make_grid(size, paper, sheet, half=request.duplex == "fold")
        grid = replace(grid, skipped=tuple(slot - 1 for slot in request.skip_slots))
    except KaartenspelError as error:
        place = _size_place(request, deck)
        project.problems += [replace(problem, place=problem.place or place) for problem in error.problems]
        return None
    grid = with_corners(grid, request, deck.deck.deck)
    fonts = project.theme_fonts(theme)
    if any(not path.is_file() for path in fonts.values()):
        return None
    cards = tuple(chosen_cards(deck, request.cards))
    return Job(project, request, deck, cards, size, grid, theme, words, Faces(fonts), moves(project, request, grid))


def _shop_job(
    project: Project, request: BuildRequest, deck: LoadedDeck, size: Size, theme: Theme, words: Words
) -> Job | None:
    """A deck for a print shop, on the shop's own cut of the size."""
    from kaartenspel.press.shop import ShopJob, shop_grid, shop_size  # noqa: PLC0415  Pillow and pikepdf

    shop, fonts = project.shop(request.shop or ""), project.theme_fonts(theme)
    if shop is None or any(not path.is_file() for path in fonts.values()):
        return None
    cut = shop_size(size, shop)
    cards = tuple(chosen_cards(deck, request.cards))
    return ShopJob(project, request, deck, cards, cut, shop_grid(cut, shop), theme, words, Faces(fonts))


def _size_place(request: BuildRequest, deck: LoadedDeck) -> Place:
    """Where the deck says what size it has, by itself or by its kind; its beginning where the command said so."""
    named = None if request.size else deck.places.get("size") or deck.places.get("kind")
    return named or deck.place


def _lay_out(work: Work) -> None:
    """What goes beside the deck's PDF; what does not fit is noted in the project."""
    if not work.earlier:
        with work.noting():
            work.beside = set_beside(work.job)


def _result(work: Work, progress: Progress, stamps: Stamps | None) -> Result:
    """What is there already, or is made now."""
    if work.earlier:
        return work.earlier.result
    with work.noting(), recorded() as written:
        result = write(work.job, work.beside, progress)
    result = replace(result, written=tuple(dict.fromkeys(written)))
    work.keep(stamps, result)
    return result
