"""A Ray cluster of two nodes on this machine: says where it is on stdout, and ends when stdin does."""

from __future__ import annotations

import json
import sys
from typing import Any

from ray.cluster_utils import Cluster

NODE = {"num_cpus": 1, "object_store_memory": 80_000_000, "include_dashboard": False, "include_log_monitor": False}


def raylet(node: Any) -> int:
    """The process that a node lives and dies with."""
    return int(node.all_processes["raylet"][0].process.pid)


def main() -> None:
    cluster = Cluster(initialize_head=True, head_node_args={**NODE, "no_monitor": True})
    second = cluster.add_node(**NODE)
    told = {"address": cluster.address, "first": raylet(cluster.head_node), "second": raylet(second)}
    sys.stdout.write(f"{json.dumps(told)}\n")
    sys.stdout.flush()
    sys.stdin.read()


if __name__ == "__main__":
    main()
