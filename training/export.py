"""Turns trained nets into the files that ship: `python -m training.export --help`.

The word embeddings stay as the encoder's authors trained them; they are stored once, in int8 with a scale for each row,
for all nets. Matrix products are quantised to int8, per channel.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import logging
import tempfile
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from onrecord.annotate.reader.model import Emitted
from training.data import vocabulary
from training.net import HEADS, WIDTH, Net

CONTEXT = {"full": 30, "fast": 0}  # pieces that a window repeats of the one before; costs a twelfth of the speed


class Exported(nn.Module):
    """The net from embedded words to scores, for one window."""

    def __init__(self, net: Net) -> None:
        super().__init__()
        self.net = net

    def forward(self, words: Tensor, features: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """words: 1 x pieces x width; features: 1 x pieces; first: the places of the words' first pieces."""
        net, count = self.net, words.shape[1]
        x = net.norm(words + net.places.weight[:count] + net.features(features))
        for layer in net.layers:
            q, k, v = (y.view(1, count, HEADS, -1).transpose(1, 2) for y in (layer.q(x), layer.k(x), layer.v(x)))
            seen = torch.softmax(q @ k.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5, -1) @ v
            x = layer.n1(x + layer.o(seen.transpose(1, 2).reshape(1, count, WIDTH)))
            x = layer.n2(x + layer.f2(F.gelu(layer.f1(x))))
        at = x[0, first]
        return tuple(getattr(net, name)(at) for name in Emitted._fields)


def load_net(encoder: Path, weights: Path) -> Net:
    """Return a trained net."""
    state = torch.load(weights)
    net = Net(encoder, sum(1 for k in state if k.endswith("f1.weight")))
    net.load_state_dict(state)
    return net.eval()


def export(net: Net, out: Path) -> None:
    """Write a quantised net to `out`."""
    given = (torch.zeros(1, 40, WIDTH), torch.zeros(1, 40, dtype=torch.long), torch.arange(1, 30))
    logging.getLogger().setLevel(logging.ERROR)  # the quantiser advises steps that change nothing here
    warnings.simplefilter("ignore", DeprecationWarning)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            Exported(net).eval(), given, str(whole), opset_version=17, dynamo=False,
            input_names=["words", "features", "first"], output_names=list(Emitted._fields),
            dynamic_axes={"words": {1: "pieces"}, "features": {1: "pieces"}, "first": {0: "count"}},
        )  # fmt: skip
        quantize_dynamic(
            whole, out, per_channel=True, op_types_to_quantize=["MatMul", "Gemm"], weight_type=QuantType.QInt8
        )


def parameters(net: Net) -> dict[str, Any]:
    """Return the small parameters that decoding needs."""
    names = ("role_moves", "role_start", "name_moves", "name_start", "distance", "nobody")
    names += ("tie_distance", "tie_bias")
    return {n: [_rounded(row) for row in getattr(net, n).detach().tolist()] for n in names}


def _rounded(value: Any) -> Any:
    return [round(v, 5) for v in value] if isinstance(value, list) else round(value, 5)


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--full", type=Path, required=True, help="weights of the full net")
    parser.add_argument("--fast", type=Path, help="weights of the fast net")
    parser.add_argument("--out", type=Path, required=True, help="folder")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    settings: dict[str, Any] = {"models": {}, "files": {}}
    for name, path in (("full", args.full), ("fast", args.fast)):
        if path is None:
            continue
        net = load_net(args.encoder, path)
        export(net, args.out / f"{name}.onnx")
        settings["models"][name] = {"file": f"{name}.onnx", "context": CONTEXT[name], **parameters(net)}
    table = net.words.weight.detach().numpy()
    scales = (np.abs(table).max(1) / 127 + 1e-12).astype(np.float16)
    np.save(
        args.out / "words.npy", np.round(table / scales[:, None].astype(np.float32)).clip(-127, 127).astype(np.int8)
    )
    np.save(args.out / "scales.npy", scales)
    (args.out / "vocabulary.txt").write_text("\n".join(vocabulary(args.encoder)), encoding="utf-8")
    for file in sorted(args.out.glob("*")):
        if file.name != "reader.json":
            settings["files"][file.name] = hashlib.sha256(file.read_bytes()).hexdigest()
    (args.out / "reader.json").write_text(json.dumps(settings, sort_keys=True, indent=1) + "\n")


if __name__ == "__main__":
    main()
