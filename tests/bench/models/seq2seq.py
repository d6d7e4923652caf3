"""Reference PyTorch module: translation of one modality to another, with attention and a regressor."""
import torch
import torch.nn as nn
import torch.nn.functional as F
from rnn_fusion import run_lstm


def rnn(cell, *sizes, **options):
    return {"lstm": nn.LSTM, "gru": nn.GRU}[cell](*sizes, batch_first=True, **options)


def time_softmax(scores, lengths):
    """Softmax over the valid steps of scores [B,T]; 0 at padding."""
    if lengths is not None:
        scores = scores.masked_fill(torch.arange(scores.size(1)).unsqueeze(0) >= lengths.unsqueeze(1), float("-inf"))
    return F.softmax(scores, 1)


class Encoder(nn.Module):
    """(Bi)LSTM or (Bi)GRU; bidirectional outputs/states are SUMMED so the width stays h. The state is the top layer's."""

    def __init__(self, d, h, layers=1, bidirectional=True, cell="lstm"):
        super().__init__()
        self.h, self.n, self.bi, self.cell = h, layers, bidirectional, cell
        setattr(self, cell, rnn(cell, d, h, layers, bidirectional=bidirectional))

    def forward(self, x, lengths=None):
        out, hn = run_lstm(getattr(self, self.cell), x, lengths)
        if not self.bi:
            return out, hn[-1]
        return out[..., :self.h] + out[..., self.h:], hn[-2] + hn[-1]


class Decoder(nn.Module):
    """One LSTMCell or GRUCell with input feeding and general (bilinear) attention.

    step: i_t = [y_{t-1}; htilde_{t-1}] -> (h_t,c_t); score_s = h_t^T W_att e_s ; a = softmax_s ; ctx = sum a_s e_s
          htilde_t = tanh(W_comb [ctx; h_t]) ; y_t = W_out htilde_t
    h_0 = encoder final state, c_0 = 0, y_0 = 0 (continuous) or embedding of BOS id 0 (vocabulary), htilde_0 = 0
    attention=False: ctx is the encoder's final state at every step, there is no `att`.
    """

    def __init__(self, d_out, h, vocab=0, emb=0, cell="lstm", attention=True):
        super().__init__()
        self.h, self.vocab, self.kind = h, vocab, cell
        d_in = emb if vocab else d_out
        if vocab:
            self.embed = nn.Embedding(vocab, emb)
        self.cell = (nn.GRUCell if cell == "gru" else nn.LSTMCell)(d_in + h, h)
        self.att = nn.Linear(h, h, bias=False) if attention else None
        self.comb, self.out = nn.Linear(2 * h, h), nn.Linear(h, vocab or d_out)

    def init(self, enc_h):
        z = torch.zeros_like(enc_h)
        return enc_h, z, z

    def step(self, y, st, enc, enc_h, lengths):
        h, c, ht = st
        i = torch.cat([y, ht], 1)
        h, c = (self.cell(i, h), c) if self.kind == "gru" else self.cell(i, (h, c))
        a, ctx = None, enc_h
        if self.att is not None:
            a = time_softmax((self.att(enc) * h.unsqueeze(1)).sum(-1), lengths)
            ctx = (a.unsqueeze(-1) * enc).sum(1)
        ht = torch.tanh(self.comb(torch.cat([ctx, h], 1)))
        return self.out(ht), (h, c, ht), a

    def first(self, B, like):
        if self.vocab:
            return self.embed(torch.zeros(B, dtype=torch.long))
        return like.new_zeros(B, self.out.out_features)

    def forward(self, enc, enc_h, steps, lengths=None, teacher=None):
        """teacher: [B,steps,d_out] floats or [B,steps] ids (teacher forcing); None = free running (greedy)."""
        st, y, ys, atts = self.init(enc_h), self.first(enc.size(0), enc), [], []
        for t in range(steps):
            o, st, a = self.step(y, st, enc, enc_h, lengths)
            ys.append(o); atts.append(a)
            if self.vocab:
                ids = teacher[:, t] if teacher is not None else o.argmax(1)
                y = self.embed(ids)
            else:
                y = teacher[:, t] if teacher is not None else o
        return torch.stack(ys, 1), (torch.stack(atts, 1) if self.att is not None else None)


class Regressor(nn.Module):
    """LSTM over a representation sequence + shared-weight soft attention over time + linear."""

    def __init__(self, d, h, out_dim=1):
        super().__init__()
        self.lstm, self.att, self.fc = nn.LSTM(d, h, batch_first=True), nn.Linear(h, 1, bias=False), nn.Linear(h, out_dim)

    def forward(self, e, lengths=None):
        o, _ = run_lstm(self.lstm, e, lengths)
        a = time_softmax(self.att(o).squeeze(-1), lengths)
        return self.fc((a.unsqueeze(-1) * o).sum(1)), a


def seq_mse(y, target, lengths):
    """Mean over valid steps and features."""
    e = (y - target) ** 2
    if lengths is None:
        return e.mean()
    m = (torch.arange(y.size(1)).unsqueeze(0) < lengths.unsqueeze(1)).float().unsqueeze(-1)
    return (e * m).sum() / (m.sum() * y.size(2))


class Seq2Seq(nn.Module):
    """Text to vision; `lesson` is the loss of both, the translation's with a teacher."""

    def __init__(self, d_x, d_y, h, reg):
        super().__init__()
        self.encoder, self.decoder, self.regressor = Encoder(d_x, h), Decoder(d_y, h), Regressor(h, reg)

    def forward(self, x, *_):
        e, h = self.encoder(x)
        p, _ = self.regressor(e)
        y, a = self.decoder(e, h, x.size(1))
        return {"pred": p, "translation": y, "attention": a}

    def lesson(self, x, y, truths):
        e, h = self.encoder(x)
        p, _ = self.regressor(e)
        return (p - truths).abs().mean() + seq_mse(self.decoder(e, h, y.size(1), None, y)[0], y, None)
