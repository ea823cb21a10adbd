"""What `site.yaml` settles for all cards."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlsplit

from insyn.model.facts import Findings, read_facts
from insyn.model.fields import (
    ColoursFields,
    PlainLanguageFields,
    RepositoryFields,
    SiteFields,
    WordsFields,
    in_languages,
)
from insyn.model.portfolio import Choice, OwnColour, Repository, Site, Translated, Words
from insyn.model.values import Surroundings
from insyn.plain import USUAL, Limits
from insyn.source import Card, Sources

# How git hosts spell the addresses of a file's editor and history, after the repository's own.
_GIT_HOSTS = {
    "github": ("/edit/{branch}/{path}", "/commits/{branch}/{path}"),
    "gitlab": ("/-/edit/{branch}/{path}", "/-/commits/{branch}/{path}"),
    "gitea": ("/_edit/{branch}/{path}", "/commits/branch/{branch}/{path}"),
}
_GIT_HOSTS |= {"forgejo": _GIT_HOSTS["gitea"], "codeberg": _GIT_HOSTS["gitea"]}


def read_site(sources: Sources, findings: Findings) -> Site | None:
    """The site's settings; `None` where there are none that can be used."""
    card = sources.site
    if card is None:
        return None
    model = in_languages(SiteFields, typed_languages(sources))
    facts = read_facts(card, model, findings, Surroundings())
    if facts is None:
        return None
    languages = tuple(dict.fromkeys(facts.languages))

    def texts(words: WordsFields | None) -> Words:
        given = [(code, getattr(words, code, None) or "") for code in languages]
        spelled = [(code, text) for code, text in given if text]
        return Translated(tuple(spelled or [(languages[0], "")]))

    return Site(
        name=facts.name,
        languages=languages,
        address=facts.address.rstrip("/"),
        tagline=texts(facts.tagline),
        description=texts(facts.description),
        publisher=facts.publisher.name,
        publisher_email=facts.publisher.email,
        publisher_phone=facts.publisher.phone or "",
        publisher_website=facts.publisher.website or "",
        currency=facts.currency,
        programme_areas=_choices(facts.programme_areas, languages),
        phases=_choices(facts.phases, languages),
        target_groups=_choices(facts.target_groups, languages),
        repository=_repository(facts.repository, card, findings),
        withdraw_contacts_after_years=facts.withdraw_contacts_after_years,
        plain_language=_limits(facts.plain_language, languages[0]),
        colours=tuple(
            OwnColour(
                name.replace("_", "-"),
                own.light,
                own.dark,
                card.place(("colours", name, "light")),
                card.place(("colours", name, "dark")),
            )
            for name, own in (facts.colours or ColoursFields())
            if own
        ),
    )


def typed_languages(sources: Sources) -> tuple[str, ...]:
    """The languages of a site whose settings are not usable; as a last resort those in use."""
    typed = sources.site.fields.get("languages") if sources.site else None
    given = [typed] if isinstance(typed, str) else typed
    codes = [code for code in given if isinstance(code, str)] if isinstance(given, list) else []
    return tuple(codes) or ("", *sorted({card.language or "" for card in sources.cards}))


def spellings(site: Site) -> dict[str, dict[str, str]]:
    """For each field with choices: how a card may spell a choice, and the choice's key."""
    fields = {
        "programme_areas": site.programme_areas,
        "phases": site.phases,
        "target_groups": site.target_groups,
    }
    return {
        name: {text: choice.key for choice in choices for _, text in choice.name.versions}
        for name, choices in fields.items()
    }


def _choices(given: Sequence[WordsFields], languages: Sequence[str]) -> tuple[Choice, ...]:
    found: list[Choice] = []
    for words in given:
        codes = dict.fromkeys((*languages, *WordsFields.model_fields))
        spelled = [(code, text) for code in codes if (text := getattr(words, code))]
        if spelled:
            found.append(Choice(spelled[0][1], Translated(tuple(spelled))))
    return tuple(found)


def _limits(given: PlainLanguageFields | None, first: str) -> Limits:
    """What the advice on plain language goes by."""
    if given is None:
        return USUAL
    own = ((one.language or first, one.word, one.instead) for one in given.plainer)
    return Limits(
        sentence_words=given.sentence_words,
        lix=given.lix,
        let_pass=frozenset(map(str.lower, given.let_pass)),
        plainer=tuple(own),
        on=given.advice,
    )


def _repository(
    given: RepositoryFields | None, card: Card, findings: Findings
) -> Repository | None:
    """Where the cards are kept; the host is known by its name, or says how it spells addresses."""
    if given is None:
        return None
    address = given.address.rstrip("/").removesuffix(".git")
    host = urlsplit(address).hostname or ""
    named = next((name for name in host.split(".") if name in _GIT_HOSTS), "")
    kind = given.host or {"forgejo": "gitea", "codeberg": "gitea"}.get(named, named)
    known = _GIT_HOSTS.get(kind)
    if known is None and given.edit is None:
        findings.add(card.place(("repository", "address")), "repository-host-unknown", value=host)
    edit, history = (f"{address}{end}" for end in known) if known else ("", "")
    return Repository(
        given.branch,
        given.folder.strip("/"),
        given.edit or edit,
        given.history or history,
        address=address,
        host=kind,
        sign_in=given.sign_in or "",
        app_id=given.app_id or "",
        review=given.review,
    )
