"""The wording of problems with the site's own theme files, the search and the output folder."""

from __future__ import annotations

from insyn.explanation.kinds import Kind, error, warning

KINDS: dict[str, Kind] = {
    # --- the site's own theme files (render) ---
    "colour-contrast": error(
        (
            "Färgen {token} ({colour}) syns för dåligt mot {other} ({ground}) i det {scheme} "
            "temat: kontrasten är {ratio}:1, men måste vara minst {least}:1.",
            "Välj en mörkare eller ljusare färg.",
        ),
        (
            "The colour {token} ({colour}) is too hard to see on {other} ({ground}) in the "
            "{scheme} theme: the contrast is {ratio}:1, but must be at least {least}:1.",
            "Choose a darker or a lighter colour.",
        ),
    ),
    "colour-token-missing": error(
        (
            "Färgen --{token} finns inte, eller går inte att läsa.",
            "Skriv den i det första :root som i temats fil: --{token}: light-dark(#000000, "
            "#ffffff);",
        ),
        (
            "The colour --{token} is missing, or cannot be read.",
            "Write it in the first :root as in the theme's file: --{token}: light-dark(#000000, "
            "#ffffff);",
        ),
    ),
    "override-shadows-nothing": error(
        (
            "Filen ersätter ingenting, för temat har ingen fil som heter {path}.",
            "Ge filen samma plats och namn som den i temat som den ska ersätta, eller ta bort den.",
        ),
        (
            "The file replaces nothing, since the theme has no file {path}.",
            "Give it the place and name of the file in the theme that it should replace, "
            "or delete it.",
        ),
    ),
    "override-block-unknown": warning(
        (
            "Blocket ”{block}” syns inte, för mallen som den här bygger på har inget block som "
            "heter så.",
            "Använd ett av dem som finns där: {known}.",
        ),
        (
            "The block “{block}” is not shown, since the template that this one extends has no "
            "block of that name.",
            "Use one of those that it has: {known}.",
        ),
    ),
    "template-error": error(
        (
            "Mallen går inte att använda: {what}",
            "Rätta raden. Jämför med temats egen mall, eller ta bort filen "
            "så används den i stället.",
        ),
        (
            "The template cannot be used: {what}",
            "Correct the line. Compare it with the theme's own template, or delete the file "
            "and that one is used instead.",
        ),
    ),
    # --- the form for editors (build --admin) ---
    "form-without-repository": warning(
        (
            "Formuläret är inte med, för det vet inte var korten finns i git.",
            "Skriv förrådets adress i repository. Syns det inte på adressen vilken git-tjänst "
            "det är skriver du host: github, gitlab eller gitea.",
        ),
        (
            "The form is left out, since it does not know where the cards are in git.",
            "Write the repository's address in repository. Where the address does not show "
            "which git host it is, write host: github, gitlab or gitea.",
        ),
    ),
    # --- the site's own catalogues of interface texts ---
    "catalogue-unreadable": error(
        (
            "Översättningen går inte att läsa: {why}",
            'Rätta raden. Varje text står som msgid "…" och har sin översättning under, '
            'som msgstr "…".',
        ),
        (
            "The catalogue of translations cannot be read: {why}",
            'Correct the line. Each text stands as msgid "…" and has its translation below it, '
            'as msgstr "…".',
        ),
    ),
    "catalogue-values": error(
        (
            "Översättningen ”{typed}” har inte samma värden som texten ”{text}”.",
            "Skriv värdena precis som i den engelska texten: {values}. Ett procenttecken "
            "skrivs %%.",
        ),
        (
            "The translation “{typed}” does not have the values of the text “{text}”.",
            "Write the values exactly as in the English text: {values}. A percent sign is "
            "written %%.",
        ),
    ),
    "catalogue-markup": error(
        (
            "Översättningen ”{typed}” har inte samma märkning som texten ”{text}”.",
            "Använd samma tecken < > & som i den engelska texten, och inga andra.",
        ),
        (
            "The translation “{typed}” does not have the same markup as the text “{text}”.",
            "Use the same signs < > & as in the English text, and no others.",
        ),
    ),
    "catalogue-address": error(
        (
            "Översättningen ”{typed}” av ”{text}” kan inte stå i en adress.",
            "Skriv den med bara a–z, siffror och bindestreck.",
        ),
        (
            "The translation “{typed}” of “{text}” cannot be part of an address.",
            "Write it with a–z, figures and hyphens only.",
        ),
    ),
    "catalogue-address-twice": error(
        (
            "Sidorna ”{other}” och ”{title}” får samma adress, {address}.",
            "Byt översättningen av ett av orden i adressen. De står sist i filen, efter "
            'msgctxt "address".',
        ),
        (
            "The pages “{other}” and “{title}” get the same address, {address}.",
            "Change the translation of one of the words in the address. They stand at the end of "
            'the file, after msgctxt "address".',
        ),
    ),
    "catalogue-missing": warning(
        (
            "Insyn har inga egna texter på språket ”{language}”. Det saknas {count}, i menyer, "
            "rubriker och knappar. De visas på engelska.",
            "Kör insyn translate {language}. Då görs en fil med alla texter. Fyll i dem.",
        ),
        (
            "Insyn has no texts of its own in the language “{language}”. Missing: {count}, in "
            "menus, headings and buttons. They are shown in English.",
            "Run insyn translate {language}. It makes a file with all texts. Fill them in.",
        ),
    ),
    "catalogue-incomplete": warning(
        (
            "Alla texter är inte översatta till språket ”{language}”. Det saknas {count}. De "
            "visas på engelska. De första är: {some}",
            "Kör insyn translate {language}. Då kommer alla texter som saknas med i filen. "
            "Fyll i dem.",
        ),
        (
            "Not all texts are translated into the language “{language}”. Missing: {count}. "
            "They are shown in English. The first are: {some}",
            "Run insyn translate {language}. It puts all missing texts into the file. "
            "Fill them in.",
        ),
    ),
    # --- the search (index) ---
    "search-program-missing": error(
        (
            "Sökregistret kan inte byggas: programmet Pagefind finns inte på den här datorn.",
            "Installera det på nytt: pip install --force-reinstall pagefind-bin",
        ),
        (
            "The search index cannot be built: the program Pagefind is not on this computer.",
            "Install it anew: pip install --force-reinstall pagefind-bin",
        ),
    ),
    "search-index-failed": error(
        (
            "Sökregistret kunde inte byggas. Programmet Pagefind svarar: {reason}",
            "Bygg en gång till. Hjälper inte det, installera programmet på nytt: "
            "pip install --force-reinstall pagefind-bin",
        ),
        (
            "The search index could not be built. The program Pagefind says: {reason}",
            "Build once more. If that does not help, install the program anew: "
            "pip install --force-reinstall pagefind-bin",
        ),
    ),
    # --- the output folder (write) ---
    "output-not-a-folder": error(
        ("{folder} är en fil, ingen mapp.", "Välj en annan mapp med --output."),
        ("{folder} is a file, not a folder.", "Choose another folder with --output."),
    ),
    "output-not-ours": error(
        (
            "Mappen {folder} har annat i sig än en webbplats från Insyn, till exempel ”{name}”.",
            "Välj en tom mapp med --output. Insyn ersätter hela mappen.",
        ),
        (
            "The folder {folder} holds other things than a site made by Insyn, such as “{name}”.",
            "Choose an empty folder with --output. Insyn replaces the whole folder.",
        ),
    ),
    "output-in-content": error(
        (
            "Mappen {folder} hör till innehållet. Dit kan webbplatsen inte skrivas.",
            "Välj en mapp utanför content med --output, till exempel public bredvid content.",
        ),
        (
            "The folder {folder} is part of the content. The site cannot be written there.",
            "Choose a folder outside content with --output, such as public beside content.",
        ),
    ),
    "output-unwritable": error(
        (
            "Det går inte att skriva i {folder} ({reason}).",
            "Se efter att det finns plats på disken och att du får skriva där.",
        ),
        (
            "The folder {folder} cannot be written to ({reason}).",
            "See that there is room on the disk and that you may write there.",
        ),
    ),
}
