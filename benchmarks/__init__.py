"""Benchmarks: what a page costs, each figure paired with a peer in the same run."""
