"""From claims to awards: facts decide what is the same, and the order of arrival decides nothing.

Pure. What stands behind an award is a set; whatever needs an order takes it from the articles
themselves: the earlier published first, then by address.
"""
