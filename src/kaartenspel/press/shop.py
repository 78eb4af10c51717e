"""One deck on its way to a print shop: each side of a card a page at its own size, with bleed. Lengths are mm."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Literal

from kaartenspel.compose.cards import Composer
from kaartenspel.drawing import Document, Drawing, Placed, Rect, Sheet
from kaartenspel.impose.frame import Grid, Slot
from kaartenspel.messages import _
from kaartenspel.model.sheet import Size
from kaartenspel.model.shop import Shop
from kaartenspel.outputs.files import write_data, write_file
from kaartenspel.outputs.fonts import Faces
from kaartenspel.outputs.outlines import Outlines
from kaartenspel.outputs.pdf import write_pdf
from kaartenspel.outputs.printshop import Standard, write_printshop
from kaartenspel.outputs.profile import Profile
from kaartenspel.outputs.separation import Press
from kaartenspel.preflight.run import preflight
from kaartenspel.press.job import Job
from kaartenspel.press.request import BuildRequest
from kaartenspel.press.rooms import frame_of
from kaartenspel.problems import Code, KaartenspelError, Problem, UsageError

LIVE = 3.6
"""How near to the trim our faces set type, in mm: a hanging quotation mark, the capitals of a back's name."""
Part = Literal["", "fronts", "backs"]
Pages = tuple[tuple[Part, tuple[Drawing, ...]], ...]


def shop_size(size: Size, shop: Shop) -> Size:
    """A card size as the shop cuts it. Raises UsageError for one that a shop of pictures has not."""
    trim = shop.trim(size.size)
    if trim is None and shop.format == "pictures":
        said = _("{shop} takes no cards of the size {size}").format(shop=shop.title, size=size.size)
        hint = _("it takes: {sizes}").format(sizes=", ".join(shop.pixels))
        raise UsageError([Problem(Code.UNKNOWN_NAME, said, hint=hint)])
    return size.model_copy(update={"width": trim[0], "height": trim[1]}) if trim else size


def shop_grid(size: Size, shop: Shop) -> Grid:
    """One card a page, with bleed all round."""
    bleed, slot = shop.bleed, (Slot(shop.bleed, shop.bleed),)
    block = Rect(bleed, bleed, size.width, size.height)
    width, height = size.width + 2 * bleed, size.height + 2 * bleed
    return Grid(width, height, size.width, size.height, slot, 1, 1, 0.0, bleed, 0.0, 0.0, block)


def check_options(request: BuildRequest) -> None:
    """Raises UsageError for options that say how cards lie on office paper: a shop has none."""
    usual = BuildRequest()
    options = ("paper", "sheet", "duplex", "order", "skip_slots", "printer", "proof", "ink", "cutting_plan", "corners")
    given = [name for name in options if getattr(request, name) != getattr(usual, name)]
    if request.shop is None and request.output_profile is not None:
        said = _("--output-profile goes with --shop")
        raise UsageError([Problem(Code.UNKNOWN_NAME, said)])
    if request.shop is not None and given:
        said = _("--shop does not go with {options}").format(
            options=", ".join(f"--{name.replace('_', '-')}" for name in given)
        )
        raise UsageError([Problem(Code.UNKNOWN_NAME, said, hint=_("a shop decides itself how cards lie on its paper"))])


@dataclass(frozen=True)
class ShopJob(Job):
    """A deck for a print shop."""

    @property
    def shop(self) -> Shop:
        """The shop, which the command has checked."""
        shop = self.project.shop(self.request.shop or "")
        if shop is None:
            raise RuntimeError("a job for a shop that is not there")
        return shop

    @cached_property
    def composer(self) -> Composer:
        """Makes the faces on a room that is as much narrower as the shop's safe margin is wider than ours."""
        frame, name, within = frame_of(self.grid), self.size.size, self._within
        room = replace(frame, width=frame.width - 2 * within, height=frame.height - 2 * within,
                       bleed=frame.bleed + within)  # fmt: skip
        return Composer(self.measure, self.theme, self.words, self.deck, room, self.project.size, name, self._frames)

    @property
    def _within(self) -> float:
        """How far inside the trim a face begins: what lies around it is bleed to the face."""
        return round(max(0.0, self.shop.safe - LIVE), 3)

    def caption(self, sheet: int, side: Literal["front", "back"]) -> Drawing | None:  # noqa: ARG002  there is none
        """Nothing stands beside a card: an empty drawing always fits."""
        return Drawing(0.0, 0.0, ())

    def problems(self) -> list[Problem]:
        """What keeps this deck from paper, and from this shop."""
        found = super().problems()
        if all(problem.warning for problem in found):
            found += [*self._small_type(), *self._different_backs()]
        return found

    def _small_type(self) -> Iterable[Problem]:
        """Letters that are too small for the shop: where they become shapes, no preflight could tell."""
        for card in self.cards:
            sizes = [text.size for face in self.faces_of(card.id) for text in face.texts() if text.text.strip()]
            if sizes and min(sizes) < self.shop.smallest_type - 1e-6:
                said = _("a letter of {size} pt; {shop} asks at least {least} pt")
                said = said.format(size=f"{min(sizes):g}", shop=self.shop.title, least=f"{self.shop.smallest_type:g}")
                yield Problem(Code.TEXT_TOO_LONG, said, card.places.get("id") or self.deck.place)

    def _different_backs(self) -> Iterable[Problem]:
        if self.shop.backs == "once" and len({back for _front, back in self._all_faces()}) > 1:
            said = _("{shop} prints one back for all cards, and the backs of this deck differ")
            hint = _("choose cards of one group with --cards, and make a set of each")
            yield Problem(Code.SHOP_ORDER, said.format(shop=self.shop.title), self.deck.place, hint)

    def _all_faces(self) -> list[tuple[Drawing, Drawing]]:
        return [faces for number in range(1, (self.request.sets or 1) + 1) for faces in self._faces(number)]

    def pages(self) -> Pages:
        """The faces in the shop's order, a list for each file."""
        faces, shop = self._all_faces(), self.shop
        fronts, backs = tuple(front for front, _back in faces), tuple(back for _front, back in faces)
        if shop.backs == "once":
            backs = backs[:1]
        if shop.order == "separate-files":
            return ("fronts", fronts), ("backs", backs)
        if shop.backs == "once":
            return (("", (*fronts, *backs) if shop.order == "front-back" else (*backs, *fronts)),)
        turned = faces if shop.order == "front-back" else [(back, front) for front, back in faces]
        return (("", tuple(side for pair in turned for side in pair)),)

    def documents(self) -> list[tuple[Part, Document]]:
        """A document for each file."""
        whole = replace(self._empty_document())
        return [(part, replace(whole, sheets=tuple(map(self._sheet, faces)))) for part, faces in self.pages()]

    def _empty_document(self) -> Document:
        deck = self.deck.deck
        return Document(deck.title, deck.language, (), f"{deck.deck} {self.version}")

    def _sheet(self, face: Drawing) -> Sheet:
        grid = self.grid
        corner = grid.bleed + self._within
        return Sheet(
            grid.paper_width, grid.paper_height, (Placed(face, corner, corner, 0, grid.paper),),
            trim=grid.block, bleed=grid.paper,
        )  # fmt: skip


def write_for_shop(job: ShopJob, target: Path) -> list[Path]:
    """The files that the shop asks for, looked over first. Raises KaartenspelError with what is wrong, unwritten."""
    made = [(_named(target, part), _made(job, document)) for part, document in job.documents()]
    if job.shop.format == "pictures":
        return _write_pictures(job, target, made[0][1])
    problems = [problem for path, data in made for problem in preflight(data, path.name, job.shop)]
    if any(not problem.warning for problem in problems):
        raise KaartenspelError(problems)
    job.project.problems += problems
    for path, data in made:
        write_data(path, data)
    return [path for path, _data in made]


def _named(target: Path, part: Part) -> Path:
    return target.with_name(f"{target.stem}.{part}.pdf") if part else target


def _made(job: ShopJob, document: Document) -> bytes:
    """The bytes of a document for the shop's press; for pictures, those of the office way."""
    shop, stream = job.shop, BytesIO()
    faces = job.measure if isinstance(job.measure, Faces) else Faces()
    if shop.format == "pictures":
        write_pdf(document, faces, stream)
        return stream.getvalue()
    profile = Profile(job.request.output_profile)
    outlines = Outlines(faces) if shop.text == "outlines" else None
    press = Press(job.theme.inks, shop.ink, profile.inks, outlines, shop.opaque)
    condition = shop.condition if profile.condition else profile.name
    write_printshop(document, faces, press, Standard(shop.format, profile, condition, shop.ink), stream)
    return stream.getvalue()


def _write_pictures(job: ShopJob, target: Path, pdf: bytes) -> list[Path]:
    """A PNG for each side, in a folder, of exactly the pixels that the shop asks for."""
    from kaartenspel.outputs.png import opened  # noqa: PLC0415  pdfium only where pictures are asked for

    pixels, folder, paths = job.shop.pixels[job.size.size], target.with_suffix(""), list[Path]()
    sides = ("front", "back") if job.shop.order == "front-back" else ("back", "front")
    with opened(pdf) as document:
        for number, page in enumerate(document):
            path = folder / f"{number // 2 + 1:03}-{sides[number % 2]}.png"
            scale = pixels.width / page.get_width()
            picture = page.render(scale=scale).to_pil().convert("RGB").resize((pixels.width, pixels.height))
            dpi = (job.shop.resolution, job.shop.resolution)
            write_file(path, lambda file, picture=picture, dpi=dpi: picture.save(file, "PNG", dpi=dpi))  # type: ignore[misc]
            paths.append(path)
    return paths
