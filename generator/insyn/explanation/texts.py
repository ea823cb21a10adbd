"""The wording of problems with the text of a card: headings, lists, links as they are typed."""

from __future__ import annotations

from insyn.explanation.kinds import Kind, advice, error, warning

KINDS: dict[str, Kind] = {
    "heading-level-1": error(
        (
            "Rubriken ”{text}” är en huvudrubrik. Sidans huvudrubrik kommer redan från title.",
            "Börja rubriken med två nummertecken: ## {text}",
        ),
        (
            "The heading “{text}” is a main heading. The page's main heading comes from title.",
            "Begin the heading with two number signs: ## {text}",
        ),
    ),
    "heading-skipped": error(
        (
            "Rubriken ”{text}” hoppar över en nivå. Då går det inte att följa textens "
            "uppbyggnad med en skärmläsare.",
            "Byt {typed} mot {wanted}: {wanted} {text}",
        ),
        (
            "The heading “{text}” skips a level. "
            "A screen reader can then not follow how the text is built.",
            "Write {wanted} instead of {typed}: {wanted} {text}",
        ),
    ),
    "heading-without-space": error(
        (
            "Raden ”{typed}” blir ingen rubrik, för det saknas ett vanligt blanksteg efter "
            "nummertecknen.",
            "Skriv ett vanligt blanksteg: {mended}",
        ),
        (
            "The line “{typed}” becomes no heading, since no ordinary space follows its number "
            "signs.",
            "Type an ordinary space: {mended}",
        ),
    ),
    "list-mark-in-text": error(
        (
            "Raden ”{typed}” ser ut att höra till en lista, men visas som vanlig text "
            "tillsammans med raderna intill.",
            "Börja varje rad i listan med ett bindestreck och ett blanksteg: {mended}",
        ),
        (
            "The line “{typed}” looks like part of a list, but is shown as ordinary text "
            "together with the lines beside it.",
            "Begin every line of the list with a hyphen and a space: {mended}",
        ),
    ),
    "heading-empty": error(
        (
            "Rubriken är tom.",
            "Skriv rubrikens text efter nummertecknen, eller ta bort raden.",
        ),
        (
            "The heading is empty.",
            "Write the text of the heading after the number signs, or delete the line.",
        ),
    ),
    "template-question": error(
        (
            "Texten under ”{heading}” är mallens fråga.",
            "Skriv svaret i stället, eller ta bort rubriken och frågan.",
        ),
        (
            "The text below “{heading}” is the template's question.",
            "Write the answer instead, or delete the heading and the question.",
        ),
    ),
    "template-questions": error(
        (
            "Mallens frågor står kvar på {lines}.",
            "Skriv svaren i stället. En rubrik som inte behövs tar du bort tillsammans med sin "
            "fråga.",
        ),
        (
            "The template's questions still stand on {lines}.",
            "Write the answers instead. Where a heading is not needed, delete it with its "
            "question.",
        ),
    ),
    "template-instruction": error(
        ("Mallens rad ”{typed}” står kvar.", "Gör det som raden säger. Ta sedan bort den."),
        (
            "The template's line “{typed}” still stands here.",
            "Do what the line says. Then delete it.",
        ),
    ),
    "example-left": error(
        (
            "I fältet {field} står mallens text kvar: ”{value}”.",
            "Skriv det som gäller i stället, utan ordet {word}. Vet du inte det, och behövs "
            "fältet inte, ta bort raden.",
        ),
        (
            "The field {field} still has the template's text: “{value}”.",
            "Write what is true instead, without the word {word}. If you do not know it, and it "
            "need not be there, delete the line.",
        ),
    ),
    "examples-left": error(
        (
            "Mallens text står kvar i {count} fält, på {lines}.",
            "Skriv det som gäller i stället, utan ordet {word}. Vet du inte det, och behövs "
            "fältet inte, ta bort raden.",
        ),
        (
            "The template's text still stands in {count} fields, on {lines}.",
            "Write what is true instead, without the word {word}. If you do not know it, and it "
            "need not be there, delete the line.",
        ),
    ),
    "untranslated-left": error(
        (
            "Här är text som inte är översatt än, på {lines}.",
            "Översätt det som står efter ordet {word}, och ta bort ordet {word}.",
        ),
        (
            "Here is text that is not translated yet, on {lines}.",
            "Translate what stands after the word {word}, and delete the word {word}.",
        ),
    ),
    "untouched-card": error(
        (
            "Här är ingenting ifyllt än. Kortet är som mallen.",
            "Byt det som står efter ordet {word} mot det som gäller, och ta bort ordet {word}. "
            "Svara på frågorna under rubrikerna. Det som du inte vet tar du bort.",
        ),
        (
            "Nothing is filled in here yet. The card is as the template made it.",
            "Replace what stands after the word {word} with what is true, and delete the word "
            "{word}. Answer the questions below the headings. Delete what you do not know.",
        ),
    ),
    "untouched-translation": error(
        (
            "Här är ingenting översatt än.",
            "Översätt det som står efter ordet {word} på varje rad, och ta bort ordet {word}. "
            "Översätt sedan texten under fakta. Ska det inte bli någon översättning tar du bort "
            "filen.",
        ),
        (
            "Nothing is translated here yet.",
            "Translate what stands after the word {word} on each line, and delete the word "
            "{word}. Then translate the text below the facts. If there is to be no translation, "
            "delete the file.",
        ),
    ),
    "untouched-easy-text": error(
        (
            "Den lättlästa texten är inte skriven än.",
            "Skriv den på den här raden, i stället för det som står där. Ska det inte bli någon "
            "tar du bort filen.",
        ),
        (
            "The easy-to-read text is not written yet.",
            "Write it on this line, instead of what stands there. If there is to be none, delete "
            "the file.",
        ),
    ),
    "quote-speaker": advice(
        (
            "Raden ”{typed}” ser ut att säga vem som talar, men den visas som vanlig text.",
            "Skriv namnet sist i citatet, efter ett långt tankstreck: > — {name}",
        ),
        (
            "The line “{typed}” seems to say who speaks, but is shown as ordinary text.",
            "Write the name last in the quote, after a long dash: > — {name}",
        ),
    ),
    "image-alt-missing": error(
        (
            "Bilden {target} saknar alternativtext. Den som inte ser bilden får inget veta.",
            "Beskriv mellan hakparenteserna vad bilden visar: ![Beskrivning]({target})",
        ),
        (
            "The image {target} has no alternative text. Whoever cannot see it learns nothing.",
            "Describe between the brackets what it shows: ![Description]({target})",
        ),
    ),
    "raw-html": warning(
        (
            "Texten innehåller HTML-koden ”{typed}”. Den har tagits bort från sidan.",
            "Ta bort koden. Använd Markdown för rubriker, listor, länkar och fet stil.",
        ),
        (
            "There is HTML code in the text: “{typed}”. It was left out of the page.",
            "Delete the code. Use Markdown for headings, lists, links and bold text.",
        ),
    ),
    "script-link": warning(
        (
            "Länken börjar med {scheme}: och kan köra program i läsarens webbläsare. "
            "Länken har tagits bort, men texten står kvar.",
            "Länka till en vanlig adress som börjar med https://",
        ),
        (
            "The link begins with {scheme}: and can run programs in the reader's browser. "
            "The link was left out, but its text is still there.",
            "Link to an ordinary address that begins with https://",
        ),
    ),
    "link-scheme": error(
        (
            "Länken {target} börjar med {scheme}: och går inte att öppna från en webbsida.",
            "En länk kan börja med https://, mailto: eller tel:, "
            "eller vara sökvägen till en fil, till exempel ../stories/emba.md",
        ),
        (
            "The link {target} begins with {scheme}: and cannot be opened from a web page.",
            "A link can begin with https://, mailto: or tel:, "
            "or be the path of a file, for example ../stories/emba.md",
        ),
    ),
    "link-empty": error(
        (
            "Länken saknar adress.",
            "Skriv adressen i parentesen efter länkens text: [{text}](https://www.example.se)",
        ),
        (
            "The link has no address.",
            "Write the address in the parentheses after the text: [{text}](https://example.org)",
        ),
    ),
    "link-incomplete": error(
        (
            "Länken {target} leder ingenstans, för adressen är inte hel.",
            "Skriv hela adressen: [{text}]({mended})",
        ),
        (
            "The link {target} leads nowhere, since its address is not whole.",
            "Write the whole address: [{text}]({mended})",
        ),
    ),
    "link-text-missing": error(
        (
            "Länken till {target} saknar text. Då går den inte att hitta eller förstå.",
            "Skriv mellan hakparenteserna vart länken leder: [Text]({target})",
        ),
        (
            "The link to {target} has no text. So it can be neither found nor understood.",
            "Write between the brackets where it leads: [Text]({target})",
        ),
    ),
    "language-mark-unknown": error(
        (
            "Språket ”{value}” finns inte.",
            "Skriv språkets kod, till exempel en för engelska eller fi för finska: "
            "[texten]{{lang=en}}",
        ),
        (
            "There is no language “{value}”.",
            "Write the code of the language, such as sv for Swedish or fi for Finnish: "
            "[the text]{{lang=sv}}",
        ),
    ),
    "language-mark-heading": error(
        (
            "En rubrik kan inte märkas med ett annat språk.",
            "Ta bort märket och skriv rubriken på textens språk.",
        ),
        (
            "A heading cannot be marked with another language.",
            "Delete the mark and write the heading in the language of the text.",
        ),
    ),
}
