"""A made-up site as files: its settings, its cards and their translations."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence

from insyn.demo import words
from insyn.demo.dice import Dice
from insyn.demo.organisations import Organisation, Organisations
from insyn.demo.projects import Project, draw_projects
from insyn.demo.words import Said
from insyn.files import File
from insyn.schema import quoted
from insyn.slugs import slugify

_LANGUAGES = ("sv", "en", "fi")
_STORY_CYCLE, _HAS_STORY = 6, 2
_FINNISH_CYCLE = 9
_EASY_CYCLE, _IS_EASY, _EASY_LINE = 10, 3, 40
_QUESTIONS = "documents/fragor-till-deltagare.csv"
# Lines of front matter: a text, a list of texts, fields in a group, or a list of such groups.
_Value = str | Sequence[str] | Mapping[str, str] | Sequence[Mapping[str, str]] | None


def demo_files(count: int, *, seed: str = "insyn") -> tuple[File, ...]:
    """The files below `content/` of a site with `count` made-up projects, in order of path.

    The same `count` and `seed` give the same bytes, and each project is the same whatever the
    count is.  The site builds without errors and warnings, also where `count` is 0.
    """
    dice = Dice(seed)
    organisations = Organisations(dice.of("organisations"))
    projects = draw_projects(count, dice, organisations)
    texts: dict[str, str] = {
        "content/site.yaml": _settings(),
        "content/glossary.yaml": _glossary(),
        "content/pages/accessibility-statement.yaml": _STATEMENT,
        f"content/{_QUESTIONS}": "fråga;svar\nTrivs du?;ja\n",
        **dict(_about_page()),
        **dict(_notices()),
    }
    for project in projects:
        texts |= _project_files(project)
        if project.number % _STORY_CYCLE == _HAS_STORY:
            texts |= _story_files(project)
    for organisation in organisations.met.values():
        texts |= _organisation_files(organisation, dice.of(organisation.slug))
    return tuple(File(path, texts[path].encode()) for path in sorted(texts))


# --- how a file is typed ------------------------------------------------------------------------


def _card(fields: Mapping[str, _Value], text: str) -> str:
    return f"---\n{_yaml(fields)}---\n" + (f"\n{text}\n" if text else "")


def _yaml(fields: Mapping[str, _Value], indent: str = "") -> str:
    return "".join(
        line for name, value in fields.items() if value for line in _field(name, value, indent)
    )


def _field(name: str, value: _Value, indent: str) -> Iterator[str]:
    if isinstance(value, str):
        yield f"{indent}{name}: {quoted(value)}\n"
    elif isinstance(value, Mapping):
        inner = _yaml(value, f"{indent}  ")
        if inner:
            yield f"{indent}{name}:\n{inner}"
    elif value:
        yield f"{indent}{name}:\n"
        for item in value:
            if isinstance(item, str):
                yield f"{indent}  - {quoted(item)}\n"
            else:
                first, *rest = _yaml(item, f"{indent}    ").splitlines()
                yield "\n".join((f"{indent}  - {first.strip()}", *rest)) + "\n"


# --- the site and its only page -----------------------------------------------------------------


_STATEMENT = """\
# Made up, like all of the site but its places.
responsible: Provkommunen
service:
  name: Påhittade projekt
  address: https://demo.example.se
standard:
  en_301_549: V3.2.1
  wcag: "2.1"
  level: AA
status: partially compliant
not_compliant:
  - what:
      sv: Frågorna till deltagarna finns bara som tabell i en fil.
      en: The questions to the participants are there only as a table in a file.
    reason:
      sv: Filen kom sent, och vi har inte hunnit skriva om den.
      en: The file came late, and we have not had time to rewrite it.
    alternative:
      sv: Ring oss, så läser vi upp frågorna.
      en: Call us, and we read the questions to you.
    criterion: 1.3.1
    mended_by: 2028-01-31
assessment:
  method: self-assessment
  date: 2026-01-10
  how:
    sv: Ingen har bedömt något. Texten visar bara hur det kan se ut.
    en: Nobody has assessed anything. The text only shows what it can be like.
prepared: 2026-01-10
reviewed: 2026-01-15
feedback:
  email: insyn@example.se
  phone: 08-465 004 00
  answer_within_days: 5
enforcement:
  authority:
    sv: Provmyndigheten
    en: The Agency of Trials
  address: https://www.example.se/anmal
"""


def _settings() -> str:
    areas = "".join(f"  - sv: {area.sv}\n    en: {area.en}\n" for area in words.AREAS)
    phases = "".join(
        f"  - sv: {phase.sv}\n    en: {phase.en}\n"
        for phase in (words.PLANNING, words.RUNNING, words.SPREADING)
    )
    groups = "".join(f"  - sv: {group.sv}\n    en: {group.en}\n" for group in words.TARGET_GROUPS)
    languages = "".join(f"  - {code}\n" for code in _LANGUAGES)
    return (
        "# A made-up site: the places are real, and all else is invented.\n"
        f"name: Påhittade projekt\nlanguages:\n{languages}"
        "address: https://demo.example.se\n"
        "tagline:\n  sv: Se hur en webbplats kan bli\n  en: See what a site can be like\n"
        "description:\n"
        "  sv: Platserna finns på riktigt. Projekt, människor och pengar är påhittade.\n"
        "  en: The places are real. Projects, people and money are made up.\n"
        "publisher:\n  name: Provkommunen\n  email: insyn@example.se\n  phone: 08-465 004 00\n"
        "currency: SEK\n"
        f"programme_areas:\n{areas}phases:\n{phases}target_groups:\n{groups}"
        # Some names of organisations have thirteen words.
        "plain_language:\n  sentence_words: 30\n"
    )


def _glossary() -> str:
    terms = "".join(
        f"  - sv:\n      term: {term.sv}\n      explanation: {explanation.sv}\n"
        f"    en:\n      term: {term.en}\n      explanation: {explanation.en}\n"
        for term, explanation in words.TERMS
    )
    return f"terms:\n{terms}"


def _notices() -> Iterator[tuple[str, str]]:
    for name, (first, last, severity), title, text in words.NOTICES:
        fields = {"title": title.sv, "show_from": first, "show_until": last, "severity": severity}
        path = f"content/notices/{name}"
        yield f"{path}.md", _card(fields | {"shown_on": "startsidan"}, text.sv)
        yield f"{path}.en.md", _card({"title": title.en}, text.en)


def _about_page() -> Iterator[tuple[str, str]]:
    yield (
        "content/pages/om.md",
        _card(
            {
                "title": "Om de påhittade projekten",
                "summary": "Den här webbplatsen visar hur det kan se ut. Inget här har hänt.",
            },
            "Platserna finns på riktigt. Projekten, organisationerna, människorna och pengarna är "
            "påhittade.\n\n## Varför finns webbplatsen?\n\nDen är till för prov och mätningar.",
        ),
    )
    yield (
        "content/pages/om.en.md",
        _card(
            {
                "title": "About the made-up projects",
                "summary": "This site shows what one can look like. Nothing here has happened.",
                "address": "about",
            },
            "The places are real. The projects, organisations, people and money are made up.\n\n"
            "## Why is the site there?\n\nIt is for tests and measurements.",
        ),
    )


# --- projects -----------------------------------------------------------------------------------


def _person(dice: Dice) -> str:
    return f"{dice.pick('first', words.FIRST_NAMES)} {dice.pick('last', words.LAST_NAMES)}"


def _phone(dice: Dice) -> str:
    """A number that the Post and Telecom Authority keeps free for films and books."""
    series = dice.pick("series", ("08-465 004 {:02}", "031-390 06 {:02}", "040-628 04 {:02}"))
    return series.format(dice.below("number", 100))


def _contact(dice: Dice) -> tuple[dict[str, str], Said | None]:
    """The contact's fields, and their role, where there is one."""
    case = dice.below("contact", 10)
    if case == 0:
        return {}, None
    name, phone = _person(dice), _phone(dice)
    email = f"{slugify(name).replace('-', '.')}@example.se"
    if case == 1:
        return {"phone": phone}, None
    if case == 2:  # noqa: PLR2004  (tenths of the projects)
        return {"name": name, "email": email}, None
    role = dice.pick("role", words.ROLES) if dice.chance("has role", 60) else None
    fields = {"name": name, "email": email, "phone": phone}
    return (fields | {"role": role.sv} if role else fields), role


def _sides(dice: Dice) -> dict[str, Said]:
    """What the project does on each of the four sides; some say nothing at all."""
    percent = dice.pick("sides", (0, 30, 60, 100))
    return {
        side: dice.pick(side, choices)
        for side, choices in words.SIDES.items()
        if dice.chance(f"has {side}", percent)
    }


def _amount(value: int | None) -> str:
    return "" if value is None else f"{value:_}".replace("_", " ") + " kr"


def _project_files(project: Project) -> dict[str, str]:
    dice = project.dice
    path = f"content/projects/{project.slug}"
    contact, role = _contact(dice.of("contact"))
    sides = _sides(dice.of("sides"))
    document, document_kind = dice.pick("document", words.DOCUMENTS)
    documents: list[Mapping[str, str]] = []
    if project.ended:
        address = f"https://www.example.se/{project.slug}.pdf"
        documents.append(
            {
                "title": document.sv,
                "address": address,
                "kind": document_kind,
                "format": "PDF" if dice.chance("format", 70) else "",
            }
        )
    if dice.chance("questions", 8):
        documents.append({"title": "Frågor till deltagare", "file": _QUESTIONS})
    follows = project.follows
    fields: dict[str, _Value] = {
        "title": project.title.sv,
        "summary": _summary(project).sv,
        "programme_area": project.area.sv,
        "phase": project.phase.sv,
        "target_groups": [
            group.sv for group in words.TARGET_GROUPS if dice.chance(f"target group {group.en}", 30)
        ],
        "owner": project.owner.name.sv,
        "contact": contact,
        "other_contacts": [
            {"name": _person(dice.of("other")), "phone": _phone(dice.of("other"))},
            {"email": f"projekt{project.number}@example.se"},
        ]
        if contact and dice.chance("other contacts", 15)
        else [],
        "funding": {"eu": _amount(project.eu), "total": _amount(project.total)},
        "period": {
            "start": project.start.isoformat(),
            "end": project.end.isoformat() if project.end else "",
        },
        "region": project.region,
        "municipalities": [place.name for place in project.municipalities],
        "co_funders": project.co_funders,
        "partners": project.partners,
        "participants": _participants(project),
        "targets": [
            {
                "what": target.what.sv,
                "target": target.target,
                "unit": target.unit.sv if target.unit else "",
                "minimum": "ja" if target.minimum else "",
                "result": target.result,
            }
            for target in project.targets
        ],
        "accessibility": {side: said.sv for side, said in sides.items()},
        "source": {"reference": "Påhittat för prov"} if dice.chance("source", 50) else None,
        "continues": follows.slug if follows else "",
        "aliases": [f"/gamla/projekt/{project.number}/"] if dice.chance("alias", 10) else [],
        "documents": documents,
        "sign_language_film": "https://www.example.se/film" if dice.chance("film", 5) else "",
        "audio": "https://www.example.se/ljud" if dice.chance("audio", 4) else "",
    }
    files = {f"{path}.md": _card(fields, _project_text(project, "sv"))}
    if dice.chance("English", 85):
        english: dict[str, _Value] = {
            "title": project.title.en,
            "summary": _summary(project).en,
            "contact": {"role": role.en} if role else None,
            "targets": [
                {"what": target.what.en, "unit": target.unit.en if target.unit else ""}
                for target in project.targets
            ],
            "accessibility": {side: said.en for side, said in sides.items()},
            "documents": [
                {"title": "Questions to participants" if "file" in one else document.en}
                for one in documents
            ],
        }
        files[f"{path}.en.md"] = _card(english, _project_text(project, "en"))
    if project.number % _EASY_CYCLE == _IS_EASY:
        files[f"{path}.lattlast.md"] = _card({}, _easy_text(project, "sv"))
        if f"{path}.en.md" in files:
            files[f"{path}.lattlast.en.md"] = _card({}, _easy_text(project, "en"))
    if project.number % _FINNISH_CYCLE == 0:
        summary = dice.pick("Finnish summary", words.FINNISH_SUMMARIES)
        finnish: dict[str, _Value] = {
            "title": project.title.sv,
            "summary": summary.format(place=project.place),
        }
        text = "\n\n".join(f"## {heading}\n\n{line}" for heading, line in words.FINNISH_TEXT)
        files[f"{path}.fi.md"] = _card(finnish, text)
    return files


def _participants(project: Project) -> dict[str, str]:
    dice = project.dice.of("participants")
    planned = dice.between("planned", 8, 600)
    reached = planned * dice.between("reached", 20, 130) // 100
    return {
        "planned": str(planned) if dice.chance("is planned", 60) else "",
        "reached": str(reached) if project.ended and dice.chance("is known", 60) else "",
    }


def _easy_text(project: Project, language: str) -> str:
    told = [said.fill(group=project.group, place=project.place) for said in words.EASY]
    heading = words.HEADINGS["work"].in_(language)
    lines = (textwrap.fill(said.in_(language), _EASY_LINE) for said in told)
    return "\n\n".join((f"## {heading}", *lines))


def _summary(project: Project) -> Said:
    one, other = project.methods
    return project.dice.pick("summary", words.SUMMARIES).fill(
        owner=project.owner.name, group=project.group, place=project.place, method=one, other=other
    )


def _project_text(project: Project, language: str) -> str:
    """Some sections of some paragraphs; from one line to two screens."""
    dice = project.dice
    paragraphs: list[tuple[str, tuple[Said, ...], int]] = [
        ("background", words.BACKGROUND, dice.pick("background", (0, 1, 2, 4))),
        ("purpose", words.PURPOSE, dice.pick("purpose", (1, 1, 2, 3))),
        ("work", words.WORK, dice.pick("work", (0, 1, 2, 5))),
        ("gender", words.GENDER, dice.pick("gender", (0, 0, 1))),
        ("results", words.RESULTS, dice.pick("results", (0, 1, 2)) if project.ended else 0),
    ]
    sections: list[str] = []
    for key, choices, count in paragraphs:
        if count:
            chosen = dice.some(f"{key} texts", choices, count)
            told = [said.fill(group=project.group, place=project.place) for said in chosen]
            lines = [f"## {words.HEADINGS[key].in_(language)}", *(t.in_(language) for t in told)]
            sections.append("\n\n".join(lines))
    if dice.chance("partners told", 40):
        sections.append(_partners_text(project, language))
    return "\n\n".join(sections)


def _partners_text(project: Project, language: str) -> str:
    """A list, a link to another card, a table or a quote: what cards have beside sentences."""
    dice = project.dice
    heading = f"## {words.HEADINGS['partners'].in_(language)}"
    friend = project.friend
    link = f"[{friend.name.in_(language)}](../organisations/{friend.slug}.md)"
    line = Said("Vi arbetar tillsammans med {friend}.", "We work together with {friend}.").fill(
        friend=link
    )
    match dice.below("extra", 3):
        case 0:
            methods = "\n".join(f"- {method.in_(language)}" for method in project.methods)
            offers = Said("Det här erbjuder vi:", "This is what we offer:").in_(language)
            extra = f"{offers}\n\n{methods}"
        case 1:
            head = Said("| År | Grupper | Platser |", "| Year | Groups | Places |").in_(language)
            rows = "\n".join(
                f"| {project.start.year + year} | {dice.between(f'groups {year}', 1, 9)} "
                f"| {dice.between(f'seats {year}', 10, 90)} |"
                for year in range(3)
            )
            extra = f"{head}\n|---|---:|---:|\n{rows}"
        case _:
            quote = dice.pick("quote", words.QUOTES).in_(language)
            extra = f"> {quote}\n>\n> — {_person(dice.of('speaker'))}"
    return f"{heading}\n\n{line.in_(language)}\n\n{extra}"


# --- stories and organisations ------------------------------------------------------------------


def _story_files(project: Project) -> dict[str, str]:
    """A story about somebody in `project`."""
    dice = project.dice.of("story")
    person = _person(dice)
    name, place = person.partition(" ")[0], project.place
    title = dice.pick("title", words.STORY_TITLES).fill(name=name, place=place)
    path = f"content/stories/{slugify(title.sv)}-{project.number}"
    role = dice.pick("role", words.SPEAKERS)
    what, unit = dice.pick("figure", words.FIGURES)
    has_figure = dice.chance("has figure", 50)
    told = [said.fill(name=name, place=place) for said in words.STORY_TEXT]
    quote = dice.pick("quote", words.QUOTES)
    summary = Said(
        "{name} i {place} berättar om vägen till ett arbete.",
        "{name} in {place} tells of the way to a job.",
    ).fill(name=person, place=place)

    def text(language: str) -> str:
        first, *rest = [said.in_(language) for said in told]
        return "\n\n".join((first, f"> {quote.in_(language)}\n>\n> — {person}", *rest))

    fields: dict[str, _Value] = {
        "title": title.sv,
        "summary": summary.sv,
        "municipalities": [place.name for place in project.municipalities[:1]],
        "organisations": [project.owner.name.sv],
        "projects": [project.slug],
        "people": [{"name": person, "role": role.sv}],
        "figures": [
            {"what": what.sv, "number": str(dice.between("figure", 2, 99)), "unit": unit.sv}
        ]
        if has_figure
        else [],
    }
    english: dict[str, _Value] = {
        "title": title.en,
        "summary": summary.en,
        "people": [{"role": role.en}],
        "figures": [{"what": what.en, "unit": unit.en}] if has_figure else [],
    }
    files = {f"{path}.md": _card(fields, text("sv"))}
    if dice.chance("English", 70):
        files[f"{path}.en.md"] = _card(english, text("en"))
    return files


def _organisation_files(organisation: Organisation, dice: Dice) -> dict[str, str]:
    place = organisation.municipality
    path = f"content/organisations/{organisation.slug}"
    fields: dict[str, _Value] = {
        "title": organisation.name.sv,
        "kind": "" if dice.chance("no kind", 10) else organisation.kind,
        "municipality": place.name if place else "",
        "part_of": organisation.part_of,
        "website": "https://www.example.se/" if dice.chance("website", 40) else "",
    }
    told = Said("En påhittad organisation i {m}.", "A made-up organisation in {m}.").fill(
        m=place.name if place else "Sverige"
    )
    has_text = place is not None and dice.chance("text", 30)
    files = {f"{path}.md": _card(fields, told.sv if has_text else "")}
    if organisation.name.en != organisation.name.sv:
        files[f"{path}.en.md"] = _card({"title": organisation.name.en}, told.en if has_text else "")
    return files
