"""A drawn head whose mouth, eyes and brows follow a few numbers per frame."""
from dataclasses import dataclass

import cv2
import numpy as np

WIDTH, HEIGHT = 640, 360
SUBPIXEL_BITS = 4

# How far the jaw opens (0..1) and how round the lips are (0..1), by the first letter of espeak's phoneme name.
OPENING = {"a": 1.0, "A": 1.0, "0": 0.9, "O": 0.8, "E": 0.7, "V": 0.7, "e": 0.6, "o": 0.6, "3": 0.5, "@": 0.45,
           "I": 0.4, "U": 0.4, "i": 0.35, "u": 0.3, "f": 0.08, "v": 0.08, "m": 0.0, "b": 0.0, "p": 0.0, "_": 0.0}
OPENING_OTHERWISE = 0.2
ROUNDING = {"o": 1.0, "u": 1.0, "w": 1.0, "O": 0.8, "U": 0.8, "0": 0.4}


@dataclass
class Pose:
    """What is drawn in one frame.  Resting values are 0."""

    mouth_open: float  # 0 closed .. 1 wide open
    rounding: float  # 0 .. 1, lips rounded as for "o"
    smile: float  # -1 corners down .. +1 corners up
    brow: float  # -1 drawn down and together .. +1 raised
    yaw: float  # about -1 .. +1, positive to the viewer's right
    pitch: float  # about -1 .. +1, positive upwards
    blink: float  # 0 eyes open .. 1 closed


def mouth_of_phoneme(name: str) -> tuple:
    """(opening, rounding) of a phoneme."""
    return OPENING.get(name[:1], OPENING_OTHERWISE), ROUNDING.get(name[:1], 0.0)


def darker(colour, factor):
    return tuple(int(value * factor) for value in colour)


class Canvas:
    """Anti-aliased shapes with fractional coordinates on a BGR picture."""

    def __init__(self):
        self.picture = np.empty((HEIGHT, WIDTH, 3), np.uint8)
        self.picture[:] = np.linspace(210, 150, HEIGHT)[:, None, None].astype(np.uint8)

    @staticmethod
    def point(x, y):
        scale = 1 << SUBPIXEL_BITS
        return int(round(x * scale)), int(round(y * scale))

    def ellipse(self, centre, axes, colour, thickness=-1, start=0, end=360):
        cv2.ellipse(self.picture, self.point(*centre), self.point(*axes), 0, start, end, colour, thickness,
                    cv2.LINE_AA, SUBPIXEL_BITS)

    def polygon(self, points, colour):
        corners = np.array([self.point(x, y) for x, y in points], np.int32)
        cv2.fillPoly(self.picture, [corners], colour, cv2.LINE_AA, SUBPIXEL_BITS)

    def line(self, points, colour, thickness):
        corners = np.array([self.point(x, y) for x, y in points], np.int32)
        cv2.polylines(self.picture, [corners], False, colour, thickness, cv2.LINE_AA, SUBPIXEL_BITS)


def draw(speaker, pose: Pose, frame: int) -> np.ndarray:
    """HEIGHT x WIDTH x 3, BGR."""
    canvas = Canvas()
    x, y = 320 + 14 * pose.yaw, 165 - 6 * pose.pitch
    turn = 10 * pose.yaw  # the features move further than the outline when the head turns
    draw_head(canvas, speaker, x, y, turn, pose)
    for side in (-1, 1):
        draw_eye(canvas, speaker, x + side * 34 + turn, y - 24, side, pose)
    if speaker.glasses:
        draw_glasses(canvas, x + turn, y - 24)
    draw_nose(canvas, speaker, x, y, turn)
    draw_mouth(canvas, x + 1.2 * turn, y + 60, pose)
    return with_sensor_noise(cv2.GaussianBlur(canvas.picture, (3, 3), 0), frame)


def draw_head(canvas, speaker, x, y, turn, pose):
    """Shoulders, neck, hair, ears and the outline of the face."""
    shade = darker(speaker.skin, 0.8)
    if speaker.long_hair:
        canvas.ellipse((x, y + 30), (112, 150), darker(speaker.hair, 0.85))
    canvas.ellipse((320, 400), (170, 110), speaker.shirt)
    canvas.ellipse((320 + 6 * pose.yaw, 280), (38, 60), shade)
    canvas.ellipse((x, y - 20), (98, 120), speaker.hair)
    for side in (-1, 1):
        canvas.ellipse((x + side * 84 + turn, y), (10, 20), shade)
    canvas.ellipse((x, y), (84, 112), speaker.skin)
    canvas.ellipse((x, y - 94), (78, 31), speaker.hair)


def draw_eye(canvas, speaker, x, y, side, pose):
    """One eye and its brow; side is -1 for the viewer's left."""
    wide = 1 + 0.25 * pose.brow - 0.12 * max(0.0, pose.smile)
    opening = max(0.6, 11 * (1 - pose.blink) * wide)
    canvas.ellipse((x, y + 1), (21, 14), darker(speaker.skin, 0.8))
    canvas.ellipse((x, y), (19, opening), (250, 250, 250))
    if opening > 3:
        pupil_x = x + 5 * pose.yaw
        canvas.ellipse((pupil_x, y), (7.5, min(7.5, opening)), (90, 60, 30))
        canvas.ellipse((pupil_x, y), (3.5, min(3.5, opening)), (10, 10, 10))
    canvas.ellipse((x, y), (19, opening), (60, 60, 60), 1, 180, 360)
    # Drawn-down brows come down at the inner end (anger); with raised brows and a sad mouth the inner end goes up.
    inner_drop = 9 * max(0.0, -pose.brow) - 9 * max(0.0, -pose.smile) * (1 + min(0.0, pose.brow))
    brow_y = y - 24 - 9 * pose.brow
    brow = [(x - side * 22, brow_y + 3 + inner_drop), (x, brow_y - 4 + 0.3 * inner_drop), (x + side * 22, brow_y + 4)]
    canvas.line(brow, darker(speaker.hair, 0.6), 6)


def draw_glasses(canvas, x, y):
    frame = (50, 45, 40)
    for side in (-1, 1):
        canvas.ellipse((x + side * 34, y + 2), (27, 21), frame, 2)
    canvas.line([(x - 7, y), (x + 7, y)], frame, 2)


def draw_nose(canvas, speaker, x, y, turn):
    bridge = [(x + 1.4 * turn - 3, y - 12), (x + 1.8 * turn + 9, y + 22), (x + 1.4 * turn - 8, y + 24)]
    canvas.polygon(bridge, darker(speaker.skin, 0.8))
    for offset in (-7, 8):
        canvas.ellipse((x + 1.5 * turn + offset, y + 24), (3, 2), darker(speaker.skin, 0.5))


def draw_mouth(canvas, x, y, pose):
    """Lips, the open mouth between them and, when it is wide open, the upper teeth."""
    across = np.linspace(-1, 1, 25)
    bow = 1 - across**2
    width = 32 * (1 - 0.35 * pose.rounding) + 8 * max(0.0, pose.smile)
    height = 3 + 20 * pose.mouth_open
    corners = -13 * pose.smile * across**2 + 5 * pose.smile

    def between(upper, lower, share):
        points = [(x + share * width * a, y + b) for a, b in zip(across, upper)]
        return points + [(x + share * width * a, y + b) for a, b in zip(across[::-1], lower[::-1])]

    canvas.polygon(between(corners - (0.45 * height + 4) * bow, corners + (height + 5) * bow, 1.0), (90, 90, 190))
    if pose.mouth_open > 0.05:
        inside = between(corners - 0.4 * height * bow, corners + 0.9 * height * bow, 0.85)
        canvas.polygon(inside, (30, 20, 60))
    if pose.mouth_open > 0.4:
        canvas.ellipse((x, y - 0.2 * height + 5 * pose.smile), (0.55 * width, 3), (240, 240, 240))


def with_sensor_noise(picture, frame):
    """A little grain, the same on every run."""
    grain = np.random.RandomState(frame).randint(-2, 3, (HEIGHT // 4, WIDTH // 4, 1))
    grain = grain.repeat(4, 0).repeat(4, 1)
    return np.clip(picture.astype(np.int16) + grain, 0, 255).astype(np.uint8)
