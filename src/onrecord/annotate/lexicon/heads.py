"""Nouns that tell the kind of the name before or after them, in lower case."""

from __future__ import annotations

from onrecord.annotate.lexicon.words import words

ORGANISATION = words(
    """ministry department agency commission council union organisation organization authority bureau committee command
    army navy police force forces corps brigade regiment battalion division fleet guard guards parliament senate
    congress assembly cabinet government administration court tribunal party bank university institute institution
    college school academy foundation association federation confederation league society company corporation group
    holdings ltd inc plc llc gmbh corp airlines airways newspaper times agency tv television radio broadcasting news
    network media club office secretariat service services board centre center observatory institute directorate
    inspectorate embassy consulate mission delegation chamber alliance coalition bloc community campaign trust fund
    ngo front movement militia syndicate cartel brotherhood industries systems aerospace shipyard laboratory
    headquarters dynamics consortium enterprise presidency watchdog regulator"""
)
# Words that are an organisation in lower case too, once a state is named beside them: "Ruritania's foreign ministry".
STATE_BODIES = words(
    """ministry army navy military police government parliament cabinet embassy administration forces coastguard junta
    senate judiciary intelligence"""
)
# Heads that belong to an office when an office follows: "Union Minister", "Police Chief", "Army General".
WEAK_ORGANISATION = words(
    "union party office service services centre center group front movement club society league mission court"
)
ARMED = words("army navy force forces corps brigade regiment battalion division fleet guard guards command military")

MECHANISM = words(
    """treaty agreement agreements accord accords memorandum pact protocol protocols convention charter covenant
    mechanism dialogue format framework declaration partnership initiative process communique communiqué roadmap
    arrangement arrangements resolution forum"""
)
MECHANISM_STRONG = words("mechanism format dialogue treaty agreement accord accords pact convention framework process")
MECHANISM_AS_ORGANISATION = words("commission committee working-group")

EQUIPMENT = words(
    """missile missiles rocket rockets tank tanks aircraft helicopter helicopters chopper choppers jet jets fighter
    fighters bomber bombers drone drones uav uavs rifle rifles gun guns howitzer howitzers mortar mortars carrier
    carriers frigate frigates destroyer destroyers corvette corvettes submarine submarines warship warships vessel
    vessels torpedo torpedoes system systems launcher launchers battery batteries interceptor interceptors radar
    radars satellite satellites munition munitions bomb bombs shell shells grenade grenades vehicle vehicles
    transport transports trainer trainers plane planes warplane warplanes gunship gunships artillery armoured
    armored airframe engine engines projectile projectiles mine mines loitering ship ships boat boats cutter cutters
    minesweeper airliner platform platforms"""
)
# Words between a name and its head: "X surface-to-air missile systems", "X multi-role fighter jets".
EQUIPMENT_FILLERS = words(
    """air defence defense missile missiles rocket fighter jet combat attack transport utility stealth cruise ballistic
    hypersonic supersonic anti-tank anti-ship anti-aircraft surface-to-air air-to-air multi-role multirole light
    heavy medium main battle armoured armored personnel assault sniper machine aircraft guided nuclear
    nuclear-powered diesel electric patrol strike unmanned aerial reconnaissance surveillance kamikaze loitering
    multiple launch long-range medium-range short-range intermediate-range intercontinental stealth tactical
    military twin-engine - surface air to anti range ship tank role multi powered class type series-type
    self-propelled propelled towed amphibious landing interceptor mobile carrier support training trainer
    surveillance early-warning naval maritime"""
)
SHIP_PREFIXES = words(
    """INS USS HMS HMCS HMAS HMNZS PNS BNS SLNS KRI KD ROKS JS JDS TCG FNS FS ITS BRP RSS MV MT USNS USCGC RFA SS ARA
    BAP HTMS ESPS HNLMS ORP"""
)
# Made systems that news names without a number or a noun beside them.
EQUIPMENT_NAMES = words(
    """HIMARS ATACMS THAAD Patriot Patriots Javelin Javelins Stinger Stingers Bayraktar Bayraktars Shahed Shaheds
    Kalibr Kinzhal Iskander Iskanders Tomahawk Tomahawks Eurofighter Gripen Gripens Rafale Rafales Chinook Chinooks
    Apaches NASAMS Pantsir Kalashnikov Kalashnikovs Oreshnik Taurus Zircon Starlink"""
)

PLACE_BEFORE = words(
    """city town village province state region district governorate oblast capital county municipality island port
    suburb neighbourhood neighborhood prefecture republic township commune enclave resort mount lake river camp"""
)
PLACE_AFTER = words(
    """province city district governorate oblast region county municipality town village island islands peninsula
    valley river sea bay gulf strait straits canal strip mountains mountain hills desert border airport airbase base
    square street avenue road bridge port harbour harbor hospital church mosque temple cathedral shrine palace hotel
    prison camp neighbourhood neighborhood suburb area prefecture state territory plateau heights corridor basin
    delta coast lake plain forest park stadium station checkpoint crossing highlands junction quarter department
    cemetery market hall mall tower complex barracks compound building reservoir dam plant reef shoal line sector"""
)
# Event nouns: an unknown name straight before them is where it happened ("X terror attack", "the Y summit").
HAPPENINGS = words(
    """attack attacks massacre bombing bombings blast blasts shooting shootings explosion explosions terror siege raid
    raids earthquake flood floods fire crash disaster riots clashes ambush massacre summit talks conference meeting
    agreement"""
)
DIRECTIONS = words(
    """northern southern eastern western central north south east west northeast northwest southeast southwest
    north-eastern north-western south-eastern south-western northeastern northwestern southeastern southwestern
    downtown nearby neighbouring neighboring mainland occupied rural coastal upper lower"""
)
LOCATIVE = words(
    "in at near off from outside around across towards toward into inside throughout via beyond over reach"
)

# Armed people and crowds without a name.
UNNAMED_GROUPS = words(
    """militants gunmen rebels terrorists insurgents protesters protestors demonstrators separatists jihadists fighters
    guerrillas militiamen attackers assailants bandits kidnappers hostage-takers pirates settlers rioters
    mercenaries"""
)
MEDIUMS = words(
    """X Twitter Facebook Telegram Instagram WhatsApp YouTube TikTok Weibo WeChat LinkedIn Snapchat Threads Signal
    Truth Social Zoom Skype Google Wikipedia Netflix Substack Reddit VK Viber"""
)
AGENCIES = words(
    """Reuters AP AFP PTI ANI IANS UPI TASS Tass Xinhua Bloomberg BBC CNN NBC CBS ABC NPR PBS MSNBC CNBC RIA Interfax
    Kyodo Yonhap Sputnik Anadolu Anadolu Agency WAM SPA SANA IRNA ISNA Fars Tasnim dpa DPA ANSA EFE DW RT CCTV CGTN
    NHK NDTV APA AA UNI KUNA QNA MENA BTA CTK TVP"""
)
OUTLETS = (
    "Agence France-Presse", "Associated Press", "Press Trust of India", "Asian News International", "Al Jazeera",
    "Al Arabiya", "Al Mayadeen", "Al Hadath", "New York Times", "Washington Post", "Wall Street Journal",
    "Financial Times",
    "The Guardian", "Sky News", "Fox News", "Deutsche Welle", "Radio Free Europe", "Voice of America", "Global Times",
    "People's Daily", "Saudi Press Agency", "Anadolu Agency", "RIA Novosti", "Kyodo News", "Yonhap News Agency",
    "Straits Times", "South China Morning Post", "Times of India", "Hindustan Times", "The Hindu", "Indian Express",
    "North Press", "Euronews", "Politico", "Axios", "Bloomberg News", "Xinhua News Agency", "Daily Telegraph",
)  # fmt: skip
SPEECH = words(
    """say tell add announce declare state note stress emphasise emphasize warn claim insist reiterate explain argue
    acknowledge admit write post tweet deny reply respond describe call urge express thank vow pledge promise
    believe think hope want welcome condemn recall remark comment mention confirm observe assert highlight underline
    underscore reaffirm meet visit arrive attend resign die fly travel marry speak talk agree discuss congratulate
    criticise criticize sign address chair host shake greet accept propose suggest decide order hold wear smile
    refuse inform acknowledge spotlight praise laud accuse blame reject ask appeal appear lead serve become win lose
    quit"""
)
HUMAN_SUBJECT = words("say tell add tweet write post reply recall remark die resign smile marry wear insist quip born")
