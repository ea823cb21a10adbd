"""Swedish: words with a plainer one beside them, and verbs with their passive forms.

The words are those that advice on klarspråk has warned of for long (Svarta listan, Myndigheternas
skrivregler), as far as the plainer one says the same.  Each line is a word with all its forms
(an indented one goes on with the line before):
`form=instead`, `_` for a space, `/` between two that may fit, `~` before a form that is meant only
after a noun ("ett beslut rörande hyran", not "en rörande berättelse").
"""

PLAINER = """
absolut_nödvändigt=nödvändigt
adekvat=lämplig/rätt adekvata=lämpliga/rätta
angående=om
anhålla_om=be_om/ansöka_om anhåller_om=ber_om/ansöker_om anhöll_om=bad_om/ansökte_om
anmoda=be/uppmana anmodar=ber/uppmanar anmodade=bad/uppmanade anmodas=uppmanas
avge=lämna avger=lämnar avgav=lämnade avgett=lämnat avgivit=lämnat
avse_att=tänka avser_att=tänker avsåg_att=tänkte
avser=gäller/handlar_om avsåg=gällde/handlade_om
~avseende=om/för
avyttra=sälja avyttrar=säljer avyttrade=sålde avyttrat=sålt avyttras=säljs
beakta=ta_hänsyn_till beaktar=tar_hänsyn_till beaktade=tog_hänsyn_till beaktat=tagit_hänsyn_till
befinna_sig=vara befinner_sig=är befann_sig=var
befintlig=som_finns befintliga=som_finns befintligt=som_finns
begagna_sig_av=använda begagnar_sig_av=använder begagnade_sig_av=använde
beträffande=om
bibehålla=behålla bibehåller=behåller bibehöll=behöll bibehållit=behållit bibehålls=behålls
bibringa=ge bibringar=ger bibringade=gav bibringas=får
bistå=hjälpa bistår=hjälper bistod=hjälpte bistått=hjälpt
borttaga=ta_bort borttagande=att_ta_bort
delge=meddela delger=meddelar delgav=meddelade delgett=meddelat delgivits=meddelats
dock=men/ändå
dylik=sådan dylikt=sådant dylika=sådana
därest=om
därvid=då
därvidlag=i_det_fallet
därtill=dessutom
effektuera=göra/utföra effektuerar=gör effektueras=görs
ehuru=även_om
ej=inte
ekonomiska_medel=pengar
emedan=eftersom
emotse=vänta_på emotser=väntar_på emotses=väntas
enär=eftersom
erfordra=kräva/behöva erfordrar=kräver erfordras=behövs erfordrades=behövdes
erforderlig=nödvändig erforderligt=nödvändigt erforderliga=nödvändiga
erhålla=få erhåller=får erhöll=fick erhållit=fått erhålls=fås erhållna=som_man_har_fått
    erhållande=att_få
erinra_om=påminna_om erinrar_om=påminner_om erinrade_om=påminde_om
erlägga=betala erlägger=betalar erlade=betalade erlagt=betalat erläggs=betalas erläggas=betalas
    erlagda=betalda
evaluera=utvärdera evaluerar=utvärderar evaluerades=utvärderades evaluering=utvärdering
exkludera=stänga_ute exkluderar=stänger_ute exkluderas=stängs_ute exkluderade=stängde_ute
ej_heller=inte_heller
facilitera=underlätta/leda faciliterar=underlättar/leder
finansiella_medel=pengar
framgent=i_fortsättningen
frekvent=ofta frekventa=vanliga
fullgöra=göra/uppfylla fullgör=gör/uppfyller fullgjorde=gjorde fullgjort=gjort fullgörs=görs
föranleda=leda_till/orsaka föranleder=leder_till föranledde=ledde_till föranlett=lett_till
    föranleds=beror_på
förefalla=verka förefaller=verkar föreföll=verkade
föreligga=finnas föreligger=finns förelåg=fanns förelegat=funnits
förestå=leda förestår=leder/kommer_snart
förete=visa företer=visar företedde=visade
förevarande=det_här
förfoga_över=ha förfogar_över=har förfogade_över=hade
förorda=föreslå förordar=föreslår förordade=föreslog förordat=föreslagit
för_det_fall_att=om
förutsatt_att=om
frågeställning=fråga frågeställningar=frågor frågeställningen=frågan frågeställningarna=frågorna
gentemot=mot
genom_försorg_av=av
~gällande=om
ha_för_avsikt_att=vilja/tänka har_för_avsikt_att=vill/tänker hade_för_avsikt_att=ville/tänkte
handha=sköta handhar=sköter handhade=skötte handhas=sköts handhavande=skötsel/att_sköta
hemställa=begära/be_om hemställer=begär/ber_om hemställde=begärde
huruvida=om
härav=av_det
häri=i_det
härmed=nu
härvid=då
härvidlag=i_det_fallet
idka=driva idkar=driver idkade=drev idkas=drivs
ifrågavarande=den_här
i_anledning_av=på_grund_av
i_avsaknad_av=utan
i_avvaktan_på=medan_vi_väntar_på
i_dagsläget=nu
i_det_fall=om
i_det_fall_att=om
i_de_fall=när/om
i_enlighet_med=enligt/efter
i_förekommande_fall=om_det_finns
i_händelse_av=vid/om
i_syfte_att=för_att
implementera=införa implementerar=inför implementerade=införde implementerat=infört
    implementeras=införs implementerades=infördes implementering=införande
    implementeringen=införandet
incitament=skäl/motiv incitamenten=skälen
inkludera=ta_med/omfatta inkluderar=tar_med/omfattar inkluderade=tog_med/omfattade
    inkluderas=tas_med
inkomma=komma_in inkommer=kommer_in inkom=kom_in inkommit=kommit_in inkomna=som_har_kommit_in
inlämna=lämna_in inlämnar=lämnar_in inlämnade=lämnade_in inlämnas=lämnas_in
    inlämnande=att_lämna_in
innefatta=omfatta/ha_med innefattar=omfattar/har_med innefattade=omfattade innefattas=ingår
inneha=ha innehar=har innehade=hade innehaft=haft innehas=finns_hos
inom_ramen_för=i
inge=lämna_in inger=lämnar_in ingav=lämnade_in ingett=lämnat_in inges=lämnas_in
initialt=först/i_början
initiera=börja/starta initierar=börjar/startar initierade=började/startade initierat=startat
    initieras=startas initierades=startades
införskaffa=skaffa/köpa införskaffar=skaffar/köper införskaffade=skaffade/köpte införskaffas=köps
inhämta=hämta_in/ta_reda_på inhämtar=hämtar_in/tar_reda_på inhämtade=hämtade_in inhämtat=hämtat_in
    inhämtas=hämtas_in inhämtades=hämtades_in
insända=skicka_in insänder=skickar_in insände=skickade_in insänds=skickas_in
jämväl=också
kontinuerlig=löpande/ständig kontinuerligt=hela_tiden/löpande kontinuerliga=löpande
kvarstå=finnas_kvar kvarstår=finns_kvar kvarstod=fanns_kvar kvarstående=som_finns_kvar
kungöra=meddela kungör=meddelar kungjorde=meddelade kungörs=meddelas
likaledes=också
med_anledning_av=på_grund_av/för
med_avseende_på=för/när_det_gäller
med_hänvisning_till=på_grund_av/enligt
med_undantag_av=utom
medelst=med/genom
medge=tillåta medger=tillåter medgav=tillät medgivit=tillåtit medges=får
merparten=de_flesta
minimera=minska minimerar=minskar minimerade=minskade minimeras=minskas
målsättning=mål målsättningen=målet målsättningar=mål målsättningarna=målen
möjliggöra=göra_möjligt möjliggör=gör_möjligt möjliggjorde=gjorde_möjligt
    möjliggjort=gjort_möjligt
nedbringa=minska nedbringar=minskar nedbringas=minskas
nyttja=använda nyttjar=använder nyttjade=använde nyttjat=använt nyttjas=används nyttjades=användes
    nyttjande=användning/att_använda nyttjandet=användningen
nämnda=den_här/de_här
ombesörja=ordna/sköta ombesörjer=ordnar/sköter ombesörjde=ordnade/skötte ombesörjs=ordnas/sköts
omgående=genast
ovannämnda=de_här ovannämnd=den_här ovanstående=de_här
problemställning=problem problemställningar=problem problemställningen=problemet
proaktiv=förebyggande proaktivt=i_förväg proaktiva=förebyggande
påbörja=börja påbörjar=börjar påbörjade=började påbörjat=börjat påbörjas=börjar påbörjades=började
    påbörjats=börjat
påkalla=kräva/begära påkallar=kräver/begär påkallas=begärs påkallat=nödvändigt
påvisa=visa påvisar=visar påvisade=visade påvisat=visat påvisas=visas
på_basis_av=utifrån
på_grundval_av=utifrån/enligt
rekvirera=beställa rekvirerar=beställer rekvirerade=beställde rekvireras=beställs
resultera_i=leda_till/ge resulterar_i=leder_till/ger resulterade_i=ledde_till/gav
    resulterat_i=lett_till/gett
~rörande=om
samt=och
sistnämnda=den_sista/de_sista
sålunda=så
såsom=som
såtillvida=så
såvitt=om
såvitt_avser=för/om
såväl=både
tidsperiod=tid/period tidsperioden=tiden/perioden tidsperioder=perioder
tillfyllest=tillräckligt
tillgodogöra_sig=lära_sig/använda tillgodogör_sig=lär_sig/använder
tillgodose=uppfylla/möta tillgodoser=uppfyller/möter tillgodosåg=uppfyllde tillgodoses=uppfylls
    tillgodosetts=uppfyllts
tillhandahålla=ge/erbjuda tillhandahåller=ger/erbjuder tillhandahöll=gav/erbjöd
    tillhandahållit=gett/erbjudit tillhandahålls=ges/finns tillhandahållas=ges/finnas
    tillhandahållande=att_ge
tillika=också
tillkännage=berätta/meddela tillkännager=berättar/meddelar tillkännagav=berättade/meddelade
tillse=se_till tillser=ser_till tillsåg=såg_till tillses=sköts
tillskapa=skapa tillskapar=skapar tillskapade=skapade tillskapas=skapas
tillställa=skicka tillställer=skickar tillställde=skickade tillställs=får
till_följd_av=på_grund_av
torde=bör/är_nog
underlåta=låta_bli underlåter=låter_bli underlät=lät_bli
understiga=vara_mindre_än understiger=är_mindre_än understeg=var_mindre_än
undfå=få undfår=får
uppbära=få uppbär=får uppbar=fick uppburit=fått
uppgå_till=vara/bli uppgår_till=är/blir uppgick_till=var/blev uppgått_till=varit/blivit
upprätta=göra/skriva upprättar=gör/skriver upprättade=gjorde/skrev upprättat=gjort/skrivit
    upprättas=görs/skrivs upprättades=gjordes/skrevs
uppvisa=visa uppvisar=visar uppvisade=visade uppvisat=visat uppvisas=visas
utbetala=betala_ut utbetalar=betalar_ut utbetalade=betalade_ut utbetalas=betalas_ut
    utbetalades=betalades_ut
utgöra=vara utgör=är utgjorde=var utgjort=varit utgörs_av=är/består_av utgjordes_av=var/bestod_av
utverka=få utverkar=får utverkade=fick
undanta=ta_undan undantas=gäller_inte
under_förutsättning_att=om
varvid=och_då
vartill=och_till_det
vad_avser=för/när_det_gäller
vad_beträffar=för/när_det_gäller
vad_gäller=om/i_fråga_om
vederbörande=personen/den_det_gäller
vederlag=betalning
verkställa=göra/genomföra verkställer=gör/genomför verkställde=gjorde verkställs=görs
    verkställande_av=att_göra
vid_tidpunkten_för=när/vid
vidkommande=det_gäller
vidmakthålla=behålla vidmakthåller=behåller vidmakthålls=behålls vidmakthållande=att_behålla
vidta=göra vidtar=gör vidtog=gjorde vidtagit=gjort vidtas=görs vidtogs=gjordes vidtagna=gjorda
ålägga=kräva_av ålägger=kräver_av ålades=måste åläggs=måste
åligger=ska_göras_av åligga=vara_uppgift_för
åsamka=orsaka åsamkar=orsakar åsamkade=orsakade åsamkas=får
åstadkomma=göra/nå åstadkommer=gör/når åstadkom=gjorde/nådde åstadkommit=gjort/nått
åtnjuta=ha/få åtnjuter=har/får åtnjöt=hade/fick
återfinnas=finnas återfinns=finns återfanns=fanns
äga_rum=vara/hållas äger_rum=är/hålls ägde_rum=var/hölls ägt_rum=varit/hållits
ävenledes=också
ävensom=och
översända=skicka översänder=skickar översände=skickade översänds=skickas översändes=skickades
överstiga=vara_mer_än överstiger=är_mer_än översteg=var_mer_än
"""

WEAK_HEADINGS = frozenset(
    """
    allmänt|allmän information|annat|diverse|fakta|frågor|info|information|inledning|innehåll
    introduktion|mer|mer info|mer information|sammanställning|text
    vidare information|viktig information|viktigt|övrig information|övriga frågor|övrigt
    övriga upplysningar|ytterligare information|allmänna upplysningar
    """.replace("\n", "|")
    .replace("  ", "")
    .strip("|")
    .split("|")
)
"""Headings that fit any text, and so say nothing of the one below them."""

# --- passives -----------------------------------------------------------------------------------
# Left out are verbs whose s-form is no passive or not felt as one: finns, behövs, krävs, hoppas,
# lyckas, trivs, minns, möts, träffas, samlas, utvecklas, förändras.

FIRST = """
acceptera aktivera aktualisera alstra analysera anlita anmärka annonsera anordna anpassa anskaffa
anvisa arkivera arrangera arvodera avisera avlöna avrapportera avskaffa avsluta avslöja avtala
avveckla avvisa basera beakta bearbeta befordra befria begränsa behandla behärska bekosta bekräfta
bekämpa belasta belöna bemanna beordra beräkna beskatta besluta bestraffa besvara betala betona
betrakta bevaka bevara bevilja bevisa bifoga bilda blanda blockera boka bota brandskydda bromsa
budgetera citera coacha debitera definiera dekorera dela delegera demontera digitalisera
diskriminera diskutera distribuera dokumentera drabba effektivisera efterfråga efterlämna
eftersträva eliminera engagera erövra etablera evakuera exkludera fakturera fatta filma finansiera
fira fixa flagga flytta fokusera fordra forma formulera fotografera frakta fråga frågasätta fånga
förankra fördela fördubbla förena förenkla förfalska förflytta förhandla förhindra förkasta
förklara förknippa förmedla förnya förorda förorena försena förstatliga försämra förvalta
förvandla förvara förverkliga förvänta förädla garantera genomsyra granska grunda gruppera gynna
handla hantera hedra hejda hindra hylla hämma hämta hänvisa identifiera ignorera illustrera
implementera importera inarbeta inbetala indela informera initiera inkludera inlämna inrama
inrikta inrätta inspirera installera instruera intervjua introducera intyga inventera investera
isolera kalkylera kasta klandra klassa klassificera klottra koka kombinera kommentera kommunicera
kompensera kompetensutveckla komplettera koncentrera konkretisera konstatera konstruera konsultera
kontakta kontraktera kontrollera konvertera koordinera kopiera koppla korrigera kritisera
kvalitetssäkra kvantifiera kvittera ladda laga lagra lansera leasa leverera lista locka lokalisera
lotsa lämna länka låna löna mangla markera mata matcha meddela medfinansiera minska missgynna
mobilisera moderera modernisera montera motarbeta motivera motverka mäkla måla nominera
normalisera notera observera odla offra omarbeta ombilda omfatta omfördela omorganisera omvandla
operera optimera ordna organisera orientera orsaka packa parkera permittera placera planera
plantera plocka poängtera praktisera presentera prioritera problematisera producera prova pröva
publicera putsa påbörja påkalla påpeka påtala påverka påvisa rabattera rapportera realisera
redovisa reducera registrera reglera rekommendera rekrytera rekvirera remittera renovera rensa
reparera representera reservera revidera rikta rota rusta rädda räkna rådfråga samfinansiera
sammanfatta sammankalla samordna sanera skada skaffa skala skapa skicka skildra skruva skydda
slipa slopa slussa snabba sopa sortera spara specificera spegla spela spola sponsra stabilisera
standardisera stapla starta stava stimulera stoppa straffa strukturera stötta subventionera
summera syna systematisera säkra tappa teckna tejpa tilldela tillfråga tilltala tillverka tillämpa
tolka torka träna tvätta underlätta uppdatera uppfatta upphandla uppmana uppmuntra uppmärksamma
upprepa upprätta uppskatta utarbeta utbetala utbilda utdela utforma utforska utfärda utjämna
utmana utnyttja utropa utrusta utvidga utvisa utvärdera utöka utöva vaccinera validera vattna
verifiera vidareutbilda visa välkomna värdera värna vårda ympa åberopa återinvestera åtgärda öka
önska öppna överklaga
"""
"""Infinitives: ordna, ordnas, ordnades, ordnats, ordnad."""

SECOND_D = """
anför anmäl anställ använd avhör avled avspänn bedöm begrav begär bekänn benämn berör beskär
beställ bestäm bränn bygg böj döm efterfölj efterlev erkänn fastställ framhäv framställ fyll fäll
följ förbered förbränn fördröj fördöm förhör förläng förstör försörj förvräng genomför genomlev
glöm godkänn gräv handled hyr hänför häng häv höj inför inred inställ jämför jämställ kräng kör
led likställ marknadsför medför nämn ombesörj omnämn omvänd rör sammanför sammanställ skölj
slutför spräng spänn styr ställ stäng säkerställ sänd tillför tillställ tänd töm uppfyll uppfölj
uppför upphäv utbred utför utred utställ verkställ vidareför väg vägled välv vänd värj väv
återanvänd återför återställ överför översänd
"""
"""Stems: bygg, byggs, byggas, byggdes, byggts, byggd."""

SECOND_T = """
avhjälp avlös avskräck avtryck belys besök blås döp efterlys eftersök fräs föreläs förstärk försök
förtryck genomläs hys inköp klipp köp lyft läs lås lös mät rök skänk skärp sköt släck släpp
stek styrk stärk sänk sök tryck täck undersök upplys uppläs upplös upptäck utlys utlös utmärk
utsläpp uttryck väck
"""
"""Stems: köp, köps, köpas, köptes, köpts, köpt."""

IRREGULAR = """
ges gavs getts givits given givet givna anges angavs angetts angivits angiven angivet angivna
avges utges utgavs överges övergavs tillges inges återges medges medgavs utgetts tas tagits togs
tagas tagen taget tagna godtas godtogs delges görs gjordes gjorts göras gjord gjort gjorda anses
ansågs ansetts avses avsågs förses försågs försetts utses utsågs utsetts utsedd utsett utsedda
tillses bortses försedd försett försedda skrivs skrevs skrivits skrivas skriven skrivet skrivna
drivs drevs drivits drivas driven drivet drivna bedrivs bedrevs bedrivits bedrivas hålls hölls
hållits hållas hållen hållet hållna läggs lades lagts läggas lagd lagt lagda sätts sattes satts
sättas satta säljs såldes sålts säljas såld sålt sålda väljs valdes valts väljas vald valt valda
sägs sades sagts sägas sagda bjuds bjöds bjudits bjudas bjuden bjudet bjudna erbjuds erbjöds
erbjudits erbjudas erbjuden erbjudet erbjudna inbjuds inbjöds inbjudits bärs bars burits bäras
buren buret burna dras drogs dragits dragen draget dragna bryts bröts brutits brytas bruten brutet
brutna avbryts avbröts byts byttes bytts bytas bytt bytta stöds stöddes stötts stödjas stödd
stödda stödjs leds leddes letts ledas ledd ledda nås nåddes nåtts uppnås uppnåddes uppnåtts
uppnådd uppnådda slås slogs slagits slagen slaget slagna sprids spreds spriddes spridits spritts
spridas spridd spritt spridda sluts slöts slutits sluten slutna ansluts anslöts anslutits anslutas
ansluten anslutet anslutna utesluts uteslöts uteslutits uteslutas utesluten uteslutna binds bands
bundits bindas bunden bundet bundna vinns vanns vunnits vunnen vunna utvinns rivs revs rivits
rivas riven rivet rivna skärs skars skurits skuren skuret skurna beskärs stjäls stals stulits
stulen stulet stulna tvingas tvingades tvingats tvingad tvingade tillåts tilläts tillåtits
tillåtas tillåten tillåtet tillåtna överlåts överläts överlåtits upplåts uppläts upplåtits mottas
mottogs mottagits mottages omfattas omfattades ägs ägdes ägts ägas ägd ägda skickas ombeds ombads
avgörs avgjordes avgjorts avgöras avgjord avgjort avgjorda begrips förstods inbegrips angrips
angreps angripits angripas skjuts skjutits skjutas skjuten skjutna sänds sändes sänts sändas sänd
sänt stryks ströks strukits strykas struken struket strukna beskrivs beskrevs beskrivits beskrivas
beskriven beskrivet beskrivna utförs utfördes utförts utföras utförd utfört utförda vrids vägs
vägdes vägts vägas stängs stängdes stängts förstörs förstördes förstörts bestrids bestreds invigs
invigdes invigts invigas invigd invigt invigda förbjuds förbjöds förbjudits förbjudas förbjuden
förbjudet förbjudna tillhandahålls tillhandahölls tillhandahållits upprätthålls upprätthölls
underhålls underhölls förlängs förlängdes förlängts förlängas förlängd förlängt förlängda anställs
anställdes anställts anställas anställd anställt anställda fattas fattades
"""
"""Of the others, all s-forms and participles."""

HOMOGRAPHS = frozenset("besöks försöks inköps köps leds lyfts rings stöds trycks".split())
"""Passives that are also the genitive of a noun: then a noun follows ("ett stöds utformning")."""

DEPONENT = frozenset(
    """
    aktas allas andas andras arbetas behövas bemödas blygas brottas dagas dristas envisas fattas
    finnas frestas frodas fruktas fullbordas färdas födas förbättras fördjupas försämras
    förvärras förändras glädjas grälas hoppas hämnas hävdas höras integreras kallas kivas kramas
    kräkas krävas kännas kännetecknas lindras lyckas lyckasts låtsas minnas misslyckas märkas
    mötas nalkas normaliseras närmas präglas retas saknas samlas skiljas skingras skockas
    skämmas skönjas slutas slåss somnas stabiliseras svettas synas tampas trivas träffas trängas
    turas tvivlas tävlas umgås upphetsas utvecklas vidgas vistas vämjas väntas växlas ägas
    ändras åldras ångras
    """.split()
)
"""Infinitives in -s that are no passives, or not felt as such."""

NO_PARTICIPLE = frozenset(
    """
    adekvat advokat aktuell akut alltid arbetslös avancerad avgörande avslappnad begränsad
    begränsade begränsat begåvad begåvade belägen beläget belägna belåten beroende berättigad
    berättigade besviken besvikna bosatt bosatta bättre chockad chockade debatt delad deprimerad
    desperat engagerad engagerade erfaren erfarna exakt fast fler frustrerad fullsatt fullsatta
    född födda förkyld förskonad förvånad förvånade gift gifta glad glada glatt grad hemmastadd
    hundrade hållbar hört inspirerad inspirerade intresserad intresserade intresserat irriterad
    irriterade isolerad isolerade kall kandidat komplicerad komplicerade komplicerat kontant
    kvalificerad kvalificerade kvar känd kända känt lagom ledsen lärd lärt lätt motiverad
    motiverade månad mått nöjd nöjda oroade orolig plats populär privat rad resultat road roade
    rädd rädda rätt rörd rörda rört sagt samtidigt separat sjuk sjukskriven sjukskrivna skild
    skilda soldat sorgsen stad staten stressad stressade svag svårt tanken tillsammans trygg
    tränad trött trötta tyst van vana älskad älskade ökad ökade ökat öppen överraskad
    överraskade övertygad övertygade
    """.split()
)
"""Words that look like participles and say how somebody or something is."""
