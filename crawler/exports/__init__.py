"""`piagam export`: tables of the store as files for spreadsheets, programs and archives.

`storage.reading.exported` gives the rows, one module for each format writes them, `export` puts the
files in place, all or none.
"""
