"""A page of help for every code: what it means, why it matters, how to mend it, where to read on.

What holds of many codes is said once, of their topic.  The examples are what Insyn says of the
sites in `tests/invalid/`; `make docs` collects them in `examples.json`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files as files_of

from insyn.explanation import (
    KINDS,
    Severity,
    facts,
    files,
    links,
    pages,
    plain,
    publishing,
    texts,
    words,
)
from insyn.problem import nearest

_GUIDE = "docs/redaktor.md"
_GUIDE_EN = "docs/editor.md"
_HOST = "docs/site-owner.md"


@dataclass(frozen=True, slots=True)
class Topic:
    """What many codes have in common: its name and why it matters, in Swedish and English.

    `guide` and `section` are the page and the heading that tell more, in Swedish where there is
    one in each language.
    """

    name: tuple[str, str]
    reason: tuple[str, str]
    section: str
    guide: str = _GUIDE

    def told_in(self, language: str) -> tuple[str, str]:
        """The guide and the heading in it that tell more in `language`, as far as there is one."""
        if language == "sv" or self.guide != _GUIDE:
            return self.guide, self.section
        return _GUIDE_EN, _SECTIONS_EN[self.section]


@dataclass(frozen=True, slots=True)
class Example:
    """What Insyn says of a mistake: where it is (file:line), the line, and the sentences."""

    place: str
    line: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Help:
    """The page of help on a code.  In `title` and `cure` "…" stands for what differs."""

    code: str
    severity: Severity
    topic: str
    title: str
    cure: str
    reason: str
    guide: str
    section: str
    example: Example | None


# What the sections of the Swedish guide are called in the English one.
_SECTIONS_EN = {
    "Alla fält": "All fields",
    "Bilder och dokument": "Pictures and documents",
    "Den engelska texten": "The other language",
    "Det som Insyn ser efter i texten": "The text below the facts",
    "Ditt första kort": "Your first card",
    "Lättlästa texter": "Easy-to-read texts",
    "Meddelanden": "Stories, pages and notices",
    "Ord på ett annat språk": "The text below the facts",
    "Ordlistan": "The glossary",
    "Organisationer": "Organisations",
    "Skriv klarspråk": "Plain language",
    "Så ser ett kort ut": "What a card looks like",
    "Texten under fakta": "The text below the facts",
    "Tillgänglighetsredogörelse": "The accessibility statement",
}

# The first whose beginning fits decides, else the area that the code's wording stands in.
_TOPICS: Mapping[str, Topic] = {
    "files": Topic(
        ("Faktablocket och filerna", "Front matter and files"),
        (
            "Insyn läser fakta rad för rad. Går en rad inte att läsa säkert kan sidan visa fel "
            "uppgift, eller ingen alls. Därför får du rätta raden först.",
            "Insyn reads facts line by line. Where a line cannot be read for certain, the page "
            "might show a wrong fact, or none. So you are asked to mend the line first.",
        ),
        "Så ser ett kort ut",
    ),
    "names": Topic(
        ("Filer och mappar", "Files and folders"),
        (
            "Filens namn och plats blir sidans adress, och säger vilket språk texten är på. "
            "En fil på fel ställe kommer inte med, eller kan publiceras fast den inte ska.",
            "The name and place of a file become the page's address, and say which language the "
            "text is in. A file in the wrong place is left out, or published against your will.",
        ),
        "Så ser ett kort ut",
    ),
    "easy": Topic(
        ("Lättlästa texter", "Easy-to-read texts"),
        (
            "Den lättlästa texten är för den som behöver korta meningar och vanliga ord. "
            "Den ska följa sitt kort och vara lätt hela vägen.",
            "The easy-to-read text is for those who need short sentences and common words. "
            "It goes with its card, and is easy all the way.",
        ),
        "Lättlästa texter",
    ),
    "glossary": Topic(
        ("Ordlistan", "The glossary"),
        (
            "Ordlistan förklarar svåra ord där de står, och hjälper sökningen. Ett ord kan bara "
            "ha en förklaring, annars vet läsaren inte vilken som gäller.",
            "The glossary explains hard words where they stand, and helps the search. A word has "
            "one explanation only: else readers cannot know which one holds.",
        ),
        "Ordlistan",
    ),
    "texts": Topic(
        ("Texten under fakta", "The text below the facts"),
        (
            "Rubriker, listor, länkar och bilder är det som en skärmläsare hittar i en sida. "
            "Är de rätt byggda kan alla ta sig fram i texten (WCAG 1.3.1, 2.4.4, 2.4.6).",
            "Headings, lists, links and pictures are what a screen reader finds its way by. "
            "Where they are built rightly, everybody can move about in the text (WCAG 1.3.1, "
            "2.4.4, 2.4.6).",
        ),
        "Texten under fakta",
    ),
    "begun": Topic(
        ("Det som mallen skrev", "What the template wrote"),
        (
            "Ett nytt kort börjar med exempel och frågor, så att du ser vad som ska stå där. "
            "Kom de med på webbplatsen skulle läsarna ta exemplet för fakta.",
            "A new card begins with examples and questions, so that you see what belongs there. "
            "If they came onto the site, readers would take an example for a fact.",
        ),
        "Ditt första kort",
    ),
    "words": Topic(
        ("Orden i texten", "The words of the text"),
        (
            "En text som är lätt att ta till sig når fler: den som läser långsamt, den som hör "
            "texten uppläst och den som har bråttom.",
            "A text that is easy to take in reaches more people: those who read slowly, those who "
            "hear it read out, and those who are in a hurry.",
        ),
        "Det som Insyn ser efter i texten",
    ),
    "plain": Topic(
        ("Klarspråk", "Plain language"),
        (
            "Språklagen säger att det offentligas språk ska vara vårdat, enkelt och begripligt. "
            "Insyn ger råd. Bara en människa kan avgöra om en text är bra.",
            "By the Swedish Language Act, the language of public bodies is to be cultivated, "
            "simple and comprehensible. Insyn gives advice. Only a person can tell whether a text "
            "is good.",
        ),
        "Skriv klarspråk",
    ),
    "media": Topic(
        ("Film och ljud", "Film and sound"),
        (
            "Den som inte hör behöver undertexter eller en text. Det kräver lagen om tillgänglig "
            "digital offentlig service (WCAG 1.2.1, 1.2.2).",
            "Whoever cannot hear needs captions or a text. The law on accessible public services "
            "asks for it (WCAG 1.2.1, 1.2.2).",
        ),
        "Det som Insyn ser efter i texten",
    ),
    "languages": Topic(
        ("Ord på ett annat språk", "Words in another language"),
        (
            "En skärmläsare uttalar orden på det språk som är märkt. Utan märke låter de som "
            "nonsens (WCAG 3.1.1, 3.1.2).",
            "A screen reader pronounces words in the language that is marked. Without the mark "
            "they sound like nonsense (WCAG 3.1.1, 3.1.2).",
        ),
        "Ord på ett annat språk",
    ),
    "pictures": Topic(
        ("Bilder", "Pictures"),
        (
            "Alternativtexten är bilden för den som inte ser den (WCAG 1.1.1). En bild som går "
            "att läsa in och göra mindre visas fort på alla skärmar.",
            "The alternative text is the picture to whoever cannot see it (WCAG 1.1.1). A picture "
            "that can be read and made smaller is shown quickly on every screen.",
        ),
        "Bilder och dokument",
    ),
    "documents": Topic(
        ("Dokument", "Documents"),
        (
            "En länk till ett dokument säger vad det är, i vilket format och hur stort. "
            "Då vet läsaren vad som händer innan hen väljer den.",
            "A link to a document says what it is, its format and its size. So readers know what "
            "happens before they choose it.",
        ),
        "Bilder och dokument",
    ),
    "facts": Topic(
        ("Fakta", "Facts"),
        (
            "Av fakta blir det listor, summor, kartor och öppna data. En uppgift som saknas eller "
            "inte går att läsa gör att projektet inte hittas, eller räknas fel.",
            "Facts become lists, sums, maps and open data. With one missing, or one that cannot "
            "be read, the project is not found, or is counted wrongly.",
        ),
        "Alla fält",
    ),
    "relations": Topic(
        ("Namn som hör ihop", "Names that belong together"),
        (
            "Insyn binder ihop kort genom namnen: projekt med organisationer, kommuner, "
            "regioner och varandra. Stämmer ett namn inte leder ingen länk dit.",
            "Insyn ties cards together by names: projects with organisations, municipalities, "
            "regions and each other. Where a name does not fit, no link leads there.",
        ),
        "Alla fält",
    ),
    "organisations": Topic(
        ("Organisationer", "Organisations"),
        (
            "Varje organisation har en sida med alla sina projekt. Skrivs samma organisation på "
            "två sätt får den två sidor, och ingen av dem är hel.",
            "Every organisation has a page with all its projects. Where one is spelled in two "
            "ways it gets two pages, and neither of them is whole.",
        ),
        "Organisationer",
    ),
    "addresses": Topic(
        ("Sidornas adresser", "Addresses of pages"),
        (
            "Två sidor kan inte ha samma adress. Och en adress som har publicerats ska fortsätta "
            "att fungera, för andra länkar till den.",
            "Two pages cannot have the same address. And an address that has been published goes "
            "on working, since others link to it.",
        ),
        "Alla fält",
    ),
    "translations": Topic(
        ("Översättningar", "Translations"),
        (
            "En översättning är en fil bredvid originalet och har bara texterna. Så kan fakta "
            "aldrig bli olika på två språk.",
            "A translation is a file beside the original, and has the texts only. So facts can "
            "never differ between two languages.",
        ),
        "Den engelska texten",
    ),
    "notices": Topic(
        ("Meddelanden", "Notices"),
        (
            "Ett meddelande syns överst på sidorna under några dagar. Det ska vara kort, och "
            "försvinna när det inte gäller längre.",
            "A notice is seen at the top of pages for some days. It is short, and goes away when "
            "it no longer holds.",
        ),
        "Meddelanden",
    ),
    "statement": Topic(
        ("Tillgänglighetsredogörelsen", "The accessibility statement"),
        (
            "Lagen (2018:1937) kräver att en offentlig aktör berättar hur tillgänglig webbplatsen "
            "är. Redogörelsen ska vara hel, sann och ses över varje år.",
            "The law asks a public body to tell how accessible its website is. The statement is "
            "whole, true, and reviewed every year.",
        ),
        "Tillgänglighetsredogörelse",
    ),
    "links": Topic(
        ("Länkar", "Links"),
        (
            "En länk som inte leder rätt slösar läsarens tid. En länk vars text säger vart den "
            "leder kan väljas utan att läsa allt runt omkring (WCAG 2.4.4, 2.4.9).",
            "A link that leads astray wastes readers' time. One whose text says where it leads can "
            "be chosen without reading all that is around it (WCAG 2.4.4, 2.4.9).",
        ),
        "Texten under fakta",
    ),
    "pages": Topic(
        ("Egna mallar", "Templates of your own"),
        (
            "Felet finns i en mall, inte i ett kort. Insyn läser varje färdig sida en gång till, "
            "så att en ändrad mall aldrig gör sidor som någon inte kan använda.",
            "The mistake is in a template, not in a card. Insyn reads every finished page once "
            "more, so that a changed template never makes pages that somebody cannot use.",
        ),
        "Templates of your own",
        _HOST,
    ),
    "looks": Topic(
        ("Egna färger och mallar", "Colours and templates of your own"),
        (
            "Egna färger och mallar ska hålla samma mått som temat: text som syns mot sin "
            "bakgrund (WCAG 1.4.6), och sidor som alla kan använda.",
            "Colours and templates of your own keep to what the theme keeps to: text that can be "
            "seen on its ground (WCAG 1.4.6), and pages that everybody can use.",
        ),
        "Colours and logo",
        _HOST,
    ),
    "interface": Topic(
        ("Webbplatsens egna ord", "The words of the site itself"),
        (
            "Menyer, knappar och besked ska gå att förstå på varje språk som webbplatsen har. "
            "Den som saknar en översättning får ett blandat språk, som är svårt att läsa och höra.",
            "Menus, buttons and notes are to be understood in every language of the site. Where a "
            "translation is missing the languages are mixed, which is hard to read and to hear.",
        ),
        "Languages",
        _HOST,
    ),
    "publishing": Topic(
        ("Att skriva webbplatsen", "Writing the website"),
        (
            "Webbplatsen byts mot den nya på en gång, när allt är klart. Går det inte är den "
            "gamla kvar som den var.",
            "The website is replaced by the new one at once, when all of it is done. Where that "
            "cannot be, the old one stays as it was.",
        ),
        "Any other web server",
        _HOST,
    ),
}

_BEGINNINGS: tuple[tuple[str, str], ...] = (
    ("file-name-taken", "addresses"),
    *((name, "names") for name in ("file-name", "stray-file", "unknown-folder", "symlink")),
    *((name, "names") for name in ("content-missing", "site-file-missing", "empty-file")),
    *((name, "documents") for name in ("document",)),
    *((name, "pictures") for name in ("image", "picture")),
    ("easy", "easy"),
    *((name, "begun") for name in ("example", "template-question", "template-instruction")),
    *((name, "begun") for name in ("untouched", "untranslated")),
    ("glossary", "glossary"),
    *((name, "media") for name in ("film", "sound")),
    *((name, "languages") for name in ("language-mark", "language-unmarked", "language-of")),
    *((name, "links") for name in ("link", "anchor-broken", "script-link", "address-bare")),
    *((name, "statement") for name in ("statement", "shortcoming", "criterion")),
    ("notice", "notices"),
    ("organisation", "organisations"),
    *((name, "translations") for name in ("translation",)),
    *((name, "addresses") for name in ("address-", "old-address")),
    *((name, "relations") for name in ("municipalit", "region", "programme", "phase-", "target-")),
    *((name, "relations") for name in ("project-", "continues", "related")),
    ("catalogue", "interface"),
    *((name, "looks") for name in ("colour-contrast", "colour-token", "override", "template-err")),
)
_AREAS = {
    "files": files,
    "texts": texts,
    "words": words,
    "plain": plain,
    "facts": facts,
    "links": links,
    "publishing": publishing,
    "pages": pages,
}


class _Anything(dict[str, str]):
    """Values of which nothing is known."""

    def __missing__(self, _name: str) -> str:
        return "…"


def topic_of(code: str) -> str:
    """The key of the topic that `code` belongs to."""
    if code.startswith("address-pattern"):
        return "facts"
    if code in plain.KINDS:
        return "plain"
    for beginning, topic in _BEGINNINGS:
        if code.startswith(beginning):
            return topic
    areas = (area for area, module in _AREAS.items() if code in module.KINDS)
    return next(areas, "facts")


def by_topic() -> Iterator[tuple[Topic, tuple[str, ...]]]:
    """The topics with their codes in the order of the alphabet."""
    for key, topic in _TOPICS.items():
        codes = tuple(sorted(code for code in KINDS if topic_of(code) == key))
        if codes:
            yield topic, codes


def help_on(code: str, language: str) -> Help:
    """The page of help on `code` in `language` (English where it is not Swedish).

    Raises `KeyError` for a code that does not exist.
    """
    kind = KINDS[code]
    wording, at = (kind.sv, 0) if language == "sv" else (kind.en, 1)
    topic = _TOPICS[topic_of(code)]
    found = examples().get(code, {}).get("sv" if language == "sv" else "en")
    cure = wording.hint.format_map(_Anything())
    return Help(
        code,
        kind.severity,
        topic.name[at],
        wording.message.format_map(_Anything()),
        "" if cure == "…" else cure,
        topic.reason[at],
        *topic.told_in(language),
        Example(**found) if found else None,
    )


def nearest_code(typed: str) -> str:
    """The code that `typed` was probably meant to be, or ""."""
    return nearest(typed.strip("[] "), KINDS)


@cache
def examples() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """By code and language what is in an `Example`."""
    text = (files_of("insyn.explanation") / "examples.json").read_text(encoding="utf-8")
    read: dict[str, dict[str, dict[str, str]]] = json.loads(text)
    return read


# --- as people read it ---

_SEVERITIES = {
    "sv": {
        Severity.ERROR: "Fel. Webbplatsen byggs inte förrän det är rättat.",
        Severity.WARNING: "Varning. Den stoppar ingenting, men är värd att titta på.",
        Severity.ADVICE: "Råd. Du avgör själv.",
    },
    "en": {
        Severity.ERROR: "Error. The website is not built before it is mended.",
        Severity.WARNING: "Warning. It stops nothing, but is worth a look.",
        Severity.ADVICE: "Advice. You decide.",
    },
}
# Whoever has only the installed program has no files of guides: each is called by its name.
_GUIDES = {
    _GUIDE: {"sv": "guiden för redaktörer"},
    _GUIDE_EN: {"en": "the guide for editors"},
    _HOST: {"sv": "guiden för webbplatsens ägare (på engelska)", "en": "the guide for site owners"},
}
_PARTS = {
    "sv": ("Så rättar du det", "Varför det är viktigt", "Så kan det se ut", "Läs mer", "på raden"),
    "en": ("How to mend it", "Why it matters", "What it can look like", "Read more", "on the line"),
}


def as_text(page: Help, language: str) -> str:
    """A page of help for a terminal."""
    cure, reason, example, more, line = _PARTS[language]
    text = f"{page.code}\n\n{page.title}\n{_SEVERITIES[language][page.severity]}\n"
    if page.cure:
        text += f"\n{cure}\n  {page.cure}\n"
    text += f"\n{reason}\n  {page.reason}\n"
    if found := page.example:
        text += f"\n{example}\n  {found.place}: {found.message}\n"
        text += f"  {line}: {found.line}\n" if found.line else ""
        text += f"  {found.hint}\n" if found.hint != page.cure else ""
    guide, where = _GUIDES[page.guide][language], page.section
    where = f"{guide}, avsnittet ”{where}”" if language == "sv" else f"{guide}, section “{where}”"
    return f"{text}\n{more}: {where}\n"


def list_of_codes(language: str) -> str:
    """All codes for a terminal, each after what it means, by topic."""
    at = 0 if language == "sv" else 1
    return "\n".join(
        f"{topic.name[at]}\n"
        + "".join(f"  {code}\n      {help_on(code, language).title}\n" for code in codes)
        for topic, codes in by_topic()
    )
