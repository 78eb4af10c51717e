"""The language of what people read on screen: Dutch unless they ask for English.

Messages are English in the code and translated by a gettext catalogue. Click looks its own words up in
the process's current text domain, so one catalogue holds them all.
"""

import gettext
import os
from functools import cache
from pathlib import Path

DOMAIN = "kaartenspel"
LOCALE = Path(__file__).parent / "locale"
LANGUAGES = ("nl", "en")


def use(language: str) -> None:
    """Speak this language (`nl` or `en`) from here on, Click's own words included."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain(DOMAIN, str(LOCALE))
    gettext.textdomain(DOMAIN)


def language() -> str:
    """The language of the run; English where none was chosen."""
    return os.environ.get("LANGUAGE", "") or "en"


def _(message: str) -> str:
    """This message in the language of the run."""
    return _catalogue(gettext.textdomain(), os.environ.get("LANGUAGE", "")).gettext(message)


def plural(one: str, many: str, count: int) -> str:
    """`one` or `many`, by the rules of the language of the run."""
    return _catalogue(gettext.textdomain(), os.environ.get("LANGUAGE", "")).ngettext(one, many, count)


@cache
def _catalogue(domain: str, language: str) -> gettext.NullTranslations:
    """The messages of a language; gettext itself would look for their file each time, and there may be thousands."""
    return gettext.translation(domain, LOCALE, [language], fallback=True)
