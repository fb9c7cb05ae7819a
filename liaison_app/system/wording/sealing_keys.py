"""What is said of recovery keys and envelopes."""

TEXTS: dict[str, str] = {
    "seal.keys_made": (
        "Made {private}, the private key: put it in a safe, away from any office. Made {public}, the public "
        "one: give it to the offices; it opens nothing."
    ),
    "seal.fingerprint": (
        "Fingerprint of the public key: {fingerprint}. Compare it with the clerk’s before you rely on it."
    ),
    "seal.made": (
        "Sealed in {path}. Keep it with the backups: only the clerk’s private key opens it. It is written "
        "anew when the passphrase changes."
    ),
    "seal.opened": (
        "That is the code of a recovery sheet: give it where the passphrase is asked for, then set a new one."
    ),
    "seal.exists": "{path} exists already. Nothing was written; choose another name.",
    "seal.unreadable": "{path} can’t be read as text. Nothing was done; check its name and permissions.",
    "seal.no_public_key": (
        "That file is no public recovery key of Liaison. Nothing was sealed; ask the clerk for the public one."
    ),
    "seal.no_private_key": (
        "That file is no private recovery key of Liaison. Nothing was opened; take the clerk’s private one."
    ),
    "seal.no_envelope": "That file is no sealed key of Liaison. Nothing was opened; it’s called NAME KEY.sealed.",
    "seal.not_for_this_key": (
        "That envelope isn’t sealed to this key, or it was altered. Nothing was opened; take the key of the "
        "clerk whose fingerprint the office was told."
    ),
}
