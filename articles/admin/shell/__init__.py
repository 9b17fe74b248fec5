"""The desk as a site: what stands around its rooms, who comes in, and in which language it speaks.

djangos_words  what Django's admin says, said better
first_page     what is live, what goes out, what waits, who touched what
first_steps    what a new paper needs first
forged         a form that somebody else's page may have sent
language       the language of the interface
logins         logging in, with a limit
site           the site: its rooms, its first page, how it refuses
too_large      a request with more than any form sends
unsent         what was typed by someone whose session ended meanwhile
waits          who has to wait before they may log in
"""
