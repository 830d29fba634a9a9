"""Work of this machine done on many: one outlet's host is one task, one machine keeps the store.

Dask carries the tasks. It runs what it is sent, so nobody may speak to it who is not of the
cluster: see `trust` and docs/cluster.md.
"""
