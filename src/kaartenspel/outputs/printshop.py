"""A PDF for a print shop: what the office's writer makes, with boxes, inks and the metadata that PDF/X asks.

PDF/X-4 is ISO 15930-7, PDF/X-1a:2003 is ISO 15930-4. Both want dates; a fixed one keeps the bytes the same.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from typing import Any, BinaryIO, Literal
from uuid import UUID

import pikepdf
from pikepdf import Array, Dictionary, Name

from kaartenspel import __version__
from kaartenspel.drawing import Document
from kaartenspel.outputs.fonts import Faces
from kaartenspel.outputs.pdf import write_pdf
from kaartenspel.outputs.profile import Profile
from kaartenspel.outputs.separation import Press

MOMENT = "2000-01-01T00:00:00Z"
_INFO_MOMENT = "D:20000101000000Z"
REGISTRY = "http://www.color.org"
VERSIONS = {"pdf/x-4": "1.6", "pdf/x-1a": "1.4"}
_NAMES = {"pdf/x-4": "PDF/X-4", "pdf/x-1a": "PDF/X-1a:2003"}
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdfx="http://ns.adobe.com/pdfx/1.3/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>
<xmp:MetadataDate>{moment}</xmp:MetadataDate><xmp:CreatorTool>{producer}</xmp:CreatorTool>
<pdf:Producer>{producer}</pdf:Producer><pdf:Trapped>False</pdf:Trapped>
<xmpMM:DocumentID>uuid:{identity}</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
{standard}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
Flavour = Literal["pdf/x-4", "pdf/x-1a"]


@dataclass(frozen=True, slots=True)
class Standard:
    """What the file claims to be: its flavour, profile and printing condition."""

    flavour: Flavour
    profile: Profile
    condition: str
    most: float


def write_printshop(document: Document, faces: Faces, press: Press, standard: Standard, target: BinaryIO) -> None:
    """Write a document for a press. Same document, fonts and profile, same bytes."""
    plain = BytesIO()
    write_pdf(press.document(document), faces, plain)
    with pikepdf.open(plain) as pdf:
        _states(pdf)
        _pictures(pdf, standard)
        _catalog(pdf, document)
        _intent(pdf, standard)
        _describe(pdf, document, standard, sha256(plain.getvalue()).digest())
        version = VERSIONS[standard.flavour]
        pdf.save(
            target, min_version=version, force_version=version, deterministic_id=True, fix_metadata_version=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )  # fmt: skip


def _states(pdf: pikepdf.Pdf) -> None:
    """The states of overprint that colours name, and a Trans that no page may have."""
    over = pdf.make_indirect(Dictionary(Type=Name.ExtGState, op=True, OP=False, OPM=1))
    plain = pdf.make_indirect(Dictionary(Type=Name.ExtGState, op=False, OP=False, OPM=0))
    for page in pdf.pages:
        if "/Trans" in page.obj:
            del page.obj["/Trans"]
    for resources in _resources(pdf):
        resources.ExtGState = Dictionary(KF=over, NF=plain)


def _resources(pdf: pikepdf.Pdf) -> Iterator[Any]:
    yield from (page.obj.Resources for page in pdf.pages)
    yield from (item.Resources for item in _of_kind(pdf, "/Form"))


def _of_kind(pdf: pikepdf.Pdf, subtype: str) -> Iterator[Any]:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == subtype:
            yield item


def _pictures(pdf: pikepdf.Pdf, standard: Standard) -> None:
    """Every picture in inks; soft masks say how much covers, and stay grey."""
    masks = {item.SMask.objgen for item in _of_kind(pdf, "/Image") if "/SMask" in item}
    for item in list(_of_kind(pdf, "/Image")):
        if item.objgen in masks:
            continue
        picture = pikepdf.PdfImage(item).as_pil_image()
        inked = standard.profile.picture(picture, standard.most)
        item.write(zlib.compress(inked.tobytes(), 6), filter=Name.FlateDecode)
        item.ColorSpace, item.BitsPerComponent = Name.DeviceCMYK, 8


def _catalog(pdf: pikepdf.Pdf, document: Document) -> None:
    """No wishes about a printer's own settings: the shop decides."""
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.Lang = pikepdf.String(document.language)


def _intent(pdf: pikepdf.Pdf, standard: Standard) -> None:
    profile = pdf.make_stream(b"", N=4, Alternate=Name.DeviceCMYK)
    profile.write(zlib.compress(standard.profile.data, 9), filter=Name.FlateDecode)
    intent = Dictionary(
        Type=Name.OutputIntent, S=Name.GTS_PDFX, OutputConditionIdentifier=pikepdf.String(standard.condition),
        RegistryName=pikepdf.String(REGISTRY), Info=pikepdf.String(standard.profile.name), DestOutputProfile=profile,
    )  # fmt: skip
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])


def _describe(pdf: pikepdf.Pdf, document: Document, standard: Standard, fingerprint: bytes) -> None:
    """The information dictionary and the XMP, which say the same."""
    producer, name = f"kaartenspel {__version__}", _NAMES[standard.flavour]
    info = {"/Title": document.title, "/Producer": producer, "/Creator": producer}
    info |= {"/CreationDate": _INFO_MOMENT, "/ModDate": _INFO_MOMENT}
    if standard.flavour == "pdf/x-1a":
        info["/GTS_PDFXVersion"] = name
        said = f"<pdfx:GTS_PDFXVersion>{name}</pdfx:GTS_PDFXVersion>"
    else:
        said = f"<pdfxid:GTS_PDFXVersion>{name}</pdfxid:GTS_PDFXVersion>"
    pdf.trailer.Info = pdf.make_indirect(Dictionary({key: pikepdf.String(text) for key, text in info.items()}))
    pdf.trailer.Info.Trapped = Name("/False")
    identity = UUID(bytes=fingerprint[:16], version=4)
    words = {"title": _escaped(document.title), "producer": producer, "moment": MOMENT, "identity": identity}
    data = _XMP.format(**words, standard=said).encode()
    pdf.Root.Metadata = pdf.make_stream(data, Type=Name.Metadata, Subtype=Name.XML)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
