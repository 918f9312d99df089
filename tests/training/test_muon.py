import torch

from summarizer.training.muon import FloatMuon, orthogonal


def test_steps_are_those_of_torch_up_to_the_rounding_of_bfloat16() -> None:
    torch.manual_seed(1)
    shapes, gradients = [(16, 64), (64, 16), (32, 32)], 4
    ours = [torch.nn.Parameter(torch.randn(shape)) for shape in shapes]
    theirs = [torch.nn.Parameter(p.detach().clone()) for p in ours]
    before = [p.detach().clone() for p in ours]
    options = {"lr": 0.02, "weight_decay": 0.01, "momentum": 0.95, "adjust_lr_fn": "match_rms_adamw"}
    optimizers = [FloatMuon(ours, **options), torch.optim.Muon(theirs, **options)]
    for _ in range(gradients):
        for one, two in zip(ours, theirs, strict=True):
            one.grad = torch.randn(one.shape)
            two.grad = one.grad.clone()
        for optimizer in optimizers:
            optimizer.step()
    for one, two, start in zip(ours, theirs, before, strict=True):
        assert (one - two).norm() < 0.02 * (two - start).norm()
    assert optimizers[0].state_dict()["state"].keys() == optimizers[1].state_dict()["state"].keys()


def test_singular_values_come_near_one() -> None:
    torch.manual_seed(2)
    found = orthogonal(torch.randn(24, 8) * 50, (3.4445, -4.7750, 2.0315), 5, 1e-7)
    values = torch.linalg.svdvals(found)
    assert found.shape == (24, 8)
    assert 0.6 < float(values.min()) <= float(values.max()) < 1.3
