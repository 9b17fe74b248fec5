"""The composing room: pages of the paper, set from rows that the caller has chosen and may see.

It knows neither who reads nor what the desk is working on, so that a page is the same whoever asks for it."""
