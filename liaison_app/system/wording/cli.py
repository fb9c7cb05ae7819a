"""What the command line says."""

TEXTS = {
    "cli.about": "The relationship memory of a diplomacy office, in one encrypted file.",
    "cli.stopped": "Stopped. What was saved before is kept; nothing is half written.",
    "cli.passphrase": "Passphrase:",
    "cli.passphrase_again": "The same passphrase again:",
    "cli.passphrases_differ": "The two passphrases differ. Nothing was made; try again.",
    "cli.passphrase_file": "The passphrase file {path} can’t be read. Check its name and permissions.",
}
