"""The form's whole configuration: portfolio and register → what Sveltia CMS is told, as JSON.

Pure.  Labels, hints and examples are those of the one description of a card, choices are the
site's and the register's: so the form cannot offer what the model refuses.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

from insyn.admin.widgets import (
    BODY,
    CARD,
    KIND,
    ORGANISATION_FIELDS,
    ORIGINAL,
    PROJECT_FIELDS,
    Field,
    Offered,
    choosers,
    form_fields,
    readers,
)
from insyn.model.fields import (
    KINDS,
    EasyFields,
    Fields,
    GlossaryFields,
    StatementFields,
    choice_of,
    in_languages,
    inner_model,
)
from insyn.model.portfolio import Choice, Portfolio, Repository, Site
from insyn.model.register import load_register
from insyn.problem import folded
from insyn.source import EASY, GLOSSARY_FILE, STATEMENT_FILE

Config = dict[str, Any]

_NAMES: Mapping[str, tuple[tuple[str, str], tuple[str, str], str]] = {
    "projects": (("Projekt", "Projekt"), ("Projects", "Project"), "work"),
    "stories": (("Berättelser", "Berättelse"), ("Stories", "Story"), "auto_stories"),
    "organisations": (
        ("Organisationer", "Organisation"),
        ("Organisations", "Organisation"),
        "apartment",
    ),
    "notices": (("Meddelanden", "Meddelande"), ("Notices", "Notice"), "campaign"),
    "pages": (("Andra sidor", "Sida"), ("Other pages", "Page"), "description"),
}
_EASY_KINDS = ("projects", "stories")
_BUTTONS = ["bold", "italic", "link", "heading-two", "heading-three", "quote"] + [
    f"{kind}-list" for kind in ("bulleted", "numbered")
]
_API_PATHS = {"gitlab": "/api/v4", "gitea": "/api/v1"}


def configuration(portfolio: Portfolio, *, trial: bool = False) -> Config:
    """What the form is told: `cms` is Sveltia's configuration, `spellings` is for our own reading.

    `trial` keeps all that is written in the browser, and needs no repository.
    """
    site = portfolio.site
    language = site.languages[0]
    spoken = "sv" if language == "sv" else "en"
    offered = {kind: _offered(model, portfolio, spoken) for kind, model in _models(site).items()}
    root = f"{_folder(site)}content"
    cms: Config = {
        "load_config_file": False,
        "backend": {"name": "test-repo"} if trial else backend(site.repository),
        **_workflow(site.repository, trial=trial),
        "app_title": f"{site.name} – {'redigera' if spoken == 'sv' else 'edit'}",
        "site_url": site.address,
        "show_preview_links": False,
        "media_folder": f"{root}/images",
        "public_folder": "/images",
        "media_libraries": {
            "all": {"slugify_filename": True},
            "stock_assets": {"providers": []},
        },
        "slug": {"encoding": "ascii", "clean_accents": True},
        "editor": {"preview": False},
        "output": {"omit_empty_optional_fields": True},
        "collections": list(_collections(site, root, spoken, offered)),
        "singletons": list(_files(site, root, spoken, offered)),
    }
    if len(site.languages) > 1:
        cms["i18n"] = {
            "structure": "multiple_files",
            "locales": list(site.languages),
            "default_locale": language,
            # A translation is begun when somebody writes it, never as an empty file.
            "initial_locales": "default",
            "omit_default_locale_from_file_path": True,
        }
    spellings = {
        name: {path: dict(spelled) for path, spelled in found.spellings.items()}
        for name, found in offered.items()
    }
    return {"cms": cms, "spellings": spellings}


def _models(site: Site) -> Mapping[str, type[Fields]]:
    languages = site.languages
    return {
        **KINDS,
        **{f"{EASY}-{kind}": EasyFields for kind in _EASY_KINDS},
        "glossary": in_languages(GlossaryFields, languages),
        "statement": in_languages(StatementFields, languages),
    }


# --- where it is saved --------------------------------------------------------------------------


def backend(repository: Repository | None) -> Config:
    """Where the form saves, and how one signs in there; `LookupError` where nobody knows."""
    if repository is None or not repository.host:
        message = "no repository that the form can reach"
        raise LookupError(message)
    split = urlsplit(repository.address)
    origin = f"{split.scheme}://{split.netloc}"
    told: Config = {
        "name": repository.host,
        "repo": split.path.strip("/"),
        "branch": repository.branch,
    }
    if repository.host == "github" and split.netloc != "github.com":
        told["api_root"] = f"{origin}/api/v3"
    if repository.host in _API_PATHS:
        told |= {"base_url": origin, "api_root": f"{origin}{_API_PATHS[repository.host]}"}
    if repository.sign_in:
        told["base_url"] = repository.sign_in.rstrip("/")
    if repository.app_id:
        told["app_id"] = repository.app_id
        if repository.host == "gitlab":
            told["auth_type"] = "pkce"
    elif repository.host != "github":
        told["auth_methods"] = ["token"]
    return told


def api_origin(repository: Repository | None) -> str:
    """The only other address that the form speaks to; empty where there is none."""
    if repository is None or not repository.host:
        return ""
    split = urlsplit(repository.address)
    if repository.host == "github" and split.netloc == "github.com":
        return "https://api.github.com"
    return f"{split.scheme}://{split.netloc}"


def _workflow(repository: Repository | None, *, trial: bool) -> Config:
    """A colleague approves before anything is published, where Sveltia can see to it."""
    if trial or repository is None or not repository.review:
        return {}
    return {"publish_mode": "editorial_workflow"} if repository.host in {"github", "gitlab"} else {}


# --- what there is to edit ----------------------------------------------------------------------


def _collections(
    site: Site, root: str, spoken: str, offered: Mapping[str, Offered]
) -> Iterator[Config]:
    for kind, (sv, en, icon) in _NAMES.items():
        many, one = sv if spoken == "sv" else en
        fields = form_fields(KINDS[kind], _required_in(site), spoken, offered[kind])
        collection = _collection(kind, list(fields), site, kind, spoken)
        yield (
            collection
            | {"label": many, "label_singular": one, "icon": icon}
            | (
                # The collection with the deeper folder gets a file that fits both: an easy-to-read
                # text lies beside its card, and is none.
                {"folder": root, "path": f"{kind}/{{{{slug}}}}"} if kind in _EASY_KINDS else {}
            )
        )
        if kind not in _EASY_KINDS:
            continue
        name = f"{EASY}-{kind}"
        easy = form_fields(EasyFields, _required_in(site), spoken, offered[name])
        # Every version of it is a text of its own.
        own = [field | {"i18n": True} for field in easy]
        yield _collection(name, [_card_of(kind, spoken), *own], site, kind, spoken) | {
            "slug": {"template": f"{{{{fields.{CARD}}}}}", "editable": False},
            "label": f"Lättläst: {many.lower()}"
            if spoken == "sv"
            else f"Easy to read: {many.lower()}",
            "label_singular": "Lättläst text" if spoken == "sv" else "Easy-to-read text",
            "icon": "sentiment_satisfied",
            "path": f"{{{{slug}}}}.{EASY}",
        }


def _collection(name: str, fields: list[Field], site: Site, folder: str, spoken: str) -> Config:
    root = f"{_folder(site)}content"
    slug_hint = (
        "Sidans adress och filens namn: små bokstäver a–z, siffror och bindestreck."
        if spoken == "sv"
        else "The page's address and the file's name: small letters a–z, figures and hyphens."
    )
    return {
        "name": name,
        "folder": f"{root}/{folder}",
        "format": f"insyn-{name}",
        # A picture in a text is found from the card's own folder.
        "media_folder": f"/{root}/images",
        "public_folder": "../images",
        "identifier_field": "title",
        "slug": {
            "template": "{{title}}",
            "editable": ["create"],
            "hint": slug_hint,
            "pattern": ["^[a-z0-9]+(-[a-z0-9]+)*$", slug_hint],
        },
        "sortable_fields": ["title"],
        # A card that goes takes its address with it: that is done on the git host, with care.
        "delete": name == "notices",
        "i18n": len(site.languages) > 1,
        "filter": {"field": KIND, "value": name},
        "fields": [*fields, _body(spoken), *_hidden(name)],
    }


def _required_in(site: Site) -> tuple[str, ...]:
    """The languages in which what a card must have must be said: not in its translations."""
    return site.languages[:1] if len(site.languages) > 1 else ()


def _body(spoken: str) -> Field:
    return {
        "name": BODY,
        "label": "Text",
        "hint": (
            "Börja med en rubrik. Skriv korta stycken."
            if spoken == "sv"
            else "Begin with a heading. Write short paragraphs."
        ),
        "widget": "richtext",
        "required": False,
        "buttons": _BUTTONS,
        "editor_components": ["image"],
        "linked_images": False,
        "use_emoji_autocomplete": False,
        "i18n": True,
    }


def _card_of(kind: str, spoken: str) -> Field:
    """The card that a new easy-to-read text belongs to: its file is named after it."""
    return {
        "name": CARD,
        "label": "Kortet som texten hör till" if spoken == "sv" else "The card it belongs to",
        "hint": (
            "Välj det när texten är ny. Sedan följer det av filens namn."
            if spoken == "sv"
            else "Choose it for a new text. Later the file's name tells."
        ),
        "widget": "relation",
        "collection": kind,
        "value_field": "{{slug}}",
        "display_fields": ["title"],
        "required": False,
    }


def _hidden(kind: str) -> list[Field]:
    """What the form remembers of a file, and no file has."""
    return [
        {"name": KIND, "widget": "hidden", "default": kind, "i18n": False},
        {"name": ORIGINAL, "widget": "hidden", "i18n": False},
    ]


def _files(site: Site, root: str, spoken: str, offered: Mapping[str, Offered]) -> Iterator[Config]:
    """The files that are YAML throughout.  Texts stand in them in all languages."""
    told = (
        ("glossary", GLOSSARY_FILE, ("Ordlista", "Glossary"), "dictionary"),
        (
            "statement",
            STATEMENT_FILE,
            ("Tillgänglighetsredogörelse", "Accessibility statement"),
            "accessibility_new",
        ),
    )
    models = _models(site)
    for name, file, (sv, en), icon in told:
        fields = form_fields(models[name], (), spoken, offered[name])
        yield {
            "name": name,
            "label": sv if spoken == "sv" else en,
            "icon": icon,
            "file": f"{root}/{file}",
            "format": f"insyn-{name}",
            "fields": [*map(_untranslated, fields), *_hidden(name)],
        }


def _untranslated(field: Field) -> Field:
    kept = {key: value for key, value in field.items() if key != "i18n"}
    if "fields" in kept:
        kept["fields"] = [_untranslated(inner) for inner in kept["fields"]]
    return kept


# --- what there is to choose --------------------------------------------------------------------


def _offered(model: type[Fields], portfolio: Portfolio, spoken: str) -> Offered:
    """The choices of every field of `model`, and how else cards may spell them."""
    choices: dict[str, Sequence[tuple[str, str]]] = {}
    spellings: dict[str, dict[str, str]] = {}
    site = portfolio.site
    of_site = {
        "programme_area": site.programme_areas,
        "phase": site.phases,
        "target_groups": site.target_groups,
    }
    for path, owner, name in _paths(model):
        if name in of_site:
            choices[path], spellings[path] = _of_site(of_site[name], site.languages[0])
        for reader, register in choosers().items():
            if reader in set(readers(owner, name)):
                choices[path], spellings[path] = _of_register(register, spoken)
        if (choice := choice_of(owner, name)) is not None:
            spellings[path] = {
                folded(typed): choice.word(key, spoken)
                for key, words in choice.words.items()
                for typed in (key, *words)
            }
    of_cards, other_names = _of_cards(model, portfolio, spoken)
    choices |= of_cards
    spellings |= other_names
    root = f"{_folder(site)}content"
    return Offered(choices, {path: found for path, found in spellings.items() if found}, root)


def _of_cards(
    model: type[Fields], portfolio: Portfolio, spoken: str
) -> tuple[dict[str, Sequence[tuple[str, str]]], dict[str, dict[str, str]]]:
    """Where several cards are chosen: which, and how else they may be spelled."""
    projects = [(slug, card.title.versions[0][1]) for slug, card in portfolio.projects.items()]
    stories = [(slug, card.title.versions[0][1]) for slug, card in portfolio.stories.items()]
    known = [found for found in portfolio.organisations.values() if found.file]
    names = sorted(organisation.name.versions[0][1] for organisation in known)
    aliases = {
        folded(typed): organisation.name.versions[0][1]
        for organisation in known
        for typed in (*organisation.aliases, *organisation.also_typed)
    }
    start = ("startsidan", "Startsidan") if spoken == "sv" else ("start page", "Start page")
    offered: dict[str, Sequence[tuple[str, str]]] = {
        "related": [*projects, *stories],
        "shown_on": [start, *projects],
        **dict.fromkeys(PROJECT_FIELDS, projects),
        **{field: [(name, name) for name in names] for field in ORGANISATION_FIELDS},
    }
    spelled = {
        "shown_on": dict.fromkeys(("start", "startsidan", "start page"), start[0]),
        **dict.fromkeys(ORGANISATION_FIELDS, aliases),
    }
    fields = [(path, name) for path, _, name in _paths(model)]
    return (
        {path: offered[name] for path, name in fields if name in offered},
        {path: spelled[name] for path, name in fields if name in spelled},
    )


def _folder(site: Site) -> str:
    """The folder of the repository that holds `content/`, with a slash; empty at the top."""
    return f"{site.repository.folder}/" if site.repository and site.repository.folder else ""


def _paths(model: type[Fields], path: str = "") -> Iterator[tuple[str, type[Fields], str]]:
    """Every field of `model`, those in groups too: `targets.unit`, its class and its name."""
    for name, field in model.model_fields.items():
        full = f"{path}.{name}" if path else name
        yield full, model, name
        inner = inner_model(field.annotation)
        if inner:
            yield from _paths(inner, full)


def _of_site(
    given: Sequence[Choice], language: str
) -> tuple[list[tuple[str, str]], dict[str, str]]:
    choices = [(choice.key, choice.name.in_language(language)[0]) for choice in given]
    spelled = {folded(word): choice.key for choice in given for _, word in choice.name.versions}
    return choices, spelled


def _of_register(which: str, spoken: str) -> tuple[list[tuple[str, str]], dict[str, str]]:
    register = load_register()
    if which == "municipalities":
        names = sorted(place.name for place in register.municipalities.values())
        return [(name, name) for name in names], {}
    regions = register.regions.values()
    return (
        [(region.name_sv, region.name(spoken)) for region in regions],
        {folded(region.name_en): region.name_sv for region in regions},
    )
