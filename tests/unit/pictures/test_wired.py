"""A picture from a deck's file to the PDF: the field, the region, the problems at their places."""
