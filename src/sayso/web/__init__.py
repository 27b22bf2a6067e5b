"""The workbench: the ledger in a browser. `pages` has a module for each page and says how to add one."""

from sayso.errors import MissingExtra

try:
    from sayso.web.application import application
    from sayso.web.server import Place, serve
except ModuleNotFoundError as error:
    if (error.name or "").startswith("sayso"):
        raise
    raise MissingExtra(error.name or "fastapi", "web", purpose="The workbench") from error

__all__ = ["Place", "application", "serve"]
