"""What the codes mean: categories, quantifiers, units and places, as data that a user may bring anew; and the rules of reckoning."""

from sayso.codebook.book import Category, Codebook
from sayso.codebook.loading import load
from sayso.codebook.rules import Policy, Rules, rules

__all__ = ["Category", "Codebook", "Policy", "Rules", "load", "rules"]
