"""A night of thousands of outlets in a minute: the real queue and rests, a played clock."""
