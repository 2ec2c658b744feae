"""The pages, and what writes and builds them."""
