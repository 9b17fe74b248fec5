"""English words that tell who speaks, beside the verbs of articles.text.speech: offices, papers, houses. Plain data."""


def _table(words: str) -> frozenset[str]:
    return frozenset(words.split())


PASSIVE = _table("was were is are been being be")
# Between who speaks and the verb.
BETWEEN = _table(
    """
    had has have was were is are been also then later once again never always often still now just only even who
    did does do would will could should may might both all himself herself themselves itself repeatedly instead
    meanwhile afterwards too since first who’d
    """
)
NEGATIONS = _table(
    """
    not never neither declined refused n't didn't wouldn't couldn't cannot won't hasn't
    """
)
# What a source is called by without a verb: the pattern stands before the name, or around it.
BEFORE_A_SOURCE = (
    ("according", "to"),
    ("in", "the", "words", "of"),
    ("in", "the", "view", "of"),
    ("in", "the", "opinion", "of"),
    ("in", "the", "eyes", "of"),
    ("in", "the", "telling", "of"),
    ("in", "the", "phrase", "of"),
    ("to", "hear"),
    ("to", "quote"),
    ("among", "them"),
)
FIRST_BEFORE_A_SOURCE = (("for",), ("per",), ("to",))
OF_A_SOURCE = _table(
    """
    words view opinion phrase account telling mind eyes judgement judgment estimation version
    """
)

PRONOUNS = {"he": "he", "she": "she", "they": "they", "it": "it", "himself": "", "both": "they", "them": "they"}
PAIRS = _table("men women sides parties leaders ministers two pair couple brothers sisters")
ARTICLES = _table("a an the")
COUNTS = _table(
    """
    a an one two three four five six seven eight nine ten several some many few another dozens hundreds most
    other no
    """
)
POSSESSIVES = _table("his her their its my our your")
PREPOSITIONS = _table(
    """
    of to by with from about for against in at on before after behind beside between among as than like unlike
    under over near into onto without within towards toward through until during despite per via upon around
    across alongside including besides and·
    """
)
RELATIVES = _table("who whom whose which where when that")
CONJUNCTIONS = _table(
    """
    but while whereas and or because although though if as that when whether since
    """
)
# A phrase with an unnamed owner, a title or a document ends before one of these.
STOPS = (
    RELATIVES
    | CONJUNCTIONS
    | PASSIVE
    | PRONOUNS.keys()
    | _table(
        """
    had has have would will could did does seen obtained published shown signed written dated issued before
    after during this last next yesterday today tomorrow on monday tuesday wednesday thursday friday saturday
    sunday not then also
    """
    )
)
# A word of these in an apposition says that it is none: it tells of a kinship, or how somebody was.
RELATIONS = {
    "brother": "he", "sister": "she", "father": "he", "mother": "she", "son": "he", "daughter": "she", "husband": "he",
    "wife": "she", "uncle": "he", "aunt": "she", "cousin": "", "nephew": "he", "niece": "she", "widow": "she",
    "widower": "he", "friend": "", "neighbour": "", "neighbor": "", "landlord": "", "landlady": "she", "partner": "",
    "grandmother": "she", "grandfather": "he", "girlfriend": "she", "boyfriend": "he", "fiancé": "he", "twin": "",
    "colleague": "", "rival": "", "namesake": "", "granddaughter": "she", "grandson": "he", "stepfather": "he",
}  # fmt: skip
HONORIFICS = {
    "mr": "he", "mrs": "she", "ms": "she", "miss": "she", "dr": "", "sir": "he", "dame": "she", "lady": "she",
    "lord": "he", "father": "he", "brother": "he", "sister": "she", "reverend": "",
    "madam": "she", "doctor": "", "prof": "", "rev": "", "st": "", "hon": "",
}  # fmt: skip
OFFICES = _table(
    """
    accountant activist actor actress adjutant administrator admiral adviser advisor advocate agent ambassador
    analyst anthropologist archaeologist archbishop architect artist assistant astronomer athlete attorney
    auditor author baker barrister beekeeper bishop blacksmith bookseller boss brigadier broker builder butcher
    campaigner candidate captain caretaker carpenter chair chairman chairperson chairwoman chancellor chef
    chemist chief chieftain citizen clerk coach coachman colonel columnist commander commandant commissioner
    composer conductor congressman congresswoman constable consul consultant contractor controller convenor cook
    co-founder coordinator coroner corporal councillor councilman councilwoman counsel curator dancer dean
    delegate dentist deputy designer detective diplomat director docker doctor driver economist editor elder
    electrician emir employee engineer envoy epidemiologist executive expert farmer fellow filmmaker firefighter
    fisherman fisher forester foreman founder gardener geologist general governor grocer guard guide head
    headmaster headmistress headteacher historian hydrologist imam inspector instructor investigator journalist
    judge justice keeper king labourer landowner lawmaker lawyer leader lecturer librarian lieutenant linguist
    magistrate maker major manager marshal mason master mathematician mayor mechanic mediator medic member
    merchant meteorologist midwife miller miner minister miner mp musician negotiator novelist nun nurse
    observer officer official ombudsman operator organiser organizer owner painter paramedic partner party
    pastor patriarch pharmacist photographer physician physicist pilot playwright plumber poet police policeman
    policewoman politician porter postman premier president priest prince princess principal prisoner producer
    professor programmer prosecutor psychiatrist psychologist publisher pupil queen rabbi ranger rector
    registrar regulator reporter representative researcher resident retiree sailor scholar scientist sculptor
    secretary senator sergeant sheikh sheriff shepherd shopkeeper singer sociologist soldier solicitor speaker
    specialist spokesman spokesperson spokeswoman statistician steward student superintendent supervisor surgeon
    surveyor survivor tailor teacher technician tenant trader trainer translator treasurer trustee
    undersecretary veteran vet veterinarian vicar vice-president victim volunteer waiter waitress warden
    watchman weaver welder whistleblower winemaker witness worker writer zoologist columnist seismologist
    glaciologist
    pope cardinal monk abbot sultan monarch ruler ayatollah chaplain deacon mp
    mep ceo cfo coo pm gp dj biologist botanist virologist cardiologist oncologist
    """
)
# Within a name these are no words of their own: Clean Rivers Now.
IN_NAMES = _table("now all one first together again not here")
# What ends so is no trade.
NO_TRADES = _table(
    """
    another other rather whether either neither former latter later earlier under over ever never however together
    further super after number member november december october september matter order water paper letter winter
    summer river power weather counter quarter corner major minor error terror horror mirror floor door poor prior
    visitor human woman man german roman russian italian indian asian african american european egyptian syrian
    iranian jordanian palestinian ukrainian norwegian hungarian
    """
)
# Kin together, whom a text calls so: her family.
KIN = _table("family families household clan")
# Many, without a noun.
MANY = _table("hundreds thousands dozens scores many several others some most")
# Offices that are written in capitals.
ACRONYMS = _table("mp mps mep meps ceo cfo coo pm gp dj")
# By which somebody is called who does not give a full name.
ALIASES = (
    ("named",),
    ("called",),
    ("name", "as"),
    ("name", "only", "as"),
    ("herself", "as"),
    ("himself", "as"),
    ("be", "named", "only", "as"),
)
PEOPLE = _table(
    """
    passenger resident customer neighbour neighbor critic supporter opponent voter user parent patient accused
    defendant suspect victim person people man woman source sources aide insider villager islander pensioner
    teenager mourner worshipper shopper commuter motorist cyclist holidaymaker tourist refugee migrant settler
    bystander onlooker guest visitor buyer seller spectator fan graduate recruit inmate detainee hostage deserter
    defector girl boy child teen youth homeowner borrower lender investor shareholder bondholder subscriber viewer
    reader listener staffer lobbyist strategist demonstrator marcher rebel militant insurgent picketer striker miner
    breeder grower shipowner carer childminder trustee archivist grandmaster rapper coroner announcer presenter
    comedian cartoonist goalkeeper defender midfielder batsman bowler jockey rower sprinter swimmer cellist
    heckler caller walker angler plaintiff claimant complainant vendor stallholder publican landlady landlord busker
    juror prefect forewoman constituent passer-by hiker rescuer skipper deckhand croupier
    violinist pianist guitarist drummer soprano choreographer impresario gallerist dramatist essayist biographer
    """
)
# What ends as words for what people do.
TRADES = ("er", "or", "ist", "ian", "man", "woman", "eer", "ant", "ess")
CROWDS = _table(
    """
    police people critics supporters opponents residents eyewitnesses witnesses activists protesters protestors
    locals neighbours neighbors relatives passengers parents economists experts analysts officials diplomats
    sources insiders doctors nurses teachers scientists researchers survivors families colleagues friends
    customers voters users organisers organizers prosecutors investigators lawyers authorities campaigners
    detractors observers others
    """
)
SHORT_OFFICES = _table("sen gov gen col lt capt sgt rep maj cmdr adm insp supt pres cpl")
HOUSES = _table(
    """
    carmaker retailer manufacturer utility insurer lender label studio startup brewer chipmaker drugmaker
    courier herald chronicle tribune mail journal news channel broadcaster daily weekly academy administration
    agency airline airlines alliance army assembly association authority bank basin board body brigade
    broadcaster bureau cabinet centre center chamber charity church circle city clinic club coalition coastguard
    college commission committee community company confederation congress consortium cooperative co-operative
    corporation corps council court department directorate embassy emirate exchange faculty federation ferries
    firm force forces forum foundation front fund gazette government group guard guild herald hospital house
    initiative inspectorate institute institution laboratory league ltd inc plc mission media ministry monastery
    movement municipality museum navy network newspaper observatory office operator opposition order
    organisation organization outlet parliament party parish police port power prosecution press radio railway
    railways regulator resistance revolution school secretariat senate service services society squad station
    state syndicate team telegraph television theatre times tribunal trust union unions university utility
    watchdog works workshop parliament choir orchestra cathedral
    """
)
PAPERS = _table(
    """
    deal banner placard poster slogan graffiti motto accord act affidavit agreement analysis assessment audit
    bill book briefing brochure bulletin bylaw charter circular clause complaint constitution contract
    convention decision decree deed diary document dossier draft filing guidelines indictment inquiry
    inscription inventory judgement judgment law leaflet ledger letter log manifesto manual memo memorandum
    memorial minutes notebook notice order pamphlet paper papers petition placard plan poll poster programme
    protocol record records regulation regulations report resolution review ruling script sign study summary
    summons survey testament transcript treaty verdict warrant will
    """
)
# What belongs to whoever made it.
UTTERANCES = _table(
    """
    statement statements post posts tweet tweets message messages email emails e-mail communique communiqué
    release letter letters speech remarks testimony
    """
)
# His answer was, X’s advice to them was: what is said that way.
SAID = _table(
    """
    answer answers reply response verdict message motto advice comment comments conclusion assessment explanation
    vow pledge jibe taunt plea admission apology denial claim outburst rant
    retort words word question warning prediction remark remarks promise argument plea complaint slogan excuse
    """
)
TELLS = _table("is was were came read reads ran remained")
WHOSE = {"his": "he", "her": "she", "their": "they", "its": "it"}
# Between people and what they have to do with: officials briefed on the talks.
INVOLVED = _table(
    """
    briefed involved based working living stationed privy linked loyal attending present affiliated employed camped
    trapped close closest familiar opposed
    """
)
# Behind a name these say that it is a house: Brannock Steel. By themselves they are none.
OF_HOUSES = _table(
    """
    steel oil energy rail motors foods pharma airways holdings industries capital partners electric gas mining
    shipping lines telecom systems technologies labs logistics insurance water power brewery mills textiles
    chemicals united athletic rovers wanderers international global digital networks studios records pictures
    city county town albion rangers dynamo orient villa entertainment resources properties aerospace dynamics nations
    """
)
# The company: the one that was named last.
ANY_HOUSE = _table(
    """
    company firm group agency organisation organization charity carrier club retailer carmaker manufacturer
    utility insurer lender label studio network
    """
)
# Units of time and of place that begin with a capital and name nobody.
NOBODY = _table(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december i i'm i've i'd the a an and but for in on at to of from with by as if
    when while after before since until because although though however meanwhile asked accused according last
    this that these those there here then now one two three four five six seven eight nine ten some many most
    all both no not nobody nothing what who why how where which whose he she it they we you his her its their
    our my your every each few several another other such so yet or nor still even only just also again later
    earlier yesterday today tomorrow unlike like despite during under over between among per without within once
    instead neither either work article english arabic french christmas easter ramadan god sometimes perhaps
    maybe
    outside inside nearby elsewhere afterwards overnight tonight hours minutes days weeks months years soon
    indeed thus therefore nonetheless nevertheless moreover others
    trains snow behind beside standing speaking sitting writing told told pressed questioned quoted
    """
)
CONNECTORS = _table(
    """
    of for de del della di da la le van von der den ter bin ibn al el ul ben e y & the and
    """
)
