"""Growth on paper: what 50, 500 and 5,000 outlets cost, from points that were measured."""
