"""`sayso completion`: completion of verbs, options and names in a shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command("completion", epilog='Example: eval "$(sayso completion bash)"   (put it into ~/.bashrc to keep it)')
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the lines that teach a shell to complete sayso."""
    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"there is no completion for {shell}")
    root = ctx.find_root()
    click.echo(kind(root.command, {}, "sayso", "_SAYSO_COMPLETE").source())
