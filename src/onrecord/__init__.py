"""onrecord: who met whom, who did what, who said what, with the exact words of each report."""
