"""The desk as a site: who comes in, in which language it speaks, and what stands around its rooms.

test_first_page  what is live, what goes out, what waits
test_language    the language of the desk, chosen by who works there
test_logins      passwords are not guessed by trying
test_too_large   a request with more than any form sends
test_unsent      what was typed by someone whose session ended meanwhile
"""
