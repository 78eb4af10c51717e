"""The arithmetic of a workshop: times, groups, rounds, supplies. Times are minutes after midnight."""
