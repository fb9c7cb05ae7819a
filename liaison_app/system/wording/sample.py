"""What is said of the sample office and of invented ones."""

TEXTS = {
    "generate.scale": "The scale is {given}; give a whole number from 1 (small) to 200 (the largest).",
    "generate.made": "{file}: {rows} rows in {seconds} s, {megabytes} MB.",
    "demo.made": "Made the sample office: {path}",
    "demo.made_beside": (
        "A sample office stands here already and its passphrase wasn’t given, so it was left alone. "
        "Made another beside it: {path}"
    ),
    "demo.found": "Opened the sample office that stands here: {path}",
    "demo.passphrase": "Its passphrase (kept nowhere else): {passphrase}",
    "demo.written": "Written for you to look at:",
    "demo.no_folder": (
        "{folder} can’t be made or isn’t a folder. Nothing was made; name another folder."
    ),
}
