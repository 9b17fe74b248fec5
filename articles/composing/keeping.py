"""What is made once for a generation: see `articles.wall.generation`. It is replaced whole."""

import time


class Kept:
    """What `make()` made, until its generation ends. Where there is no generation it is made each time."""

    def __init__(self, make):
        self._make, self._last = make, ((0, 0.0), 0.0, None)

    def of(self, generation):
        if generation is None:
            return self._make()
        # By the last moment too: where a clock was set on, it has come before the steady one saw it.
        (last, ends, made), this = self._last, (generation.number, generation.changed)
        if last != this or time.monotonic() >= ends:
            made = self._make()
            self._last = this, generation.ends, made
        return made
