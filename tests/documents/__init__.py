"""What the packet on paper promises."""
