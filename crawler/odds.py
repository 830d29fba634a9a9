"""How likely chance alone is: two bounds (Chernoff) that hold for nights of any size. Pure."""

import math


def chance_of_so_few(brought: int, expected: float) -> float:
    """At most the chance of `brought` stories or fewer where `expected` are usual (Poisson)."""
    if brought >= expected:
        return 1.0
    spared = brought * math.log(brought / expected) if brought else 0.0
    return math.exp(brought - expected - spared)


def chance_of_so_many(count: int, of: int, share: float) -> float:
    """At most the chance of `count` odd pages or more among `of` where `share` of them is usual.

    `share` lies strictly between 0 and 1.
    """
    seen = count / of if of else 0.0
    if seen <= share:
        return 1.0
    apart = seen * math.log(seen / share)
    if seen < 1:
        apart += (1 - seen) * math.log((1 - seen) / (1 - share))
    return math.exp(-of * apart)
