"""The page of the export ledger."""
