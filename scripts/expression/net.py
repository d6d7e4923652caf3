"""A residual net (He et al. 2016, arXiv:1512.03385) for 48 x 48 grey pictures."""
import copy

import torch
import torch.nn.functional as F
from torch import nn


class Block(nn.Module):
    def __init__(self, given, made, stride):
        super().__init__()
        self.first = nn.Sequential(nn.Conv2d(given, made, 3, stride, 1, bias=False), nn.BatchNorm2d(made))
        self.second = nn.Sequential(nn.Conv2d(made, made, 3, 1, 1, bias=False), nn.BatchNorm2d(made))
        is_same = stride == 1 and given == made
        self.short = None if is_same else nn.Sequential(nn.Conv2d(given, made, 1, stride, bias=False), nn.BatchNorm2d(made))

    def forward(self, rows):
        return F.relu(self.second(F.relu(self.first(rows))) + (self.short(rows) if self.short else rows))


class ExpressionNet(nn.Module):
    """`widths`: channels of the first convolution, then of each stage of one block; every stage but the first halves the sides."""

    def __init__(self, widths, left_out=0.3):
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(1, widths[0], 3, 1, 1, bias=False), nn.BatchNorm2d(widths[0]))
        self.stages = nn.ModuleList(Block(given, made, 1 if i == 0 else 2)
                                    for i, (given, made) in enumerate(zip(widths, widths[1:])))
        self.left_out = nn.Dropout(left_out)
        self.classes = nn.Linear(widths[-1], 8)

    def forward(self, pictures):
        rows = F.relu(self.stem(pictures))
        n, channels, high, wide = rows.shape
        rows = rows.view(n, channels, high // 2, 2, wide // 2, 2).amax((3, 5))
        for stage in self.stages:
            rows = stage(rows)
        return self.classes(self.left_out(rows.mean((2, 3))))


class MovingAverage:
    """Of a net's weights and of what its normalisations counted."""

    def __init__(self, net, decay):
        self.net, self.decay, self.steps = copy.deepcopy(net).eval(), decay, 0

    @torch.no_grad()
    def take(self, net):
        self.steps += 1
        decay = min(self.decay, (1 + self.steps) / (10 + self.steps))
        for kept, new in zip(self.net.state_dict().values(), net.state_dict().values()):
            if kept.dtype.is_floating_point:
                kept.mul_(decay).add_(new, alpha=1 - decay)
            else:
                kept.copy_(new)

    def state_dict(self):
        return {"net": self.net.state_dict(), "steps": self.steps}

    def load_state_dict(self, kept):
        self.net.load_state_dict(kept["net"])
        self.steps = kept["steps"]


def folded(net, sharpness):
    """The net's tensors with each normalisation folded into its convolution, and logits times `sharpness`."""
    tensors = {}

    def fold(name, layer):
        convolution, norm = layer
        gain = norm.weight / (norm.running_var + norm.eps).sqrt()
        tensors[name + ".weight"] = convolution.weight * gain.view(-1, 1, 1, 1)
        tensors[name + ".bias"] = norm.bias - norm.running_mean * gain

    fold("stem", net.stem)
    for i, stage in enumerate(net.stages):
        fold(f"stage{i + 1}.first", stage.first)
        fold(f"stage{i + 1}.second", stage.second)
        if stage.short:
            fold(f"stage{i + 1}.short", stage.short)
    tensors["classes.weight"] = net.classes.weight * sharpness
    tensors["classes.bias"] = net.classes.bias * sharpness
    return {name: values.detach().cpu().numpy() for name, values in tensors.items()}


class FoldedNet:
    """What ships: the tensors of folded(), as `engine/features/face/expression_net.h` runs them."""

    def __init__(self, tensors, device):
        self.tensors = {name: torch.tensor(values).to(device) for name, values in tensors.items()}
        self.stages = sum(name.endswith("first.weight") for name in tensors)

    def convolved(self, rows, name, stride=1):
        weights = self.tensors[name + ".weight"]
        return F.conv2d(rows, weights, self.tensors[name + ".bias"], stride, weights.shape[2] // 2)

    def __call__(self, pictures):
        rows = F.max_pool2d(F.relu(self.convolved(pictures, "stem")), 2)
        for i in range(1, self.stages + 1):
            stride, name = 1 if i == 1 else 2, f"stage{i}."
            made = self.convolved(F.relu(self.convolved(rows, name + "first", stride)), name + "second")
            has_short = name + "short.weight" in self.tensors
            rows = F.relu(made + (self.convolved(rows, name + "short", stride) if has_short else rows))
        return F.linear(rows.mean((2, 3)), self.tensors["classes.weight"], self.tensors["classes.bias"])
