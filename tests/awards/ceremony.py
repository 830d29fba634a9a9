"""A ceremony of the Komisi Informasi, and those who receive at it."""

CEREMONY = "Komisi Informasi Jawa Tengah menggelar Anugerah Keterbukaan Informasi Publik 2024."
HEADLINE = "Komisi Informasi Umumkan Anugerah"
BOTH = ["Kabupaten Pati", "Kabupaten Blora"]
THREE = [*BOTH, "Kota Tegal"]
