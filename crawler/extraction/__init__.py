"""From the bytes of a web page, or a plain text, to a clean Article: pure, no network, no clock."""
