from io import BytesIO

import pytest
import qrcode
from pdfkit import Finished

from kaartenspel.drawing import Document, Modules, Sheet, Text
from kaartenspel.outputs.fonts import Faces
from kaartenspel.outputs.pdf import write_pdf

LINK = "https://www.voorbeeld.nl/kaart/12"


@pytest.fixture(scope="session")
def faces():
    return Faces()


@pytest.fixture
def text(faces):
    """A kerned text in a face, as the compose room makes it."""

    def make(x, y, words, face="regular", size=11.0, colour="#000000"):
        return Text(x, y, face, size, colour, words, faces.shape(face, words).kerns)

    return make


@pytest.fixture(scope="session")
def modules():
    """A real QR symbol at a place."""

    def make(x, y, module=0.5, link=LINK):
        code = qrcode.QRCode(border=0, mask_pattern=2)
        code.add_data(link)
        code.make(fit=True)
        rows = tuple("".join("1" if dark else "0" for dark in row) for row in code.modules)
        return Modules(x, y, module, rows, link)

    return make


@pytest.fixture
def finish(faces):
    """What `write_pdf` makes of sheets, opened by the kit."""

    def make(*sheets: Sheet, title="Proef", subject="", language="nl"):
        target = BytesIO()
        write_pdf(Document(title, language, sheets, subject), faces, target)
        return Finished(target.getvalue())

    return make
