"""What is made once for a generation: see `articles.wall.generation`. It is replaced whole."""


class Kept:
    """What `make()` made. Where there is no generation it is made each time."""

    def __init__(self, make):
        self._make, self._last = make, (0, None)

    def of(self, generation):
        if generation is None:
            return self._make()
        number, made = self._last
        if number != generation.number:
            made = self._make()
            self._last = generation.number, made
        return made
