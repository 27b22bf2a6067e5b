"""What the codes mean: categories, quantifiers, units and places, as data that a user may bring anew."""

from sayso.codebook.book import Category, Codebook
from sayso.codebook.loading import load

__all__ = ["Category", "Codebook", "load"]
