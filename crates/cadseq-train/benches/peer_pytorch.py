#!/usr/bin/env python3
"""The training step of `stage2_step.rs` in PyTorch, on request.

Reads lines "pixels batch", does one step on pictures of that size and prints its seconds.

    python3 -m venv /tmp/peer && /tmp/peer/bin/pip install torch torchvision
    CADSEQ_PYTORCH=/tmp/peer/bin/python cargo bench -p cadseq-train --bench stage2_step
"""

import os
import sys
import time

import torch
import torchvision

LATENT = 256


def trainer(pixels, batch):
    """A function that does one step."""
    net = torchvision.models.resnet18()
    net.fc = torch.nn.Sequential(torch.nn.Dropout(0.4), torch.nn.Linear(512, LATENT))
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-4)
    pictures = torch.rand(batch, 3, pixels, pixels)
    latents = torch.randn(batch, LATENT)

    def step():
        optimizer.zero_grad()
        loss = torch.nn.functional.mse_loss(net(pictures), latents)
        loss.backward()
        optimizer.step()

    return step


def main():
    torch.set_num_threads(int(os.environ.get("RAYON_NUM_THREADS", os.cpu_count())))
    trainers = {}
    for line in sys.stdin:
        pixels, batch = map(int, line.split())
        step = trainers.get((pixels, batch))
        if step is None:
            step = trainers[pixels, batch] = trainer(pixels, batch)
            step()  # makes the optimizer's state, which is not what is measured
        start = time.perf_counter()
        step()
        print(time.perf_counter() - start, flush=True)


if __name__ == "__main__":
    main()
