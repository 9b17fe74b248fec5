"""A month as a sheet of weeks, each day with the number of its stories. Nothing is asked here."""

from calendar import Calendar, monthrange
from dataclasses import dataclass
from datetime import date, timedelta

# Monday is 0. The week of readers of Arabic begins on Sunday.
FIRST_WEEKDAYS = {"ar": 6}
SHADES = 4
MONDAY = date(2024, 1, 1)


@dataclass(frozen=True)
class Day:
    """A square of the sheet; how busy it is, from 1 to `SHADES`, for its shade."""

    day: date
    stories: int = 0
    shade: int = 0


@dataclass(frozen=True)
class Sheet:
    month: date
    weeks: list[list[Day | None]]
    stories: int
    begin: int

    @property
    def weekdays(self):
        """A day for each column, to name it by."""
        return [MONDAY + timedelta(days=number) for number in Calendar(self.begin).iterweekdays()]


def sheet(month, counted, language):
    """The month that begins on the day `month`; `counted` are the stories of its days."""
    begin = FIRST_WEEKDAYS.get(language, 0)
    most = max(counted.values(), default=0)
    weeks = [
        [_square(month.replace(day=number), counted, most) if number else None for number in week]
        for week in Calendar(begin).monthdayscalendar(month.year, month.month)
    ]
    stories = sum(number for day, number in counted.items() if day.replace(day=1) == month)
    return Sheet(month, weeks, stories, begin)


def _square(day, counted, most):
    stories = counted.get(day, 0)
    return Day(day, stories, -(-SHADES * stories // most) if stories else 0)


def months(year):
    return [date(year.year, month, 1) for month in range(1, 13)]


def last_of(month):
    return month.replace(day=monthrange(month.year, month.month)[1])
