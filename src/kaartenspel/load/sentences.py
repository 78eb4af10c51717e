"""What each sort of rule finds in a text: words about what is wrong, or nothing."""

import re
from collections.abc import Callable, Mapping
from fnmatch import translate
from functools import cache
from typing import Any

from kaartenspel.messages import _, plural
from kaartenspel.model.checks import EndsWith, MaxWords, NoCharacter, NoDoubleNegation, OneSentence, StartsWithOneOf
from kaartenspel.model.richtext import Rich

_WORD = re.compile(r"[^\W_]+(?:[-’'./][^\W_]+)*")
_OPENING, _CLOSING = " ‘“„«'\"(", " ’”»'\")"
_END = re.compile(r"(?<=[.!?…])[’”»'\")]*\s+(?=[‘“„«'\"(]*[^\Wa-z])")
"""Where a sentence ends within a text: behind its mark, before what can begin another one."""
REST = "…"


def _sentences(text: Rich) -> list[str]:
    return [sentence for block in text.blocks for sentence in _END.split(block.text)]


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _max_words(rule: MaxWords, text: Rich) -> str:
    count = len(_words(text.text))
    said = plural("{count} word, {most} at most", "{count} words, {most} at most", count)
    return said.format(count=count, most=rule.most) if count > rule.most else ""


def _one_sentence(_rule: OneSentence, text: Rich) -> str:
    count = len(_sentences(text))
    return _("{count} sentences, and it should be one").format(count=count) if count > 1 else ""


def _ends_with(rule: EndsWith, text: Rich) -> str:
    if text.text.rstrip(_CLOSING).endswith(rule.endings):
        return ""
    return _("does not end with {endings}").format(endings=_quoted(rule.endings))


def _no_character(rule: NoCharacter, text: Rich) -> str:
    found = [character for character in rule.characters if character in text.text]
    return _("has {characters} in it").format(characters=_quoted(found)) if found else ""


def _starts_with_one_of(rule: StartsWithOneOf, text: Rich) -> str:
    words = _words(text.text)
    if any(_starts(entry, [word.casefold() for word in words]) for entry in rule.words):
        return ""
    return _("begins with ‘{word}’").format(word=words[0] if words else text.text)


def _starts(entry: str, words: list[str]) -> bool:
    """Whether these words begin as an entry says, with what it wants further on."""
    first, _rest, further = (part.strip().casefold() for part in entry.partition(REST))
    wanted = _words(further)
    behind = [words[index : index + len(wanted)] for index in range(1, len(words))]
    return words[:1] == [first] and (not wanted or wanted in behind)


def _no_double_negation(rule: NoDoubleNegation, text: Rich) -> str:
    says_no = _any_of(rule.words)
    for sentence in _sentences(text):
        found = [word for word in _words(sentence.casefold()) if says_no.match(word)]
        if len(found) > 1:
            return _("two words that say no in one sentence: {words}").format(words=_quoted(found))
    return ""


@cache
def _any_of(patterns: tuple[str, ...]) -> re.Pattern[str]:
    """What matches a word that one of these patterns means."""
    return re.compile("|".join(translate(pattern.casefold()) for pattern in patterns))


def _quoted(words: tuple[str, ...] | list[str]) -> str:
    return ", ".join(f"‘{word}’" for word in words)


SAYS: Mapping[str, Callable[[Any, Rich], str]] = {
    "max-words": _max_words, "one-sentence": _one_sentence, "ends-with": _ends_with, "no-character": _no_character,
    "starts-with-one-of": _starts_with_one_of, "no-double-negation": _no_double_negation,
}  # fmt: skip
"""The check of each sort of rule by its name."""
