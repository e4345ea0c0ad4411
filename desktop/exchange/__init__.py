"""File formats of others: what comes in is read leniently into plain values, no database."""
