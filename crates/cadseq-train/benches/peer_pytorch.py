#!/usr/bin/env python3
"""The training steps of `training_step.rs` in PyTorch, on request.

Reads lines "network pixels batch", does one step on pictures of that size and prints its seconds.

    python3 -m venv /tmp/peer && /tmp/peer/bin/pip install torch torchvision
    CADSEQ_PYTORCH=/tmp/peer/bin/python cargo bench -p cadseq-train --bench training_step
"""

import os
import sys
import time

import torch
import torch.nn.functional as F
import torchvision
from torch import nn

LATENT = 256


def encoder(pixels, batch):
    """ResNet-18 with a dropout, its optimizer and its loss on one batch."""
    net = torchvision.models.resnet18()
    net.fc = nn.Sequential(nn.Dropout(0.4), nn.Linear(512, LATENT))
    pictures = torch.rand(batch, 3, pixels, pixels)
    latents = torch.randn(batch, LATENT)
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-4)
    return optimizer, lambda: F.mse_loss(net(pictures), latents)


def conv_norm(inputs, outputs, kernel, stride=1):
    conv = nn.Conv2d(inputs, outputs, kernel, stride, kernel // 2, bias=False)
    return nn.Sequential(conv, nn.BatchNorm2d(outputs))


class Block(nn.Module):
    """Two 3 x 3 convolutions around a shortcut."""

    def __init__(self, inputs, outputs, stride=1):
        super().__init__()
        self.first = conv_norm(inputs, outputs, 3, stride)
        self.second = conv_norm(outputs, outputs, 3)
        changes = stride != 1 or inputs != outputs
        self.shortcut = conv_norm(inputs, outputs, 1, stride) if changes else nn.Identity()

    def forward(self, x):
        return F.relu(self.second(F.relu(self.first(x))) + self.shortcut(x))


class Mapper(nn.Module):
    """The U-Net of crates/cadseq-model/src/mapper.rs."""

    def __init__(self, widths=(24, 48, 96, 160, 256), fine=40, outputs=13):
        super().__init__()
        a, b, c, d, e = widths
        self.stem = conv_norm(12, a, 3)
        self.down = nn.ModuleList(
            [
                Block(a, a),
                nn.Sequential(Block(a, b, 2), Block(b, b)),
                nn.Sequential(Block(b, c, 2), Block(c, c)),
                nn.Sequential(Block(c, d, 2), Block(d, d)),
                nn.Sequential(Block(d, e, 2), Block(e, e), Block(e, e)),
            ]
        )
        steps = [(e, d), (d, c), (c, b), (b, a)]
        self.up = nn.ModuleList([conv_norm(i, 4 * o, 1) for i, o in steps])
        self.merge = nn.ModuleList([Block(o, o) for _, o in steps])
        self.fine = conv_norm(a + 12, fine, 3)
        self.head = nn.Conv2d(fine, 4 * outputs, 3, padding=1)

    def forward(self, crops):
        pixels = F.pixel_unshuffle((crops - 0.5) * 2, 2)
        x = F.relu(self.stem(pixels))
        skips = []
        for down in self.down:
            x = down(x)
            skips.append(x)
        x = skips.pop()
        for up, merge in zip(self.up, self.merge):
            x = merge(F.relu(F.pixel_shuffle(up(x), 2) + skips.pop()))
        fine = F.relu(self.fine(torch.cat([x, pixels], 1)))
        return F.pixel_shuffle(self.head(fine), 2)


def maps_loss(out, mask, normals, depths, edges):
    """The loss of crates/cadseq-train/src/maps/loss.rs."""
    part = F.relu(mask - 0.5) * 2
    pixels = part.sum() + 1

    def over_part(values):
        return (values * part).sum() / pixels

    found = F.normalize(out[:, 1:4], dim=1)
    cosine = (found * normals).sum(1, keepdim=True)
    normal_error = (found - normals).norm(dim=1, keepdim=True).detach()
    difference = out[:, 5:6] - depths
    counts = part.sum((2, 3), keepdim=True) + 1
    error = (difference - (difference * part).sum((2, 3), keepdim=True) / counts).abs()
    doubts = (out[:, 4:5] - (normal_error + 0.01).log()).abs()
    doubts = doubts + (out[:, 6:7] - (error.detach() + 0.01).log()).abs()
    return (
        2 * F.binary_cross_entropy_with_logits(out[:, 0:1], mask)
        + 8 * F.binary_cross_entropy_with_logits(out[:, 7:], edges)
        + 3 * over_part(1 - cosine)
        + 1.5 * over_part(error)
        + 0.05 * over_part(doubts)
    )


def mapper(pixels, batch):
    """The mapper, its optimizer and its loss on one batch."""
    net = Mapper()
    crops, mask, normals, depths, edges = (
        torch.rand(batch, channels, pixels, pixels) for channels in (3, 1, 3, 1, 6)
    )
    optimizer = torch.optim.AdamW(net.parameters(), lr=2e-3, weight_decay=1e-3)
    return optimizer, lambda: maps_loss(net(crops), mask, normals, depths, edges)


NETWORKS = {"resnet": encoder, "mapper": mapper}


def trainer(network, pixels, batch):
    """A function that does one step."""
    optimizer, loss = NETWORKS[network](pixels, batch)

    def step():
        optimizer.zero_grad()
        loss().backward()
        optimizer.step()

    return step


def main():
    torch.set_num_threads(int(os.environ.get("RAYON_NUM_THREADS", os.cpu_count())))
    trainers = {}
    for line in sys.stdin:
        network, pixels, batch = line.split()
        task = network, int(pixels), int(batch)
        step = trainers.get(task)
        if step is None:
            step = trainers[task] = trainer(*task)
            step()  # makes the optimizer's state, which is not what is measured
        start = time.perf_counter()
        step()
        print(time.perf_counter() - start, flush=True)


if __name__ == "__main__":
    main()
