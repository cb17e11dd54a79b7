"""Tables that ship with the package: words of states, places of the world."""
