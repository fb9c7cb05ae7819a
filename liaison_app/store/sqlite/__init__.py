"""What only SQLite has: connections and PRAGMAs, capture triggers made from the declarations, full-text tables."""
