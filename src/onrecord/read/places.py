"""Cities that datelines name, countries and regions that stand beside them: enough to tell a dateline from a sentence.

This is no gazetteer; it only makes the weak forms of a dateline ("Lima: ", "Cairo – ") safe to read.
"""

from __future__ import annotations

import unicodedata

_CITIES = """
Abidjan|Abu Dhabi|Abuja|Accra|Addis Ababa|Aden|Ahmedabad|Al Khobar|Aleppo|Alexandria|Algiers|Almaty|Amman|Amritsar
Amsterdam|Anchorage|Ankara|Antakya|Antalya|Antananarivo|Antwerp|Apia|Ashgabat|Asmara|Astana|Asuncion|Athens|Atlanta
Auckland|Austin|Baghdad|Baku|Bali|Baltimore|Bamako|Bandar Seri Begawan|Bangalore|Bengaluru|Bangkok|Bangui|Banjul
Barcelona|Basra|Basseterre|Beersheba|Beijing|Beirut|Belfast|Belgrade|Belmopan|Benghazi|Berlin|Bern|Bhopal|Bishkek
Bissau|Bogota|Bonn|Boston|Brasilia|Bratislava|Brazzaville|Bridgetown|Brisbane|Brussels|Bucharest|Budapest
Buenos Aires|Bujumbura|Bunia|Bukavu|Busan|Cairo|Calcutta|Calgary|Canberra|Cape Town|Caracas|Casablanca|Castries|Cebu
Chandigarh|Charlotte|Chengdu|Chennai|Chicago|Chisinau|Chittagong|Chongqing|Cologne|Colombo|Conakry|Copenhagen|Cotonou
Cox's Bazar|Crawford|Dakar|Dallas|Damascus|Dammam|Dar es Salaam|Darwin|Davos|Dehradun|Delhi|Denpasar|Denver|Detroit
Dhaka|Dili|Diyarbakir|Djibouti|Dnipro|Dodoma|Doha|Donetsk|Dubai|Dublin|Dubrovnik|Durban|Dushanbe|Edinburgh|Edmonton
El Fasher|Entebbe|Erbil|Faisalabad|Frankfurt|Freetown|Fukuoka|Funafuti|Gaborone|Gandhinagar|Gaza|Gaza City|Gaziantep
Gdansk|Geneva|Georgetown|Gitega|Glasgow|Goma|Guangzhou|Guatemala City|Gurugram|Guwahati|Gwadar|Hamburg|Hamilton|Hanoi
Harare|Hargeisa|Havana|Helsinki|Herat|Hiroshima|Ho Chi Minh City|Hodeidah|Homs|Hong Kong|Honiara|Honolulu|Houston
Hyderabad|Idlib|Imphal|Incheon|Irbil|Islamabad|Istanbul|Izmir|Jaffna|Jaipur|Jakarta|Jalalabad|Jammu|Jeddah|Jenin
Jerusalem|Johannesburg|Juba|Kabul|Kampala|Kandahar|Kano|Karachi|Kathmandu|Kazan|Khan Younis|Kharkiv|Khartoum|Kherson
Kiev|Kigali|Kingston|Kinshasa|Kochi|Kolkata|Kramatorsk|Krakow|Kuala Lumpur|Kunming|Kupwara|Kuwait|Kuwait City|Kyiv
Kyoto|La Paz|Lagos|Lahore|Larnaca|Las Vegas|Latakia|Leh|Leipzig|Lhasa|Libreville|Lilongwe|Lima|Lisbon|Ljubljana|Lome
London|Los Angeles|Luanda|Lubumbashi|Lucknow|Luhansk|Lusaka|Luxembourg|Lviv|Lyon|Macau|Madrid|Maiduguri|Majuro|Malabo
Malaga|Male|Managua|Manama|Manchester|Manila|Maputo|Mariupol|Marrakech|Marseille|Maseru|Mazar-i-Sharif|Mbabane|Mecca
Medina|Melbourne|Memphis|Mexico City|Miami|Milan|Minneapolis|Minsk|Mogadishu|Mombasa|Monaco|Monrovia|Montevideo
Montreal|Moroni|Moscow|Mosul|Multan|Mumbai|Munich|Murmansk|Muscat|Muzaffarabad|Mykolaiv|Nagasaki|Nairobi|Nanjing
Naples|Nassau|Naypyidaw|Naypyitaw|Ndjamena|N'Djamena|New Delhi|New York|Niamey|Nice|Nicosia|Nouakchott|Nouméa
Nuku'alofa|Nur-Sultan|Odesa|Odessa|Orlando|Osaka|Osh|Oslo|Ottawa|Ouagadougou|Oxford|Pago Pago|Palermo|Palikir
Panama City|Papeete|Paramaribo|Paris|Patna|Perth|Peshawar|Philadelphia|Phnom Penh|Phoenix|Pittsburgh|Podgorica
Port Louis|Port Moresby|Port of Spain|Port Sudan|Port Vila|Port-au-Prince|Port-of-Spain|Portland|Porto|Porto-Novo
Prague|Praia|Pretoria|Pristina|Pune|Pyongyang|Qamishli|Qingdao|Quebec City|Quetta|Quito|Rabat|Rafah|Ramallah|Rangoon
Rawalpindi|Reykjavik|Riga|Rio de Janeiro|Riyadh|Rome|Roseau|Rostov-on-Don|Rotterdam|Sacramento|Salzburg|Samarkand
San Diego|San Francisco|San Jose|San Juan|San Marino|San Salvador|Sanaa|Sanliurfa|Santiago|Santo Domingo|Sao Paulo
Sao Tome|Sarajevo|Seattle|Seoul|Sevastopol|Shanghai|Sharjah|Sharm el-Sheikh|Sharm El Sheikh|Shenzhen|Shimla|Shiraz
Sidon|Simferopol|Singapore|Sirte|Skopje|Sochi|Sofia|Srinagar|St. Louis|St Petersburg|St. Petersburg|Stanley
Stepanakert|Stockholm|Strasbourg|Stuttgart|Sukhumi|Sumy|Surabaya|Suva|Sydney|Tabriz|Taipei|Tallinn|Tampa|Tangier
Tarawa|Tashkent|Tbilisi|Tegucigalpa|Tehran|Tel Aviv|The Hague|Thessaloniki|Thimphu|Thiruvananthapuram|Tianjin
Tijuana|Tikrit|Tirana|Tiraspol|Tokyo|Toronto|Toulouse|Trieste|Tripoli|Tskhinvali|Tunis|Turin|Tyre|Ubon Ratchathani
Ulaanbaatar|Ulan Bator|United Nations|Urumqi|Vaduz|Valencia|Valletta|Vancouver|Varanasi|Vatican City|Venice
Victoria|Vienna|Vientiane|Vilnius|Vladivostok|Warsaw|Washington|Washington DC|Wellington|Windhoek|Winnipeg|Wuhan
Xi'an|Yamoussoukro|Yangon|Yaounde|Yekaterinburg|Yerevan|Zagreb|Zaporizhzhia|Zurich
"""
_COUNTRIES = """
Afghanistan|Albania|Algeria|Andorra|Angola|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahamas|Bahrain|Bangladesh
Barbados|Belarus|Belgium|Belize|Benin|Bhutan|Bolivia|Bosnia|Bosnia and Herzegovina|Botswana|Brazil|Brunei|Bulgaria
Burkina Faso|Burma|Burundi|Cambodia|Cameroon|Canada|Cape Verde|Central African Republic|Chad|Chile|China|Colombia
Comoros|Congo|DR Congo|DRC|Costa Rica|Croatia|Cuba|Cyprus|Czech Republic|Czechia|Denmark|Dominican Republic
East Timor|Ecuador|Egypt|El Salvador|England|Equatorial Guinea|Eritrea|Estonia|Eswatini|Ethiopia|Fiji|Finland|France
Gabon|Gambia|Gaza|Gaza Strip|Georgia|Germany|Ghana|Greece|Greenland|Guatemala|Guinea|Guinea-Bissau|Guyana|Haiti
Honduras|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Ivory Coast|Jamaica|Japan|Jordan|Kazakhstan
Kenya|Kosovo|Kyrgyzstan|Laos|Latvia|Lebanon|Lesotho|Liberia|Libya|Liechtenstein|Lithuania|Madagascar|Malawi|Malaysia
Maldives|Mali|Malta|Mauritania|Mauritius|Mexico|Moldova|Mongolia|Montenegro|Morocco|Mozambique|Myanmar|Namibia|Nepal
Netherlands|New Caledonia|New Zealand|Nicaragua|Niger|Nigeria|North Korea|North Macedonia|Northern Ireland|Norway
Oman|Pakistan|Palestine|Panama|Papua New Guinea|Paraguay|Peru|Philippines|Poland|Portugal|Puerto Rico|Qatar
Republic of Congo|Romania|Russia|Rwanda|Samoa|Saudi Arabia|Scotland|Senegal|Serbia|Seychelles|Sierra Leone|Slovakia
Slovenia|Solomon Islands|Somalia|Somaliland|South Africa|South Korea|South Sudan|Spain|Sri Lanka|Sudan|Suriname
Sweden|Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|Togo|Tonga|Trinidad and Tobago|Tunisia|Turkey|Türkiye
Turkmenistan|UAE|UK|US|USA|Uganda|Ukraine|United Arab Emirates|United Kingdom|United States|Uruguay|Uzbekistan|Vanuatu
Venezuela|Vietnam|Wales|West Bank|Yemen|Zambia|Zimbabwe|Alabama|Alaska|Arizona|Arkansas|California|Colorado
Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland
Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico
New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota
Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla
Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|N.H|N.J|N.M|N.Y|N.C|N.D|Okla|Ore|Pa|R.I|S.C|S.D|Tenn|Tex
Vt|Va|Wash|W.Va|Wis|Wyo|D.C|DC|B.C|Ont|Que|Crimea|Kashmir|Donbas|Europe
"""


def _fold(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).replace("’", "'")
    return "".join(c for c in plain if not unicodedata.combining(c)).strip(" .,").casefold()


def _names(table: str) -> frozenset[str]:
    return frozenset(_fold(name) for line in table.strip().splitlines() for name in line.split("|"))


CITIES = _names(_CITIES)
REGIONS = _names(_COUNTRIES)


def is_city(name: str) -> bool:
    """Return whether `name` is a city that datelines often name, whatever its case and accents."""
    return _fold(name) in CITIES


def is_region(name: str) -> bool:
    """Return whether `name` is a country, or a state or province (also in news style: "Calif.")."""
    return _fold(name) in REGIONS
