"""What is told of the site itself: `content/site.yaml`."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from insyn.model.fields.description import About, Fields
from insyn.model.fields.shared import SITE_ADDRESS, Languages, Lines, WordsFields
from insyn.model.values import (
    AddressPattern,
    Colour,
    Email,
    LanguageCode,
    Line,
    OneOf,
    Phone,
    WebAddress,
    WholeNumber,
    Yes,
    between,
)

GitHost = Literal["github", "gitlab", "gitea"]

_GIT_HOSTS = OneOf({"github": ("GitHub",) * 2, "gitlab": ("GitLab",) * 2, "gitea": ("Gitea",) * 2})
AGitHost = Annotated[GitHost, _GIT_HOSTS, BeforeValidator(_GIT_HOSTS.read)]


class PublisherFields(Fields):
    """Who answers for the site."""

    name: Annotated[
        Line, About("Namn", "Name", "Utgivarens namn.", "The publisher's name.", "Örebro kommun")
    ]
    email: Annotated[
        Email,
        About("E-post", "E-mail", "E-postadress.", "E-mail address.", "insyn@kommunen.example.se"),
    ]
    phone: Annotated[
        Phone | None,
        About("Telefon", "Phone", "Telefonnummer.", "Phone number.", "08-465 004 00"),
    ] = None
    website: Annotated[
        WebAddress | None,
        About("Webbplats", "Website", "Webbadress.", "Web address.", "https://www.orebro.se/"),
    ] = None


class RepositoryFields(Fields):
    """Where the cards are kept in git."""

    address: Annotated[
        WebAddress,
        About(
            "Adress",
            "Address",
            "Förrådets adress hos git-tjänsten.",
            "The repository's address at the git host.",
            "https://github.com/kommunen/projekt",
        ),
    ]
    branch: Annotated[
        Line,
        About(
            "Gren",
            "Branch",
            "Grenen som publiceras.",
            "The branch that is published.",
            "main",
        ),
    ] = "main"
    folder: Annotated[
        Line,
        About(
            "Mapp",
            "Folder",
            "Mappen i förrådet där content ligger, om den inte ligger överst.",
            "The folder of the repository that holds content, if it is not at the top.",
            "webbplats",
        ),
    ] = ""
    edit: Annotated[
        AddressPattern | None,
        About(
            "Adress för att ändra",
            "Address for editing",
            "Så skriver git-tjänsten adressen till redigeraren. Behövs inte för GitHub, GitLab, "
            "Gitea, Forgejo och Codeberg.",
            "How the git host spells the address of its editor. Not needed for GitHub, GitLab, "
            "Gitea, Forgejo and Codeberg.",
            "https://git.example.se/projekt/edit/{branch}/{path}",
        ),
    ] = None
    history: Annotated[
        AddressPattern | None,
        About(
            "Adress till historiken",
            "Address of the history",
            "Så skriver git-tjänsten adressen till en fils historik.",
            "How the git host spells the address of a file's history.",
            "https://git.example.se/projekt/log/{branch}/{path}",
        ),
    ] = None
    host: Annotated[
        AGitHost | None,
        About(
            "Slags git-tjänst",
            "Kind of git host",
            "Behövs bara om det inte syns på adressen.",
            "Needed only where the address does not show it.",
            "gitlab",
        ),
    ] = None
    sign_in: Annotated[
        WebAddress | None,
        About(
            "Adress för inloggning",
            "Address for signing in",
            "Tjänsten som loggar in formulärets användare, om det inte är Netlify eller "
            "git-tjänsten själv.",
            "The service that signs in the users of the form, if it is neither Netlify nor the "
            "git host.",
            "https://inloggning.example.se",
        ),
    ] = None
    app_id: Annotated[
        Line | None,
        About(
            "Formulärets id",
            "The form's id",
            "Det id som git-tjänsten ger formuläret, för GitLab och Gitea.",
            "The id that the git host gives the form, for GitLab and Gitea.",
            "2b1f6c0d9e",
        ),
    ] = None
    review: Annotated[
        Yes,
        About(
            "Granska först",
            "Review first",
            "Skriv nej om det som sparas i formuläret ska publiceras genast. "
            "Granskning går med GitHub och GitLab.",
            "Write no if what is saved in the form should be published at once. "
            "Review works with GitHub and GitLab.",
            "ja",
        ),
    ] = True


class ColourFields(Fields):
    """A colour of the site's own."""

    light: Annotated[
        Colour,
        About(
            "Ljust",
            "Light",
            "Färgen i det ljusa temat, inom citattecken.",
            "The colour in the light theme, in quotation marks.",
            '"#0a5238"',
        ),
    ]
    dark: Annotated[
        Colour,
        About(
            "Mörkt",
            "Dark",
            "Färgen i det mörka temat, inom citattecken.",
            "The colour in the dark theme, in quotation marks.",
            '"#93dcb6"',
        ),
    ]


class ColoursFields(Fields):
    """The site's own colours, in place of the theme's.  The names are those of its tokens."""

    accent: Annotated[
        ColourFields | None,
        About("Huvudfärg", "Accent", "Länkar och knappar.", "Links and buttons."),
    ] = None
    accent_strong: Annotated[
        ColourFields | None,
        About(
            "Stark huvudfärg",
            "Strong accent",
            "Länkar och knappar under pekaren. Utan den används huvudfärgen.",
            "Links and buttons under the pointer. Without it, the accent is used.",
        ),
    ] = None
    on_accent: Annotated[
        ColourFields | None,
        About("Text på knappar", "Text on buttons", "Text på huvudfärgen.", "Text on the accent."),
    ] = None
    surface: Annotated[
        ColourFields | None,
        About("Ytor", "Surfaces", "Rutor och band bakom text.", "Boxes and bands behind text."),
    ] = None
    edge: Annotated[
        ColourFields | None,
        About("Kanter", "Edges", "Kanter på fält och knappar.", "Borders of fields and buttons."),
    ] = None
    part: Annotated[
        ColourFields | None,
        About(
            "Markeringar",
            "Marks",
            "Staplar i diagram. Utan den används huvudfärgen.",
            "Bars in charts. Without it, the accent is used.",
        ),
    ] = None
    rest: Annotated[
        ColourFields | None,
        About("Resten", "The rest", "Resten av en stapel.", "The rest of a bar."),
    ] = None


class PlainerFields(Fields):
    """A word that the site wants to avoid, and what to write instead."""

    word: Annotated[
        Line,
        About(
            "Ord",
            "Word",
            "Ordet eller uttrycket, i den form som står i texterna.",
            "The word or phrase, in the form that stands in the texts.",
            "brukare",
        ),
    ]
    instead: Annotated[
        Line,
        About(
            "Skriv i stället",
            "Write instead",
            "Det vanligare ordet.",
            "The more common word.",
            "den som får stöd",
        ),
    ]
    language: Annotated[
        LanguageCode | None,
        About(
            "Språk",
            "Language",
            "Ordets språk. Utan det gäller webbplatsens första språk.",
            "The word's language. Without it, the site's first language is meant.",
            "sv",
        ),
    ] = None


class PlainLanguageFields(Fields):
    """What the advice on plain language goes by."""

    advice: Annotated[
        Yes,
        About(
            "Råd",
            "Advice",
            "Skriv nej om du inte vill ha råd om klarspråk.",
            "Write no if you do not want advice on plain language.",
            "ja",
        ),
    ] = True
    sentence_words: Annotated[
        Annotated[WholeNumber, between(10, 60)],
        About(
            "Längsta mening",
            "Longest sentence",
            "Så många ord får en mening ha innan Insyn säger till.",
            "So many words may a sentence have before Insyn says so.",
            "25",
        ),
    ] = 25
    lix: Annotated[
        Annotated[WholeNumber, between(20, 80)],
        About(
            "Högsta LIX",
            "Highest LIX",
            "LIX mäter hur svår en text är. 30–40 är lätt, 40–50 är medelsvårt.",
            "LIX measures how hard a text is. 30–40 is easy, 40–50 is medium.",
            "50",
        ),
    ] = 50
    let_pass: Annotated[
        Lines,
        About(
            "Ord som får stå",
            "Words to let pass",
            "Ord som Insyn inte ska säga till om, i den form som står i texterna.",
            "Words that Insyn should say nothing of, in the form that stands in the texts.",
            "samt",
        ),
    ] = ()
    plainer: Annotated[
        tuple[PlainerFields, ...],
        About(
            "Egna ord",
            "Own words",
            "Ord som ni vill undvika, och vad man skriver i stället.",
            "Words that you want to avoid, and what to write instead.",
        ),
    ] = ()


class SiteFields(Fields):
    """The site itself: `content/site.yaml`."""

    name: Annotated[Line, About("Namn", "Name", "Webbplatsens namn.", "The site's name.", "Insyn")]
    languages: Annotated[
        Languages,
        About(
            "Språk",
            "Languages",
            "Webbplatsens språk. Det första är språket i korten utan språkkod i filnamnet.",
            "The site's languages. The first is that of cards without a code in the file name.",
            "sv",
        ),
    ]
    address: Annotated[WebAddress, SITE_ADDRESS]
    tagline: Annotated[
        WordsFields | None,
        About("Rubrik", "Tagline", "Startsidans rubrik.", "The start page's heading."),
    ] = None
    description: Annotated[
        WordsFields | None,
        About(
            "Beskrivning",
            "Description",
            "Startsidans ingress.",
            "The start page's first sentences.",
        ),
    ] = None
    publisher: Annotated[
        PublisherFields,
        About("Utgivare", "Publisher", "Vem som svarar för webbplatsen.", "Who answers for it."),
    ]
    currency: Annotated[
        Annotated[Line, Field(pattern=r"^[A-Z]{3}$")],
        About("Valuta", "Currency", "Valutans kod.", "The currency's code.", "SEK"),
    ] = "SEK"
    programme_areas: Annotated[
        tuple[WordsFields, ...],
        About(
            "Programområden",
            "Programme areas",
            "De programområden som korten kan välja.",
            "The programme areas that cards may choose.",
        ),
    ]
    phases: Annotated[
        tuple[WordsFields, ...],
        About("Faser", "Phases", "De faser som korten kan välja.", "The phases cards may choose."),
    ]
    target_groups: Annotated[
        tuple[WordsFields, ...],
        About(
            "Målgrupper",
            "Target groups",
            "De målgrupper som korten kan välja.",
            "The target groups that cards may choose.",
        ),
    ] = ()
    colours: Annotated[
        ColoursFields | None,
        About(
            "Färger",
            "Colours",
            "Webbplatsens egna färger, ljust och mörkt. Kontrasten måste räcka.",
            "The site's own colours, light and dark. Their contrast must be enough.",
        ),
    ] = None
    repository: Annotated[
        RepositoryFields | None,
        About(
            "Git-förråd",
            "Git repository",
            "Var korten finns i git. Då kan läsare föreslå ändringar och se historiken.",
            "Where the cards are in git. Readers can then suggest changes and see the history.",
        ),
    ] = None
    withdraw_contacts_after_years: Annotated[
        WholeNumber | None,
        About(
            "Dölj kontaktpersoner efter antal år",
            "Withdraw contact persons after years",
            "Så många år efter projektets slut visas inte kontaktpersonens namn, e-post och "
            "telefon längre. Lämna tomt om de alltid ska visas.",
            "So many years after a project's end, the contact person's name, e-mail and phone are "
            "no longer shown. Leave empty to show them always.",
            "5",
        ),
    ] = None
    plain_language: Annotated[
        PlainLanguageFields | None,
        About(
            "Klarspråk",
            "Plain language",
            "Vad råden om klarspråk ska gå efter. Utan det gäller de vanliga gränserna.",
            "What the advice on plain language goes by. Without it, the usual limits hold.",
        ),
    ] = None
