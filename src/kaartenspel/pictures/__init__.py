"""Pictures from files: found, checked and read before anything is drawn."""
