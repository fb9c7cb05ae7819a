"""Other people’s copies of an office. Filled by a later issue."""
