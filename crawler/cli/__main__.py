"""`python -m crawler.cli`, the same as `piagam`."""

import sys

from crawler.cli import main

sys.exit(main())
