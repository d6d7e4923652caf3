"""Four fusion models in PyTorch, as far as a prediction needs them: one segment at a time, without padding.

Written after the equations, apart from engine/models, so that each can be held against the other. A model
takes its architecture from the card; a segment is a dictionary of steps × features for l, a and v.
"""
import math

import torch
from torch import nn
from torch.nn.functional import softmax

SUBSETS = ["l", "a", "v", "la", "lv", "av", "lav"]


def parts_of(subset):
    return [other for other in SUBSETS if set(other) < set(subset)]


class Pair(nn.Module):
    """Two layers, with nothing between them."""

    def __init__(self, inputs, hidden, outputs):
        super().__init__()
        self.fc1, self.fc2 = nn.Linear(inputs, hidden), nn.Linear(hidden, outputs)

    def forward(self, x):
        return self.fc2(self.fc1(x))


class Mfn(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.sizes, self.hidden = sizes, {m: sizes["h_" + m] for m in "lav"}
        for m in "lav":
            setattr(self, "lstm_" + m, nn.LSTMCell(sizes["d_" + m], self.hidden[m]))
        memory, width = sizes["mem"], self.add_fusion(sizes)
        self.add_pair("att2", width, sizes["att2"], memory)
        self.add_pair("gamma1", width + memory, sizes["g1"], memory)
        self.add_pair("gamma2", width + memory, sizes["g2"], memory)
        self.add_pair("out", sum(self.hidden.values()) + memory, sizes["out"], sizes["out_dim"])

    def add_pair(self, name, inputs, hidden, outputs):
        setattr(self, name + "_fc1", nn.Linear(inputs, hidden))
        setattr(self, name + "_fc2", nn.Linear(hidden, outputs))

    def pair(self, name, x):
        return getattr(self, name + "_fc2")(torch.relu(getattr(self, name + "_fc1")(x)))

    def add_fusion(self, sizes):
        width = 2 * sum(self.hidden.values())
        self.add_pair("att1", width, sizes["att1"], width)
        return width

    def fused(self, before, now):
        cells = torch.cat([before[m][1] for m in "lav"] + [now[m][1] for m in "lav"])
        return softmax(self.pair("att1", cells), 0) * cells

    def forward(self, segment):
        states = {m: (torch.zeros(size), torch.zeros(size)) for m, size in self.hidden.items()}
        memory = torch.zeros(self.sizes["mem"])
        for step in range(len(segment["l"])):
            now = {m: getattr(self, "lstm_" + m)(segment[m][step], states[m]) for m in "lav"}
            fused = self.fused(states, now)
            seen = torch.cat([fused, memory])
            retain, update = (torch.sigmoid(self.pair(name, seen)) for name in ("gamma1", "gamma2"))
            memory = retain * memory + update * torch.tanh(self.pair("att2", fused))
            states = now
        return self.pair("out", torch.cat([states[m][0] for m in "lav"] + [memory]))


class GraphMfn(Mfn):
    def add_fusion(self, sizes):
        inner = sizes["inner"]
        widths = {subset: self.hidden.get(subset, inner) for subset in SUBSETS}
        for m in "lav":
            setattr(self, m + "_transform", nn.Linear(2 * self.hidden[m], self.hidden[m]))
        self.dfg = nn.Module()
        for subset in SUBSETS[3:]:
            inputs = sum(widths[part] for part in parts_of(subset))
            setattr(self.dfg, "node_" + subset, Pair(inputs, sizes["pattern"], inner))
        self.dfg.t = Pair(sum(widths.values()), sizes["pattern"], inner)
        self.dfg.eff = Pair(sum(self.hidden.values()), sizes["eff_hidden"], inner)
        self.dfg.eff.fc3 = nn.Linear(inner, 19)
        return inner

    def fused(self, before, now):
        window = {m: torch.cat([before[m][0], now[m][0]]) for m in "lav"}
        vertices = {m: torch.relu(getattr(self, m + "_transform")(window[m])) for m in "lav"}
        efficacies = self.dfg.eff.fc3(self.dfg.eff(torch.cat(list(vertices.values()))))
        if self.sizes.get("efficacy") == "sigmoid":
            efficacies = torch.sigmoid(efficacies)
        edges = iter(efficacies)
        weighted = lambda sources: torch.cat([next(edges) * vertices[source] for source in sources])
        for subset in SUBSETS[3:]:
            vertices[subset] = getattr(self.dfg, "node_" + subset)(weighted(parts_of(subset)))
        return self.dfg.t(weighted(SUBSETS))


class SubNet(nn.Module):
    def __init__(self, inputs, hidden):
        super().__init__()
        self.norm = nn.BatchNorm1d(inputs)
        self.linear_1, self.linear_2, self.linear_3 = (nn.Linear(i, hidden) for i in (inputs, hidden, hidden))

    def forward(self, x):
        x = self.norm(x.unsqueeze(0)).squeeze(0)
        for layer in (self.linear_1, self.linear_2, self.linear_3):
            x = torch.relu(layer(x))
        return x


class Lmf(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        outputs, rank = sizes["out_dim"], sizes["rank"]
        self.audio_subnet = SubNet(sizes["d_a"], sizes["h_a"])
        self.video_subnet = SubNet(sizes["d_v"], sizes["h_v"])
        self.text_subnet = nn.Module()
        self.text_subnet.rnn = nn.LSTM(sizes["d_l"], sizes["h_l"], batch_first=True)
        self.text_subnet.linear_1 = nn.Linear(sizes["h_l"], sizes["text_out"])
        for name, width in (("audio", sizes["h_a"]), ("video", sizes["h_v"]), ("text", sizes["text_out"])):
            setattr(self, name + "_factor", nn.Parameter(torch.randn(rank, width + 1, outputs)))
        self.fusion_weights, self.fusion_bias = (nn.Parameter(torch.randn(1, n)) for n in (rank, outputs))

    def forward(self, segment):
        words = self.text_subnet.rnn(segment["l"].unsqueeze(0))[1][0].flatten()
        vectors = (self.audio_subnet(segment["a"].mean(0)), self.video_subnet(segment["v"].mean(0)),
                   self.text_subnet.linear_1(words))
        product = 1
        for vector, factor in zip(vectors, (self.audio_factor, self.video_factor, self.text_factor)):
            product = product * (torch.cat([torch.ones(1), vector]) @ factor)  # rank × outputs
        return (self.fusion_weights @ product + self.fusion_bias)[0]


class Attention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.in_proj_weight = nn.Parameter(torch.randn(3 * width, width) / width)
        self.in_proj_bias = nn.Parameter(torch.randn(3 * width) / width)
        self.out_proj = nn.Linear(width, width)

    def forward(self, x, source, mask):
        each = len(self.in_proj_bias) // 3 // self.heads
        weights, biases = self.in_proj_weight.chunk(3), self.in_proj_bias.chunk(3)
        query, key, value = ((rows @ w.T + b).view(len(rows), self.heads, each).transpose(0, 1)
                             for rows, w, b in zip((x, source, source), weights, biases))
        seen = softmax(query @ key.transpose(1, 2) / math.sqrt(each) + mask, 2) @ value
        return self.out_proj(seen.transpose(0, 1).flatten(1))


class AttentionLayer(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.self_attn = Attention(width, heads)
        self.fc1, self.fc2 = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)
        self.layer_norms = nn.ModuleList(nn.LayerNorm(width) for _ in range(2))

    def forward(self, x, source, mask):
        x = x + self.self_attn(self.layer_norms[0](x), self.layer_norms[0](source), mask)
        return x + self.fc2(torch.relu(self.fc1(self.layer_norms[1](x))))


class Encoder(nn.Module):
    def __init__(self, width, heads, layers):
        super().__init__()
        self.width = width
        self.layers = nn.ModuleList(AttentionLayer(width, heads) for _ in range(layers))
        self.layer_norm = nn.LayerNorm(width)

    def placed(self, x):
        """With its position, from 1 on; a step that begins with 0 counts as padding and has none."""
        half = self.width // 2
        rates = torch.exp(torch.arange(half) * (-math.log(10000) / (half - 1)))
        angles = torch.arange(1, len(x) + 1).unsqueeze(1) * rates
        positions = torch.cat([angles.sin(), angles.cos(), torch.zeros(len(x), self.width % 2)], 1)
        return math.sqrt(self.width) * x + positions * (x[:, :1] != 0)

    def forward(self, x, source=None):
        own = source is None
        x, source = self.placed(x), None if own else self.placed(source)
        keys = len(x) if own else len(source)
        mask = torch.full((len(x), keys), -math.inf).triu(1 + abs(keys - len(x)))
        for layer in self.layers:
            x = layer(x, x if own else source, mask)
        return self.layer_norm(x)


class Mult(nn.Module):
    """With `attn_mask`."""

    def __init__(self, sizes):
        super().__init__()
        width, heads, layers = sizes["d"], sizes["heads"], sizes["layers"]
        for m in "lav":
            setattr(self, "proj_" + m, nn.Conv1d(sizes["d_" + m], width, 1, bias=False))
            for source in "lav".replace(m, ""):
                setattr(self, f"trans_{m}_with_{source}", Encoder(width, heads, layers))
            setattr(self, f"trans_{m}_mem", Encoder(2 * width, heads, max(layers, sizes["mem_layers"])))
        self.proj1, self.proj2 = (nn.Linear(6 * width, 6 * width) for _ in range(2))
        self.out_layer = nn.Linear(6 * width, sizes["out_dim"])

    def forward(self, segment):
        x = {m: getattr(self, "proj_" + m)(segment[m].T.unsqueeze(0))[0].T for m in "lav"}
        last = []
        for m in "lav":
            streams = [getattr(self, f"trans_{m}_with_{source}")(x[m], x[source])
                       for source in "lav".replace(m, "")]
            last.append(getattr(self, f"trans_{m}_mem")(torch.cat(streams, 1))[-1])
        h = torch.cat(last)
        return self.out_layer(self.proj2(torch.relu(self.proj1(h))) + h)


MODELS = {"MFN": Mfn, "GraphMFN": GraphMfn, "LMF": Lmf, "MulT": Mult}
