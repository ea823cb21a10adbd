"""English: words with a plainer one beside them, and what is and is no passive.

The words are of the kind that guides to plain English have warned of for long (the A to Z of the
Plain English Campaign, plainlanguage.gov), as far as the plainer one says the same.  The notation
is that of `swedish.PLAINER`.
"""

PLAINER = """
a_large_number_of=many
a_number_of=some/several
accede_to=agree_to accedes_to=agrees_to acceded_to=agreed_to
accompany=go_with accompanies=goes_with accompanied=went_with accompanying=going_with
accomplish=do/finish accomplishes=does/finishes accomplished=did/finished
accordingly=so
acquire=get/buy acquires=gets/buys acquired=got/bought acquiring=getting/buying
additionally=also
adjacent_to=next_to
advantageous=useful
aforementioned=these/this
alleviate=ease alleviates=eases alleviated=eased alleviating=easing
allocate=give/share_out allocates=gives/shares_out allocated=gave/given allocation=share
ameliorate=improve ameliorates=improves ameliorated=improved
anticipate=expect anticipates=expects anticipated=expected anticipating=expecting
ascertain=find_out ascertains=finds_out ascertained=found_out ascertaining=finding_out
as_a_consequence_of=because_of
as_regards=about
assist=help assists=helps assisted=helped assisting=helping
at_an_early_date=soon
at_the_present_time=now
at_this_point_in_time=now
attain=reach attains=reaches attained=reached attainment=reaching
by_means_of=by/with
by_virtue_of=by
capability=ability capabilities=abilities
cease=stop/end ceases=stops/ends ceased=stopped/ended
cognisant_of=aware_of cognizant_of=aware_of
commence=start commences=starts commenced=started commencing=starting commencement=start
comprise=include/be_made_up_of comprises=includes/is_made_up_of comprised=included comprising=with
concerning=about
consequently=so
constitute=be/make_up constitutes=is/makes_up constituted=was/made_up
correspondence=letters
deem=consider/think deems=considers/thinks deemed=considered/thought
demonstrate=show demonstrates=shows demonstrated=showed/shown demonstrating=showing
designate=choose/name designates=chooses/names designated=chosen/named
desire=want desires=wants desired=wanted
despite_the_fact_that=although
detrimental=harmful
discontinue=stop discontinues=stops discontinued=stopped
disseminate=spread/share disseminates=spreads/shares disseminated=spread/shared
    dissemination=spreading
due_to_the_fact_that=because
elucidate=explain elucidates=explains elucidated=explained
encounter=meet encounters=meets encountered=met
endeavour=try endeavours=tries endeavoured=tried endeavouring=trying endeavor=try endeavors=tries
enumerate=list/count enumerates=lists/counts enumerated=listed/counted
equitable=fair
erroneous=wrong erroneously=wrongly
expedite=speed_up expedites=speeds_up expedited=sped_up
expenditure=spending/cost expenditures=costs
facilitate=help/make_easier facilitates=helps/makes_easier facilitated=helped facilitating=helping
    facilitation=help
for_the_duration_of=during
for_the_purpose_of=to/for
forthwith=at_once
forthcoming=coming
furnish=give furnishes=gives furnished=gave/given
furthermore=also
going_forward=from_now_on
have_the_ability_to=can has_the_ability_to=can
henceforth=from_now_on
hereby=with_this
herein=here
heretofore=until_now
herewith=with_this
hitherto=until_now
implement=carry_out/start implements=carries_out/starts implemented=carried_out/started
    implementing=carrying_out
in_accordance_with=under/by
in_addition_to=besides
in_conjunction_with=with
in_excess_of=more_than
in_lieu_of=instead_of
in_order_that=so_that
in_order_to=to
in_regard_to=about
in_relation_to=about
in_respect_of=about/for
in_the_absence_of=without
in_the_course_of=during
in_the_event_of=if
in_the_event_that=if
in_the_majority_of_cases=mostly
in_the_near_future=soon
in_the_vicinity_of=near
in_view_of_the_fact_that=because
inaugurate=open/start inaugurates=opens/starts inaugurated=opened/started
inception=start
incumbent_upon=up_to
initiate=start initiates=starts initiated=started initiating=starting initiation=start
inter_alia=among_other_things
irrespective_of=whatever/despite
is_able_to=can are_able_to=can
is_in_a_position_to=can are_in_a_position_to=can
is_required_to=must are_required_to=must
leverage=use leverages=uses leveraged=used leveraging=using
magnitude=size
methodology=method methodologies=methods
necessitate=need/call_for necessitates=needs/calls_for necessitated=needed/called_for
notify=tell notifies=tells notified=told notifying=telling notification=notice
notwithstanding=despite/although
numerous=many
objective=aim objectives=aims
obtain=get obtains=gets obtained=got obtaining=getting
on_a_regular_basis=regularly
on_the_grounds_that=because
optimum=best
owing_to_the_fact_that=because
per_annum=a_year
pertaining_to=about
possess=have possesses=has possessed=had
predominantly=mostly
prior_to=before
procure=get/buy procures=gets/buys procured=got/bought procuring=getting/buying
proficiency=skill
promulgate=publish promulgates=publishes promulgated=published
purchase=buy purchases=buys purchased=bought purchasing=buying
pursuant_to=under
reimburse=pay_back reimburses=pays_back reimbursed=paid_back reimbursement=paying_back
remainder=rest
remunerate=pay remunerates=pays remunerated=paid remuneration=pay
reside=live resides=lives resided=lived residing=living
solely=only
stipulate=say/state stipulates=says/states stipulated=said/stated
submit=send/hand_in submits=sends/hands_in submitted=sent/handed_in submitting=sending/handing_in
    submission=sending_in
subsequent=later/next
subsequent_to=after
subsequently=later/then
substantial=large/much
sufficient=enough sufficiently=enough
take_into_consideration=consider takes_into_consideration=considers
    taken_into_consideration=considered
terminate=end/stop terminates=ends/stops terminated=ended/stopped terminating=ending/stopping
    termination=end
the_majority_of=most
thereafter=then/after_that
thereby=so/by_that
therein=there
thereof=of_it
timeframe=time timeframes=times
transmit=send transmits=sends transmitted=sent
undertake=do/agree_to undertakes=does/agrees_to undertook=did/agreed_to undertaken=done
    undertaking=doing
until_such_time_as=until
upon=on
utilise=use utilises=uses utilised=used utilising=using utilisation=use utilize=use utilizes=uses
    utilized=used utilizing=using utilization=use
whereas=but/while
whereby=by_which
wherein=in_which
whilst=while
with_a_view_to=to
with_effect_from=from
with_reference_to=about
with_regard_to=about/for
with_regards_to=about
with_respect_to=about/for
with_the_exception_of=except
"""

WEAK_HEADINGS = frozenset(
    """
    additional information|content|contents|details|facts|further information|general
    general information|info|information|introduction|miscellaneous|misc|more
    more info|more information|other|other information|other issues|other matters
    questions|text|various
    """.replace("\n", "|")
    .replace("  ", "")
    .strip("|")
    .split("|")
)

# --- passives -----------------------------------------------------------------------------------

PARTICIPLES = frozenset(
    """
    beaten begun bent bitten blown bound bought brought broken built burnt caught chosen cut dealt
    done drawn driven eaten fed felt fought found forbidden forgiven forgotten frozen given ground
    grown heard held hidden hit kept laid led learnt lent lit lost made meant met overcome paid put
    read rebuilt redone rewritten rung run said seen sent sewn shaken shot shown shut sold sought
    spent spoken spread stolen struck sworn taken taught thought thrown told torn understood
    undertaken upheld withdrawn won worn woven written
    """.split()
)
"""Past participles that do not end in -ed."""

NO_PARTICIPLE = frozenset(
    """
    accustomed advanced aged agreed aimed ashamed based bed biased blessed bored broad-minded
    called closed committed complicated concerned confused connected convinced cracked crooked
    crowded dated dedicated delighted depressed detailed determined devoted disabled
    disadvantaged disappointed discouraged distressed divorced educated embarrassed embed
    employed engaged entitled excited exhausted experienced finished frightened gifted hundred
    inclined included indebted indeed inspired interested involved isolated known limited linked
    located married meant motivated naked named need needed newlywed opposed overcrowded pleased
    prepared qualified red related relaxed relieved renowned retired sacred satisfied scared
    seed self-employed shed situated skilled sophisticated speed stressed supposed surprised
    talented thrilled tired underprivileged unemployed united unrelated unskilled untrained used
    varied wicked worried
    """.split()
)
"""Words that look like participles and say how somebody or something is."""

BE = frozenset("am is are was were be been being isn’t aren’t wasn’t weren’t".split())
BETWEEN = frozenset(
    "not never also later then now often always still already soon all both only just even first "
    "mostly usually sometimes either therefore thus once twice long well better "
    "often together partly".split()
)
"""What may stand between a form of "be" and the participle, beside words in -ly."""
PRONOUNS = frozenset("i you he she it we they".split())
