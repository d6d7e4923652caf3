"""Visual features: what was drawn, and what can be measured in the decoded picture, one row per frame."""
import cv2
import numpy as np

import media

CASCADE = "/usr/share/opencv4/haarcascades/haarcascade_frontalface_default.xml"
DETECTION_STEP = 5  # frames
MEASUREMENT_NOISE = {"mouth_open": 0.03, "smile": 0.06, "brow": 0.06, "yaw": 0.03, "pitch": 0.03, "blink": 0.02}

DRAWN = ["mouth_open", "smile", "brow", "yaw", "pitch", "blink"]
MEASURED = ["motion_energy", "eye_motion", "mouth_motion", "eye_luminance", "mouth_luminance", "mouth_contrast",
            "mouth_dark_share", "lip_width", "lip_height", "lip_corner_rise", "mouth_luminance_from_median",
            "lip_corner_rise_from_median"]
NAMES = DRAWN + MEASURED + ["drawn_face", "measured_face"]

# Parts of the face box: left, top, right, bottom as shares of its width and height.
EYES = (0.12, 0.22, 0.88, 0.50)
MOUTH = (0.25, 0.62, 0.75, 0.93)


def extract(path, drawn, seed: int) -> np.ndarray:
    """frames x NAMES.

    @param drawn  the drawn truth, frames x DRAWN, or None for a real face: then these columns are 0
    @param seed   of the measurement noise that is added to the drawn truth
    """
    pictures = list(media.decode_pictures(path))
    box = face_box(pictures)
    measured = measure(pictures, box) if box is not None else np.zeros((len(pictures), len(MEASURED)))
    truth = np.zeros((len(pictures), len(DRAWN)))
    if drawn is not None:
        noise = np.random.RandomState(seed).randn(*truth.shape) * [MEASUREMENT_NOISE[name] for name in DRAWN]
        truth = np.asarray(drawn)[: len(pictures)] + noise
    flags = np.tile([float(drawn is not None), float(box is not None)], (len(pictures), 1))
    return np.column_stack([truth, measured, flags]).astype(np.float32)


def face_box(pictures):
    """(x, y, width, height): the median of the faces that OpenCV's Haar cascade finds in the video, or None.

    One box serves the whole video: the heads hardly move, and whether a single drawn frame is recognised depends on
    its expression, which must not leak into the other measures.
    """
    cascade = cv2.CascadeClassifier(CASCADE)
    found = []
    for picture in pictures[::DETECTION_STEP]:
        grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
        faces = cascade.detectMultiScale(grey, 1.1, 3, minSize=(80, 80))
        if len(faces):
            found.append(max(faces, key=lambda face: face[2]))
    return np.median(found, axis=0).round().astype(int) if found else None


def crop(picture, box, part):
    x, y, width, height = box
    left, top, right, bottom = part
    rows = slice(max(0, int(y + top * height)), int(y + bottom * height))
    return picture[rows, max(0, int(x + left * width)) : int(x + right * width)]


def measure(pictures, box):
    """frames x MEASURED; luminances, motions and shares are 0 .. 1, lengths are in box sizes."""
    rows, previous = [], None
    for picture in pictures:
        grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY).astype(np.float32) / 255
        change = np.abs(grey - previous) if previous is not None else np.zeros_like(grey)
        mouth = crop(grey, box, MOUTH)
        rows.append([
            crop(change, box, (0, 0, 1, 1)).mean(), crop(change, box, EYES).mean(), crop(change, box, MOUTH).mean(),
            crop(grey, box, EYES).mean(), mouth.mean(), mouth.std(), np.mean(mouth < 0.45 * np.median(mouth)),
            *lips(crop(picture, box, MOUTH), box)])
        previous = grey
    rows = np.array(rows)
    for name in ("mouth_luminance", "lip_corner_rise"):
        column = rows[:, MEASURED.index(name)]
        rows = np.column_stack([rows, column - np.median(column)])
    return rows


def lips(mouth, box):
    """(width, height, how far the corners lie above the middle) of what is redder than the rest of the mouth region."""
    red = cv2.cvtColor(mouth, cv2.COLOR_BGR2LAB)[:, :, 1].astype(np.float32)
    weight = np.clip(red - np.median(red) - 4, 0, None)
    by_column = weight.sum(axis=0)
    if by_column.sum() < 50:
        return 0.0, 0.0, 0.0
    share = np.cumsum(by_column) / by_column.sum()
    y, x = np.mgrid[: mouth.shape[0], : mouth.shape[1]]

    def height_of(columns):
        return np.average(y[:, columns], weights=weight[:, columns]) if weight[:, columns].sum() > 0 else np.nan

    centre, corners = height_of((share > 0.35) & (share < 0.65)), height_of((share < 0.15) | (share > 0.85))
    rise = np.nan_to_num(centre - corners)
    middle_x, middle_y = np.average(x, weights=weight), np.average(y, weights=weight)
    width = 4 * np.sqrt(np.average((x - middle_x) ** 2, weights=weight))
    height = 4 * np.sqrt(np.average((y - middle_y) ** 2, weights=weight))
    return width / box[2], height / box[3], rise / box[3]
