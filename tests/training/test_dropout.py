import torch

from summarizer.training.dropout import add_dropout, drop


def test_about_the_share_is_dropped_and_the_mean_stays() -> None:
    torch.manual_seed(1)
    dropped = drop(torch.ones(999, 1001), 0.1)
    assert abs(float((dropped == 0).float().mean()) - 26 / 256) < 2e-3
    assert abs(float(dropped.mean()) - 1) < 2e-3


def test_the_same_seed_drops_the_same_and_gradients_pass_where_values_do() -> None:
    values = torch.ones(64, 3, requires_grad=True)
    torch.manual_seed(2)
    first = drop(values, 0.5)
    torch.manual_seed(2)
    assert torch.equal(drop(values, 0.5), first)
    first.sum().backward()
    assert values.grad is not None
    assert torch.equal(values.grad, first.detach())


def test_only_last_projections_drop_and_only_in_training() -> None:
    model = torch.nn.ModuleDict({"fc1": torch.nn.Linear(8, 512), "fc2": torch.nn.Linear(8, 512)})
    add_dropout(model, 0.5)
    values = torch.ones(4, 8)
    assert (model["fc2"](values) == 0).float().mean() > 0.3
    assert (model["fc1"](values) == 0).sum() == 0
    model.eval()
    assert (model["fc2"](values) == 0).sum() == 0
