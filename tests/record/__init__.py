"""The record: what has been published, where it stands, and what guards it.

test_addresses             slugs, days, and renaming
test_commands              the record verified, and its search made anew
test_guard                 each rule for versions, in raw SQL
test_guard_file            the guard's SQL, whole in one file
test_guard_rows            each rule for what hangs on versions, and for the other tables
test_imported_withdrawals  a withdrawal comes with its import
test_photos_in_text        photos in a text, frozen with the version
test_places                where statements are written in their texts: found, guarded, made anew
test_several_owners        a statement of several: entered once, a row for each in the record
test_tags_of_one_meaning   tags that were two and mean one, and what the migration makes of them
test_titles_of_then        a title that has ended, in new stories, in stories of its time and on its source's page
"""
