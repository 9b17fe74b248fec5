"""make screenshots: each kind of page of the demo newspaper and of its desk, as it looks."""
