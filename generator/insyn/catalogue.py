"""A catalogue of interface texts that a site brings itself, for a language that the theme lacks.

It is a gettext file below the site's overrides, as the theme's own are below `theme/locale`.  What
is asked of it is judged here, before any page is made with it: templates take a translation as it
is, so it may have no other values and no other markup than the English text.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po, write_po
from babel.support import Translations

from insyn.problem import Place, Problem

_VALUE = re.compile(r"%\(\w+\)s|\{\w+\}")  # the second are filled in by the search, in the browser
_MARKUP = re.compile(r"<[^<>]*>|&#?\w+;|[<>&]")
_ADDRESS_PART = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ADDRESS = "address"
_LINE = re.compile(
    r'\s*(#.*|((msgctxt|msgid|msgid_plural|msgstr(\[\d+\])?)\s*)?"([^"\\]|\\.)*"\s*)?'
)
_SHOWN = 3
_HUNDRED = 100

# Babel's own header would carry the hour of writing.
_HEADER = """\
# Interface texts. The keys are the English texts; a text that is empty here is shown in English.
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: nplurals={count}; plural={plural};\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


@dataclass(frozen=True, slots=True)
class Text:
    """An interface text: the English words (`one`, and `many` where it is counted), and a context.

    Texts with the context "address" become parts of addresses.
    """

    one: str
    many: str = ""
    context: str = ""


class CatalogueError(ValueError):
    """A file that is no catalogue; `line` is where, from 1, and `why` what stands there."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(why)
        self.line = line
        self.why = why


def catalogue_path(code: str) -> str:
    """Where the catalogue of the language `code` lies in a theme, and in a site's overrides."""
    return f"locale/{code}/LC_MESSAGES/insyn.po"


def catalogue_language(path: str) -> str:
    """The language whose catalogue lies at `path`, or "" where no catalogue can lie."""
    found = re.fullmatch(r"locale/([a-z]{2,3})/LC_MESSAGES/insyn\.po", path)
    return found[1] if found else ""


def read_catalogue(content: bytes, code: str) -> Catalog:
    """The catalogue in `content`.  Raises `CatalogueError`."""
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        raise CatalogueError(content[: error.start].count(b"\n") + 1, "UTF-8") from error
    # Babel would pass over a line that it can't read.
    for number, line in enumerate(text.splitlines(), 1):
        if not _LINE.fullmatch(line):
            raise CatalogueError(number, line.strip())
    try:
        return read_po(io.BytesIO(content), locale=code, abort_invalid=True)
    except PoFileError as error:
        raise CatalogueError((error.lineno or 0) + 1, str(error).partition(" on ")[0]) from error
    except (ValueError, LookupError, AttributeError) as error:
        # A header that cannot be understood: it is the first thing in the file.
        raise CatalogueError(1, str(error)) from error


def compile_catalogue(content: bytes, code: str) -> Translations:
    """The translations in `content`, ready to be looked up in.  Raises `CatalogueError`."""
    compiled = io.BytesIO()
    write_mo(compiled, read_catalogue(content, code))
    compiled.seek(0)
    try:
        return Translations(compiled, domain="insyn")
    except (ValueError, LookupError) as error:  # gettext reads the rule for plurals here
        raise CatalogueError(1, str(error)) from error


def texts_of(catalogue: Catalog) -> tuple[Text, ...]:
    """Every text that `catalogue` has a place for, in its order."""
    return tuple(_text(message) for message in catalogue if message.id)


def find_untranslated(catalogue: Catalog, texts: Sequence[Text]) -> tuple[Text, ...]:
    """Those of `texts` that `catalogue` lacks, or has no words for in some number."""
    return tuple(text for text in texts if not _is_whole(catalogue, text))


def judge_catalogue(
    content: bytes, code: str, texts: Sequence[Text], *, file: str, whole: bool
) -> tuple[Problem, ...]:
    """What is wrong with a site's catalogue `file` of the language `code`.

    With `whole`, every one of `texts` is wanted; without, the theme has those that are missing.
    """
    try:
        catalogue = read_catalogue(content, code)
        compile_catalogue(content, code)
    except CatalogueError as error:
        return (Problem.at(Place(file, error.line), "catalogue-unreadable", why=error.why),)
    found: list[Problem] = []
    for message in catalogue:
        if message.id:
            place = Place(file, message.lineno or 1)
            found += (
                Problem.at(place, wrong, text=_text(message).one, **values)
                for wrong, values in _wrong(message)
            )
    left = find_untranslated(catalogue, texts) if whole else ()
    if left:
        some = "; ".join(text.one for text in left[:_SHOWN])
        values = {"language": code, "some": some, **how_many(len(left))}
        found.append(Problem.at(Place(file), "catalogue-incomplete", **values))
    return tuple(found)


def how_many(count: int) -> dict[str, str]:
    """A number of missing texts as messages say it: beyond a hundred nobody counts them one by one.

    So a new text in the theme changes no message.
    """
    if count < _HUNDRED:
        return {"count_sv": str(count), "count_en": str(count)}
    whole = count // _HUNDRED * _HUNDRED
    return {"count_sv": f"minst {whole}", "count_en": f"at least {whole}"}


def begin_catalogue(code: str, texts: Sequence[Text], content: bytes = b"") -> bytes:
    """A catalogue of `code` with a place for every one of `texts`.

    What the one in `content` has is kept, in its order; what is new stands at the end.  Raises
    `CatalogueError` where that one can't be read.
    """
    catalogue = read_catalogue(content, code) if content else Catalog(locale=code)
    for text in texts:
        key = (text.one, text.many) if text.many else text.one
        if catalogue.get(text.one, text.context or None) is None:
            catalogue.add(key, context=text.context or None)
    written = io.BytesIO()
    written.write(
        _HEADER.format(
            language=code, count=catalogue.num_plurals, plural=catalogue.plural_expr
        ).encode()
    )
    write_po(written, catalogue, width=100, no_location=True, omit_header=True)
    return written.getvalue()


def _text(message: Message) -> Text:
    one, many = (message.id, "") if isinstance(message.id, str) else message.id
    return Text(one, many, message.context or "")


def _strings(message: Message) -> tuple[str, ...]:
    string = message.string
    return (string,) if isinstance(string, str) else tuple(string or ())


def _is_whole(catalogue: Catalog, text: Text) -> bool:
    message = catalogue.get(text.one, text.context or None)
    if message is None or message.fuzzy:
        return False
    strings = _strings(message)
    return all(strings) and len(strings) == (catalogue.num_plurals if text.many else 1)


def _wrong(message: Message) -> Iterator[tuple[str, dict[str, str]]]:
    """What would break a page: a value that nobody gives, or markup of the translator's own."""
    text = _text(message)
    given = set(_VALUE.findall(text.one + text.many))
    markup = [Counter(_MARKUP.findall(spelled)) for spelled in (text.one, text.many) if spelled]
    for string in filter(None, _strings(message)):
        asked = set(_VALUE.findall(string))
        # A plural form may leave its number out ("one project"), any other text nothing.
        left_out = given - asked - ({"%(count)s"} if text.many else set())
        if asked - given or left_out or "%" in _VALUE.sub("", string).replace("%%", ""):
            values = ", ".join(sorted(given)) or "–"
            yield "catalogue-values", {"typed": string, "values": values}
        if Counter(_MARKUP.findall(string)) not in markup:
            yield "catalogue-markup", {"typed": string}
        if text.context == _ADDRESS and not _ADDRESS_PART.fullmatch(string):
            yield "catalogue-address", {"typed": string}
