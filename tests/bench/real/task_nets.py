"""The nets of a `face_landmarker.task` computed by NumPy, operator by operator as TensorFlow Lite defines them: another program than engine/nets, which reads the
same file and shares no code with it.

    /usr/bin/python3 tests/bench/real/task_nets.py face_landmarker.task   what tests/engine/extraction/tst_face_task expects of the drawn face
"""
import struct
import sys
import zipfile

import numpy

POINTS, SHAPES = "face_landmarks_detector.tflite", "face_blendshapes.tflite"
SIDE = 256
OF_SHAPES = [int(each) for each in """0 1 4 5 6 7 8 10 13 14 17 21 33 37 39 40 46 52 53 54 55 58 61 63 65 66 67 70 78 80 81 82 84 87 88 91 93 95 103 105 107 109 127 132 133
136 144 145 146 148 149 150 152 153 154 155 157 158 159 160 161 162 163 168 172 173 176 178 181 185 191 195 197 234 246 249 251 263 267 269 270 276 282 283 284 285 288 291 293
295 296 297 300 308 310 311 312 314 317 318 321 323 324 332 334 336 338 356 361 362 365 373 374 375 377 378 379 380 381 382 384 385 386 387 388 389 390 397 398 400 402 405 409
415 454 466 468 469 470 471 472 473 474 475 476 477""".split()]


class Net:
    def __init__(self, data):
        self.data = data
        root = self.number("<I", 0)
        codes = [max(self.field(each, 0, "<b"), self.field(each, 3, "<i")) for each in self.tables(root, 1)]
        graph, buffers = self.tables(root, 2)[0], self.tables(root, 4)
        self.given, self.made = self.numbers(graph, 1)[0], self.numbers(graph, 2)
        self.constants = {}
        for index, tensor in enumerate(self.tables(graph, 0)):
            start, count = self.vector(buffers[self.field(tensor, 2, "<I")], 0)
            if count:
                kind = [numpy.float32, numpy.float16, numpy.int32][self.field(tensor, 1, "<b")]
                self.constants[index] = numpy.frombuffer(data[start:start + count], kind).reshape(self.numbers(tensor, 0))
        self.operators = []
        for each in self.tables(graph, 3):
            where = self.place(each, 4)
            self.operators.append((codes[self.field(each, 0, "<I")], self.numbers(each, 1), self.numbers(each, 2)[0], where + self.number("<I", where) if where else None))

    def number(self, kind, at):
        return struct.unpack_from(kind, self.data, at)[0]

    def place(self, table, index):
        names = table - self.number("<i", table)
        offset = self.number("<H", names + 4 + 2 * index) if 4 + 2 * index < self.number("<H", names) else 0
        return table + offset if offset else 0

    def field(self, table, index, kind, fallback=0):
        at = self.place(table, index) if table else 0
        return self.number(kind, at) if at else fallback

    def vector(self, table, index):
        at = self.place(table, index)
        return (at + self.number("<I", at) + 4, self.number("<I", at + self.number("<I", at))) if at else (0, 0)

    def tables(self, table, index):
        start, count = self.vector(table, index)
        return [at + self.number("<I", at) for at in range(start, start + 4 * count, 4)]

    def numbers(self, table, index):
        start, count = self.vector(table, index)
        return [self.number("<i", at) for at in range(start, start + 4 * count, 4)]

    def run(self, given):
        values = dict(self.constants)
        values[self.given] = given.astype(numpy.float64)
        for code, names, made, options in self.operators:
            values[made] = self.operator(code, [values[name] for name in names], options)
        return [values[each] for each in self.made]

    def windows(self, picture, kernel, stride, fill, is_same):
        """(height, width, kernel, kernel, channels), padded as SAME or not at all."""
        _, height, width, _ = picture.shape
        if not is_same:
            return numpy.lib.stride_tricks.sliding_window_view(picture[0], kernel, (0, 1))[::stride[0], ::stride[1]].transpose(0, 1, 3, 4, 2)
        made = [-(-height // stride[0]), -(-width // stride[1])]
        total = [max(0, (made[i] - 1) * stride[i] + kernel[i] - (height, width)[i]) for i in range(2)]
        padded = numpy.pad(picture[0], [(total[0] // 2, total[0] - total[0] // 2), (total[1] // 2, total[1] - total[1] // 2), (0, 0)], constant_values=fill)
        seen = numpy.lib.stride_tricks.sliding_window_view(padded, kernel, (0, 1))[::stride[0], ::stride[1]]
        return seen[:made[0], :made[1]].transpose(0, 1, 3, 4, 2)

    def operator(self, code, given, options):
        flag = lambda index, kind="<b", fallback=0: self.field(options, index, kind, fallback)
        rectified = lambda made, index: numpy.maximum(made, 0) if flag(index) == 1 else made
        first = given[0]
        if code in (3, 4, 17):  # convolutions, the largest
            is_same, stride = flag(0) == 0, (flag(2, "<i"), flag(1, "<i"))
            if code == 17:
                return self.windows(first, (flag(4, "<i"), flag(3, "<i")), stride, -numpy.inf, is_same).max((2, 3))[None]
            kernel, bias = given[1].astype(float), given[2].astype(float)
            seen = self.windows(first, kernel.shape[1:3], stride, 0.0, is_same)
            made = numpy.einsum("hwijc,oijc->hwo", seen, kernel, optimize=True) if code == 3 else numpy.einsum("hwijc,ijc->hwc", seen, kernel[0])
            return rectified(made + bias, 3 if code == 3 else 4)[None]
        simple = {0: numpy.add, 18: numpy.multiply, 41: numpy.subtract, 42: numpy.divide}
        if code in simple:
            return rectified(simple[code](*given), 0)
        if code in (40, 74):
            return (numpy.mean if code == 40 else numpy.sum)(first, tuple(given[1].reshape(-1)), keepdims=flag(0) != 0)
        if code == 45:
            cut = []
            for axis in range(first.ndim):
                if flag(4, "<i") >> axis & 1:
                    cut.append(int(given[1][axis]))
                    continue
                cut.append(slice(None if flag(0, "<i") >> axis & 1 else int(given[1][axis]), None if flag(1, "<i") >> axis & 1 else int(given[2][axis]), int(given[3][axis])))
            return first[tuple(cut)]
        return {2: lambda: numpy.concatenate(given, flag(0, "<i")), 6: lambda: first.astype(float), 14: lambda: 1 / (1 + numpy.exp(-first)), 19: lambda: numpy.maximum(first, 0),
                22: lambda: first.reshape(given[1]), 34: lambda: numpy.pad(first, given[1]), 39: lambda: first.transpose(given[1]),
                54: lambda: numpy.where(first < 0, first * given[1], first), 59: lambda: -first, 75: lambda: numpy.sqrt(first), 76: lambda: 1 / numpy.sqrt(first),
                99: lambda: (first - given[1]) ** 2}[code]()


def placed(region, across, down):
    x, y, side, angle = region
    dx, dy = (across - 0.5) * side, (down - 0.5) * side
    return x + numpy.cos(angle) * dx - numpy.sin(angle) * dy - 0.5, y + numpy.sin(angle) * dx + numpy.cos(angle) * dy - 0.5


def cut_out(picture, region):
    """A part of a picture (height, width, 3) at SIDE x SIDE, bilinear; its edge goes on. 0 to 1."""
    own = (numpy.arange(SIDE) + 0.5) / SIDE
    x, y = placed(region, own[None, :], own[:, None])
    height, width, _ = picture.shape
    x, y = numpy.clip(x, 0, width - 1), numpy.clip(y, 0, height - 1)
    left, top = numpy.floor(x).astype(int), numpy.floor(y).astype(int)
    right, below = numpy.minimum(left + 1, width - 1), numpy.minimum(top + 1, height - 1)
    a, b = (x - left)[..., None], (y - top)[..., None]
    values = picture.astype(float)
    return ((values[top, left] * (1 - a) + values[top, right] * a) * (1 - b) + (values[below, left] * (1 - a) + values[below, right] * a) * b) / 255


class Task:
    def __init__(self, file):
        with zipfile.ZipFile(file) as archive:
            self.points, self.shapes = Net(archive.read(POINTS)), Net(archive.read(SHAPES))

    def look(self, picture, region):
        """(points (478, 3) in pixels, presence, blendshapes (52)) of a part of a picture."""
        made = self.points.run(cut_out(picture, region)[None])
        numbers = made[0].reshape(-1, 3)
        x, y = placed(region, numbers[:, 0] / SIDE, numbers[:, 1] / SIDE)
        points = numpy.stack([x, y, numbers[:, 2] / SIDE * region[2]], 1)
        return points, 1 / (1 + numpy.exp(-made[1].reshape(-1)[0])), self.shapes.run(points[OF_SHAPES, :2][None])[0].reshape(-1)


def drawn_face():
    """As tests/engine/features/face/drawn_face.h draws it."""
    picture = numpy.full((200, 200, 3), 255, numpy.uint8)
    y, x = numpy.mgrid[0:200, 0:200]

    def ellipse(cx, cy, a, b, *colour):
        picture[((x - cx) * b) ** 2 + ((y - cy) * a) ** 2 < (a * b) ** 2] = colour

    ellipse(100, 100, 150, 150, 60, 90, 120)
    ellipse(100, 80, 58, 70, 60, 40, 30)
    ellipse(100, 104, 48, 64, 224, 180, 150)
    for side in (-1, 1):
        ellipse(100 + side * 20, 92, 9, 5, 250, 250, 250)
        ellipse(100 + side * 20, 92, 4, 4, 50, 30, 20)
        ellipse(100 + side * 20, 79, 11, 2, 70, 45, 30)
        ellipse(100 + side * 5, 120, 3, 2, 150, 100, 85)
    ellipse(100, 110, 4, 12, 205, 160, 130)
    ellipse(100, 138, 18, 6, 170, 70, 70)
    ellipse(100, 137, 13, 2, 90, 30, 30)
    return picture


if __name__ == "__main__":
    points, presence, shapes = Task(sys.argv[1]).look(drawn_face(), (100.0, 112.0, 160.0, 0.05))
    print(f"presence {presence:.6f}")
    for index in (0, 1, 10, 14, 33, 61, 152, 234, 263, 291, 454, 467, 468, 473, 477):
        print(index, " ".join(f"{value:.4f}" for value in points[index]))
    print(" ".join(f"{value:.6f}" for value in shapes))
