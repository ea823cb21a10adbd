"""What makes a text hard to take in: for ears, for eyes, and for those who read slowly.

Pure: a text as `markup` reads it → problems, each where it stands.  What can be decided is an
error or a warning; what only a person can judge is advice.  The word lists are short on purpose:
a check that cries wolf is soon no longer read.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from insyn.markup import Passage, Reference, Rendered
from insyn.problem import Place, Problem, folded

LONGEST_ALTERNATIVE = 150
"""In characters: so much may be said of a picture before a caption or the text says it better."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What must be known to judge the texts of a site.

    `explained` are words that need no explanation in the text, as they are spelled: those of the
    glossary and of names.  `media` are the paths of the files that texts may link to.
    """

    explained: frozenset[str] = frozenset()
    media: frozenset[str] = field(default_factory=frozenset)


def judge(rendered: Rendered, language: str, setting: Setting) -> tuple[Problem, ...]:
    """What is wrong with the words of a body in `language`, in order."""
    found = [
        *_headings(rendered),
        *_unheaded(rendered),
        *_empty(rendered),
        *_links(rendered),
        *_films(rendered, setting),
        *_abbreviations(rendered, language, setting),
    ]
    for reference in rendered.references:
        if reference.kind == "image":
            found += judge_picture(
                reference.text, reference.caption, reference.target, reference.place
            )
    for passage in rendered.passages:
        found += _tables(passage)
        found += _bare_addresses(passage)
        found += judge_capitals(_words(passage.typed), passage, setting)
        found += _bold(passage)
        found += _foreign(passage, language)
    return tuple(sorted(found))


# --- pictures -----------------------------------------------------------------------------------

_PICTURE_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|heic|tiff?|bmp)$", re.IGNORECASE)
_CAMERA = re.compile(r"(?:img|dsc[nf]?|pxl|bild|image|foto|photo|picture)?[-_ ]*\d+", re.IGNORECASE)
_NO_ALTERNATIVE = frozenset(
    "alt alternativtext bild bilden foto image img logga photo picture text".split()
)
_BEGINS = re.compile(
    r"(?:(?:en|ett|an?|the)\s+)?"
    r"(?:(?:bild(?:en)?|foto(?:t|grafi)?|fotografiet|illustration(?:en)?|teckning(?:en)?"
    r"|närbild|skärmdump|image|photo(?:graph)?|picture|illustration|drawing|screenshot)"
    r"\s+(?:på|av|över|från|som\s+(?:visar|föreställer)|visar|föreställer"
    r"|of|showing|that\s+shows|shows))\s+",
    re.IGNORECASE,
)
# A file with such a name is likely to be a text that was saved as a picture.
_TEXT_PICTURE = re.compile(
    r"(?:^|[-_ ])(affisch|anslag|broschyr|flygblad|flyer|folder|inbjudan|infogra(?:fik|phic)"
    r"|logotyp-med-text|poster|skarm(?:dump|bild|avbild|klipp)|screen-?(?:shot|dump)|leaflet"
    r"|brochure|invitation|leaflet)(?:en|er|s)?(?:[-_ .\d]|$)"
)


def judge_picture(alternative: str, caption: str, file: str, place: Place) -> Iterator[Problem]:
    """What is wrong with what is said of the picture `file`.  A missing text is told elsewhere."""
    name = posixpath.basename(unquote(file))
    stem = name.rpartition(".")[0] or name
    said = alternative.strip()
    if not said:
        pass
    elif (
        _PICTURE_FILE.search(said)
        or _CAMERA.fullmatch(said)
        or said.casefold() in _NO_ALTERNATIVE
        or (folded(said) == folded(stem) and re.search(r"[\d_-]", said))
    ):
        yield Problem.at(place, "image-alt-file-name", text=said)
    elif (begins := _BEGINS.match(said)) and begins.end() < len(said):
        rest = said[begins.end() :]
        rest = rest.lower() if rest.isupper() and " " in rest else rest
        mended = rest[:1].upper() + rest[1:]
        yield Problem.at(place, "image-alt-begins", text=begins.group().strip(), mended=mended)
    if len(said) > LONGEST_ALTERNATIVE:
        yield Problem.at(place, "image-alt-long", length=len(said), most=LONGEST_ALTERNATIVE)
    if said and _bare(said) == _bare(caption):
        yield Problem.at(place, "image-alt-caption", text=said)
    plain = stem.casefold().translate(str.maketrans("åäö", "aao"))
    if found := _TEXT_PICTURE.search(plain):
        yield Problem.at(place, "picture-of-text", file=name, word=found[1])


def _bare(text: str) -> str:
    """`text` as it is compared: without case and without signs at its ends."""
    return folded(text).strip(" .…:!?»«”“\"'–—-→›>")


# --- headings and links -------------------------------------------------------------------------


def _headings(rendered: Rendered) -> Iterator[Problem]:
    """The same heading twice below one that is above both."""
    way: dict[int, str] = {}
    seen: dict[tuple[str, ...], Place] = {}
    for heading in rendered.headings:
        way = {level: text for level, text in way.items() if level < heading.level}
        key = (*way.values(), str(heading.level), folded(heading.text))
        first = seen.setdefault(key, heading.place)
        if first != heading.place:
            yield Problem.at(heading.place, "heading-twice", text=heading.text, line=first.line)
        way[heading.level] = heading.id


LONGEST_UNHEADED = 300
"""In words: about what one reads in a minute and a half, and three screens of a phone."""


def _unheaded(rendered: Rendered) -> Iterator[Problem]:
    """More words than that without a heading to find one's way by (WCAG 2.4.10)."""
    begins: Passage | None = None
    count = 0
    for passage in (*rendered.passages, None):
        if passage is None or passage.kind == "heading":
            if begins is not None and count > LONGEST_UNHEADED:
                place = begins.place(0)
                yield Problem.at(place, "heading-missing", count=count, most=LONGEST_UNHEADED)
            begins, count = None, 0
        elif passage.kind != "table":
            begins = begins or passage
            count += len(passage.typed.split())


_HEADING_TAG = re.compile(r"<h([3-6])(?:\s[^<>]*)?\bid=\"([^\"]+)\"[^<>]*>.*?</h\1>", re.DOTALL)
_HIGHER = re.compile(r"<h([3-6])\b")


def _empty(rendered: Rendered) -> Iterator[Problem]:
    """Headings with nothing below them, not even a heading of a lower level."""
    empty = {
        section.heading.id
        for section in rendered.sections
        if section.heading and not section.html.strip()
    }
    for section in rendered.sections:
        for found in _HEADING_TAG.finditer(section.html):
            rest = section.html[found.end() :].lstrip()
            below = _HIGHER.match(rest)
            if not rest or (below and int(below[1]) <= int(found[1])):
                empty.add(found[2])
    for heading in rendered.headings:
        if heading.id in empty:
            yield Problem.at(heading.place, "section-empty", text=heading.text)


VAGUE = frozenset(
    """
    här|klicka|klicka här|tryck här|läs mer|läs mer här|läs vidare|mer|mer här|se mer|visa mer
    mer info|mer information|länk|länken|denna länk|den här länken|sidan
    denna sida|den här sidan|ladda ner|ladda ned|hämta|fortsätt|gå vidare|öppna|pdf
    here|click|click here|click this|read more|read more here|more|see more|show more|more info
    more information|learn more|find out more|link|this link|this page|this|page|download|continue
    go|open|details
    """.strip()
    .replace("\n", "|")
    .replace("  ", "")
    .split("|")
)
"""Link texts that do not say where the link leads, without case and signs."""

_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*://\S+|www\.[^\s/]+/\S+)", re.IGNORECASE)


def is_vague(text: str) -> bool:
    """Does the text of a link say nothing of where it leads?"""
    return _bare(text) in VAGUE


def _links(rendered: Rendered) -> Iterator[Problem]:
    first: dict[str, Reference] = {}
    for link in rendered.references:
        if link.kind != "link" or not link.text:
            continue
        if is_vague(link.text):
            yield Problem.at(link.place, "link-text-vague", text=link.text, target=link.target)
        elif _ADDRESS.fullmatch(link.text):
            host = (urlsplit(link.target).hostname or "").removeprefix("www.")
            yield Problem.at(link.place, "link-text-address", text=link.text, host=host)
        other = first.setdefault(_bare(link.text), link)
        if link.address and other.address and other.address != link.address:
            yield Problem.at(
                link.place,
                "link-text-twice",
                text=link.text,
                line=other.place.line,
                target=link.target,
                other=other.target,
            )


# What an address may stand in without being bare: code, a link, and where a link's target is given.
_LINKED = re.compile(
    r"(?P<ticks>`+).*?(?P=ticks)"
    r"|!?\[(?:[^\[\]]|\[[^\[\]]*\])*\](?:\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\]|:\s*\S+)"
    r"|<[^<>]*>|\{[^{}]*\}",
    re.DOTALL,
)
_BARE_ADDRESS = re.compile(r"(?<![\w@/.])(?:https?://|www\.)[^\s<>\[\]|*`]*[\w/]", re.IGNORECASE)


def _bare_addresses(passage: Passage) -> Iterator[Problem]:
    """Web addresses that stand in the text: some previews make links of them, Markdown does not."""
    shown = _LINKED.sub(lambda found: " " * len(found.group()), passage.typed)
    for found in _BARE_ADDRESS.finditer(shown):
        address = found.group()
        target = address if "://" in address else f"https://{address}"
        place = passage.place(found.start())
        yield Problem.at(place, "address-bare", address=address, target=target)


# --- film and sound -----------------------------------------------------------------------------

_FILM_FILE = re.compile(r"\.(?:mp4|m4v|webm|ogv|mov|avi)$", re.IGNORECASE)
_SOUND_FILE = re.compile(r"\.(?:mp3|m4a|oga|ogg|opus|wav)$", re.IGNORECASE)
_FILM_HOSTS = frozenset(
    "youtube.com youtu.be vimeo.com player.vimeo.com svtplay.se play.mediaflow.com".split()
)
_SOUND_HOSTS = frozenset(
    "soundcloud.com open.spotify.com podcasts.apple.com sverigesradio.se".split()
)
_IN_TEXT = re.compile(
    r"undertext|textad|textversion|som text|utskrift|transkri|syntolk|manus"
    r"|caption|subtitle|transcript|text version|as text|script of",
    re.IGNORECASE,
)


def _films(rendered: Rendered, setting: Setting) -> Iterator[Problem]:
    """Links to film without captions and sound without a transcript."""
    playing = [
        (link, code)
        for link in rendered.references
        if link.kind == "link" and (code := _what_plays(link))
    ]
    lines = {link.place.line for link, _ in playing}
    for number, passage in enumerate(rendered.passages):
        here = {place.line for place in passage.lines}
        said = _words(passage.typed)
        # What follows may say it, if it does not lead to a film of its own.
        for below in rendered.passages[number + 1 : number + 2] if here & lines else ():
            if not lines & {place.line for place in below.lines}:
                said += _words(below.typed)
        for link, code in playing:
            in_text = _IN_TEXT.search(said) or _has_text_beside(link, setting)
            if link.place.line in here and not in_text:
                bare = _ADDRESS.fullmatch(link.text) or link.text == link.target
                yield Problem.at(
                    link.place,
                    code,
                    text=link.text,
                    target=link.target,
                    said_sv="Filmen om …" if bare else link.text,
                    said_en="The film about …" if bare else link.text,
                )


def _what_plays(link: Reference) -> str:
    """The code of the problem that a link has if nothing says its film or sound in text."""
    address = urlsplit(link.address)
    host = (address.hostname or "").removeprefix("www.").removeprefix("m.")
    if _FILM_FILE.search(address.path) or host in _FILM_HOSTS:
        return "film-without-captions-elsewhere" if host else "film-without-captions"
    if _SOUND_FILE.search(address.path) or host in _SOUND_HOSTS:
        return "sound-without-text-elsewhere" if host else "sound-without-text"
    return ""


def _has_text_beside(link: Reference, setting: Setting) -> bool:
    """Is there a file of captions, or of text, with the same name beside the film?"""
    stem = link.address.removeprefix("media:").rpartition(".")[0]
    return any(f"{stem}{ending}" in setting.media for ending in (".vtt", ".srt", ".txt"))


# --- tables -------------------------------------------------------------------------------------

_RULE_ROW = re.compile(r"\|? *:?-+:? *(?:\| *:?-+:? *)*\|? *")
_ESCAPED_PIPE = re.compile(r"\\\|")
_MANY_ROWS = 2


def _cells(row: str) -> list[str]:
    row = _ESCAPED_PIPE.sub("  ", row).strip()
    return row.removeprefix("|").removesuffix("|").split("|")


def _tables(passage: Passage) -> Iterator[Problem]:
    """Tables whose columns nothing names."""
    rows = passage.typed.split("\n")
    if passage.kind == "table":
        cells = _cells(rows[0])
        empty = [number for number, cell in enumerate(cells) if not _words(cell).strip()]
        if len(empty) == len(cells):
            yield Problem.at(passage.lines[0], "table-header-missing")
        # What stands first in each row names the row: the corner above has nothing to name.
        elif later := [number for number in empty if number]:
            yield Problem.at(passage.lines[0], "table-header-empty", column=later[0] + 1)
    elif len(rows) >= _MANY_ROWS and all(
        row.strip().startswith("|") and row.strip().endswith("|") and row.count("|") > _MANY_ROWS
        for row in rows
    ):
        rule = "|" + " --- |" * len(_cells(rows[0]))
        yield Problem.at(passage.lines[0], "table-rule-missing", mended=rule)


# --- signs that shout or only look like headings ------------------------------------------------

# What is not said to the reader, blanked so that every other sign keeps its offset.
_NOT_WORDS = re.compile(
    r"(?P<ticks>`+).*?(?P=ticks)"
    r"|!\[[^\]]*\]\([^)]*\)"
    r"|(?<=\])\((?:[^()]|\([^()]*\))*\)"
    r"|(?<=\])\[[^\]]*\]"
    r"|\{[^{}]*\}"
    r"|<[^<>]*>"
    r"|(?:https?://|www\.)\S*[\w/]"
    r"|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*"
    r"|&#?\w+;"
    r"|[\[\]*_~\\|]",
    re.DOTALL,
)
_ELSEWISE = re.compile(r"\[[^\[\]]*\](?:\([^()]*\))?\{:? *lang[^{}]*\}")


def _words(typed: str) -> str:
    """What is said in Markdown, as long as what is typed: all else is blank."""
    return _NOT_WORDS.sub(lambda found: " " * len(found.group()), typed)


def own_words(typed: str) -> str:
    """As `_words`, without what is marked as being in another language."""
    return _words(_ELSEWISE.sub(lambda found: " " * len(found.group()), typed))


_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_SHOUT = re.compile(r"[^\W\d_a-zåäöéü]+(?:[ \-\n]+[^\W\d_a-zåäöéü]+){2,}(?![^\W_])")
_LONG_WORD = 5
_LONG_HEADING_WORDS = {1: 6, 2: 5}  # by how many words there are; of more, shorter ones


def judge_capitals(words: str, passage: Passage, setting: Setting) -> Iterator[Problem]:
    """Headings in capitals, and three words or more in a row.  Abbreviations may have them."""
    if passage.kind == "heading":
        found = _WORD.findall(words)
        unknown = [word for word in found if word not in setting.explained]
        if (
            unknown
            and all(map(str.isupper, found))  # Arabic has no capitals, and is not shouted
            and max(map(len, unknown)) >= _LONG_HEADING_WORDS.get(len(found), 4)
        ):
            yield Problem.at(passage.place(0), "capitals", text=_short(words))
        return
    for run in _SHOUT.finditer(words):
        spelled = run.group()
        unknown = [word for word in _WORD.findall(spelled) if word not in setting.explained]
        if (
            all(map(str.isupper, _WORD.findall(spelled)))
            and len([word for word in unknown if len(word) > 1]) > _MANY_ROWS
            and max(map(len, unknown)) >= _LONG_WORD
        ):
            yield Problem.at(passage.place(run.start()), "capitals", text=_short(spelled))


_BOLD = re.compile(r"(?P<sign>\*\*\*|\*\*|__|\*|_)(?P<words>[^*_\n]+)(?P=sign)(?P<after>:?)")
_LONGEST_HEADING = 12


def _bold(passage: Passage) -> Iterator[Problem]:
    """A paragraph that is a few words in bold: to the eye a heading, to the ear none."""
    if passage.kind != "text":
        return
    found = _BOLD.fullmatch(passage.typed.strip())
    if found is None:
        return
    words = found["words"].strip()
    if words[-1:] not in '.!?…”"' and len(words.split()) <= _LONGEST_HEADING:
        name = words.rstrip(":")
        yield Problem.at(passage.place(0), "bold-heading", text=name)


def _short(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= 60 else f"{shown[:59]}…"  # noqa: PLR2004


# --- passages in another language ---------------------------------------------------------------

SMALL_WORDS: Mapping[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "sv": "och att det som är av för med till inte ett har hade vara kan ska skulle på från "
        "eller när så var sig han hon deras där här efter också över mer blir blev får fick de vi "
        "du jag min sina dem utan mellan många mycket denna detta dessa vid kommer en om alla då "
        "nu ut upp bland mot gör kunde fått flera andra hela behöver finns själv sitt varje även "
        "bara ingen något några sedan ville vill ha blivit varit genom både sitt hur vad vem",
        "en": "and the of to that is with as it have were this which they their from not will "
        "would or an at who what when how more also been but we you your about people for are "
        "was than into them our there these those being does because through during a in by on "
        "has can could should had his her its if each most very only well own before new get "
        "be other many some any no all",
        "fi": "ja on ei se että oli myös ovat mutta kun tai joka ovat hän sekä kuin niin voi "
        "tämä mukaan jos siitä sen ole olla ihmiset",
        "de": "und der die das ist nicht mit den von für auf ein eine sich auch wir werden oder "
        "wird sind dem des im zu als bei nach über",
        "fr": "et le la les des est pas une pour qui dans avec sur du au ce nous vous sont ou "
        "mais plus leur",
        "es": "y el la los las de del que es una para con por se su no son pero más como",
    }.items()
}
"""Small words that are common in one language and rare or unknown in the others."""

_FRAGMENT = re.compile(r"[^.!?:;()\[\]”“\"»«\n|]+(?:\n[^.!?:;()\[\]”“\"»«\n|]+)*")
_SHORTEST = 6  # words: fewer are likely to be a name or a title
_SMALL_AT_LEAST = 3
_SHARE = 0.25
_OWN_WEIGHT = 5  # a small word of one's own language says more than one of another
_NAME_LIKE = 0.5


def _foreign(passage: Passage, language: str) -> Iterator[Problem]:
    """The first sentence of a passage that is in another language and does not say so."""
    own = passage.language or language
    marked = _ELSEWISE.sub(lambda found: "." * len(found.group()), passage.typed)
    for fragment in _FRAGMENT.finditer(_words(marked)):
        said = fragment.group()
        if spoken := spoken_language(said, own):
            place = passage.place(fragment.end() - len(said.lstrip(" \n–—-")))
            yield language_problem(place, "language-unmarked", spoken, text=_short(said))
            return


_LANGUAGE_NAMES: Mapping[str, tuple[str, str]] = {
    "sv": ("svenska", "Swedish"),
    "en": ("engelska", "English"),
    "fi": ("finska", "Finnish"),
    "de": ("tyska", "German"),
    "fr": ("franska", "French"),
    "es": ("spanska", "Spanish"),
}


def language_problem(place: Place, code: str, language: str, **values: str) -> Problem:
    """A problem of the kind `code` with what `language` is called."""
    sv, en = _LANGUAGE_NAMES[language]
    return Problem.at(place, code, language=language, name_sv=sv, name_en=en, **values)


def spoken_language(sentence: str, own: str) -> str:
    """The code of the other language than `own` that a sentence is in; empty if none is likely."""
    own = own.partition("-")[0]
    words = _WORD.findall(sentence)
    if len(words) < _SHORTEST or own not in SMALL_WORDS:
        return ""
    counts = {
        code: sum(word.lower() in small for word in words) for code, small in SMALL_WORDS.items()
    }
    best = max(counts, key=lambda code: (counts[code], code == own))
    if best == own or counts[best] < max(_SMALL_AT_LEAST, _SHARE * len(words)):
        return ""
    if counts[own] * _OWN_WEIGHT > counts[best]:
        return ""
    others = [word for word in words[1:] if word.lower() not in SMALL_WORDS[best]]
    capitals = sum(word[0].isupper() for word in others)
    return "" if others and capitals >= _NAME_LIKE * len(others) else best


# --- abbreviations ------------------------------------------------------------------------------

_ABBREVIATION = re.compile(
    r"(?<![\w-])(?P<word>[A-ZÅÄÖ]{2,6})(?=$|[^\w-]|[:’'][a-zåäö]{1,3}(?!\w)|s(?!\w)|-[a-zåäö])"
)
_LEVEL = re.compile(r"A{2,3}")
"""Of WCAG."""
_ROMAN = re.compile(r"[IVXLC]+")
# Better known as they are than spelled out, or no abbreviations to a reader.
_COMMON = frozenset(
    "AB AI CD DNA DVD EU FN GPS HB ID IT MP OBS OK PC PDF PIN SMS TV UK UN USA VD"
    # Money.
    " DKK EUR GBP NOK SEK USD"
    # Names of firms that stand for nothing else any more.
    " ABB BMW ICA IKEA LKAB SAAB SEB SKF".split()
)
_EXPLAINS = re.compile(
    r"förkort|står för|kallas|kallad|betyder|det vill säga|short for|for short|stands for|called"
    r"|known as|means|that is",
    re.IGNORECASE,
)

_PROJECT = re.compile(r"(?:-| )projekt(?:et)?\b| project\b", re.IGNORECASE)

# How an abbreviation of common words is written out.
_WRITTEN_OUT: Mapping[str, Mapping[str, str]] = {
    "sv": {
        "t.ex": "till exempel",
        "bl.a": "bland annat",
        "m.m": "med mera",
        "m.fl": "med flera",
        "dvs": "det vill säga",
        "d.v.s": "det vill säga",
        "osv": "och så vidare",
        "o.s.v": "och så vidare",
        "p.g.a": "på grund av",
        "pga": "på grund av",
        "s.k": "så kallad",
        "fr.o.m": "från och med",
        "t.o.m": "till och med",
        "f.d": "före detta",
        "f.n": "för närvarande",
        "m.a.o": "med andra ord",
        "etc": "och så vidare",
        "resp": "respektive",
        "ang": "om",
        "tex": "till exempel",
        "mm": "med mera",
    },
    "en": {"e.g": "for example", "i.e": "that is", "etc": "and so on", "approx": "about"},
}
_SHORT_WORDS = {
    language: re.compile(
        "(?<![\\w.])(?:"
        + "|".join(
            r"\.\s?".join(map(re.escape, short.split("."))) + (r"\.?" if "." in short else r"\.")
            for short in sorted(words, key=len, reverse=True)
        )
        + r")(?!\w)",
        re.IGNORECASE,
    )
    for language, words in _WRITTEN_OUT.items()
}


def _abbreviations(rendered: Rendered, language: str, setting: Setting) -> Iterator[Problem]:
    """Abbreviations that nothing explains, each at its first use, and common words cut short."""
    seen: set[str] = set()
    for passage in rendered.passages:
        if passage.language and passage.language != language:
            continue
        words = own_words(passage.typed)
        for found in _ABBREVIATION.finditer(words):
            word = found["word"]
            if word in seen or word in _COMMON or _ROMAN.fullmatch(word):
                continue
            if _LEVEL.fullmatch(word) and "WCAG" in words[: found.start()]:
                continue
            if passage.kind == "heading" and _says_more(rendered, passage, word):
                continue  # the text below is the place to explain it
            seen.add(word)
            if word in setting.explained or _is_shouted(words, found):
                continue
            if not _is_explained(words, found):
                yield Problem.at(
                    passage.place(found.start()), "abbreviation-unexplained", text=word
                )
        short = _SHORT_WORDS.get(language)
        for found in short.finditer(words) if short else ():
            plain = re.sub(r"\s", "", found.group()).lower().rstrip(".")
            yield Problem.at(
                passage.place(found.start()),
                "abbreviation-of-words",
                text=found.group(),
                mended=_WRITTEN_OUT[language][plain],
            )


def _says_more(rendered: Rendered, heading: Passage, word: str) -> bool:
    """Does the text go on to use the word that stands in a heading?"""
    return any(
        re.search(rf"\b{word}\b", _words(passage.typed))
        for passage in rendered.passages
        if passage.kind != "heading" and passage.lines[0] > heading.lines[0]
    )


def _is_shouted(words: str, found: re.Match[str]) -> bool:
    """Is the word one of several in capitals?"""
    return any(run.start() <= found.start() < run.end() for run in _SHOUT.finditer(words))


def _is_explained(words: str, found: re.Match[str]) -> bool:
    """Is the abbreviation in brackets after what it stands for, or followed by that in brackets?

    Or is it the name of a project, which stands for nothing else?
    """
    before, after = words[: found.start()].rstrip(), words[found.end() :]
    if before.lower().endswith(("projektet", "project")) or _PROJECT.match(after):
        return True
    if before.endswith("(") or re.match(r"(?:s|[:’'][a-zåäö]{1,3})?\s*\(", after):
        return True
    start = max(before.rfind(sign) for sign in ".!?") + 1
    end = min((at for sign in ".!?" if (at := after.find(sign)) >= 0), default=len(after))
    return bool(_EXPLAINS.search(words[start : found.end() + end]))
