"""What filled-in forms say together: counts, spread, what may be shown, what changed, where support is."""
