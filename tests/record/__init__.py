"""The record: what has been published, where it stands, and what guards it.

test_addresses             slugs, days, and renaming
test_commands              the record verified, and its search made anew
test_guard                 each rule for versions, in raw SQL
test_guard_file            the guard's SQL, whole in one file
test_guard_rows            each rule for what hangs on versions, and for the other tables
test_imported_withdrawals  a withdrawal comes with its import
test_photos_in_text        photos in a text, frozen with the version
"""
