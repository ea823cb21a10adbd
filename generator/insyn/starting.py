"""A new site: six answers, each checked by the rules of the cards, become files that build.

What is written is true: the first project says that it is a draft (and is not published where its
region cannot be known), and the accessibility statement that nothing has been assessed.  Each file
says in comments where to go on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic_core import PydanticCustomError

from insyn.files import File
from insyn.model import load
from insyn.model.register import Municipality, load_register
from insyn.model.values import read_email, read_language, read_line, read_web_address
from insyn.problem import Problem, folded
from insyn.schema import SiteChoices, program_files, quoted
from insyn.slugs import LONGEST_NAME, slugify
from insyn.source import Card, Sources, parse_card, parse_yaml_file

SPOKEN = ("sv", "en")
"""The languages in which Insyn can begin a site."""

Question = Literal["name", "languages", "publisher", "contact", "address", "project"]


class Said(NamedTuple):
    """The same in Swedish and in English."""

    sv: str
    en: str

    def in_language(self, language: str) -> str:
        """The text in `language` (English where it is not Swedish)."""
        return self.sv if language == "sv" else self.en


@dataclass(frozen=True, slots=True)
class Answers:
    """What is asked of who begins a site.

    `languages` has the first language first; that one is Swedish or English.  `contact` is the
    editors' e-mail address, `address` the site's whole web address, `project` a title.
    """

    name: str
    languages: tuple[str, ...]
    publisher: str
    contact: str
    address: str
    project: str


DRAFT = Said(
    "Det här är ett första utkast. Snart kan du läsa här vad projektet gör, för vem och var.",
    "This is a first draft. Soon you can read here what the project does, for whom and where.",
)
"""The summary of a first project that nobody has written yet."""

_AREA = Said("Utvecklingsprojekt", "Development projects")
_PHASES = (
    Said("Planering", "Planning"),
    Said("Genomförande", "Implementation"),
    Said("Avslutat", "Finished"),
)
_GROUP = Said("Alla som bor här", "Everybody who lives here")
_CHOICES = {"programme_area": (_AREA,), "phase": _PHASES, "target_groups": (_GROUP,)}
_NOT_ASSESSED = Said(
    "Vi har inte prövat webbplatsen än. Vi vet därför inte vilka brister den har.",
    "We have not tried the site yet. So we do not know what is wrong with it.",
)
# So long may it take to try a new site.
_TIME_TO_ASSESS = timedelta(days=90)


# --- the answers --------------------------------------------------------------------------------


def read_answer(question: Question, typed: str) -> str | tuple[str, ...]:
    """The answer to one question, read as a card's value is.

    Raises `PydanticCustomError`, whose type is the code of a problem.
    """
    if question == "languages":
        return _languages(typed)
    if question == "contact":
        return read_email(typed)
    if question == "address":
        return read_web_address(typed).rstrip("/")
    answer = read_line(typed)
    if not answer or (question in {"project", "publisher"} and not slugify(answer)):
        code = "title-without-letters" if answer else "answer-empty"
        raise PydanticCustomError(code, "", {"value": typed})
    return answer


def _languages(typed: str) -> tuple[str, ...]:
    codes = tuple(
        dict.fromkeys(read_language(part) for part in re.split(r"[,;\s]+", typed) if part)
    )
    if not codes:
        raise PydanticCustomError("answer-empty", "", {"value": typed})
    if codes[0] not in SPOKEN:
        raise PydanticCustomError("first-language", "", {"value": codes[0]})
    return codes


def problems_with(answers: Answers, today: date) -> tuple[Problem, ...]:
    """What the site of these answers would be told, as an editor is: `load`'s problems."""
    texts = site_texts(answers, today)
    cards: dict[str, Card] = {}
    problems: list[Problem] = []
    for file, text in texts.items():
        if file.startswith("content/"):
            parse = parse_yaml_file if file.endswith(".yaml") else parse_card
            card, found = parse(file, text.encode())
            problems += found
            if card:
                cards[file] = card
    alone = {"site": "site", "glossary": "glossary", "statement": "pages/accessibility-statement"}
    special = {name: cards.pop(f"content/{file}.yaml", None) for name, file in alone.items()}
    sources = Sources(
        special["site"],
        tuple(cards[file] for file in sorted(cards)),
        {},
        {},
        tuple(problems),
        special["glossary"],
        special["statement"],
    )
    return load(sources)[1]


# --- the files ----------------------------------------------------------------------------------


def site_files(answers: Answers, today: date, hosting: str, install: str) -> tuple[File, ...]:
    """The files of a new site, in order of path.

    `hosting` is Insyn's own `netlify.toml`; `install` the command that installs Insyn on a host.
    """
    texts = site_texts(answers, today)
    texts["netlify.toml"] = netlify_settings(hosting, answers.languages, install)
    first = answers.languages[0]
    choices = {
        name: tuple(one.in_language(first) for one in all_) for name, all_ in _CHOICES.items()
    }
    choices["region"] = tuple(one.name(first) for one in load_register().regions.values())
    typed = (File(path, text.encode()) for path, text in texts.items())
    others = program_files(SiteChoices(answers.languages, choices))
    return tuple(sorted((*typed, *others), key=lambda file: file.path))


def site_texts(answers: Answers, today: date) -> dict[str, str]:
    """What is typed in each file of a new site, by path."""
    first = answers.languages[0]
    texts = {
        "content/site.yaml": _settings(answers),
        "content/glossary.yaml": _glossary(answers.languages),
        "content/pages/accessibility-statement.yaml": _statement(answers, today),
        "README.md": _readme(answers, first),
        ".gitignore": _ignored(first),
    }
    for cards in (_about(answers), _project(answers, today), _organisation(answers)):
        texts |= dict(cards)
    return texts


def _in_both(words: Said, languages: Sequence[str], indent: str) -> str:
    """A text by language, as it is typed below a field's name."""
    return "".join(
        f"{indent}{code}: {quoted(words.in_language(code))}\n"
        for code in languages
        if code in SPOKEN
    )


def _comment(first: str, sv: str, en: str, indent: str = "") -> str:
    lines = Said(sv, en).in_language(first).split("\n")
    return "".join(f"{indent}# {line}\n" for line in lines)


def _settings(answers: Answers) -> str:
    languages = answers.languages
    first = languages[0]

    def words(sv: str, en: str, indent: str = "  ") -> str:
        return _in_both(Said(sv, en), languages, indent)

    def choice(sv: str, en: str) -> str:
        return "  - " + words(sv, en, "    ").lstrip()

    return (
        _comment(
            first,
            "Vad webbplatsen heter, vem som står bakom den och vad en redaktör kan välja.\n"
            "Ändra fritt. Kör sedan: insyn check",
            "What the site is called, who is behind it, and what an editor may choose.\n"
            "Change what you like. Then run: insyn check",
        )
        + f"name: {quoted(answers.name)}\nlanguages:\n"
        + "".join(f"  - {quoted(code)}\n" for code in languages)
        + f"address: {quoted(answers.address)}\n"
        + _comment(first, "En kort rad under namnet.", "A short line below the name.")
        + "tagline:\n"
        + words("Se vad våra projekt gör", "See what our projects do")
        + _comment(
            first,
            "Står på startsidan och i sökmotorer.",
            "Stands on the start page and in search engines.",
        )
        + "description:\n"
        + words(
            "Läs vad projekten gör, vad de kostar och vem du kan kontakta.",
            "Read what the projects do, what they cost and whom you can contact.",
        )
        + f"publisher:\n  name: {quoted(answers.publisher)}\n  email: {quoted(answers.contact)}\n"
        + "currency: SEK\n"
        + _comment(
            first,
            "Varje projekt hör till ett programområde. Byt till era egna.",
            "Each project belongs to a programme area. Change these to your own.",
        )
        + "programme_areas:\n"
        + choice(*_AREA)
        + _comment(first, "Var i arbetet ett projekt är.", "How far a project has come.")
        + "phases:\n"
        + "".join(choice(*phase) for phase in _PHASES)
        + _comment(first, "Vilka projekten är till för.", "Whom the projects are for.")
        + "target_groups:\n"
        + choice(*_GROUP)
    )


_TERMS = (
    (
        Said("projektägare", "project owner"),
        Said(
            "Den organisation som svarar för ett projekt.",
            "The organisation that is responsible for a project.",
        ),
    ),
    (
        Said("medfinansiär", "co-funder"),
        Said(
            "En organisation som betalar en del av ett projekt.",
            "An organisation that pays a part of a project.",
        ),
    ),
)


def _glossary(languages: Sequence[str]) -> str:
    head = _comment(
        languages[0],
        "Ord som webbplatsen förklarar. Skriv enkelt: en eller två korta meningar.\n"
        'Lägg till ett ord: insyn new word "ordet"',
        "Words that the site explains. Write simply: one or two short sentences.\n"
        'Add a word: insyn new word "the word"',
    )
    terms = ""
    for term, explanation in _TERMS:
        inside = "".join(
            f"    {code}:\n      term: {quoted(term.in_language(code))}\n"
            f"      explanation: {quoted(explanation.in_language(code))}\n"
            for code in languages
            if code in SPOKEN
        )
        terms += f"  - {inside.lstrip()}"
    return f"{head}terms:\n{terms}"


def _statement(answers: Answers, today: date) -> str:
    languages, first = answers.languages, answers.languages[0]

    def words(sv: str, en: str, indent: str) -> str:
        return _in_both(Said(sv, en), languages, indent)

    day = today.isoformat()
    by = (today + _TIME_TO_ASSESS).isoformat()
    return (
        _comment(
            first,
            "Tillgänglighetsredogörelsen. Lagen kräver den av en offentlig aktör.\n"
            "Den säger nu som det är: ingen har prövat webbplatsen. Pröva den, och skriv vad ni\n"
            "fann. Är något otillgängligt, skriv det under not_compliant, med status: delvis\n"
            "förenlig. Är inget fel känt, ta bort not_compliant, med status: helt förenlig.",
            "The accessibility statement. The law demands one of a public body.\n"
            "It says now how things are: nobody has tried the site. Try it, and write what you\n"
            "found. If something is not accessible, write it below not_compliant, with status:\n"
            "partially compliant. If nothing is known to be wrong, delete not_compliant, with\n"
            "status: fully compliant.",
        )
        + f"responsible: {quoted(answers.publisher)}\n"
        + f"service:\n  name: {quoted(answers.name)}\n  address: {quoted(answers.address)}\n"
        + 'standard:\n  en_301_549: V3.2.1\n  wcag: "2.1"\n  level: AA\n'
        + f"status: {Said('inte förenlig', 'not compliant').in_language(first)}\n"
        + "not_compliant:\n  - what:\n"
        + words(*_NOT_ASSESSED, indent="      ")
        + "    reason:\n"
        + words("Webbplatsen är ny.", "The site is new.", "      ")
        + "    alternative:\n"
        + words(
            "Skriv till oss om något inte fungerar för dig, så hjälper vi dig.",
            "Write to us if something does not work for you, and we will help you.",
            "      ",
        )
        + _comment(
            first, "Senast då ska ni ha prövat.", "By then you should have tried it.", "    "
        )
        + f"    mended_by: {by}\n"
        + "assessment:\n"
        + f"  method: {Said('självskattning', 'self-assessment').in_language(first)}\n"
        + f"  date: {day}\n  how:\n"
        + words(
            "Bedömningen är bara påbörjad. Ingen har prövat webbplatsen än. Tills vi vet mer säger "
            "vi inte att den är förenlig. Programmet Insyn, som gör sidorna, har kontrollerat hur "
            "de är uppbyggda.",
            "The assessment has only begun. Nobody has tried the site yet. Until we know more we "
            "do not say that it is compliant. The program Insyn, which makes the pages, has "
            "checked how they are built.",
            "    ",
        )
        + "  not_assessed:\n    - "
        + words(
            "Våra egna texter, bilder och dokument.",
            "Our own texts, pictures and documents.",
            "      ",
        ).lstrip()
        + "    - "
        + words(
            "Hur webbplatsen fungerar med skärmläsare, förstoring och tangentbord.",
            "How the site works with screen readers, zoom and keyboard.",
            "      ",
        ).lstrip()
        + f"prepared: {day}\nreviewed: {day}\n"
        + f"feedback:\n  form: {Said('e-post', 'e-mail').in_language(first)}\n"
        + f"  email: {quoted(answers.contact)}\n"
        + _comment(
            first,
            "Se efter vilken myndighet som har tillsyn.",
            "Look up which authority supervises the law.",
        )
        + "enforcement:\n  authority:\n"
        + words(
            "Myndigheten för digital förvaltning (Digg)",
            "the Agency for Digital Government (Digg)",
            "    ",
        )
        + "  address: https://www.digg.se/tdosanmalan\n"
    )


def _versions(
    languages: Sequence[str], path: str, original: str, translations: Callable[[str], str]
) -> Iterator[tuple[str, str]]:
    """A card in the first language, and its translations to the others that Insyn speaks."""
    yield f"{path}.md", original
    for code in languages[1:]:
        if code in SPOKEN:
            yield f"{path}.{code}.md", translations(code)


def _about(answers: Answers) -> Iterator[tuple[str, str]]:
    first = answers.languages[0]
    slug = Said("om", "about")

    def page(language: str, head: str, address: str) -> str:
        title = Said("Om webbplatsen", "About this site").in_language(language)
        summary = Said(
            "Vem som står bakom webbplatsen, och hur du berättar om ett fel.",
            "Who is behind the site, and how to tell us of a mistake.",
        ).in_language(language)
        publisher = _in_text(answers.publisher)
        mail = f"[{answers.contact}](mailto:{answers.contact})"
        text = Said(
            f"{publisher} står bakom webbplatsen. Här kan du läsa om våra projekt: vad de "
            "gör, vad de kostar och vem du kan kontakta.\n\n"
            f"## Hittar du ett fel?\n\nSkriv till {mail}. Berätta vilken sida det gäller och vad "
            "som är fel.\n\n"
            "## Din integritet\n\nWebbplatsen använder inga kakor. Den spårar dig inte och hämtar "
            "ingenting från andra webbplatser.",
            f"{publisher} is behind this site. Here you can read about our projects: what "
            "they do, what they cost and whom you can contact.\n\n"
            f"## Have you found a mistake?\n\nWrite to {mail}. Tell us which page it is on and "
            "what is wrong.\n\n"
            "## Your privacy\n\nThe site uses no cookies. It does not track you, and fetches "
            "nothing from other sites.",
        ).in_language(language)
        return f"---\n{head}title: {title}\nsummary: {summary}\n{address}---\n\n{text}\n"

    head = _comment(first, "Skriv gärna om sidan. Den är er.", "Do rewrite this page. It is yours.")
    yield from _versions(
        answers.languages,
        f"content/pages/{slug.in_language(first)}",
        page(first, head, ""),
        lambda code: page(code, "", f"address: {slug.in_language(code)}\n"),
    )


def _project(answers: Answers, today: date) -> Iterator[tuple[str, str]]:
    first = answers.languages[0]
    place = municipality_of(answers.publisher)
    slug = slugify(answers.project)[:LONGEST_NAME].strip("-")
    region = place.region.name(first) if place else "Stockholm"
    role = Said("Redaktionen", "The editors")
    heading = Said("Om projektet", "About the project")
    text = Said(
        "Texten är inte skriven än. Har du frågor om projektet kan du skriva till oss.",
        "The text is not written yet. If you have questions about the project, write to us.",
    )

    def body(language: str) -> str:
        return f"\n## {heading.in_language(language)}\n\n{text.in_language(language)}\n"

    # Where the place is not known no region is true, and a card must have one.
    hidden = (
        ""
        if place
        else _comment(
            first,
            "Projektet syns inte på webbplatsen än.\n"
            "Rätta regionen nedan, och ta sedan bort raden draft.",
            "The project is not on the site yet.\n"
            "Correct the region below, then delete the line draft.",
        )
        + f"draft: {'ja' if first == 'sv' else 'yes'}\n"
    )

    original = (
        "---\n"
        + _comment(
            first,
            "Ert första projekt. Gå igenom rad för rad, och skriv om sammanfattningen och texten.\n"
            'Ett kort där varje fält är förklarat gör du med: insyn new project "Titel"',
            "Your first project. Go through it line by line; rewrite the summary and the text.\n"
            'For a card with every field explained: insyn new project "Title"',
        )
        + hidden
        + f"title: {quoted(answers.project)}\n"
        + _comment(
            first,
            "Två eller tre korta meningar: vem gör vad, för vem, var?",
            "Two or three short sentences: who does what, for whom, where?",
        )
        + f"summary: {DRAFT.in_language(first)}\n"
        + _comment(
            first,
            "Programområde och fas väljer du bland dem i content/site.yaml.",
            "Choose programme area and phase among those in content/site.yaml.",
        )
        + f"programme_area: {_AREA.in_language(first)}\n"
        + f"phase: {_PHASES[0].in_language(first)}\n"
        + f"owner: {quoted(answers.publisher)}\n"
        + f"contact:\n  role: {role.in_language(first)}\n  email: {quoted(answers.contact)}\n"
        + _comment(
            first,
            "Byt till projektets första dag. Vet ni den sista, skriv den efter end:",
            "Change to the first day of the project. If you know the last, write it after end:",
        )
        + f"period:\n  start: {today.isoformat()}\n"
        + _comment(
            first,
            "Byt om det är fel. Regionerna är: " + _regions("sv"),
            "Change it if it is wrong. The regions are: " + _regions("en"),
        )
        + f"region: {region}\n"
        + (f"municipalities:\n  - {place.name}\n" if place else "")
        + f"---\n{body(first)}"
    )
    yield from _versions(
        answers.languages,
        f"content/projects/{slug}",
        original,
        lambda code: (
            f"---\ntitle: {quoted(answers.project)}\nsummary: {DRAFT.in_language(code)}\n"
            f"contact:\n  role: {role.in_language(code)}\n---\n{body(code)}"
        ),
    )


def _regions(language: str) -> str:
    return ", ".join(region.name(language) for region in load_register().regions.values())


def municipality_of(publisher: str) -> Municipality | None:
    """The municipality that publishes, where its whole name says so: "Örebro kommun"."""
    name = folded(publisher)
    return next(
        (
            place
            for place in load_register().municipalities.values()
            if name in {folded(place.whole_name(language)) for language in SPOKEN}
        ),
        None,
    )


def _organisation(answers: Answers) -> Iterator[tuple[str, str]]:
    first = answers.languages[0]
    place = municipality_of(answers.publisher)
    kind = Said("Kommun", "Municipality").in_language(first)
    text = Said(
        f"{_in_text(answers.publisher)} står bakom den här webbplatsen.",
        f"{_in_text(answers.publisher)} is behind this site.",
    )
    facts = f"kind: {kind}\nmunicipality: {place.name}\n" if place else ""
    head = _comment(
        first,
        "Projektägaren. Skriv gärna vad ni gör.",
        "The project owner. Do write what you do.",
    )
    title = f"title: {quoted(answers.publisher)}\n"
    yield from _versions(
        answers.languages,
        f"content/organisations/{slugify(answers.publisher)[:LONGEST_NAME].strip('-')}",
        f"---\n{head}{title}{facts}---\n\n{text.in_language(first)}\n",
        lambda code: f"---\n{title}---\n\n{text.in_language(code)}\n",
    )


_MARKUP = re.compile(r"([\\`*_\[\]<>#&|~])")


def _in_text(typed: str) -> str:
    """A name as it stands in Markdown: none of its signs means anything there."""
    return _MARKUP.sub(r"\\\1", typed)


def _ignored(first: str) -> str:
    return (
        _comment(first, "Görs av kommandona, skrivs aldrig för hand.", "Made by the commands.")
        + "/public/\n/.cache/\n/.venv/\n.DS_Store\n"
    )


def _readme(answers: Answers, first: str) -> str:
    name = _in_text(answers.name)
    return Said(
        f"""\
# {name}

Här är innehållet till webbplatsen <{answers.address}>. Webbplatsen görs med Insyn.

## Kom igång

Du behöver Python 3.11 eller nyare, och filen med Insyn: `insyn-…-py3-none-any.whl`. Lägg den i
den här mappen, och spara den i git: då bygger alla, också git-tjänsten och Netlify, med samma
Insyn. Installera en gång:

```
python -m pip install ./insyn-*.whl
```

Windows förstår inte `*`: skriv hela filens namn där.

| Du vill | Skriv |
|---|---|
| se webbplatsen medan du skriver | `insyn serve` |
| se om allt stämmer | `insyn check` |
| rätta det som är säkert | `insyn fix` |
| göra webbplatsen i mappen `public` | `insyn build` |
| lägga till ett projekt | `insyn new project "Titel"` |
| översätta ett kort | `insyn new translation content/projects/kortet.md` |
| få veta vad som behöver ses över | `insyn report` |
| få veta om något saknas på datorn | `insyn doctor` |

## Var allt finns

| Mapp eller fil | Vad den är |
|---|---|
| `content/site.yaml` | webbplatsens namn, språk och val |
| `content/projects` | projekten, ett kort för varje |
| `content/organisations` | organisationerna |
| `content/pages` | sidor, till exempel Om webbplatsen |
| `content/pages/accessibility-statement.yaml` | tillgänglighetsredogörelsen |
| `content/glossary.yaml` | ord som förklaras |

## Innan ni publicerar

1. Skriv om det första projektet. Det säger nu bara att det är ett utkast.
2. Se över `content/site.yaml` och sidan Om webbplatsen.
3. Pröva hur tillgänglig webbplatsen är, och skriv det i tillgänglighetsredogörelsen.

Filen `netlify.toml` säger hur Netlify bygger webbplatsen och skyddar den. På en annan
webbserver: kör `insyn build` och lägg upp mappen `public`.
""",
        f"""\
# {name}

Here is the content of the site <{answers.address}>. The site is made with Insyn.

## Begin

You need Python 3.11 or newer, and the file with Insyn: `insyn-…-py3-none-any.whl`. Put it in this
folder, and keep it in git: then everybody, also the git host and Netlify, builds with the same
Insyn. Install once:

```
python -m pip install ./insyn-*.whl
```

Windows does not know `*`: type the whole name of the file there.

| You want to | Type |
|---|---|
| see the site while you write | `insyn serve` |
| see if all is well | `insyn check` |
| mend what is certain | `insyn fix` |
| make the site in the folder `public` | `insyn build` |
| add a project | `insyn new project "Title"` |
| translate a card | `insyn new translation content/projects/the-card.md` |
| know what needs a review | `insyn report` |
| know if something is missing on the computer | `insyn doctor` |

## Where everything is

| Folder or file | What it is |
|---|---|
| `content/site.yaml` | the site's name, languages and choices |
| `content/projects` | the projects, one card for each |
| `content/organisations` | the organisations |
| `content/pages` | pages, such as About this site |
| `content/pages/accessibility-statement.yaml` | the accessibility statement |
| `content/glossary.yaml` | words that are explained |

## Before you publish

1. Rewrite the first project. It only says that it is a draft.
2. Look over `content/site.yaml` and the page About this site.
3. Try how accessible the site is, and write it in the accessibility statement.

The file `netlify.toml` says how Netlify builds the site and guards it. On another web server: run
`insyn build` and put the folder `public` there.
""",
    ).in_language(first)


# --- the host -----------------------------------------------------------------------------------

_HEADERS = re.compile(
    r"^\[\[headers\]\]\n(?:(?!\[\[redirects|# Netlify itself).*\n)+", re.MULTILINE
)


def find_hosting() -> Path:
    """Insyn's own `netlify.toml`: the repository's, or in a wheel the one that the link became."""
    package = Path(__file__).resolve().parent
    repository = package.parents[1]
    in_repository = package.parent.name == "generator" and (repository / "netlify.toml").is_file()
    return (repository if in_repository else package / "hosting") / "netlify.toml"


def netlify_settings(own: str, languages: Sequence[str], install: str) -> str:
    """A site's `netlify.toml`: its headers are those of `own`, Insyn's, word for word."""
    first = languages[0]
    headers = _HEADERS.search(own)
    if headers is None:
        message = "netlify.toml has no headers"
        raise ValueError(message)
    build = f"{install} && insyn build --base-url"
    previews = "".join(
        f"\n[context.{name}]\ncommand = '{build} \"$DEPLOY_PRIME_URL\" --preview'\n"
        for name in ("deploy-preview", "branch-deploy")
    )
    redirects = "".join(
        f'\n[[redirects]]\nfrom = "/{code}/*"\nto = "/{code}/404.html"\nstatus = 404\n'
        for code in languages[1:]
    )
    return (
        _comment(
            first,
            "Så bygger Netlify webbplatsen, och med vilka skydd den skickas till läsaren.",
            "How Netlify builds the site, and with what protection it is sent to readers.",
        )
        + f'\n[build]\ncommand = \'{build} "$URL"\'\npublish = "public"\n'
        + '\n[build.environment]\nPYTHON_VERSION = "3.13"\n'
        + previews
        + f"\n{headers[0].rstrip()}\n{redirects}"
    )
