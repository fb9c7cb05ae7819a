"""What is said of the sample office and of invented ones."""

TEXTS = {
    "generate.scale": "The scale is {given}; give a whole number from 1 (small) to 200 (the largest).",
    "generate.made": "{file}: {rows} rows in {seconds} s, {megabytes} MB.",
}
