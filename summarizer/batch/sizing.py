"""Workers, threads and windows for the machine at hand, where the user has not said."""

from __future__ import annotations

import os
from dataclasses import replace

from summarizer.batch.job import Machine
from summarizer.catalog import EXTRACTIVE
from summarizer.settings import Settings

_CORES_A_WORKER = 4  # what one Python process can feed while it cleans and checks for all of them
_WINDOW_CPU, _WINDOW_GPU = 16, 128


def sized(machine: Machine, settings: Settings) -> Machine:
    """``machine`` with every 0 filled in, but for the workers of a cluster, which depend on its size.

    Raises:
        ModelError: CUDA is asked for and there is none.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if machine.engine == "ray":
        return _filled(machine, machine.workers, 1, _WINDOW_GPU if machine.device == "cuda" else _WINDOW_CPU)
    if settings.model == EXTRACTIVE:
        return _filled(machine, machine.workers or cores, 1, _WINDOW_CPU)
    if _on_gpu(machine.device):
        return _filled(machine, machine.workers or 1, 1, _WINDOW_GPU)
    workers = machine.workers or max(1, cores // (machine.threads or _CORES_A_WORKER))
    return _filled(machine, workers, max(1, cores // workers), _WINDOW_CPU)


def _on_gpu(device: str) -> bool:
    if device == "cpu":
        return False
    from summarizer.backends.engine import resolve_device

    return resolve_device(device) == "cuda"


def _filled(machine: Machine, workers: int, threads: int, window: int) -> Machine:
    return replace(machine, workers=workers, threads=machine.threads or threads, window=machine.window or window)
