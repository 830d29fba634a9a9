"""Is this machine fit to run Piagam? One module for each kind of check."""
