"""Takes the rows of another store over: a join by what a row is, never by its number.

The other store is attached as `other`; tables `temp.…_map` tell its numbers from ours.
"""
