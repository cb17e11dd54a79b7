"""Word lists of the field: offices, ranks, heads of organisations, equipment, speech."""
