"""What the made-up cards are put together from, in Swedish and English; a little in Finnish too.

Sentences are whole: nothing is bent to fit, so that each can be read and mended by itself.
"""

from __future__ import annotations

from typing import NamedTuple


class Said(NamedTuple):
    """The same in Swedish and in English."""

    sv: str
    en: str

    def in_(self, language: str) -> str:
        """The text in `language`: `sv` or `en`."""
        return self.sv if language == "sv" else self.en

    def fill(self, **values: Said | str) -> Said:
        """With `{names}` replaced, each in its language."""
        sv = {key: value if isinstance(value, str) else value.sv for key, value in values.items()}
        en = {key: value if isinstance(value, str) else value.en for key, value in values.items()}
        return Said(self.sv.format(**sv), self.en.format(**en))


TARGET_GROUPS = (
    Said("Människor som länge har varit utan arbete", "People who have long been out of work"),
    Said("Unga som varken arbetar eller studerar", "Young people in neither work nor education"),
    Said("Människor med funktionsnedsättning", "People with disabilities"),
    Said("Människor som är nya i Sverige", "People who are new in Sweden"),
    Said("Anställda som behöver lära nytt", "Employees who need to learn new things"),
)
AREAS = (
    Said("Programområde 1 Kompetensförsörjning", "Programme area 1 Skills supply"),
    Said("Programområde 2 Ökat arbetskraftsutbud", "Programme area 2 Increased labour supply"),
    Said("Programområde 3 Social innovation", "Programme area 3 Social innovation"),
)
PLANNING = Said("Förprojektering", "Project planning")
RUNNING = Said("Genomförande", "Implementation")
SPREADING = Said("Spridning", "Spreading the results")

# One word that a project goes by.
NAMES = (
    Said("Språng", "Leap"),
    Said("Nystart", "New start"),
    Said("Rätt spår", "The right track"),
    Said("Klivet", "The step"),
    Said("Framåt", "Forward"),
    Said("Brobyggarna", "The bridge builders"),
    Said("Nyckeln", "The key"),
    Said("Egen kraft", "Own power"),
    Said("Vägen in", "The way in"),
    Said("Växthuset", "The greenhouse"),
    Said("Kompassen", "The compass"),
    Said("Fyren", "The lighthouse"),
    Said("Verktygslådan", "The toolbox"),
    Said("Handslaget", "The handshake"),
    Said("Länken", "The link"),
    Said("Öppna dörrar", "Open doors"),
    Said("Ur egen fatabur", "From one’s own store"),
    Said("Yrkesbron", "The trade bridge"),
    Said("Måndag morgon", "Monday morning"),
    Said("Grön ingång", "Green entrance"),
)

GROUPS = (
    Said(
        "personer som har varit utan arbete länge",
        "people who have been out of work for long",
    ),
    Said("unga som varken arbetar eller studerar", "young people who neither work nor study"),
    Said("personer som är nya i Sverige", "people who are new in Sweden"),
    Said("personer med funktionsnedsättning", "people with disabilities"),
    Said("kvinnor som är födda utomlands", "women who were born abroad"),
    Said("personer som är långtidssjukskrivna", "people on long-term sick leave"),
    Said("personer över 55 år som söker arbete", "people over 55 who are looking for work"),
    Said("personer med försörjningsstöd", "people who live on social assistance"),
    Said("anställda i vård och omsorg", "people who work in health and social care"),
    Said("anställda i små företag", "people who work in small companies"),
    Said("personer som lämnar ett missbruk", "people who are leaving an addiction behind"),
    Said("föräldrar som är utan arbete", "parents who are out of work"),
)
# The same groups in a title, where few words must do.
SHORT_GROUPS = (
    Said("långtidsarbetslösa", "people long out of work"),
    Said("unga", "young people"),
    Said("nyanlända", "newcomers"),
    Said("alla kroppar och sinnen", "every body and mind"),
    Said("utrikes födda kvinnor", "women born abroad"),
    Said("sjukskrivna", "people on sick leave"),
    Said("erfarna", "the experienced"),
    Said("egen försörjning", "a living of one’s own"),
    Said("vård och omsorg", "health and social care"),
    Said("små företag", "small companies"),
    Said("ett nytt liv", "a new life"),
    Said("föräldrar", "parents"),
)

# What a project does: in a title, and as the end of a sentence that begins "The project offers".
METHODS = (
    (Said("Jobbcoachning", "Job coaching"), Said("personlig coachning", "personal coaching")),
    (Said("Yrkessvenska", "Swedish at work"), Said("svenska för ett yrke", "Swedish for a trade")),
    (Said("Praktik", "Work placement"), Said("praktik hos arbetsgivare", "work placements")),
    (
        Said("Validering", "Recognition of skills"),
        Said("hjälp att få kunskaper erkända", "help to have skills recognised"),
    ),
    (
        Said("Arbetskooperativ", "Work cooperatives"),
        Said("hjälp att starta ett kooperativ", "help to start a cooperative"),
    ),
    (
        Said("Digital vardag", "Everyday digital skills"),
        Said("träning i att använda dator och mobil", "practice with computers and phones"),
    ),
    (
        Said("Gröna jobb", "Green jobs"),
        Said("utbildning för gröna jobb", "training for green jobs"),
    ),
    (
        Said("Hälsa och arbete", "Health and work"),
        Said("rörelse, samtal och stöd för hälsan", "exercise, talks and support for health"),
    ),
    (
        Said("Lärande på arbetsplatsen", "Learning at work"),
        Said("kurser på arbetstid", "courses during working hours"),
    ),
    (
        Said("Studiehandledning", "Study guidance"),
        Said("vägledning till studier", "guidance towards studies"),
    ),
    (
        Said("Eget företag", "A business of one’s own"),
        Said("råd till den som vill starta eget", "advice to those who want to start a business"),
    ),
    (
        Said("Mentorer", "Mentors"),
        Said("en mentor som redan har ett arbete", "a mentor who already has a job"),
    ),
)

SUMMARIES = (
    Said(
        "{owner} hjälper {group} i {place} att hitta ett arbete. Projektet erbjuder {method}.",
        "{owner} helps {group} in {place} to find work. The project offers {method}.",
    ),
    Said(
        "I {place} prövar vi nya sätt att stödja {group}. Här finns {method}.",
        "In {place} we try new ways to support {group}. There is {method}.",
    ),
    Said(
        "Projektet är för {group} i {place}. Det erbjuder {method} och {other}.",
        "The project is for {group} in {place}. It offers {method} and {other}.",
    ),
    Said("{owner} erbjuder {method}.", "{owner} offers {method}."),
)

BACKGROUND = (
    Said(
        "Många {group} i {place} vill arbeta men får inte chansen.",
        "Many {group} in {place} want to work but do not get the chance.",
    ),
    Said(
        "Arbetsgivarna i {place} har svårt att hitta personal. Samtidigt står många utanför.",
        "Employers in {place} find it hard to recruit. Meanwhile many are left outside.",
    ),
    Said(
        "Den som har varit borta länge tappar lätt tron på sig själv. Det tar tid att få den åter.",
        "After a long time away it is easy to lose faith in yourself. Winning it back takes time.",
    ),
    Said(
        "Stödet har varit uppdelat mellan många myndigheter. Var och en har sett sin del.",
        "Support was divided among many authorities. Each of them saw its own part.",
    ),
    Said(
        "Tidigare försök har visat att det hjälper att träffas ofta och i små grupper.",
        "Earlier attempts showed that it helps to meet often and in small groups.",
    ),
    Said(
        "Resorna är långa i {place}. Bussarna går sällan, och det gör det svårt att delta.",
        "Distances are long in {place}. Buses are few, and that makes it hard to take part.",
    ),
    Said(
        "I undersökningar säger många att de inte vet vart de ska vända sig.",
        "In surveys, many people say that they do not know where to turn.",
    ),
)
PURPOSE = (
    Said(
        "Fler ska få ett arbete som de trivs med och kan leva på.",
        "More people are to get work that they like and can live on.",
    ),
    Said(
        "Deltagarna ska själva bestämma vilka steg de tar, och när.",
        "The participants are to decide for themselves which steps to take, and when.",
    ),
    Said(
        "Arbetsgivare ska få hjälp att ta emot fler, och på ett bättre sätt.",
        "Employers are to get help to take on more people, and to do it better.",
    ),
    Said(
        "Det som fungerar ska leva vidare när projektet är slut.",
        "What works is to live on when the project is over.",
    ),
)
WORK = (
    Said(
        "Varje deltagare får en egen handledare. De träffas minst en gång i veckan.",
        "Each participant gets a personal supervisor. They meet at least once a week.",
    ),
    Said(
        "Först kommer ett samtal om vad deltagaren kan och vill. Sedan gör de en plan tillsammans.",
        "First there is a talk about what the participant can and wants. Then they make a plan.",
    ),
    Said(
        "Grupperna är små, högst tolv personer. Den som behöver kan arbeta ensam i stället.",
        "The groups are small, twelve people at most. Whoever needs to can work alone instead.",
    ),
    Said(
        "Handledarna besöker arbetsplatserna. De hjälper till om något blir svårt.",
        "The supervisors visit the workplaces. They help if something gets difficult.",
    ),
    Said(
        "En gång i månaden träffas alla som arbetar i projektet. Då går de igenom vad de har lärt.",
        "Once a month all who work in the project meet. They go through what they have learned.",
    ),
    Said(
        "Två utvärderare följer arbetet. De är inte anställda i projektet.",
        "Two evaluators follow the work. They are not employed by the project.",
    ),
)
GENDER = (
    Said(
        "Kvinnor och män ska få lika mycket tid och lika mycket pengar. Projektet räknar varje år.",
        "Women and men are to get equal time and equal money. The project counts every year.",
    ),
    Said(
        "Projektet använder metoden 3R: vem är med, vem får vad, och på vems villkor?",
        "The project uses the 3R method: who takes part, who gets what, and on whose terms?",
    ),
)
RESULTS = (
    Said(
        "Ungefär hälften av deltagarna hade ett arbete ett halvår efter projektet.",
        "About half of the participants had a job six months after the project.",
    ),
    Said(
        "Färre än väntat kunde delta. Det berodde mest på att resorna var långa.",
        "Fewer than expected were able to take part, mostly because distances were long.",
    ),
    Said(
        "Kommunen har tagit över metoden. Två handledare är nu fast anställda.",
        "The municipality has taken over the method. Two supervisors now have permanent jobs.",
    ),
)
HEADINGS = {
    "background": Said("Bakgrund", "Background"),
    "purpose": Said("Syfte", "Purpose"),
    "work": Said("Så arbetar projektet", "How the project works"),
    "gender": Said("Jämställdhet", "Gender equality"),
    "results": Said("Vad det ledde till", "What it led to"),
    "partners": Said("Vi som samarbetar", "Those who work together"),
}

TARGETS = (
    (Said("Deltagare", "Participants"), Said("personer", "people"), (20, 900), False),
    (
        Said(
            "Deltagare i arbete 90 dagar efter projektet",
            "Participants in work 90 days after the project",
        ),
        Said("%", "%"),
        (10, 70),
        True,
    ),
    (
        Said("Deltagare som börjar studera", "Participants who begin to study"),
        Said("procent", "per cent"),
        (5, 40),
        True,
    ),
    (Said("Nya arbetsgivare som är med", "New employers who join"), None, (3, 60), True),
    (
        Said("Kurstillfällen per år", "Course occasions per year"),
        Said("gånger per år", "times a year"),
        (4, 40),
        False,
    ),
    (
        Said("Handledare som får utbildning", "Supervisors who are trained"),
        Said("personer", "people"),
        (2, 30),
        False,
    ),
)
SIDES = {
    "premises": (
        Said(
            "Lokalen ligger i markplan. Den har automatisk dörr och en toalett för rullstol.",
            "The premises are on the ground floor, with automatic doors and an accessible toilet.",
        ),
        Said("Lokalen har ramp och hiss.", "There is a ramp and a lift."),
        Said(
            "Projektet hyr bara lokaler dit det går buss. I lokalerna finns hörslinga.",
            "The project only rents premises that buses go to. They have a hearing loop.",
        ),
    ),
    "activities": (
        Said(
            "Varje deltagare möts utifrån sina egna behov. Ingen dag är längre än fyra timmar.",
            "Each participant is met by their own needs. No day is longer than four hours.",
        ),
        Said("Det finns alltid ett lugnt rum.", "There is always a quiet room."),
    ),
    "communication": (
        Said("Teckenspråkstolk finns att boka.", "A sign language interpreter can be booked."),
        Said(
            "Personalen talar nio språk. Det går också att ta med sig någon som stöd.",
            "The staff speak nine languages. You can also bring someone for support.",
        ),
    ),
    "information": (
        Said("Allt skrivs på lättläst svenska.", "Everything is written in easy Swedish."),
        Said(
            "Information finns som text, ljud och film med undertext.",
            "Information is given as text, as audio and as film with captions.",
        ),
    ),
}
ROLES = (
    Said("Projektledare", "Project manager"),
    Said("Samordnare", "Coordinator"),
    Said("Verksamhetschef", "Head of department"),
)
SPEAKERS = (
    Said("deltagare", "participant"),
    Said("handledare", "supervisor"),
    Said("arbetsgivare", "employer"),
)
QUOTES = (
    Said(
        "Jag trodde att ingen ville ha mig. Nu längtar jag till jobbet på söndagskvällen.",
        "I thought that nobody wanted me. Now I long for work on Sunday evenings.",
    ),
    Said(
        "Det svåraste var att börja. Sedan gick det ett steg i taget.",
        "The hardest thing was to begin. Then it went one step at a time.",
    ),
    Said(
        "Vi har fått kollegor som vi annars aldrig hade träffat.",
        "We have got colleagues whom we would never have met otherwise.",
    ),
)
STORY_TITLES = (
    Said("{name} fick jobb efter åtta år", "{name} got a job after eight years"),
    Said("”Nu har jag nycklar till affären”", "“Now I have the keys to the shop”"),
    Said("En dag med {name} i {place}", "A day with {name} in {place}"),
    Said("Hur {name} och fem grannar startade ett kök", "How {name} and five neighbours began"),
)
STORY_TEXT = (
    Said(
        "Klockan är sju på morgonen i {place}. {name} låser upp och tänder lampan.",
        "It is seven in the morning in {place}. {name} unlocks the door and lights the lamp.",
    ),
    Said(
        "Så började inte dagarna förr. Då var det svårt att alls gå ut.",
        "The days did not begin like this before. Then it was hard to go out at all.",
    ),
    Said(
        "I projektet fick {name} en handledare och en plan. Efter ett halvår kom praktiken.",
        "In the project {name} got a supervisor and a plan. Half a year later came a placement.",
    ),
    Said(
        "I dag är {name} anställd. Det är halvtid, och det räcker just nu.",
        "Today {name} is employed. It is half time, and that is enough for now.",
    ),
)
FIGURES = (
    (Said("personer fick arbete på ett år", "people got work in a year"), Said("", "")),
    (Said("trivs på sitt nya arbete", "like their new job"), Said("%", "%")),
    (Said("gick vidare till studier", "went on to study"), Said("personer", "people")),
)
DOCUMENTS = (
    (Said("Slutrapport", "Final report"), "final_report"),
    (
        Said("Utvärdering: vad fungerade & varför?", "Evaluation: what worked & why?"),
        "evaluation",
    ),
    (Said("Metodhandbok för handledare", "Handbook of methods for supervisors"), ""),
)
EASY = (
    Said("Projektet är för\n{group}.", "The project is for\n{group}."),
    Said("Vi finns i {place}.", "We are in {place}."),
    Said(
        "Du får en egen handledare.\nNi träffas varje vecka.",
        "You get your own supervisor.\nYou meet every week.",
    ),
    Said("Du bestämmer själv\nvad du vill göra.", "You decide for yourself\nwhat you want to do."),
)
TERMS = (
    (
        Said("försörjningsstöd", "social assistance"),
        Said(
            "Pengar från kommunen till den som inte kan försörja sig på något annat sätt.",
            "Money from the municipality to those who have no other way to support themselves.",
        ),
    ),
    (
        Said("handledare", "supervisor"),
        Said(
            "Den som stöder en deltagare i vardagen och på arbetsplatsen.",
            "Somebody who supports a participant from day to day and at work.",
        ),
    ),
    (
        Said("utvärderare", "evaluators"),
        Said(
            "De som undersöker vad ett projekt har lett till.",
            "Those who find out what a project has led to.",
        ),
    ),
)
NOTICES = (
    (
        "pahittat",
        ("2011-01-01", "2045-12-31", "information"),
        Said("Allt här är påhittat", "All of this is made up"),
        Said(
            "Platserna finns på riktigt. [Läs mer om projekten](../pages/om.md)",
            "The places are real. [Read more about the projects](../pages/om.md)",
        ),
    ),
    (
        "webbinarium",
        ("2025-11-15", "2025-12-03", "viktigt"),
        Said("Webbinarium den 3 december", "Webinar on 3 December"),
        Said("Det är redan över.", "It is over already."),
    ),
)

FIRST_NAMES = (
    *("Åsa", "Björn", "Fatima", "Maja", "Örjan", "Amir", "Lena", "Ngozi", "Per-Erik", "Zofia"),
    *("Sirkka", "Ahmed", "Ingegerd", "Li", "José", "Märta", "Tor", "Ayşe", "Viktor", "Elin"),
)
LAST_NAMES = (
    *("Öberg", "Sjögren", "Al-Hassan", "Lindström", "Åkesson", "Nguyen", "Määttä", "Bergqvist"),
    *("O’Brien", "von Essen", "Yılmaz", "Holm", "Kowalska", "Ek", "Papadopoulos-Andersson"),
)

# Organisations: name, kind, and what belongs with it.  `{m}` is a municipality, `{whole}` its name
# with the word for municipality.
OWNERS = (
    (Said("{whole}", "{whole}"), "municipality"),
    (
        Said("Arbetsmarknadsenheten i {m}", "The Labour Market Unit in {m}"),
        "municipal_department",
    ),
    (Said("{m} Bostäder & Service AB", "{m} Bostäder & Service AB"), "municipal_company"),
    (
        Said("Samordningsförbundet {m} med omnejd", "The Coordination Association of {m}"),
        "coordination_association",
    ),
    (Said("Folkhögskolan i {m}", "The Folk High School in {m}"), "education"),
    (Said("Kooperativet Verkstan, {m}", "The Workshop Cooperative, {m}"), "association"),
    (
        Said("Studieförbundet Kunskapsbron {m}", "The Bridge of Knowledge in {m}"),
        "adult_education",
    ),
    (Said("Högskolan i {m}", "{m} University College"), "university"),
    (
        Said(
            "Föreningen för social ekonomi, arbetskooperativ och lokal utveckling i {m} med omnejd",
            "The Association for Social Economy, Work Cooperatives and Local Development in {m}",
        ),
        "association",
    ),
)
OTHERS = (
    (Said("Arbetsförmedlingen i {m}", "The Employment Service in {m}"), "state_agency"),
    (Said("Försäkringskassan i {m}", "The Social Insurance Agency in {m}"), "state_agency"),
    (Said("Kooperativ rådgivning {m}", "Cooperative Advice in {m}"), "cooperative_development"),
    (Said("Företagarna runt {m}", "The Businesses around {m}"), "network"),
    (Said("Öberg & Söner Plåt i {m} AB", "Öberg & Söner Plåt i {m} AB"), "company"),
    (Said("”Alla behövs” i {m}", "“Alla behövs” in {m}"), "association"),
    (Said("Café Kringlan i {m}", "Café Kringlan in {m}"), ""),
)

FINNISH_SUMMARIES = (
    "Hanke auttaa ihmisiä löytämään työtä. Paikka: {place}.",
    "Hanke tukee ihmisiä, jotka ovat olleet pitkään ilman työtä. Paikka: {place}.",
)
FINNISH_TEXT = (
    ("Tausta", "Moni haluaa tehdä työtä, mutta ei saa siihen mahdollisuutta."),
    ("Tavoite", "Yhä useampi saa työn, josta pitää ja jolla tulee toimeen."),
    ("Näin hanke toimii", "Jokainen osallistuja saa oman ohjaajan. He tapaavat joka viikko."),
)
