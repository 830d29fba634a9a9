"""What Scrapy must do otherwise than it does by default, each with its reason.

piagam.toml adds the rest: see `crawler.addon`.
"""

from crawler import __version__

BOT_NAME = "piagam"
ADDONS = {"crawler.addon.PiagamAddon": 500}

# The default takes whatever a name server answers, an address of our own network too.
TWISTED_DNS_RESOLVER = "crawler.middlewares.resolver.GuardedResolver"

# An outlet is a TOML file, not a Python module.
SPIDER_LOADER_CLASS = "spiders.loader.OutletLoader"
# What `piagam outlets` calls; the crawler reaches the spiders by name only.
PIAGAM_PROBE = "spiders.probe.probe"
PIAGAM_CHECK = "spiders.checking.check"
PIAGAM_RECORD = "spiders.recording.record"
PIAGAM_RECORD_SAMPLES = "spiders.recording.record_samples"
PIAGAM_CHECK_RECORDED = "spiders.recording.check_recorded"
# What worker processes of `piagam reprocess` and `piagam backfill` read archives with.
PIAGAM_READ = "spiders.archived.read"
PIAGAM_SCAN = "spiders.archived.scan"

# The add-on adds the operator's contact. No "bot" in it: Tribun answers 403 then.
USER_AGENT = f"Mozilla/5.0 (compatible; Piagam/{__version__})"
DEFAULT_REQUEST_HEADERS = {
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Accept-Language": "id,en;q=0.5",
}

# Both open a port, or a socket, that can run code in this process.
TELNETCONSOLE_ENABLED = False
REMOTE_CONTROL_ENABLED = False

# A news page has 2 MB at most; on the default of 1 GiB an 895 KiB gzip body took 1.9 GB of memory.
DOWNLOAD_MAXSIZE = 16 * 1024 * 1024
DOWNLOAD_WARNSIZE = 8 * 1024 * 1024
# Three minutes for one page would let a hanging outlet eat the night.
DOWNLOAD_TIMEOUT = 30
# Off by default in Scrapy: whoever sits in between could feed us false awards.
DOWNLOAD_VERIFY_CERTIFICATES = True
# News comes over http and https; nothing may lead us to a file, an FTP server or a bucket.
DOWNLOAD_HANDLERS: dict[str, str | None] = {"data": None, "file": None, "ftp": None, "s3": None}

# One request at a time: a host gets one queue, SIGTERM waits for one page, and nothing can be
# under way when an outlet asks us to slow down. Outlets run side by side, each in its own crawler.
CONCURRENT_REQUESTS = 1
CONCURRENT_REQUESTS_PER_DOMAIN = 1
# Oldest first, as the frontier hands them out; the default takes the newest.
SCHEDULER_MEMORY_QUEUE = "scrapy.squeues.FifoMemoryQueue"
# The table `addresses` knows what was read. A filter here would drop, without a word, a redirect
# to a page that was read before, and its address would never be settled.
DUPEFILTER_CLASS = "scrapy.dupefilters.BaseDupeFilter"

# It reads and parses the source of the callback anew for each page: 0.7 ms of CPU.
WARN_ON_GENERATOR_RETURN_VALUE = False
# The default starts a hundred tasks for each page, and our pipeline never waits: 0.35 ms of CPU.
CONCURRENT_ITEMS = 1

# We read as anybody without an account; cookies would only tell us apart from other readers.
COOKIES_ENABLED = False
REFERRER_POLICY = "no-referrer"
# A chain of more than five hops leads nowhere (RFC 9309 names the same bound for robots.txt).
REDIRECT_MAX_TIMES = 5
# It searches every body with a regular expression, and follows a page's own wish to be elsewhere.
METAREFRESH_ENABLED = False

DOWNLOADER_MIDDLEWARES: dict[str, int | None] = {
    # We log in nowhere.
    "scrapy.downloadermiddlewares.httpauth.HttpAuthMiddleware": None,
    # Drops off-site redirects before the spider can settle their address: ours raises instead.
    "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
    "crawler.middlewares.guard.HostGuard": 50,
    "crawler.middlewares.hours.HoursMiddleware": 60,
    # Lets requests through that wait while robots.txt loads, and allows all when it fails.
    "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
    "crawler.middlewares.robots.RobotsMiddleware": 100,
    "crawler.middlewares.budget.BudgetMiddleware": 120,
    # Does not know Retry-After, and retries into a host that has asked for rest.
    "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
    "crawler.middlewares.retry.RetryMiddleware": 550,
    # Behind the decompression (590): a gate is no page, and not broken either.
    "crawler.middlewares.challenges.ChallengeMiddleware": 570,
    # Last of all that may refuse: what it lets go is counted (850) and sent at that moment.
    "crawler.middlewares.queue.QueueMiddleware": 840,
    # Next to the network: it sees each response before anything is unpacked or followed.
    "crawler.middlewares.archive.ArchiveMiddleware": 950,
    # And this one what came of every single request.
    "crawler.middlewares.reach.ReachMiddleware": 960,
}
SPIDER_MIDDLEWARES: dict[str, int | None] = {
    # The spider wants every answer: a 404 settles an address, a 304 ends a walk.
    "scrapy.spidermiddlewares.httperror.HttpErrorMiddleware": None,
    # Depth means nothing here; the outlet's file bounds a walk by days and pages.
    "scrapy.spidermiddlewares.depth.DepthMiddleware": None,
}
EXTENSIONS = {"crawler.ledger.Ledger": 0}
# Scrapy imports what it lists, also what is switched off: without its remote control (a web server
# and a client), feed exports and console a crawl is ready half a second of CPU sooner.
EXTENSIONS_BASE = {
    "scrapy.extensions.corestats.CoreStats": 0,
    "scrapy.extensions.logcount.LogCount": 0,
    "scrapy.extensions.memusage.MemoryUsage": 0,
    "scrapy.extensions.closespider.CloseSpider": 0,
}
ITEM_PIPELINES = {"crawler.pipelines.StorePipeline": 500}

# The certificate says what happened; the log is for what went wrong.
LOG_LEVEL = "WARNING"
LOG_FORMATTER = "crawler.log_lines.LogLines"
LOGSTATS_INTERVAL = 0
STATS_DUMP = False

# Ours. Outlets that are read at once; the next begins when one has ended. Of 1,500 at once 270 were
# taken for hosts that do not answer: the process was busy for longer than a robots.txt has.
PIAGAM_SIDE_BY_SIDE = 200
# Seconds between two requests to a host, and by which share they vary. Scrapy would keep its
# DOWNLOAD_DELAY for each crawler by itself; our outlets that share a host stand in one line.
PIAGAM_DELAY = 2.0
PIAGAM_DELAY_JITTER = 0.3
# Minutes that an outlet may take of a run; what is left waits for the next.
PIAGAM_MINUTES = 240.0
# Seconds that a host has to send its robots.txt; without it nothing is fetched.
PIAGAM_ROBOTS_TIMEOUT = 10.0
# Seconds that the first 429 or 503 without Retry-After gives a host; doubled each time.
PIAGAM_BACK_OFF = 10.0
# Seconds of Retry-After that we wait for within a run; a host that asks for more is left alone.
PIAGAM_PATIENCE = 300.0
# Pages in a row that may fail before a host is left alone for the rest of the run.
PIAGAM_FAILURES_IN_A_ROW = 5
