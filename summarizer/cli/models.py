"""``tomtat models``: what is shipped, what hub models would cost, and getting, converting, verifying, removing them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from summarizer.errors import ModelError, SummarizerError

if TYPE_CHECKING:
    from summarizer.catalog import Entry
    from summarizer.hub.download import Plan
    from summarizer.hub.manage import Target

HELP = "List, download, convert, verify and remove models."
EXAMPLES = """examples:
  tomtat models                                    what is here, and what hub models would cost
  tomtat models info vit5-opus                     licence, size, languages, scores
  tomtat models pull vit5-opus --dry-run           ask the hub for the real sizes, download nothing
  tomtat models pull vit5-opus && tomtat models convert vit5-opus
  tomtat summarize article.txt --model vit5-opus --offline
  tomtat models pull crosssum --accept-licence
  tomtat models verify                             hash every model on this machine
  tomtat models remove crosssum"""

ACTIONS = ("list", "info", "pull", "convert", "verify", "remove")
_OPEN_LICENCES = ("apache", "mit", "bsd", "cc-by-4.0", "cc0")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Action, names and options."""
    parser.add_argument("action", nargs="?", choices=ACTIONS, default="list", help="default: list")
    parser.add_argument("names", nargs="*", metavar="NAME", help="catalog name, system, org/name or a folder")
    parser.add_argument("--revision", default="", help="pull: a branch, tag or commit (default: the pinned one)")
    parser.add_argument("--accept-licence", action="store_true", help="pull: accept the licence that is shown")
    parser.add_argument("--dry-run", action="store_true", help="pull: say what would be downloaded")
    parser.add_argument("--quantization", default="int8", help="convert: int8, int8_float16, float16, float32")
    parser.add_argument("--converted", action="store_true", help="remove: keep the download, drop conversions only")
    parser.add_argument("--offline", action="store_true", help="never use the network")


def handle(args: argparse.Namespace) -> int:
    """Run the action; 0, or 1 when one of several models failed.

    Raises:
        SummarizerError: the request is wrong, or a model cannot be served.
    """
    actions: dict[str, Callable[[argparse.Namespace], int]] = {
        "list": _list,
        "info": _info,
        "pull": _pull,
        "convert": _convert,
        "verify": _verify,
        "remove": _remove,
    }
    if args.action not in ("list", "verify") and not args.names:
        raise SummarizerError(f"`tomtat models {args.action}` needs a name.", "See the names with:  tomtat models")
    return actions[args.action](args)


def _out(text: str = "") -> None:
    sys.stdout.write(f"{text}\n")


def _say(text: str) -> None:
    sys.stderr.write(f"{text}\n")


def _targets(args: argparse.Namespace) -> list[Target]:
    from summarizer.hub.manage import find

    every = [target for name in args.names for target in find(name)]
    return list({(target.hub, target.folder): target for target in every}.values())


def _list(args: argparse.Namespace) -> int:
    from summarizer.catalog import load_catalog
    from summarizer.hub.manage import Target, state

    catalog = load_catalog()
    _out("with the program")
    _out(f"  {'tomtat':<15} {_shipped()}")
    _out(f"  {'extractive':<15} no model: sentences of the article, in its own language")
    _out(f"\n{'hub model':<17} {'download':>8}  {'on disk':<10}  {'directions':<31} licence")
    for entry in catalog.models.values():
        here = state(Target(entry.name, entry.hub, None, entry))
        _out(f"  {entry.name:<15} {_size(entry.download_mb):>8}  {here:<10}  {_directions(entry):<31} {entry.licence}")
    _out("\nsystem")
    for system in catalog.systems.values():
        _out(f"  {system.name:<15} {' + '.join(system.parts)}\n  {'':<15} {system.note}")
    _out("\nMore:  tomtat models info NAME     Get one:  tomtat models pull NAME")
    return 0


def _shipped() -> str:
    """The shipped model in a line, or what is wrong with it."""
    from summarizer.assets import asset
    from summarizer.catalog import SHIPPED
    from summarizer.hub.verify import read_manifest

    try:
        folder = asset(f"models/{SHIPPED}")
        manifest = read_manifest(folder, "")
        pairs = sorted({f"{source}→{target}" for _, source, target in manifest["supports"]})
        size = sum((folder / name).stat().st_size for name in manifest["sha256"]) / 1e6
    except (SummarizerError, OSError, KeyError) as error:
        return f"missing or damaged: {str(error).splitlines()[0]}"
    return (
        f"{manifest['name']} {manifest['version']}, {size:.0f} MB, {' '.join(pairs)}; licence: {folder / 'README.md'}"
    )


def _size(megabytes: int) -> str:
    return f"{megabytes / 1000:.1f} GB" if megabytes >= 1000 else f"{megabytes} MB"


def _directions(entry: Entry) -> str:
    found: dict[str, list[str]] = {}
    for route in entry.routes:
        found.setdefault(route.task, []).append(f"{route.source}→{route.target}")
    return "; ".join(f"{task} {' '.join(pairs)}" for task, pairs in found.items()) or "for fine-tuning"


def _info(args: argparse.Namespace) -> int:
    from summarizer.catalog import load_catalog
    from summarizer.hub.manage import state

    systems = load_catalog().systems
    for name in args.names:
        if name in systems:
            _out(f"{name}: {' + '.join(systems[name].parts)}\n  {systems[name].note}\n")
    for target in _targets(args):
        _out(target.name)
        if target.entry is None:
            _out("  no catalog entry: its directions are guessed from its files")
        else:
            _describe(target.entry)
        _out(f"  on disk     {state(target) if target.hub else target.folder}\n")
    return 0


def _describe(entry: Entry) -> None:
    revision = f"revision {entry.revision or 'pinned at the first pull'}"
    _out(f"  {entry.note}")
    _out(f"  hub         https://huggingface.co/{entry.hub}  {revision}")
    _out(f"  licence     {entry.licence}: {entry.licence_note}")
    _out(f"  size        {entry.parameters_m} M parameters, about {_size(entry.download_mb)} to download")
    _out(f"  directions  {_directions(entry)}")
    _out(f"  reads       at most {entry.max_input} of its tokens at a time; longer articles are selected from")
    for score in entry.scores or ("none that could be compared",):
        _out(f"  scores      {score}")


def _pull(args: argparse.Namespace) -> int:
    from summarizer.hub.download import fetch, plan

    targets = [target for target in _targets(args) if target.hub]
    if args.revision and len(targets) > 1:
        names = ", ".join(target.name for target in targets)
        raise ModelError(f"--revision names a commit of one model, and these are {names}.", "Pull them one by one.")
    plans = []
    for target in targets:
        pinned = args.revision or (target.entry.revision if target.entry else "")
        wanted = plan(target.hub, revision=pinned, name=target.name, offline=args.offline)
        _show(target, wanted)
        plans.append((target, wanted))
    if args.dry_run:
        return 0
    for target, wanted in plans:
        _accept(target, wanted, accepted=args.accept_licence)
    for target, wanted in plans:
        record = fetch(wanted, say=_say)
        _out(f"{target.name}: in {record.folder}, commit {record.commit[:12]}, every file checked")
    _out(f"Make it fast and independent of torch:  tomtat models convert {' '.join(args.names)}")
    return 0


def _show(target: Target, wanted: Plan) -> None:
    from summarizer.hub.store import find_record

    note = f": {target.entry.licence_note}" if target.entry else ""
    licence = target.entry.licence if target.entry else wanted.licence
    _out(f"{target.name}  https://huggingface.co/{wanted.hub}  commit {wanted.commit}")
    _out(f"  licence     {licence}{note}  (the hub says: {wanted.licence})")
    _out(f"  download    {wanted.size / 1e6:,.0f} MB in {len(wanted.files)} files")
    if find_record(wanted.hub):
        _out("  already here; what is complete is not downloaded again")


def _accept(target: Target, wanted: Plan, *, accepted: bool) -> None:
    """Ask once for licences that forbid commercial use, oblige to publish source, or are not stated."""
    from summarizer.hub.store import find_record

    named = wanted.licence.lower()
    asks = target.entry.confirm if target.entry else not named.startswith(_OPEN_LICENCES)
    if not asks or accepted or find_record(wanted.hub):
        return
    if sys.stdin.isatty():
        sys.stderr.write(f"Accept the licence of {target.name} ({wanted.licence})? Type yes: ")
        sys.stderr.flush()
        if sys.stdin.readline().strip().lower() == "yes":
            return
    raise ModelError(
        f"The licence of {target.name} must be accepted before it is downloaded.",
        f"Read it above, then:  tomtat models pull {target.name} --accept-licence",
    )


def _convert(args: argparse.Namespace) -> int:
    from summarizer.hub.manage import QUANTIZATIONS, convert_target

    if args.quantization not in QUANTIZATIONS:
        raise ModelError(f"Unknown quantization {args.quantization!r}.", f"Known: {', '.join(QUANTIZATIONS)}.")
    for target in _targets(args):
        _say(f"converting {target.name} to CTranslate2 {args.quantization} …")
        folder = convert_target(target, args.quantization)
        size = sum(path.stat().st_size for path in folder.iterdir())
        _out(f"{target.name}: {size / 1e6:,.0f} MB in {folder}")
    return 0


def _verify(args: argparse.Namespace) -> int:
    from summarizer.assets import asset
    from summarizer.catalog import SHIPPED, load_catalog
    from summarizer.hub.manage import Target, state, verify_converted, verify_target

    failed = 0
    if not args.names or SHIPPED in args.names:
        failed += _checked(SHIPPED, lambda: verify_converted(asset(f"models/{SHIPPED}"), SHIPPED))
    args.names = [name for name in args.names if name != SHIPPED]
    every = [Target(e.name, e.hub, None, e) for e in load_catalog().models.values()]
    for target in _targets(args) if args.names else [t for t in every if state(t) != "not here"]:
        failed += _checked(target.name, lambda target=target: verify_target(target))  # type: ignore[misc]
    return 1 if failed else 0


def _checked(name: str, check: Callable[[], object]) -> int:
    try:
        check()
    except SummarizerError as error:
        _say(f"{name}: {error}")
        return 1
    _out(f"{name}: every file has its recorded SHA-256")
    return 0


def _remove(args: argparse.Namespace) -> int:
    from summarizer.hub.manage import remove_target

    for target in _targets(args):
        freed = remove_target(target, converted_only=args.converted)
        _out(f"{target.name}: {freed / 1e6:,.0f} MB freed")
    return 0
