"""A synthetic archive: what `manage.py make_archive` fills a trial paper with, to see that it stays quick.

`vocabulary` has the words, `inventing` makes stories of them (pure, the same for the same seed), `stock` finds or makes
the sections, tags, sources and contributors that they hang on, `filing` turns them into rows and copies those in."""
