"""What is said of an office as a whole."""

TEXTS = {
    "office.name_missing": "The name of the {what} is missing. Nothing was made; give it and try again.",
}
