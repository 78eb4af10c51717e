"""A finished PDF with what was asked for, and what its sides hold; each page is read once."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from pdfkit import Code, Finished, Run, decode_qr
from pdfpaths import Box, Shape
from shipped import paper, truth

from kaartenspel.press.build import build
from kaartenspel.press.request import BuildRequest, Result

CAPTION = re.compile(
    r"(?P<deck>\S+)(?: ·)? (?:versie )?(?P<version>[0-9a-f]{6}) · (?:set (?P<set>\d+) · )?"
    r"vel (?P<sheet>\d+)(?: van |/)(?P<of>\d+) · (?:als stapel snijden · )?(?P<side>voorkant|achterkant) · "
    r"(?P<scale>100 %) · (?P<how>.+)"
)


@dataclass(frozen=True)
class Face:
    """One side of one card: its trim on the page, and what is printed in it."""

    box: Box
    runs: tuple[Run, ...]
    shapes: tuple[Shape, ...]

    @property
    def turned(self) -> bool:
        """Whether the head lies at the foot of the page; what stands sideways on a card does not tell."""
        angles = Counter(run.angle for run in self.runs)
        return angles[180] > angles[0]

    def whole(self, text: str) -> list[Run]:
        """The runs that say exactly this."""
        return [run for run in self.runs if run.text.strip() == text]


class Made:
    """A build's PDF."""

    def __init__(self, data: bytes, result: Result, request: BuildRequest) -> None:
        self.data, self.result, self.request = data, result, request
        self.pdf = Finished(data)
        self._words: dict[int, list[Run]] = {}
        self._paths: dict[int, list[Shape]] = {}
        self._codes: dict[tuple[int, float], list[Code]] = {}

    def __len__(self) -> int:
        return len(self.pdf)

    def words(self, page: int) -> list[Run]:
        if page not in self._words:
            # pdfium reads a hyphen at a line's end as U+0002
            self._words[page] = [replace(run, text=run.text.replace("\x02", "-")) for run in self.pdf.words(page)]
        return self._words[page]

    def paths(self, page: int) -> list[Shape]:
        if page not in self._paths:
            self._paths[page] = self.pdf.paths(page)
        return self._paths[page]

    def codes(self, page: int, dpi: float = 150) -> list[Code]:
        if (page, dpi) not in self._codes:
            self._codes[page, dpi] = decode_qr(self.pdf.picture(page, dpi), dpi)
        return self._codes[page, dpi]

    def caption(self, page: int) -> re.Match[str]:
        """The caption of a side; fails where there is none."""
        found = _caption(self.words(page))
        assert found, f"page {page + 1} has no caption: {self.words(page)[-1].text!r}"
        return found[0]

    @cached_property
    def captions(self) -> list[re.Match[str]]:
        return [self.caption(page) for page in range(len(self))]

    def pages(self, side: str) -> list[int]:
        """The pages of fronts or of backs, in the order of their sets and sheets."""
        found = [page for page, said in enumerate(self.captions) if said["side"] == side]
        return sorted(found, key=lambda page: (int(self.captions[page]["set"] or 1), int(self.captions[page]["sheet"])))

    @cached_property
    def size(self) -> tuple[float, float]:
        raw = truth.values(truth.ROOT / "layouts" / "sizes" / f"{self.result.size}.yaml")
        width, height = (float(raw[key].removesuffix(" mm")) for key in ("width", "height"))
        return width, height

    def boxes(self, page: int) -> list[Box]:
        """The trims on a front page, row by row: from its cut marks, or from the paper where it is cut in pieces."""
        media = self.pdf.boxes(page)["MediaBox"]
        xs, ys = paper.cuts(self.paths(page))
        if xs:
            return paper.between(xs, ys, *self.size)
        return paper.pieces(media.width, media.height, *self.size, half=self.request.duplex == "fold")

    def count(self, page: int) -> int:
        """How many cards a front page holds: sheets are full but the last of a set, or those low in a pile to cut."""
        each, said = self.result.per_sheet, self.captions[page]
        if self.request.order == "cut-and-stack" and not self.request.sets:
            return len(range(int(said["sheet"]) - 1, self.result.cards, int(said["of"])))
        if int(said["sheet"]) < int(said["of"]) or self.request.sets:
            return each
        return self.result.cards // self.result.sets - (int(said["of"]) - 1) * each

    def fronts(self) -> list[Face]:
        """The front of each card, in the order of the slots."""
        return self._fronts

    def backs(self) -> list[Face]:
        """What lies behind each front, by the geometry of paper alone."""
        return self._backs

    @cached_property
    def _fronts(self) -> list[Face]:
        faces = [self._faces(page, self.boxes(page)[: self.count(page)]) for page in self.pages("voorkant")]
        return [face for sheet in faces for face in sheet]

    @cached_property
    def _backs(self) -> list[Face]:
        found: list[Face] = []
        folded = self.request.duplex == "fold"
        fronts = self.pages("voorkant")
        for front, back in zip(fronts, fronts if folded else self.pages("achterkant"), strict=True):
            boxes = self.boxes(front)[: self.count(front)]
            media = self.pdf.boxes(front)["MediaBox"]
            upright = self.upright(front)
            found += self._faces(back, [paper.behind(box, media, upright) for box in boxes])
        return found

    def upright(self, page: int) -> bool:
        """Whether the paper turns over an upright edge: at a fold, the one that leaves the fronts on their half."""
        media, duplex = self.pdf.boxes(page)["MediaBox"], self.request.duplex
        if duplex == "fold":
            full = self.pages("voorkant")[0]  # the last sheet may have cards on one half of their half
            return max(box.x + box.width for box in self.boxes(full)) <= media.width / 2 + 0.05
        return (media.height >= media.width) == (duplex == "long-edge")

    def _faces(self, page: int, boxes: list[Box]) -> list[Face]:
        caption = _caption(self.words(page))
        runs = self.words(page)[: caption[1]] + self.words(page)[caption[2] :] if caption else self.words(page)
        shapes = [(shape, paper.middle(shape)) for shape in self.paths(page) if shape.lines]
        return [
            Face(
                box,
                tuple(run for run in runs if paper.holds(box, (run.x, run.y))),
                tuple(shape for shape, middle in shapes if paper.holds(box, middle)),
            )
            for box in boxes
        ]

    def shifted(self, page: int, right: float, down: float = 0.0) -> "Made":
        """The same with all that is on one page moved by so many millimetres, to show that a check can fail."""
        from io import BytesIO

        import pikepdf

        copy = pikepdf.open(BytesIO(self.data))
        move = f"q 1 0 0 1 {right * 72 / 25.4:.4f} {-down * 72 / 25.4:.4f} cm\n".encode()
        opened = copy.pages[page]
        opened.contents_add(move, prepend=True)
        opened.contents_add(b"Q")
        target = BytesIO()
        copy.save(target)
        return Made(target.getvalue(), self.result, self.request)


def _caption(runs: list[Run]) -> tuple[re.Match[str], int, int] | None:
    """The caption among the runs of a side, where it begins and ends (a fallback face may part it)."""
    starts = [index for index, run in enumerate(runs) if re.search(r" (versie )?[0-9a-f]{6} · ", run.text)]
    for start in reversed(starts):
        joined = ""
        for end in range(start, len(runs)):
            if abs(runs[end].y - runs[start].y) > 0.01 and abs(runs[end].x - runs[start].x) > 0.01:
                break
            joined += runs[end].text
        found = CAPTION.fullmatch(joined)
        if found:
            return found, start, start + sum(1 for _run in _on_line(runs, start))
    return None


def _on_line(runs: list[Run], start: int) -> list[Run]:
    line = []
    for run in runs[start:]:
        if abs(run.y - runs[start].y) > 0.01 and abs(run.x - runs[start].x) > 0.01:
            break
        line.append(run)
    return line


def make(output: Path, deck: str, folder: Path, **options: Any) -> Made:
    """One deck, built."""
    request = replace(BuildRequest(decks=(deck,), output=output), **options)
    (result,), _warnings = build(request, folder)
    return Made(result.file.read_bytes(), result, request)
