"""The words of dates, and the patterns made of them."""

from __future__ import annotations

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_SHORT_MONTHS = {"Sept": 9, **{name[:3]: n for n, name in enumerate(MONTHS, 1)}}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT_WEEKDAYS = {
    "Mon": 0, "Tue": 1, "Tues": 1, "Wed": 2, "Weds": 2, "Thu": 3, "Thur": 3, "Thurs": 3, "Fri": 4, "Sat": 5, "Sun": 6,
}  # fmt: skip
NUMBER_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
}  # fmt: skip

TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}

# Feasts on a day of the calendar, and the months in which the seasons begin in the north.
FEASTS = {
    "new year's eve": (12, 31), "new year's day": (1, 1), "christmas eve": (12, 24), "christmas day": (12, 25),
    "boxing day": (12, 26),
}  # fmt: skip
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

SHIFT = {
    "last": -1, "past": -1, "this past": -1, "this": 0, "next": 1, "coming": 1, "this coming": 1,
}  # fmt: skip

MONTH_NUMBER = {name: n for n, name in enumerate(MONTHS, 1)} | _SHORT_MONTHS
MONTH_NUMBER |= {name.upper(): n for name, n in MONTH_NUMBER.items()}
WEEKDAY_NUMBER = {name: n for n, name in enumerate(WEEKDAYS)} | _SHORT_WEEKDAYS
WEEKDAY_NUMBER |= {name.upper(): n for name, n in WEEKDAY_NUMBER.items()}

# Nouns that a number before them counts: "2020 troops" is no year.
_COUNTED = """
    people persons person civilians soldiers troops men women children boys girls fighters militants rebels terrorists
    insurgents gunmen policemen officers personnel recruits conscripts reservists veterans prisoners detainees hostages
    captives refugees migrants immigrants asylum-seekers evacuees residents villagers inhabitants citizens nationals
    families households students pupils teachers workers employees staff delegates participants representatives guests
    visitors pilgrims tourists passengers crew sailors marines airmen pilots peacekeepers observers volunteers
    demonstrators protesters supporters voters candidates members lawmakers deputies victims casualties dead
    wounded injured killed injuries fatalities bodies patients doctors nurses
    aircraft planes jets fighters helicopters drones missiles rockets shells rounds bombs munitions warheads mines tanks
    vehicles guns howitzers launchers ships vessels boats submarines trucks cars buses trains buildings houses homes
    schools hospitals villages towns cities settlements units targets facilities seats signatures companies firms jobs
    items pieces copies
    metres meters kilometres kilometers miles feet yards inches hectares acres tonnes tons kilograms kilos pounds litres
    liters barrels gallons megawatts kilowatts gigawatts degrees percent points hours minutes seconds days weeks months
    years times hrs gmt utc local dollars euros rupees yuan rubles roubles yen francs dinars pesos won km kg kph mph mw
    million billion trillion thousand hundred dozen
    """
COUNTED = frozenset(_COUNTED.split())
# What makes a number after "of" or "by" an amount: "a force of 2000", "rose by 2010".
_AMOUNTS = """
    total number force strength toll average maximum minimum some rate contingent crew group crowd height altitude
    distance range cost price fleet population most many out because rose risen rises fell fallen falls grew grown grow
    increased increase increases decreased decrease cut reduced rise fall multiplied divided
    """
AMOUNTS = frozenset(_AMOUNTS.split())

S = r"[^\S\n]+"  # white space within a line
_names = "|".join(sorted(MONTH_NUMBER, key=lambda name: (-len(name), name)))
MONTH = rf"(?:(?:{_names})\b\.?)"
_full = [name for month in MONTHS for name in (month, month.upper())]
FULL_MONTH = rf"(?:(?:{'|'.join(_full)})\b)"
# Months whose names are hardly ever anything else; "May", "March", "April", "June" and "August" are.
SURE_MONTH = "|".join(name for name in _full if name.title() not in {"March", "April", "May", "June", "August"})
WEEKDAY = rf"(?:(?:{'|'.join(name for day in WEEKDAYS for name in (day, day.upper()))})\b)"
_days = "|".join(sorted(WEEKDAY_NUMBER, key=lambda name: (-len(name), name)))
ANY_WEEKDAY = rf"(?:(?:{_days})\b\.?)"
DAY = r"(?:(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w%°]|[.,:/]\d))"
YEAR = r"(?:(?:1[89]|20)\d\d(?![\w%°]|[.,:/]\d|-[A-Za-z]))"
TO = r"(?:\s?[-–—]\s?|[^\S\n]+(?:to|until|till|through|thru)[^\S\n]+)"
AND = r"(?:[^\S\n]+and[^\S\n]+|[^\S\n]+&[^\S\n]+)"
COUNT = rf"(?:\d{{1,3}}|{'|'.join(sorted(NUMBER_WORDS, key=lambda word: (-len(word), word)))})"
_about = (
    "more than|less than|fewer than|at least|just over|over|nearly|almost|about|around|some|roughly|just under|under"
)
ABOUT = f"(?:{_about})"
