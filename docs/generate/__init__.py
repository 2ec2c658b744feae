"""What of the documentation comes out of the program: `python -m docs.generate` writes it anew."""
