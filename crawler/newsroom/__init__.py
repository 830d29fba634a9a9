"""Bundled outlets on loopback: the demo and the tests crawl them over real HTTP."""
