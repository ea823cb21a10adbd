"""Pages to try the theme on: every kind, in two languages, with everything and with nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from insyn.language import load_language
from insyn.model.shapes import country_shapes, municipality_shapes
from insyn.pages.maps import draw_locator, draw_map
from insyn.pages.views import (
    AccessibilityView,
    Bar,
    Choice,
    ChoiceGroup,
    Column,
    Companion,
    Contact,
    ContactList,
    ContactRow,
    ContactsView,
    CountyView,
    Document,
    EasyGroup,
    EasyListView,
    EasyView,
    Evidence,
    Explanation,
    Facet,
    FacetView,
    Fact,
    Feedback,
    Figure,
    Filter,
    Finder,
    Funding,
    GlossaryEntry,
    GlossaryLetter,
    GlossaryView,
    Layout,
    LeadPicture,
    LetterGroup,
    Link,
    Listing,
    Meta,
    MoneyDivision,
    MoneyGroup,
    MoneyOwnersView,
    MoneyRow,
    MoneySums,
    MoneyView,
    MunicipalityLetter,
    MunicipalityListView,
    MunicipalityRow,
    MunicipalityView,
    NotFoundView,
    Notice,
    NoticeBand,
    NoticeEntry,
    NoticeListView,
    OrganisationListView,
    OrganisationRow,
    OrganisationView,
    OtherForms,
    Page,
    Paging,
    Part,
    Period,
    PhaseOfEffort,
    Place,
    PlacesView,
    ProjectListView,
    ProjectResults,
    ProjectSection,
    ProjectSummary,
    ProjectTableView,
    ProjectView,
    RedirectView,
    RegionContactsView,
    RegionView,
    Related,
    Results,
    ResultsGroup,
    ResultsView,
    Role,
    SearchView,
    SettingsView,
    Shortcoming,
    ShortcomingKind,
    Side,
    SideCount,
    SideEntry,
    SideView,
    StartView,
    StatementPart,
    StatementThanksView,
    StatementView,
    StoryListView,
    StorySummary,
    StoryView,
    TakeAway,
    Target,
    Text,
    TextSection,
    TextView,
    Through,
    Tick,
    TimelineBar,
    TimelineGroup,
    TimelineRow,
    TimelineView,
    TimelineYear,
    Translation,
    Value,
    View,
    WholeRegion,
    WordList,
)
from insyn.render import Theme, assets, find_theme, render_pages

SITE = "https://insyn.example.se"
MUNICIPALITIES = (
    "Ale Alingsås Bengtsfors Bollebygd Borås Dals-Ed Essunga Falköping Färgelanda Grästorp "
    "Gullspång Göteborg Götene Herrljunga Hjo Härryda Karlsborg Kungälv Lerum Lidköping "
    "Lilla_Edet Lysekil Mariestad Mark Mellerud Munkedal Mölndal Orust Partille Skara Skövde "
    "Sotenäs Stenungsund Strömstad Svenljunga Tanum Tibro Tidaholm Tjörn Tranemo Trollhättan "
    "Töreboda Ulricehamn"
).split()

KNOWN = Funding(4719182, 12352838, 7633656, 4719182 / 12352838)
SMALL = Funding(493090, 820090, 327000, 493090 / 820090)
ZERO = Funding(0, 0, 0, None)
UNKNOWN = Funding(None, None, None, None)
UNSPLIT = Funding(250000, 12352838, 102838, 250000 / 352838, 12000000)
SUM = Funding(9612271, 24024147, 14411876, 9612271 / 24024147)
NO_RESULTS = Results("", (), 0)
EU_ONLY = Funding(250000, None, None, None)

ENDED = Period(date(2009, 1, 1), date(2011, 12, 31), "ended")
OPEN = Period(date(2026, 3, 1), None, "running")


def _sv(text: str) -> Text:
    return Text(text, "sv")


PROJECTS = (
    ProjectSummary(
        title=_sv("Jobbpunkt Väst Örebro"),
        url="/projekt/jobbpunkt-vast-orebro/",
        summary=_sv(
            "Bostadsbolaget ÖrebroBostäder ville hjälpa människor i Vivalla i Örebro att få jobb "
            "eller starta eget. Deltagarna skulle få personlig coachning, öva på intervjuer och få "
            "praktik."
        ),
        owner="ÖrebroBostäder AB",
        phase="Genomförande",
        region="Östra Mellansverige",
        municipalities=("Örebro",),
        place="Örebro",
        funding=KNOWN,
        period=ENDED,
        easy=Link("Lättläst: Hjälp till jobb", "/projekt/jobbpunkt-vast-orebro/lattlast/"),
    ),
    ProjectSummary(
        title=_sv("Mötesplats MTG – från utanförskap till arbete och tillhörighet"),
        url="/projekt/motesplats-mtg/",
        summary=_sv("Tre kommuner startar en träffpunkt för människor som lämnat ett missbruk."),
        owner="Samordningsförbundet Norra Skaraborg",
        phase="Genomförande",
        region="Västsverige",
        municipalities=("Mariestad", "Töreboda", "Gullspång"),
        place="Mariestad, Töreboda och Gullspång",
        funding=Funding(4399999, 10851219, 6451220, 4399999 / 10851219),
        period=Period(date(2010, 1, 1), date(2013, 6, 30), "ended"),
    ),
    ProjectSummary(
        title=_sv("Egenmakt"),
        url="/projekt/egenmakt-trelleborg/",
        summary=_sv("I Trelleborg får människor själva säga vilket stöd de behöver."),
        owner="Arbete och Försörjning, Trelleborgs kommun",
        phase="Förprojektering",
        region="Sydsverige",
        municipalities=("Trelleborg",),
        place="Trelleborg",
        funding=SMALL,
        period=Period(date(2009, 1, 15), date(2009, 10, 31), "ended"),
    ),
    ProjectSummary(
        title=_sv("Pilotutbildning för handledare i sociala arbetskooperativ"),
        url="/projekt/pilotutbildning/",
        summary=_sv("26 personer lär sig handleda i företag där man arbetar tillsammans."),
        owner="Coompanion Göteborgsregionen",
        phase="Genomförande",
        region="Västsverige",
        municipalities=tuple(MUNICIPALITIES),
        place="43 kommuner i Västsverige",
        funding=ZERO,
        period=Period(date(2008, 1, 1), date(2008, 12, 31), "ended"),
    ),
    ProjectSummary(
        title=Text("A project that nobody has translated", "en"),
        url="/projekt/okand/",
        summary=Text("Its budget is not known, nor when it ends.", "en"),
        owner="",
        phase="",
        region="",
        municipalities=(),
        place="",
        funding=UNKNOWN,
        period=OPEN,
    ),
)
PAGING = Paging(
    page=2,
    pages=120,
    first=26,
    last=50,
    previous="/projekt/",
    next="/projekt/sida-3/",
    numbers=(
        Link("1", "/projekt/"),
        Link("2", "/projekt/sida-2/", current="page"),
        Link("3", "/projekt/sida-3/"),
        Link("…"),
        Link("120", "/projekt/sida-120/"),
    ),
)
LISTING = Listing(
    projects=PROJECTS,
    count=2998,
    totals=replace(KNOWN, total=24024147),
    without_total=1,
    orders=(
        Link("Nyast först", "/projekt/", current="true"),
        Link("Efter titel, A–Ö", "/projekt/efter-titel/"),
    ),
    paging=PAGING,
    whole=Link("Visa alla på en sida", "/projekt/alla/"),
    feed="/feed.xml",
    csv="/data/projects.csv",
)
SHORT_LISTING = replace(
    LISTING,
    projects=PROJECTS[:1],
    count=1,
    totals=KNOWN,
    without_total=0,
    orders=(),
    paging=None,
    whole=Link(""),
)
BARE_LISTING = replace(SHORT_LISTING, projects=(), count=0, totals=UNKNOWN, feed="", csv="")
STORIES = (
    StorySummary(
        title=_sv("Egenmakt i Baronbackarna"),
        url="/berattelser/egenmakt-i-baronbackarna/",
        summary=_sv("I Örebro startade de boende egna företag. På ett år fick 15 personer arbete."),
        place="Baronbackarna, Örebro",
        easy=Link("Lättläst: Egenmakt", "/berattelser/egenmakt-i-baronbackarna/lattlast/"),
    ),
)
ALL_STORIES = Link("Alla 12 berättelser: Örebro", "/berattelser/om-orebro/")
LINKS = (
    Link("Arbetsförmedlingen Örebro", "/partner/arbetsformedlingen-orebro/"),
    Link("Socialförvaltningen, Försörjningsstöd (Örebro kommun)", "/partner/socialforvaltningen/"),
    Link("Vuxenutbildning och Arbetsmarknad, Jobbcentrum (Örebro kommun)", "/partner/vuxen/"),
    Link("Rådgivning & Kompetensutveckling", "/partner/radgivning/"),
    Link("Jobbpunkt Väst (Västerås)"),
    Link("Örebro Folkhögskola", "/partner/orebro-folkhogskola/"),
)
CONTACT = Contact(
    name="Elmar Jehle",
    role=_sv("Kontaktperson"),
    email="elmar.jehle@obo.se",
    phone="019-19 44 14",
    phone_url="tel:+46-19-19-44-14",
    organisation=Link("ÖrebroBostäder AB", "/partner/orebrobostader/"),
)
PROSE = (
    "<p>Bostadsbolaget Mimer i Västerås hade drivit projektet Jobbpunkt Väst. ÖrebroBostäder ville "
    'göra en egen variant i Örebro. Läs mer hos <a href="https://www.esf.se/">ESF-rådet</a>, eller '
    'om <a href="/partner/orebrobostader/">bolaget</a>.</p>'
    "<h3>Läget i Vivalla</h3><ul><li><strong>Arbete:</strong> År 2006 hade 42 procent ett arbete. "
    "I hela Örebro var det 74 procent.</li><li>Ungefär 900 hushåll fick försörjningsstöd.</li></ul>"
    '<figure class="quote"><blockquote><p>Folk har fått jobb.</p></blockquote>'
    "<figcaption>— Per-Erik Andersson</figcaption></figure>"
)
SECTIONS = (
    TextSection("", "", "<p>Det här är en inledning utan rubrik.</p>"),
    TextSection("Bakgrund", "bakgrund", PROSE),
    TextSection("Syfte", "syfte", "<p>Fler ska kunna försörja sig själva.</p>"),
    TextSection("Jämställdhet mellan kvinnor och män", "jamstalldhet", "<p>Alla är välkomna.</p>"),
)
WORDS = WordList(
    id="words_on_page",
    heading="Ord på den här sidan",
    words=(
        Explanation(
            "word_esf", "ESF", "Europeiska socialfonden", "En fond inom EU.", "#word_esf", "sv"
        ),
        Explanation(
            "word_stod", "försörjningsstöd", "", "Pengar från kommunen.", "#word_esf", "sv"
        ),
    ),
    glossary="/ordlista/",
)
OTHER_FORMS = OtherForms(
    pronunciation=_sv("Jobbpunkt väst"),
    links=(
        Link("Lättläst version", "/projekt/jobbpunkt-vast-orebro/lattlast/"),
        Link("Lyssna på texten (MP3)", "/media/documents/jobbpunkt.mp3"),
        Link("Film på teckenspråk (på example.se)", "https://example.se/film"),
    ),
    easy=Link("Läs den lättlästa versionen", "/projekt/jobbpunkt-vast-orebro/lattlast/"),
)
CHOICE_GROUPS = (
    ChoiceGroup(
        "theme",
        "Färger",
        "Har du egna kontrastfärger ser du dem.",
        (Choice("", "Som i min enhet"), Choice("dark", "Mörkt")),
    ),
    ChoiceGroup("width", "Radlängd", "", (Choice("", "Vanlig"), Choice("short", "Kort"))),
)
NO_OTHER_FORMS = OtherForms(Text("", "sv"), ())
SIDE_NAMES = {
    "premises": "Tillgängliga lokaler",
    "activities": "Tillgänglig verksamhet",
    "communication": "Tillgänglig kommunikation",
    "information": "Tillgänglig information",
}
SIDE_TEXT = _sv("Lokalerna skulle passa sitt syfte. DHR skulle hjälpa till med anpassningen.")


def _places(names: list[str]) -> tuple[Place, ...]:
    return tuple(
        Place(n.replace("_", " "), f"/platser/kommun/{n.lower()}/", i % 3 + 1)
        for i, n in enumerate(names)
    )


COUNTIES = (
    Place("Blekinge län", "/platser/lan/blekinge-lan/", 1),
    Place("Stockholms län", "/platser/lan/stockholms-lan/", 12345),
    Place("Örebro län", "/platser/lan/orebro-lan/", 0),
)
COUNTY_MAP = draw_map(
    [
        (country_shapes()[code], place)
        for code, place in zip(("10", "01", "18"), COUNTIES, strict=True)
    ],
    [(country_shapes()["09"], "Gotlands län"), (country_shapes()["23"], "Jämtlands län")],
    "Karta över Sveriges län",
)
BARE_MAP = draw_map([], [(country_shapes()["09"], "Gotlands län")], "Karta")
TWO_MUNICIPALITIES = _places(["Kumla", "Örebro"])
LOCATOR = draw_locator("SE11", (), "Karta över Sverige som visar Stockholm")
WHOLE_REGION = WholeRegion(Link("Östra Mellansverige", "/platser/region/ostra-mellansverige/"), 2)
NO_WHOLE_REGION = WholeRegion(Link("Stockholm", "/platser/region/stockholm/"), 0)

PICTURE = LeadPicture(
    '<img src="/favicon.svg" alt="Ett fönster." width="64" height="64">',
    Text("Köket i Baronbackarna.", "sv"),
    "Anna Ek",
)
NOTICES = (
    Notice(
        "exempel",
        "0123456789",
        Text("Webbinarium om fattigdom den 3 december", "sv"),
        '<p>Sänds klockan 10. <a href="/om/">Läs mer</a></p>',
        "sv",
        important=True,
        first=date(2026, 11, 15),
        last=date(2026, 12, 3),
    ),
    Notice(
        "closed",
        "0123456780",
        Text("The office is closed", "en"),
        "",
        "en",
        important=False,
        first=date(2026, 11, 22),
        last=date(2026, 11, 22),
    ),
)
PROJECT = ProjectView(
    title=PROJECTS[0].title,
    summary=PROJECTS[0].summary,
    period=ENDED,
    sections=(
        ProjectSection("facts", "fakta", "Fakta om projektet"),
        ProjectSection("funding", "budget", "Projektets budget"),
        ProjectSection("about", "om", "Om projektet", PROSE),
        ProjectSection("text", "bakgrund", "Bakgrund", PROSE),
        ProjectSection("words", WORDS.id, WORDS.heading),
        ProjectSection("results", "mal", "Mål och resultat"),
        ProjectSection("accessibility", "tillganglighet", "Tillgänglighet i projektet"),
        ProjectSection("partners", "samarbetspartner", "Samarbetspartner"),
        ProjectSection("places", "var", "Var projektet finns"),
        ProjectSection("documents", "dokument", "Dokument"),
        ProjectSection("phases", "faser", "Faser i samma satsning"),
        ProjectSection("stories", "berattelser", "Berättelser om projektet"),
        ProjectSection("related", "hor-ihop", "Hör ihop med"),
        ProjectSection("contact", "kontakt", "Kontakt"),
        ProjectSection("source", "kalla", "Källa"),
    ),
    text_language="sv",
    words=WORDS,
    other_forms=OTHER_FORMS,
    facts=(
        Fact("Projektägare", (Link("ÖrebroBostäder AB", "/partner/orebrobostader/"),)),
        Fact("Programområde", (Link("Programområde 2 Ökat arbetskraftsutbud"),)),
        Fact("Fas", (Link("Genomförande"),)),
        Fact("Region", (Link("Östra Mellansverige", "/platser/region/ostra-mellansverige/"),)),
        Fact("Tid", (Link("1 januari 2009 – 31 december 2011"),)),
        Fact("Kommuner", (Link("Örebro", "/platser/kommun/orebro/"), Link("Kumla"))),
    ),
    funding=KNOWN,
    per_participant="Budgeten är 20 796 kr för var och en av de 594 planerade deltagarna.",
    results=Results(
        "Resultaten för 2 mål av 3 är rapporterade. 1 mål saknar resultat.",
        (
            Target(_sv("Deltagare under hela projektet"), "594 personer", "", ""),
            Target(
                _sv("Deltagare som har fått jobb eller ser större chans till jobb efter projektet"),
                "minst 70 %",
                "71 %",
                "nått",
            ),
            Target(_sv("Nya företag"), "", "3 företag", ""),
        ),
        2,
    ),
    sides=tuple(
        Side(key, f"sida-{key}", name, SIDE_TEXT)  # type: ignore[arg-type]
        for key, name in SIDE_NAMES.items()
    ),
    co_funders=LINKS[:3],
    partners=LINKS,
    region=Link("Östra Mellansverige", "/platser/region/ostra-mellansverige/"),
    counties=(Link("Örebro län", "/platser/lan/orebro-lan/"),),
    locator=LOCATOR,
    municipalities=tuple(
        Link(n.replace("_", " "), f"/platser/kommun/{n.lower()}/") for n in MUNICIPALITIES
    ),
    contacts=(
        CONTACT,
        replace(CONTACT, name="", role=_sv("Kontaktcenter"), email="kontaktcenter@obo.se"),
    ),
    owner=replace(CONTACT, name="", role=_sv("")),
    documents=(
        Document(_sv("Slutrapport"), "", "/media/slutrapport.pdf", "PDF", 1_240_000, "sv", ""),
        Document(
            Text("Egenmakt", "sv"),
            "Utvärdering",
            "https://example.org/evaluation",
            "",
            None,
            "en",
            "på engelska",
        ),
    ),
    phases=(
        PhaseOfEffort(Link("Förstudie Vivalla", "/projekt/forstudie/"), "Förprojektering", ENDED),
        PhaseOfEffort(
            Link("Jobbpunkt Väst Örebro", "/projekt/jobbpunkt-vast-orebro/"),
            "Genomförande",
            OPEN,
            here=True,
        ),
    ),
    picture=PICTURE,
    stories=STORIES,
    all_stories=ALL_STORIES,
    related=(
        Related(
            Link("Egenmakt i Baronbackarna", "/berattelser/egenmakt-i-baronbackarna/"),
            "En berättelse från samma kommun",
        ),
    ),
    silent_sides=(),
    all_accessibility=Link("Tillgänglighet i projekten", "/tillganglighet-i-projekten/"),
    source_address="https://www.esf.se/projektbank",
    source_reference="ESF-rådets projektbank, programperioden 2007–2013",
)
BARE_PROJECT = replace(
    PROJECT,
    summary=_sv("Ett projekt om vilket nästan inget är känt."),
    period=OPEN,
    sections=(
        ProjectSection("facts", "fakta", "Fakta om projektet"),
        ProjectSection("funding", "budget", "Projektets budget"),
        ProjectSection("contact", "kontakt", "Kontakt"),
        ProjectSection("source", "kalla", "Källa"),
    ),
    words=None,
    other_forms=NO_OTHER_FORMS,
    facts=(Fact("Projektägare", (Link("Okänd förening"),)),),
    funding=ZERO,
    per_participant="",
    results=NO_RESULTS,
    sides=(),
    co_funders=(),
    partners=(),
    counties=(),
    municipalities=(),
    contacts=(Contact("", Text("", "sv"), "info@example.org", "", "", Link("")),),
    silent_sides=tuple(SIDE_NAMES.values()),
    phases=(),
    documents=(),
    picture=None,
    stories=(),
    all_stories=Link(""),
    related=(),
    source_address="",
)

_MONEY_LINK = Link(PROJECTS[0].title.value, PROJECTS[0].url)

CONTACTS = ContactList(
    rows=(
        ContactRow(_MONEY_LINK, CONTACT, CONTACT.organisation, ended=True),
        ContactRow(
            Link(PROJECTS[3].title.value, PROJECTS[3].url),
            Contact("", _sv("Växel"), "", "031-10 10 10", "tel:+46-31-10-10-10", Link("")),
            Link("Coompanion", "/partner/coompanion/"),
            ended=False,
        ),
        ContactRow(
            Link("A project that nobody has translated", "/projekt/okand/", "en"),
            None,
            Link("Okänd förening"),
            ended=False,
        ),
    ),
    projects=40,
    shown=3,
    all=Link("Alla kontakter", "/kontakter/"),
)

FINDER = Finder(
    filters=(
        Filter("region", "Region", ("Västsverige", "Sydsverige")),
        Filter("municipality", "Kommun", ()),
    ),
    helps="/data/search/sv/",
    letters="0abc",
    only="",
)
_FEEDBACK = Feedback(
    form="netlify",
    mail="",
    address=Link("insyn@example.se", "mailto:insyn@example.se"),
    phone=Link("019-21 10 00", "tel:+46-19-21-10-00"),
    answer="Vi svarar inom 5 arbetsdagar.",
    other_forms=_sv("Vi har storstil och punktskrift."),
    thanks="/tillganglighetsredogorelse/tack/",
)
STATEMENT = StatementView(
    lead="Örebro kommun vill att alla ska kunna använda webbplatsen.",
    parts=(
        StatementPart("status", "hur-tillganglig", "Hur tillgänglig är webbplatsen?"),
        StatementPart("feedback", "beratta", "Berätta om en brist"),
        StatementPart("enforcement", "tillsyn", "Tillsyn"),
        StatementPart("content", "innehall", "Innehåll som inte är tillgängligt"),
        StatementPart("assessment", "bedomning", "Hur vi har bedömt webbplatsen"),
    ),
    status="Den här webbplatsen är delvis förenlig med lagen.",
    service="Insyn",
    address=Link("insyn.example.se", "https://insyn.example.se"),
    covers=_sv("Alla sidor hör till."),
    en_301_549="V3.2.1",
    wcag="2.1",
    level="AA",
    feedback=_FEEDBACK,
    authority="Provmyndigheten",
    complaint=Link("Anmäl till Provmyndigheten", "https://tillsyn.example.se/"),
    kinds=(
        ShortcomingKind(
            "Brister mot lagens krav",
            "Det här uppfyller inte lagens krav än.",
            (
                Shortcoming(
                    _sv("Filmen är inte textad."),
                    Text("It came without captions.", "en"),
                    _sv("Texten står på sidan."),
                    "1.2.2",
                    date(2027, 6, 30),
                ),
            ),
        ),
        ShortcomingKind(
            "Innehåll som inte omfattas av lagen",
            "Det här är undantaget.",
            (Shortcoming(_sv("Äldre film."), _sv("Arkiv."), _sv(""), "", None),),
        ),
    ),
    method="Vi har bedömt webbplatsen själva.",
    how=_sv("Med datorn och för hand."),
    assessed=(_sv("Tangentbord."),),
    not_assessed=(Text("Braille displays.", "en"),),
    evidence=Evidence("40 prov kördes.", Link("Läs rapporten", "/media/documents/rapport.pdf")),
    assessed_on=date(2026, 11, 22),
    prepared=date(2025, 11, 22),
    reviewed=date(2026, 11, 22),
    machine_readable=Link("För program (JSON)", "/data/accessibility-statement.json"),
)
FULL: dict[str, View] = {
    "start": StartView(
        heading="Se vad pengarna går till",
        lead=(
            "Här finns projekt som hjälper människor till arbete och makt över sina egna liv. "
            "Läs vad de gör, vad de kostar och vem du kan kontakta."
        ),
        figures=(
            Figure("5", "projekt"),
            Figure("24,0 miljoner kr", "i total budget"),
            Figure("9,6 miljoner kr", "av dem från EU"),
            Figure("47", "kommuner"),
        ),
        about_all=(Link("När projekten pågick", "/tidslinje/"),),
        projects=PROJECTS,
        project_count=5,
        all_projects="/projekt/",
        facets=(
            Facet(
                "Kommun",
                (Value("Mariestad", "/platser/kommun/mariestad/", 2),),
                Link("Alla 47 kommuner", "/platser/kommun/"),
            ),
        ),
        stories=STORIES,
        all_stories="/berattelser/",
    ),
    "project-list": ProjectListView(
        listing=LISTING,
        facets=(
            Facet(
                "Region",
                (
                    Value("Västsverige", "/platser/region/vastsverige/", 2),
                    Value("Uppgift om region saknas", "/projekt/uppgift-saknas/region/", 1234),
                ),
                Link(""),
            ),
            Facet(
                "Projektägare",
                (Value("Samordningsförbundet Norra Skaraborg", "/projekt/projektagare/s/", 1),),
                Link("Alla 1 234 projektägare", "/projekt/projektagare/"),
            ),
        ),
        wider=(Link("Projekt i Västsverige", "/platser/region/vastsverige/"),),
        table=Link("Visa som tabell", "/projekt/tabell/"),
        finder=replace(FINDER, only="Projekt"),
    ),
    "facet": FacetView(
        (
            Value("Samordningsförbundet Norra Skaraborg", "/projekt/projektagare/s/", 1),
            Value("ÖrebroBostäder AB", "/projekt/projektagare/o/", 1234),
        ),
        PAGING,
    ),
    "project-table": ProjectTableView(
        columns=(
            Column("title", "Namn", "/projekt/tabell/", "", numeric=False),
            Column("owner", "Projektägare", "/projekt/tabell/agare/", "", numeric=False),
            Column("region", "Region", "/projekt/tabell/region/", "", numeric=False),
            Column("start", "Start", "/projekt/tabell/start/", "", numeric=False),
            Column("total", "Total budget", "/projekt/tabell/total/", "descending", numeric=True),
            Column("eu", "EU-stöd", "/projekt/tabell/eu/", "", numeric=True),
        ),
        sentence="Projekten står efter total budget, den största först.",
        projects=PROJECTS,
        paging=PAGING,
        list=Link("Visa som lista", "/projekt/"),
    ),
    "project": PROJECT,
    "story-list": StoryListView(STORIES, None),
    "story": StoryView(
        title=STORIES[0].title,
        summary=STORIES[0].summary,
        figures=(
            Figure("65", "deltagare"),
            Figure("15", "fick arbete på ett år"),
            Figure("80 %", "av hushållen levde på bidrag"),
        ),
        text=SECTIONS,
        text_language="sv",
        words=WORDS,
        other_forms=OTHER_FORMS,
        facts=(
            Fact("Personer", (Link("Per-Erik Andersson, koordinator"),)),
            Fact("Kommuner", (Link("Örebro", "/platser/kommun/orebro/"),)),
            Fact("Projekt", (_MONEY_LINK,)),
            Fact("Organisationer", LINKS[:3]),
        ),
        picture=PICTURE,
        related=PROJECT.related,
        source_address="",
        source_reference="Artikel utan datum på ESF-rådets webbplats",
    ),
    "notice-list": NoticeListView(
        (NoticeEntry(NOTICES[0], ()), NoticeEntry(NOTICES[1], (_MONEY_LINK,)))
    ),
    "contacts": ContactsView(
        regions=(Place("Västsverige", "/kontakter/region/vastsverige/", 2),),
        organisations=Link("Partner", "/partner/"),
        contacts=CONTACTS,
        without=1,
        projects=3,
    ),
    "region-contacts": RegionContactsView(
        contacts=CONTACTS,
        paging=Paging(1, 2, 1, 25, "", "/2/", (Link("1", "/1/", current="page"), Link("2", "/2/"))),
        region=Link("Västsverige", "/platser/region/vastsverige/"),
    ),
    "money": MoneyView(
        rows=tuple(
            MoneyRow(
                Link(p.title.value, p.url, p.title.language if p.title.language == "en" else ""),
                Link(p.owner or "Okänd", "/partner/x/" if p.owner else ""),
                p.period,
                p.funding,
            )
            for p in PROJECTS
        ),
        totals=SUM,
        others=MoneyGroup(Link("12 projekt till"), 12, 2, UNSPLIT),
        divisions=(
            MoneyDivision(
                "each_region",
                "Per region",
                "Budgetar per region",
                "Region",
                "Varje projekt räknas en gång.",
                MoneySums(
                    "Mest pengar har Västsverige: 12,4 miljoner kr.",
                    (
                        Bar("Västsverige", "", "12,4 miljoner kr", (0.4, 0.4, 0.2)),
                        Bar("Sydsverige", "", "0 kr", (0.0, 0.0, 0.0)),
                    ),
                    (
                        MoneyGroup(
                            Link("Västsverige", "/platser/region/vastsverige/"), 2, 1, UNSPLIT
                        ),
                        MoneyGroup(Link("Sydsverige", "/platser/region/sydsverige/"), 1, 0, ZERO),
                    ),
                    MoneyGroup(Link("Totalt"), 3, 1, UNSPLIT),
                ),
                Link("Alla 30 projektägare", "/pengar/projektagare/"),
            ),
        ),
        zero=(Link(PROJECTS[3].title.value, PROJECTS[3].url),),
        zero_count=3,
        unknown=(Link(PROJECTS[4].title.value, PROJECTS[4].url, "en"),),
        unknown_count=21,
        alone=250000,
        all_projects=Link("Alla projekt", "/projekt/tabell/budget/"),
        timeline=Link("När projekten pågick", "/tidslinje/"),
        results=Link("Vad det blev av projekten", "/resultat/"),
    ),
    "money-owners": MoneyOwnersView(
        (MoneyGroup(Link("ÖrebroBostäder AB", "/partner/orebrobostader/"), 1, 0, KNOWN),),
        Paging(1, 2, 1, 100, "", "/2/", (Link("1", "/1/", current="page"), Link("2", "/2/"))),
    ),
    "timeline": TimelineView(
        sentence="Läget den 31 januari 2026: 1 projekt pågår och 3 är avslutade.",
        groups=(
            TimelineGroup("Pågående projekt", "running", (TimelineBar("Långt", "", 0.4, 0.6),)),
            TimelineGroup("Planerade projekt", "planned", (TimelineBar("Nästa", "", 0.9, 0.1),)),
            TimelineGroup("Avslutade projekt", "ended", (TimelineBar("Egenmakt", "", 0.0, 0.1),)),
        ),
        ticks=(Tick("2024", 0.0), Tick("2026", 0.5)),
        today=0.52,
        rows=tuple(TimelineRow(Link(p.title.value, p.url), p.period) for p in PROJECTS[2:4]),
        bars=(Bar("2009", "", "2 projekt", (1.0,)), Bar("2010", "", "0 projekt", (0.0,))),
        years=(
            TimelineYear(Link("2009", "/projekt/startar/2009/"), 2, 2, 1),
            TimelineYear(Link("2010"), 0, 0, 0),
        ),
        all_projects=Link("Alla projekt", "/projekt/tabell/start/"),
    ),
    "results": ResultsView(
        "1 projekt har berättat vad det blev.",
        (Link("Med resultat (1)", "/resultat/#results_reported"),),
        (
            ResultsGroup(
                "results_reported",
                "Med resultat",
                1,
                (ProjectResults(_MONEY_LINK, ENDED, PROJECT.results, PROJECT.documents),),
            ),
            ResultsGroup(
                "results_ended",
                "Avslutade, resultat inte kända",
                1,
                (
                    ProjectResults(
                        Link(PROJECTS[3].title.value, PROJECTS[3].url), ENDED, NO_RESULTS, ()
                    ),
                ),
            ),
        ),
        Paging(1, 2, 1, 25, "", "/2/", (Link("1", "/1/", current="page"), Link("2", "/2/"))),
    ),
    "organisation-list": OrganisationListView(
        choices=tuple(Link(letter, f"#bokstav-{letter.lower()}") for letter in "ABC"),
        letters=tuple(
            LetterGroup(
                letter,
                f"bokstav-{identifier}",
                tuple(
                    OrganisationRow(
                        Link(f"{letter}{rest}", f"/partner/{identifier}{i}/"),
                        kind,
                        place,
                        (
                            Part("Projektägare för", (_MONEY_LINK,)),
                            Part("Samarbetspartner i 12 projekt", ()),
                        )[:i],
                    )
                    for i, (rest, kind, place) in enumerate(
                        (
                            ("BF Örebro län", "Studieförbund", "Örebro"),
                            ("lmi Företagspartner", "Företag", ""),
                            ("rbetsförmedlingen", "", ""),
                        )
                    )
                ),
            )
            for letter, identifier in (
                *((c, c.lower()) for c in "ABCDEFGHIJKLMNOPRSTUV"),
                ("Å", "a-ring"),
                ("Ö", "o-prickar"),
            )
        ),
        sentence="Här finns 69 organisationer.",
        largest=(Companion(LINKS[0], 12),),
        paging=None,
    ),
    "organisation": OrganisationView(
        name="Samordningsförbundet Norra Skaraborg",
        facts=(
            Fact("Typ", (Link("Samordningsförbund"),)),
            Fact("Plats", (Link("Mariestad", "/platser/kommun/mariestad/"),)),
            Fact("Kallas också", (Link("Samordningsförbundet Norra Ska"), Link("SNS"))),
            Fact("Webbplats", (Link("norraskaraborg.se", "https://norraskaraborg.se/"),)),
        ),
        text=(TextSection("", "", "<p>Ett förbund där myndigheter samarbetar.</p>"),),
        text_language="sv",
        roles=(
            Role("Projektägare", "projektagare", PROJECTS[1:2], Link("")),
            Role(
                "Medfinansiär",
                "medfinansiar",
                PROJECTS[1:2],
                Link("Projekt som förbundet medfinansierar: alla 140", "/partner/x/medfinansiar/"),
            ),
        ),
        through=(Through(LINKS[0], (Part("Projektägare för", (_MONEY_LINK,)),)),),
        more_through=3,
        listing=replace(LISTING, projects=(), orders=(), paging=None, whole=Link("")),
        companions=tuple(Companion(link, 20 - i) for i, link in enumerate(LINKS) if link.url),
        more_companions=117,
        contacts=CONTACTS,
        stories=STORIES,
        all_stories=ALL_STORIES,
    ),
    "places": PlacesView(
        counties=COUNTIES,
        counties_without=("Gotlands län", "Jämtlands län"),
        map=COUNTY_MAP,
        municipalities=_places(MUNICIPALITIES),
        regions=(
            Place("Sydsverige", "/platser/region/sydsverige/", 1),
            Place("Västsverige", "/platser/region/vastsverige/", 2),
        ),
        regions_without=("Mellersta Norrland", "Övre Norrland", "Stockholm"),
        municipality_count=45,
        unplaced=2,
        all_municipalities=Link("Alla Sveriges kommuner", "/platser/kommun/"),
    ),
    "municipality-list": MunicipalityListView(
        letters=(
            MunicipalityLetter(
                "A", "a", (MunicipalityRow(Link("Ale"), Link("Västra Götalands län"), 0),)
            ),
            MunicipalityLetter(
                "Ö",
                "oe",
                (
                    MunicipalityRow(
                        Link("Örebro", "/platser/kommun/orebro/"),
                        Link("Örebro län", "/platser/lan/orebro-lan/"),
                        1234,
                    ),
                ),
            ),
        ),
        with_projects=1,
    ),
    "region": RegionView(
        name="Östra Mellansverige",
        counties=COUNTIES,
        counties_without=("Uppsala län", "Östergötlands län"),
        map=COUNTY_MAP,
        locator=draw_locator("SE12", (), "Karta över Sverige som visar Östra Mellansverige"),
        municipalities=_places(["Örebro"]),
        unplaced=1,
        listing=SHORT_LISTING,
        shared="Summan är projektens hela budget. 1 projekt pågår också i andra kommuner.",
        facets=(),
        contacts=CONTACTS,
        stories=STORIES,
        all_stories=ALL_STORIES,
    ),
    "county": CountyView(
        name="Örebro län",
        municipalities=TWO_MUNICIPALITIES,
        municipalities_without=("Askersund", "Hällefors"),
        map=draw_map(
            [
                (municipality_shapes()[code], place)
                for code, place in zip(("1881", "1880"), TWO_MUNICIPALITIES, strict=True)
            ],
            [(municipality_shapes()["1882"], "Askersund")],
            "Karta över kommunerna i Örebro län",
        ),
        locator=draw_locator("SE12", ("18",), "Karta över Sverige som visar Örebro län"),
        whole_region=WHOLE_REGION,
        listing=LISTING,
        shared="Summan är projektens hela budget. 1 projekt pågår också i andra kommuner.",
        contacts=CONTACTS,
        stories=STORIES,
        all_stories=ALL_STORIES,
    ),
    "municipality": MunicipalityView(
        name="Örebro",
        county=Link("Örebro län", "/platser/lan/orebro-lan/"),
        region=WHOLE_REGION.region,
        locator=draw_locator("SE12", ("1880",), "Karta över Sverige som visar Örebro"),
        neighbours=TWO_MUNICIPALITIES[:1],
        whole_region=WHOLE_REGION,
        listing=SHORT_LISTING,
        shared="Summan är projektens hela budget. 1 projekt pågår också i andra kommuner.",
        contacts=CONTACTS,
        organisations=LINKS,
        stories=STORIES,
        all_stories=ALL_STORIES,
    ),
    "accessibility": AccessibilityView(
        sides=tuple(
            SideCount(
                link=Link(name, f"/tillganglighet-i-projekten/{key}/"),
                question="Kan alla komma in och använda lokalerna?",
                sentence=f"4 av 5 projekt berättar om {name.lower()}.",
                told=4,
                silent=1,
                silent_link=Link(f"1 projekt berättar inget om {name.lower()}", f"/{key}/saknas/"),
                share=0.8,
            )
            for key, name in SIDE_NAMES.items()
        ),
        sentences=("3 av 5 projekt berättar om alla fyra sidorna.",),
        project_count=5,
    ),
    "accessibility-side": SideView(
        question="Kan alla komma in och använda lokalerna?",
        explanation="Lokaler är rum och byggnader som projektet använder, och vägen dit.",
        sentence="4 av 5 projekt berättar om lokaler.",
        entries=(SideEntry(_MONEY_LINK, SIDE_TEXT),),
        paging=Paging(1, 2, 1, 25, "", "/2/", (Link("1", "/1/", current="page"), Link("2", "/2/"))),
        silent=Link("1 projekt berättar inget om lokaler", "/saknas/"),
        other_sides=tuple(
            Link(name, f"/tillganglighet-i-projekten/{key}/") for key, name in SIDE_NAMES.items()
        ),
    ),
    "text": TextView(_sv("Om webbplatsen"), _sv("Vad är Insyn?"), SECTIONS, "sv", WORDS),
    "glossary": GlossaryView(
        letters=tuple(
            GlossaryLetter(
                letter,
                f"bokstav-{identifier}",
                (
                    GlossaryEntry(
                        f"{identifier}-ord",
                        _sv(f"{letter}ord"),
                        "Något längre",
                        "Vad ordet betyder, i en mening.",
                        "ett annat ord och ett till",
                        (_MONEY_LINK,),
                        12,
                        f"/sok/?q={identifier}",
                    ),
                    GlossaryEntry(
                        f"{identifier}-word",
                        Text(f"{letter}word", "en"),
                        "",
                        "What it means.",
                        "",
                        (),
                        0,
                        "/sok/",
                    ),
                ),
            )
            for letter, identifier in (("A", "a"), ("Ö", "o-prickar"))
        ),
        count=4,
    ),
    "easy": EasyView(
        title="Hjälp till jobb i Vivalla",
        lead="Projektet ville hjälpa människor till ett jobb.",
        text=(
            TextSection("", "", "<p>Det här är en rad.<br>\nOch det här är en till.</p>"),
            TextSection("Vad var projektet?", "vad", "<ul><li>ett</li><li>två</li></ul>"),
        ),
        words=WORDS,
        contacts=(CONTACT,),
        ended=True,
        full=Link("Jobbpunkt Väst Örebro", "/projekt/jobbpunkt-vast-orebro/"),
        all=Link("Alla lättlästa texter", "/lattlast/"),
    ),
    "easy-list": EasyListView((EasyGroup("De lättlästa projekten", (_MONEY_LINK,)),), PAGING),
    "search": SearchView(
        finder=FINDER,
        lists=(Link("Alla projekt", "/projekt/"), Link("Alla platser", "/platser/")),
    ),
    "settings": SettingsView(CHOICE_GROUPS),
    "statement": STATEMENT,
    "statement-thanks": StatementThanksView(
        "Vi svarar inom 5 arbetsdagar.", Link("Tillbaka", "/tillganglighetsredogorelse/")
    ),
    "not-found": NotFoundView((Link("Alla projekt", "/projekt/"), Link("Partner", "/partner/"))),
    "redirect": RedirectView(Link("Jobbpunkt Väst Örebro", "/projekt/jobbpunkt-vast-orebro/")),
}

NO_CONTACTS = ContactList((), 0, 0, Link(""))
BARE: dict[str, View] = {
    "start": StartView(
        "Se", "Här finns inget än.", (), (), (), 0, "/projekt/", (), (), "/berattelser/"
    ),
    "project-list": ProjectListView(BARE_LISTING, (), (), Link("")),
    "facet": FacetView((Value("Genomförande", "/projekt/", 1),), None),
    "project": BARE_PROJECT,
    "story-list": StoryListView((), None),
    "notice-list": NoticeListView(()),
    "story": StoryView(
        _sv("En berättelse"),
        _sv("Kort."),
        (),
        SECTIONS[:1],
        "sv",
        None,
        NO_OTHER_FORMS,
        (),
        None,
        (),
        "",
        "",
    ),
    "contacts": ContactsView((), Link("Partner", "/partner/"), None, 0, 0),
    "region-contacts": RegionContactsView(
        ContactList((), 0, 0, Link("")), None, Link("Stockholm", "/platser/region/stockholm/")
    ),
    "money": MoneyView(
        UNKNOWN,
        (),
        None,
        (),
        (),
        0,
        (),
        0,
        0,
        Link("Alla", "/projekt/"),
        Link("Tidslinje", "/tidslinje/"),
        Link("Resultat", "/resultat/"),
    ),
    "money-owners": MoneyOwnersView((MoneyGroup(Link("A"), 1, 1, UNKNOWN),), None),
    "timeline": TimelineView(
        "Det finns inga projekt här än.", (), (), None, (), (), (), Link("Alla", "/projekt/")
    ),
    "results": ResultsView("Det finns inga projekt här än.", (), (), None),
    "organisation-list": OrganisationListView((), (), "Här finns inga organisationer.", (), None),
    "organisation": OrganisationView(
        "A", (), (), "sv", (), (), 0, BARE_LISTING, (), 0, None, (), Link("")
    ),
    "places": PlacesView((), (), BARE_MAP, (), (), (), 0, 0, Link("Alla", "/platser/kommun/")),
    "municipality-list": MunicipalityListView((), 0),
    "region": RegionView(
        "Stockholm",
        (),
        (),
        BARE_MAP,
        LOCATOR,
        (),
        0,
        BARE_LISTING,
        "",
        (),
        NO_CONTACTS,
        (),
        Link(""),
    ),
    "county": CountyView(
        "X", (), (), BARE_MAP, LOCATOR, NO_WHOLE_REGION, BARE_LISTING, "", NO_CONTACTS, (), Link("")
    ),
    "municipality": MunicipalityView(
        "Ale",
        Link("Västra Götalands län"),
        WHOLE_REGION.region,
        LOCATOR,
        (),
        NO_WHOLE_REGION,
        BARE_LISTING,
        "",
        NO_CONTACTS,
        (),
        (),
        Link(""),
    ),
    "accessibility": AccessibilityView((), (), 0),
    "accessibility-side": SideView("Kan alla?", "Så.", "Ingen.", (), None, Link(""), ()),
    "text": TextView(_sv("Om"), _sv("Kort."), (), "sv", None),
    "glossary": GlossaryView((), 0),
    "easy": EasyView(
        "Kort", "", (), None, (), ended=False, full=Link("A", "/"), all=Link("B", "/b/")
    ),
    "easy-list": EasyListView((), None),
    "settings": SettingsView(CHOICE_GROUPS[:1]),
    "statement": replace(
        STATEMENT,
        covers=_sv(""),
        feedback=replace(
            _FEEDBACK, form="none", phone=Link(""), answer="", other_forms=_sv(""), thanks=""
        ),
        kinds=(),
        assessed=(),
        not_assessed=(),
        evidence=None,
    ),
    "statement-thanks": StatementThanksView("", Link("Tillbaka", "/tillganglighetsredogorelse/")),
    "not-found": NotFoundView(()),
}

TITLES = {
    "start": "Se vad pengarna går till",
    "project-list": "Alla projekt",
    "project-table": "Alla projekt som tabell",
    "facet": "Projekt efter projektägare",
    "project": "Jobbpunkt Väst Örebro",
    "story-list": "Berättelser",
    "story": "Egenmakt i Baronbackarna",
    "notice-list": "Meddelanden",
    "contacts": "Vem du kan kontakta",
    "region-contacts": "Kontakter i Västsverige",
    "money": "Vad projekten kostar",
    "money-owners": "Pengar per projektägare",
    "timeline": "Tidslinje",
    "results": "Resultat",
    "organisation-list": "Partner från A till Ö",
    "organisation": "Samordningsförbundet Norra Skaraborg",
    "places": "Platser med projekt",
    "region": "Östra Mellansverige",
    "county": "Örebro län",
    "municipality-list": "Alla Sveriges kommuner",
    "municipality": "Örebro",
    "accessibility": "Så är projekten tillgängliga",
    "accessibility-side": "Tillgänglighet: lokaler",
    "text": "Om webbplatsen",
    "glossary": "Ordlista",
    "easy": "Hjälp till jobb i Vivalla",
    "easy-list": "Lättläst",
    "search": "Sök bland projekten",
    "settings": "Inställningar",
    "statement": "Tillgänglighetsredogörelse",
    "statement-thanks": "Tack för ditt meddelande",
    "not-found": "Sidan finns inte",
    "redirect": "Sidan har flyttat",
}


def layout(kind: str, language: str = "sv") -> Layout:
    """The frame of a page of `kind`."""
    start = "/" if language == "sv" else f"/{language}/"
    path = "" if kind == "start" else f"{kind}/"
    other = "en" if language == "sv" else "sv"
    other_url = ("/" if other == "sv" else "/en/") + path
    navigation = ("Projekt", "Berättelser", "Platser", "Pengar", "Partner", "Tillgänglighet")
    return Layout(
        kind=kind,
        language=language,
        spoken=language,
        titled=language,
        direction="ltr",
        title=TITLES[kind],
        description=f"{TITLES[kind]}. Läs vad projekten gör och vem du kan kontakta.",
        url=start + path,
        address=f"{SITE}{start}{path}",
        site_name="Insyn",
        tagline="Se vad pengarna går till",
        publisher="Insyn – demonstrationssajt",
        publisher_email="redaktion@insyn.example.se",
        home=start,
        search=f"{start}search/",
        feed=f"{start}feed.xml",
        navigation=(
            *(
                Link(n, f"/{n.lower()}/", current="true" if n == "Projekt" else "")
                for n in navigation
            ),
            Link("Kontakter", "/kontakter/"),
            Link("Sök", f"{start}search/"),
        ),
        header=(Link("Hjälp", "/hjalp/", current="page" if kind == "text" else ""),),
        breadcrumbs=() if kind == "start" else (Link("Start", start), Link("Alla projekt", "/p/")),
        translations=(
            Translation(
                other,
                "In English" if other == "en" else "På svenska",
                other_url,
                SITE + other_url,
            ),
        ),
        footer=(
            Link("Om webbplatsen", "/om/"),
            Link("Projekten som JSON", "/data/projects.json"),
            Link("Projekten som CSV", "/data/projects.csv"),
        ),
        sharing_image=f"{SITE}/assets/sharing.png",
        as_of=date(2026, 11, 22),
        notices=NoticeBand(NOTICES if kind == "contacts" else (), "/meddelanden/"),
        take_away=TakeAway(
            mail="mailto:?subject=Insyn",
            report="mailto:redaktion@insyn.example.se?subject=Fel",
            edit="https://git.example.se/projekt/edit/main/content/projects/egenmakt.md",
            history="https://git.example.se/projekt/log/main/content/projects/egenmakt.md",
            changed=date(2026, 3, 1),
        ),
        json_ld='{"@context":"https://schema.org","@type":"Project","name":"A \\u003c B"}',
        index=(Meta("filter", "region", "Västsverige"), Meta("sort", "start", "2009-01-01")),
        searchable=kind == "project",
    )


def sample_pages(views_: dict[str, View], language: str = "sv") -> tuple[Page, ...]:
    """A page of each kind in `views_`."""
    return tuple(
        Page(
            ("" if language == "sv" else f"{language}/")
            + ("" if kind == "start" else f"{kind}/")
            + "index.html",
            layout(kind, language),
            view,
        )
        for kind, view in views_.items()
    )


def write_samples(pages: Sequence[Page], folder: Path) -> None:
    """The pages and what they need, as files in `folder`."""
    theme = Theme(find_theme())
    languages = {code: load_language(code, theme.folder / "locale") for code in ("sv", "en")}
    files, problems = render_pages(pages, theme, languages, "SEK")
    assert problems == ()
    for file in (*files, *assets(theme)):
        target = folder / file.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)
