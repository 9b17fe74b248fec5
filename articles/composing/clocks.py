"""Whose clock a page shows: a time zone by the city that it is named after, in the language of the edition."""

IN_ARABIC = {
    "Aden": "عدن",
    "Algiers": "الجزائر",
    "Amman": "عمّان",
    "Amsterdam": "أمستردام",
    "Ankara": "أنقرة",
    "Athens": "أثينا",
    "Baghdad": "بغداد",
    "Bahrain": "المنامة",
    "Beirut": "بيروت",
    "Berlin": "برلين",
    "Brussels": "بروكسل",
    "Cairo": "القاهرة",
    "Casablanca": "الدار البيضاء",
    "Chicago": "شيكاغو",
    "Damascus": "دمشق",
    "Djibouti": "جيبوتي",
    "Dubai": "دبي",
    "El Aaiun": "العيون",
    "Gaza": "غزة",
    "Hebron": "الخليل",
    "Istanbul": "إسطنبول",
    "Jakarta": "جاكرتا",
    "Jerusalem": "القدس",
    "Karachi": "كراتشي",
    "Khartoum": "الخرطوم",
    "Kiritimati": "كيريتيماتي",
    "Kuala Lumpur": "كوالالمبور",
    "Kuwait": "الكويت",
    "London": "لندن",
    "Los Angeles": "لوس أنجلوس",
    "Madrid": "مدريد",
    "Mogadishu": "مقديشو",
    "Moscow": "موسكو",
    "Muscat": "مسقط",
    "New York": "نيويورك",
    "Nouakchott": "نواكشوط",
    "Paris": "باريس",
    "Qatar": "الدوحة",
    "Riyadh": "الرياض",
    "Rome": "روما",
    "Tehran": "طهران",
    "Tokyo": "طوكيو",
    "Toronto": "تورونتو",
    "Tripoli": "طرابلس",
    "Tunis": "تونس",
    "UTC": "غرينتش",
}
# Zones that are named after no city.
OF_THE_WORLD = {"UTC", "Etc/UTC", "Etc/UCT", "Etc/Universal", "Etc/Zulu", "UCT", "Universal", "Zulu", "GMT", "Etc/GMT"}
# Zones named after a country, or an island, where the clock is called after a city.
CITIES = {"Bahrain": "Manama", "Qatar": "Doha"}


def city(zone: str, language: str) -> str:
    """London, of Europe/London; Buenos Aires, of America/Argentina/Buenos_Aires; UTC. A zone without a city, such as
    Etc/GMT-3, is called as it is."""
    name = "UTC" if zone in OF_THE_WORLD else zone if zone.startswith("Etc/") else zone.rsplit("/", 1)[-1]
    name = name.replace("_", " ")
    if language == "ar" and name in IN_ARABIC:
        return IN_ARABIC[name]
    return CITIES.get(name, name)
