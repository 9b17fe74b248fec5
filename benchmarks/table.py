"""Figures beside their goals, as tables that a person and Markdown read."""

BAR = ("goal", "wish", "")


def costs(found, bars):
    """What each page costs, hello's own time beside it."""
    rows = [
        (name, f"{cost.page:.3g}", f"{cost.hello:.3f}", f"{cost.times:.3g}", *judged(bars.get(name), cost.times))
        for name, cost in found.items()
    ]
    return drawn(("page", "ms", "hello, ms", "× hello", *BAR), rows)


def growth(few, many, columns, goal):
    """The costs of the same pages twice, each in times of the hello beside it, and how they compare. `columns` names
    both."""
    rows = []
    for name, cost in many.items():
        if name in few:
            ratio = cost.times / few[name].times
            times = (f"{few[name].times:.3g}", f"{cost.times:.3g}", f"{ratio:.2f}")
            rows.append((name, *times, *judged(goal, ratio)))
    return drawn(("page", *columns, "ratio", *BAR), rows)


def figures(found):
    """Each with what it is, how much, and its goal or None."""
    rows = [(what, _short(figure), *judged(goal, figure)) for what, figure, goal in found]
    return drawn(("what", "figure", *BAR), rows)


def judged(goal, figure):
    if goal is None:
        return "", "", ""
    return _short(goal.goal), "" if goal.wish is None else _short(goal.wish), goal.judge(figure)


def _short(figure):
    """As many places as tell something."""
    return f"{figure:,.0f}" if figure >= 100 or figure == int(figure) else f"{figure:.{1 if figure >= 10 else 2}f}"


def drawn(head, rows):
    """Markdown whose columns stand under each other on a terminal, too: the first to the left, figures to the right."""
    widths = [max(3, *(len(row[at]) for row in (head, *rows))) for at in range(len(head))]
    ruler = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return "".join(_line(row, widths) for row in (head, ruler, *rows))


def _line(row, widths):
    figures = [cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True)]
    return "| " + " | ".join([row[0].ljust(widths[0]), *figures]) + " |\n"
