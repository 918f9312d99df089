"""Muon in float32, for processors that only emulate bfloat16.

``torch.optim.Muon`` orthogonalises in bfloat16 whatever the machine (Jordan et al. 2024, "Muon: An optimizer for hidden
layers in neural networks"); where that is emulated a step takes minutes.
"""

from __future__ import annotations

from typing import Any

import torch


class FloatMuon(torch.optim.Muon):  # type: ignore[misc]
    """``torch.optim.Muon`` as ``adjust_lr_fn="match_rms_adamw"`` has it, with the same state, all of it float32."""

    @torch.no_grad()  # type: ignore[untyped-decorator]
    def step(self, closure: Any = None) -> None:
        """Update every matrix that has a gradient."""
        for group in self.param_groups:
            for matrix in (p for p in group["params"] if p.grad is not None):
                state = self.state[matrix]
                if "momentum_buffer" not in state:
                    state["momentum_buffer"] = torch.zeros_like(matrix)
                state["momentum_buffer"].lerp_(matrix.grad, 1 - group["momentum"])
                update = matrix.grad.lerp(state["momentum_buffer"], group["momentum"])
                update = orthogonal(update, group["ns_coefficients"], group["ns_steps"], group["eps"])
                matrix.mul_(1 - group["lr"] * group["weight_decay"])
                matrix.add_(update, alpha=-group["lr"] * 0.2 * max(matrix.shape) ** 0.5)


def orthogonal(matrix: Any, coefficients: tuple[float, float, float], steps: int, eps: float) -> Any:
    """``matrix`` with all singular values brought near 1, by that many quintic Newton-Schulz steps."""
    a, b, c = coefficients
    tall = matrix.shape[0] > matrix.shape[1]
    found = matrix.T if tall else matrix
    found = found / found.norm().clamp(min=eps)
    for _ in range(steps):
        gram = found @ found.T
        found = torch.addmm(found, torch.addmm(gram, gram, gram, beta=b, alpha=c), found, beta=a)
    return found.T if tall else found
