"""A build: decks are loaded, checked and composed; only when all of them are right, files are written."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from kaartenspel.drawing import Drawing
from kaartenspel.impose.grid import make_grid
from kaartenspel.load.project import Project
from kaartenspel.messages import _
from kaartenspel.model.card import LoadedDeck
from kaartenspel.model.sheet import Size
from kaartenspel.model.theme import Theme
from kaartenspel.model.words import Words
from kaartenspel.outputs.files import write_file
from kaartenspel.outputs.fonts import Faces
from kaartenspel.press.choose import chosen_cards, deck_paths, load_decks
from kaartenspel.press.job import Job
from kaartenspel.press.printers import moves
from kaartenspel.press.request import FALLBACK_SIZE, BuildRequest, Ink, Result
from kaartenspel.press.screen import check_screen
from kaartenspel.press.suits import suits
from kaartenspel.press.team import shared
from kaartenspel.problems import KaartenspelError, Place, Problem, UsageError
from kaartenspel.reading.collector import without_collector

LARGER_PAGES = (1.2, 1.4, 1.6, 1.8, 2.0)
"""What a page for a screen may be of its size. At twice the size, the smallest type is half as high on the screen."""
Progress = Callable[[str], None]
IN_FILE_NAMES = ("layouts/themes", "layouts/sizes", "layouts/papers", "layouts/sheets")
"""The sorts of which the name of a PDF says which one it was."""


def _silent(_said: str) -> None:
    """Progress that nobody watches."""


def build(
    request: BuildRequest,
    folder: Path,
    *,
    strict: bool = False,
    progress: Progress = _silent,
    project: Project | None = None,
) -> tuple[list[Result], list[Problem]]:
    """Write a PDF for each deck; gives the results and the warnings. `project` is one made for this build alone.

    Raises KaartenspelError with every problem of every deck, and then nothing is written; UsageError for what does
    not exist; MachineError for a file that cannot be read or written.
    """
    with without_collector():
        project = project or Project(folder, request.edition)
        jobs = make_jobs(project, request, progress)
        try:
            overviews = [_overview(job) for job in jobs]
            raise_problems(project, strict=strict)
            results = [_write(job, pages, progress) for job, pages in zip(jobs, overviews, strict=True)]
        finally:
            for job in jobs:
                job.end()
        return results, list(dict.fromkeys(project.problems))


def make_jobs(project: Project, request: BuildRequest, progress: Progress = _silent) -> list[Job]:
    """The decks of a request, composed; problems are noted in the project."""
    check_names(project, request)
    decks = load_decks(project, deck_paths(project, request.decks), request.stdin)
    jobs: list[Job] = []
    for deck in decks:
        progress(_("setting {deck}").format(deck=deck.deck.deck))
        job = fitting_job(project, request, deck)
        if job is not None:
            check_screen(job)
            job = job if request.shop else shared(job)
            project.problems += job.problems()
            jobs.append(job)
    return jobs


def fitting_job(project: Project, request: BuildRequest, deck: LoadedDeck) -> Job | None:
    """The deck on its size, or on the first of the theme's larger sizes on which its texts fit."""
    job, theme = make_job(project, request, deck), project.theme(request.theme)
    if job is not None and job.grid.screen:
        return _on_larger_page(project, request, deck, job)
    if job is None or theme is None or request.size is not None:
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
    try:
        grid = make_grid(size, paper, sheet, half=request.duplex == "fold")
    except KaartenspelError as error:
        place = _size_place(request, deck)
        project.problems += [replace(problem, place=problem.place or place) for problem in error.problems]
        return None
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


def _overview(job: Job) -> list[Drawing]:
    """The pages of the overview, where one was asked for; what does not fit is noted in the project."""
    if not job.request.overview:
        return []
    from kaartenspel.press.overview import overview_pages  # noqa: PLC0415  a build without one starts sooner

    pages, problems = overview_pages(job)
    job.project.problems += problems
    return pages


def pdf_name(job: Job) -> str:
    """The name of a job's PDF."""
    layouts = {name for sort in IN_FILE_NAMES for name in job.project.names(sort)}
    return job.request.file_name(job.deck.deck, layouts)


def _write(job: Job, pages: list[Drawing], progress: Progress) -> Result:
    """One PDF in its place, with its overview where it has pages."""
    request = job.request
    target = request.output / pdf_name(job)
    progress(_("writing {file}").format(file=target.name))
    if request.shop:
        return _write_for_shop(job, pages, target)
    write_file(target, job.write)
    proof = _prove(job, target, progress) if request.proof else None
    ink = _ink(job, target, progress) if request.ink else None
    return Result(
        job.deck.deck.deck, target, sum(1 for card in job.copies if card.id), job.blanks, request.sets or 1, job.sheets,
        job.side_count, len(job.grid.slots), request.paper, job.size.size, request.duplex, job.grid.screen, proof,
        _write_overview(job, pages, target) if pages else None, ink=ink,
    )  # fmt: skip


def _write_for_shop(job: Job, pages: list[Drawing], target: Path) -> Result:
    """The files for a print shop."""
    from kaartenspel.press.shop import ShopJob, write_for_shop  # noqa: PLC0415  the same

    if not isinstance(job, ShopJob):
        raise TypeError("a job for a shop")
    files = write_for_shop(job, target)
    cards = sum(1 for card in job.copies if card.id)
    sides = sum(len(faces) for _part, faces in job.pages())
    return Result(
        job.deck.deck.deck, files[0], cards, 0, job.request.sets or 1, len(files), sides, 1, "", job.size.size,
        "none", overview=_write_overview(job, pages, target) if pages else None, shop=job.shop.title,
        files=tuple(files),
    )  # fmt: skip


def _write_overview(job: Job, pages: list[Drawing], pdf: Path) -> Path:
    from kaartenspel.press.overview import write_overview  # noqa: PLC0415  the same

    return write_overview(job, pages, pdf)


def _ink(job: Job, pdf: Path, progress: Progress) -> Ink:
    """The ink of a finished PDF."""
    from kaartenspel.press.ink import measured_ink  # noqa: PLC0415  pdfium and Pillow: only who asks waits for them

    progress(_("measuring the ink of {file}").format(file=pdf.name))
    return measured_ink(job, pdf)


def _prove(job: Job, pdf: Path, progress: Progress) -> Path:
    """Pictures of a finished PDF beside it."""
    from kaartenspel.press.proof import write_proof  # noqa: PLC0415  pdfium and Pillow: only a proof needs them

    progress(_("looking at {file}").format(file=pdf.name))
    return write_proof(job, pdf)
