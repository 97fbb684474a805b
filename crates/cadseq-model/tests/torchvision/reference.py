"""Torchvision's ResNet-18 with two channels instead of 64, and what it says to two pictures.

    python3 -m venv VENV && VENV/bin/pip install torch torchvision safetensors
    VENV/bin/python reference.py

writes `resnet18-width2.pth`, `resnet18-width2.safetensors` (the same weights) and `features.txt`: the
pooled features before the last layer of the pictures 0 and 1, a line each, first at inference
(`eval`) and then with the statistics of the batch (`train`). `crates/cadseq-model/tests/torchvision.rs` compares.

    VENV/bin/python reference.py 64 FOLDER

writes the same for the real width, 45 MB, and the test
`CADSEQ_TORCHVISION=FOLDER cargo test -p cadseq-model --test torchvision -- --ignored` compares that.
"""

import sys
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import nn
from torchvision.models.resnet import BasicBlock, ResNet

HEIGHT, WIDTH = 64, 96


def narrow_resnet18(width):
    """Torchvision's constructor knows 64 channels only: the layers are made again after it."""
    net = ResNet(BasicBlock, [2, 2, 2, 2])
    net.inplanes = width
    net.conv1 = nn.Conv2d(3, width, kernel_size=7, stride=2, padding=3, bias=False)
    net.bn1 = nn.BatchNorm2d(width)
    net.layer1 = net._make_layer(BasicBlock, width, 2)
    net.layer2 = net._make_layer(BasicBlock, 2 * width, 2, stride=2)
    net.layer3 = net._make_layer(BasicBlock, 4 * width, 2, stride=2)
    net.layer4 = net._make_layer(BasicBlock, 8 * width, 2, stride=2)
    net.fc = nn.Linear(8 * width, 10)
    return net


def pictures():
    """Two pictures that the Rust test makes by the same formula."""
    index = torch.arange(2 * 3 * HEIGHT * WIDTH, dtype=torch.int64)
    noise = ((index * index * 31 + index * 17) % 1009).to(torch.float32) / 1009 - 0.5
    return noise.reshape(2, 3, HEIGHT, WIDTH) * torch.tensor([1.0, 5.0]).reshape(2, 1, 1, 1)


def main():
    width = int(sys.argv[1]) if len(sys.argv) > 1 else 2
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(__file__).parent
    torch.manual_seed(1)
    net = narrow_resnet18(width)
    for module in net.modules():  # fresh normalizations do nothing, and would hide a mix-up
        if isinstance(module, nn.BatchNorm2d):
            nn.init.uniform_(module.weight, 0.5, 1.5)
            nn.init.normal_(module.bias, std=0.3)
            nn.init.normal_(module.running_mean, std=0.3)
            nn.init.uniform_(module.running_var, 0.5, 2.0)
    torch.save(net.state_dict(), folder / f"resnet18-width{width}.pth")
    save_file(net.state_dict(), folder / f"resnet18-width{width}.safetensors")
    net.fc = nn.Identity()
    with open(folder / "features.txt", "w") as file, torch.no_grad():
        for mode in ("eval", "train"):
            net.train(mode == "train")
            for features in net(pictures()).tolist():
                print(mode, *(f"{value:.7g}" for value in features), file=file)


if __name__ == "__main__":
    main()
