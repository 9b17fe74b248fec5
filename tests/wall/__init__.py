"""The wall between desk and readers.

conftest            a row of each table that readers see
telling             a row that is written, told of and refused
test_canaries       words planted in all that is hidden, and every public page walked
test_generation     one number of all that readers see: when it is another
test_prepared       what pages ask is planned once, and asked again after a migration
test_telling        whatever changes what readers have says who, in raw SQL
test_telling_verbs  each command and each verb of the desk says who did it
test_wall           the readers' role in raw SQL: what it may neither see nor do
"""
