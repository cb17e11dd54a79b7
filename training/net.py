"""The net: the first layers of all-MiniLM-L6-v2 with heads for attribution, names and links. Needs torch."""

from __future__ import annotations

from pathlib import Path

import torch
import torch.nn.functional as F  # noqa: N812 (the name that torch's own documentation uses)
from safetensors.torch import load_file
from torch import Tensor, nn

from onrecord.annotate.reader import links
from onrecord.annotate.reader.deeds import SIZES
from onrecord.annotate.reader.words import FEATURES

WIDTH, HEADS, INNER = 384, 12, 1536
ROLE_LABELS, NAME_LABELS = 7, 27
LINK = links.WIDTH
LINKS = 8 * LINK  # two relations, query and key, first and last word
BUCKETS = 18
TIE_ROLES = 3  # actors, recipients, place and date


class Layer(nn.Module):
    """A layer of BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.n1, self.n2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.f1, self.f2 = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """x: batch, pieces, width; mask: batch, 1, pieces, pieces (True where seen)."""
        batch, pieces, width = x.shape
        q, k, v = (y.view(batch, pieces, HEADS, -1).transpose(1, 2) for y in (self.q(x), self.k(x), self.v(x)))
        drop = 0.1 if self.training else 0.0
        seen = F.scaled_dot_product_attention(q, k, v, attn_mask=mask, dropout_p=drop)
        x = self.n1(x + F.dropout(self.o(seen.transpose(1, 2).reshape(batch, pieces, width)), 0.1, self.training))
        return self.n2(x + F.dropout(self.f2(F.gelu(self.f1(x))), 0.1, self.training))


class Net(nn.Module):
    """Encoder, two tagging heads with their transitions, and vectors for links."""

    def __init__(self, folder: Path, layers: int = 6) -> None:
        super().__init__()
        self.words, self.places = nn.Embedding(30522, WIDTH), nn.Embedding(512, WIDTH)
        self.features, self.norm = nn.Embedding(FEATURES, WIDTH), nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList([Layer() for _ in range(layers)])
        self.roles, self.names = nn.Linear(WIDTH, ROLE_LABELS), nn.Linear(WIDTH, NAME_LABELS)
        self.links = nn.Linear(WIDTH, LINKS)
        self.role_moves, self.role_start = _moves(ROLE_LABELS)
        self.name_moves, self.name_start = _moves(NAME_LABELS)
        self.distance = nn.Parameter(torch.zeros(2, BUCKETS))
        self.nobody = nn.Parameter(torch.zeros(2))
        self.deeds, self.ties = nn.Linear(WIDTH, sum(SIZES)), nn.Linear(WIDTH, 4 * TIE_ROLES * LINK)
        self.tie_distance, self.tie_bias = (
            nn.Parameter(torch.zeros(TIE_ROLES, BUCKETS)),
            nn.Parameter(torch.zeros(TIE_ROLES)),
        )
        self._load(folder)
        self.words.weight.requires_grad = False

    def _load(self, folder: Path) -> None:
        kept = {k.removeprefix("bert."): v for k, v in load_file(folder / "model.safetensors").items()}
        with torch.no_grad():
            self.words.weight.copy_(kept["embeddings.word_embeddings.weight"])
            self.places.weight.copy_(kept["embeddings.position_embeddings.weight"])
            kind = kept["embeddings.token_type_embeddings.weight"][:1].repeat(FEATURES, 1)
            self.features.weight.copy_(kind + 0.01 * torch.randn(FEATURES, WIDTH))
            self.norm.weight.copy_(kept["embeddings.LayerNorm.weight"])
            self.norm.bias.copy_(kept["embeddings.LayerNorm.bias"])
            for number, layer in enumerate(self.layers):
                for ours, theirs in _LAYER.items():
                    for part in ("weight", "bias"):
                        getattr(getattr(layer, ours), part).copy_(kept[f"encoder.layer.{number}.{theirs}.{part}"])

    def forward(self, pieces: Tensor, features: Tensor, mask: Tensor) -> Tensor:
        """Return the encoder's output, batch x pieces x width."""
        count = pieces.shape[1]
        x = self.norm(self.words(pieces) + self.places.weight[:count] + self.features(features))
        x = F.dropout(x, 0.1, self.training)
        seen = mask[:, None, None, :].expand(-1, 1, count, count)
        for layer in self.layers:
            x = layer(x, seen)
        return x


def _moves(labels: int) -> tuple[nn.Parameter, nn.Parameter]:
    return nn.Parameter(torch.zeros(labels, labels)), nn.Parameter(torch.zeros(labels))


_LAYER = {
    "q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value",
    "o": "attention.output.dense", "n1": "attention.output.LayerNorm",
    "f1": "intermediate.dense", "f2": "output.dense", "n2": "output.LayerNorm",
}  # fmt: skip


def crf_loss(emitted: Tensor, labels: Tensor, mask: Tensor, moves: Tensor, start: Tensor) -> Tensor:
    """Return the negative log-likelihood of the labels for each word (Lafferty et al. 2001)."""
    rows = torch.arange(len(emitted))
    score = start[labels[:, 0]] + emitted[rows, 0, labels[:, 0]]
    steps = moves[labels[:, :-1], labels[:, 1:]] + emitted.gather(2, labels[..., None])[..., 0][:, 1:]
    score = score + (steps * mask[:, 1:]).sum(1)
    return (_all_paths(emitted, mask, moves, start) - score).sum() / mask.sum()


def _all_paths(emitted: Tensor, mask: Tensor, moves: Tensor, start: Tensor) -> Tensor:
    """Return the logarithm of the summed weights of all labellings, for each window."""
    total = start + emitted[:, 0]
    for i in range(1, emitted.shape[1]):
        further = torch.logsumexp(total[:, :, None] + moves[None], 1) + emitted[:, i]
        total = torch.where(mask[:, i, None], further, total)
    return torch.logsumexp(total, 1)


def buckets(distances: Tensor) -> Tensor:
    """Return the class of a signed distance in words: 0, and eight widths to either side."""
    size = torch.clamp(torch.log2(distances.abs().clamp(min=1).float()).floor().long() + 1, max=8)
    return torch.where(distances == 0, torch.zeros_like(size), torch.where(distances > 0, size, size + 8))


def link_scores(vectors: Tensor, relation: int, asking: Tensor, asked: Tensor, net: Net) -> Tensor:
    """Return scores, asking spans x (asked spans + nobody). `vectors`: words x LINKS; spans: n x 2 word places."""
    parts = vectors.view(len(vectors), 2, 4, LINK)[:, relation]
    query = parts[asking[:, 0], 0] + parts[asking[:, 1] - 1, 1]
    if len(asked) == 0:
        return net.nobody[relation].expand(len(asking), 1)
    key = parts[asked[:, 0], 2] + parts[asked[:, 1] - 1, 3]
    far = asked[None, :, 0] - asking[:, None, 0]
    scores = query @ key.T / LINK**0.5 + net.distance[relation][buckets(far)]
    return torch.cat([scores, net.nobody[relation].expand(len(asking), 1)], 1)


def tie_scores(vectors: Tensor, role: int, triggers: Tensor, spans: Tensor, net: Net) -> Tensor:
    """Return scores, triggers x spans, of a role in the deed. `vectors`: words x TIE_ROLES * 4 * LINK."""
    parts = vectors.view(len(vectors), TIE_ROLES, 4, LINK)[:, role]
    query = parts[triggers[:, 0], 0] + parts[triggers[:, 1] - 1, 1]
    key = parts[spans[:, 0], 2] + parts[spans[:, 1] - 1, 3]
    far = spans[None, :, 0] - triggers[:, None, 0]
    return query @ key.T / LINK**0.5 + net.tie_distance[role][buckets(far)] + net.tie_bias[role]
