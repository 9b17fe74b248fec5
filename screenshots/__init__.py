"""make screenshots: each kind of page of the demo newspaper and of its desk, as it looks.

`shown` says what, `camera` how, `moment` when; `comparing` finds what differs between two sets."""
