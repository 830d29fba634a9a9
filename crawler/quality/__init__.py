"""How well stories are read: a corpus, the comparison with it, and the figures.

Only `corpus` reads files; the rest takes values and returns values.
"""
