"""Keeps the Dutch catalogue: `python tools/messages.py [--merge FILE…]`.

Extracts what the code says (`_("…")`, `plural("…", "…", n)`) and what Click says, merges it into the `.po` with the
translations that are there, takes over those of other po files, and compiles the `.mo`. What our code no longer says
goes; what Click says in any version stays, since an installed Click may be older or newer than this one.
"""

import argparse
import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "kaartenspel"
PO = SOURCE / "locale" / "nl" / "LC_MESSAGES" / "kaartenspel.po"
MO = PO.with_suffix(".mo")
CLICK = "click"
KEYWORDS: dict[str, tuple[int, ...] | None] = {"_": None, "plural": (1, 2), "ngettext": (1, 2)}
HEADER = [
    ("Language", "nl"),
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=utf-8"),
    ("Content-Transfer-Encoding", "8bit"),
    ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
]

Key = str | tuple[str, ...] | list[str]  # a message, or its singular and plural


class PlainCatalog(Catalog):
    """A catalogue whose header holds no date, no name and no version, so that equal words are equal bytes."""

    mime_headers = HEADER


def ours(source: Path = SOURCE) -> Catalog:
    """What our own code says, each with the files that say it."""
    return _extracted(source, f"{source.name}/")


def clicks() -> Catalog:
    """What the installed Click says."""
    return _extracted(Path(click.__file__).parent, "")


def read(path: Path) -> Catalog:
    """A po file; raises ValueError or PoFileError where it is none."""
    with path.open("rb") as file:
        return read_po(file, locale="nl", abort_invalid=True)


def merged(known: Catalog, extras: Iterable[Catalog], source: Path = SOURCE) -> Catalog:
    """All that is said now, with what is translated so far; a later catalogue wins over an earlier one."""
    all_of_them = (known, *extras)
    said = [*_real(ours(source)), *_real(clicks())]
    said += [message for catalog in all_of_them for message in _of_click(catalog)]
    catalog = PlainCatalog(locale="nl")
    for message in sorted(said, key=_order):
        catalog.add(_as_known(message.id, catalog), locations=message.locations)
    for translations in all_of_them:
        for message in _real(translations):
            entry = catalog.get(_first(message.id))
            if entry is not None and entry.pluralizable == message.pluralizable and translated(message):
                entry.string = message.string
    return catalog


def translated(message: Message) -> bool:
    """Whether each form of the message has a translation."""
    strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return len(strings) == (2 if message.pluralizable else 1) and all(strings)


def as_po(catalog: Catalog) -> bytes:
    """The text of the po file: files without line numbers, so that only changed words change it."""
    head = 'msgid ""\nmsgstr ""\n' + "".join(f'"{name}: {value}\\n"\n' for name, value in HEADER) + "\n"
    body = io.BytesIO()
    write_po(body, catalog, width=110, omit_header=True, include_lineno=False, ignore_obsolete=True)
    return head.encode() + body.getvalue().strip() + b"\n"


def as_mo(catalog: Catalog) -> bytes:
    """The compiled catalogue."""
    plain = PlainCatalog(locale="nl")
    for message in _real(catalog):
        if translated(message):
            plain.add(message.id, message.string)
    compiled = io.BytesIO()
    write_mo(compiled, plain)
    return compiled.getvalue()


def _extracted(folder: Path, prefix: str) -> Catalog:
    catalog = Catalog()
    found = extract_from_dir(folder, method_map=[("**.py", "python")], keywords=KEYWORDS)
    for name, line, message, _comments, _context in found:
        place = (f"{prefix}{Path(name).as_posix()}", line) if prefix else (CLICK, 1)
        catalog.add(message, locations=[place])
    return catalog


def _real(catalog: Catalog) -> Iterator[Message]:
    """The messages without the header."""
    return (message for message in catalog if message.id)


def _of_click(catalog: Catalog) -> Iterator[Message]:
    for message in _real(catalog):
        if any(name == CLICK for name, _line in message.locations):
            yield Message(message.id, locations=[(CLICK, 1)])


def _order(message: Message) -> tuple[str, str, tuple[str, ...]]:
    """By file, then by text: line numbers would move everything with each change of the code."""
    files = sorted(name for name, _line in message.locations)
    return (files[0], _first(message.id), _forms(message.id))


def _as_known(key: Key, catalog: Catalog) -> Key:
    """By its singular gettext knows a message: versions of Click that differ in the plural share one entry."""
    entry = catalog.get(_first(key))
    return key if entry is None else entry.id


def _first(key: Key) -> str:
    return _forms(key)[0]


def _forms(key: Key) -> tuple[str, ...]:
    return (key,) if isinstance(key, str) else tuple(key)


def main() -> int:
    """Bring both files up to date; the exit code is 1 while something is not translated."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--merge", nargs="*", type=Path, default=[], metavar="FILE", help="po files to take over")
    arguments = parser.parse_args()
    known = read(PO) if PO.exists() else Catalog(locale="nl")
    catalog = merged(known, [read(path) for path in arguments.merge])
    PO.parent.mkdir(parents=True, exist_ok=True)
    PO.write_bytes(as_po(catalog))
    MO.write_bytes(as_mo(catalog))
    open_ones = [message for message in _real(catalog) if not translated(message)]
    for message in open_ones:
        where = ", ".join(sorted({name for name, _line in message.locations}))
        print(f"not translated: {_first(message.id)!r} ({where})", file=sys.stderr)
    print(f"{len(list(_real(catalog)))} messages, {len(open_ones)} not translated")
    return 1 if open_ones else 0


if __name__ == "__main__":
    sys.exit(main())
