"""Acoustic features of decoded sound, 100 rows per second."""
import numpy as np

SAMPLE_RATE = 16000
HOP = 160
ROWS_PER_SECOND = SAMPLE_RATE // HOP
WINDOW = 400  # 25 ms, for everything spectral
FFT_SIZE = 512
PITCH_WINDOW = 800  # 50 ms: three periods of the lowest voice
PITCH_LOWEST, PITCH_HIGHEST = 55.0, 420.0  # Hz
VOICING_THRESHOLD = 0.5
SILENCE_DB = -55.0
BANDS = 20
BAND_LOWEST, BAND_HIGHEST = 60.0, 7600.0  # Hz
SPREAD_ROWS = 101  # 1 s

NAMES = [f"logmel_{band:02d}_from_mean" for band in range(BANDS)] + [
    "rms_db", "f0_hz", "voicing", "spectral_centroid_hz", "spectral_flux", "zero_crossings_per_second",
    "spectral_tilt_db", "f0_semitones_from_median", "f0_spread_1s", "f0_change_rate", "rms_db_from_median"]


def extract(samples: np.ndarray) -> np.ndarray:
    """One row of NAMES per whole hundredth of a second; row k is centred on k/100 + 5 ms.

    @param samples  mono at SAMPLE_RATE, -1 .. 1
    """
    rows = len(samples) // HOP
    spectral = frames(samples, rows, WINDOW)
    power = np.abs(np.fft.rfft(spectral * np.hanning(WINDOW), FFT_SIZE)) ** 2 / WINDOW
    frequencies = np.fft.rfftfreq(FFT_SIZE, 1 / SAMPLE_RATE)
    mel = 10 * np.log10(power @ mel_filters(frequencies).T + 1e-9)
    rms_db = 10 * np.log10(np.mean(spectral**2, axis=1) + 1e-9)
    f0, voicing = track_pitch(samples, rows, rms_db)
    voiced = f0 > 0
    centroid = (power @ frequencies) / (power.sum(axis=1) + 1e-9)
    magnitude = np.sqrt(power)
    shape = magnitude / (magnitude.sum(axis=1, keepdims=True) + 1e-6)
    flux = np.concatenate([[0.0], np.abs(np.diff(shape, axis=0)).sum(axis=1)])
    crossings = np.mean(np.diff(np.signbit(spectral), axis=1) != 0, axis=1) * SAMPLE_RATE
    low, high = power[:, frequencies < 1000].sum(axis=1), power[:, frequencies >= 1000].sum(axis=1)
    tilt = 10 * np.log10((high + 1e-9) / (low + 1e-9))
    semitones = np.zeros(rows)
    if voiced.any():
        semitones[voiced] = 12 * np.log2(f0[voiced] / np.median(f0[voiced]))
    loud_enough = rms_db > SILENCE_DB
    level = np.zeros(rows)
    if loud_enough.any():
        level = np.where(loud_enough, rms_db - np.median(rms_db[loud_enough]), 0.0)
        mel -= mel[loud_enough].mean(axis=0)
    columns = [rms_db, f0, voicing, centroid, flux, crossings, tilt, semitones, spread(semitones, voiced),
               change_rate(semitones, voiced), level]
    return np.column_stack([mel] + columns).astype(np.float32)


def frames(samples, rows, size):
    """rows x size: windows centred on the middles of the hops, zeros beyond the ends."""
    before = (size - HOP) // 2
    padded = np.pad(samples[: rows * HOP], (before, size))
    return padded[np.arange(rows)[:, None] * HOP + np.arange(size)]


def mel_filters(frequencies):
    """BANDS x frequencies: triangles of equal width on the mel scale 2595 log10(1 + f/700)."""
    edges = np.linspace(*(2595 * np.log10(1 + f / 700) for f in (BAND_LOWEST, BAND_HIGHEST)), BANDS + 2)
    edges = 700 * (10 ** (edges / 2595) - 1)
    left, centre, right = edges[:-2, None], edges[1:-1, None], edges[2:, None]
    rising, falling = (frequencies - left) / (centre - left), (right - frequencies) / (right - centre)
    return np.clip(np.minimum(rising, falling), 0, None)


def track_pitch(samples, rows, rms_db):
    """(f0 in Hz, 0 where unvoiced; voicing 0..1), by the normalised autocorrelation.

    The autocorrelation of the windowed frame is divided by that of the window (Boersma 1993); of the peaks that come
    near to the highest one the shortest lag wins, and a median over five rows removes single octave jumps.
    """
    window = np.hanning(PITCH_WINDOW)
    signal = frames(samples, rows, PITCH_WINDOW)
    signal = (signal - signal.mean(axis=1, keepdims=True)) * window
    size = 2 * PITCH_WINDOW

    def autocorrelation(values):
        return np.fft.irfft(np.abs(np.fft.rfft(values, size)) ** 2, size)[..., :PITCH_WINDOW]

    correlation = autocorrelation(signal)
    expected = autocorrelation(window)
    correlation = correlation / (correlation[:, :1] + 1e-9) / (expected / expected[0] + 1e-9)
    first, last = int(SAMPLE_RATE / PITCH_HIGHEST), int(SAMPLE_RATE / PITCH_LOWEST)
    inside = correlation[:, first : last + 1]
    peak = (inside >= correlation[:, first - 1 : last]) & (inside >= correlation[:, first + 1 : last + 2])
    heights = np.where(peak, inside, 0.0)
    best = heights.max(axis=1)
    lag = first + np.argmax(heights >= 0.9 * best[:, None], axis=1)
    row = np.arange(rows)
    here, before, after = correlation[row, lag], correlation[row, lag - 1], correlation[row, lag + 1]
    bend = before - 2 * here + after
    shift = np.where(np.abs(bend) > 1e-9, 0.5 * (before - after) / np.where(np.abs(bend) > 1e-9, bend, 1.0), 0.0)
    voicing = np.where(rms_db > SILENCE_DB, np.clip(best, 0, 1), 0.0)
    f0 = np.where(voicing > VOICING_THRESHOLD, SAMPLE_RATE / (lag + np.clip(shift, -0.5, 0.5)), 0.0)
    return median_of_five(f0), voicing


def median_of_five(values):
    padded = np.pad(values, 2, "edge")
    return np.median(np.stack([padded[i : i + len(values)] for i in range(5)]), axis=0)


def spread(semitones, voiced):
    """Standard deviation of the voiced semitones within half a second on either side."""
    kernel = np.ones(SPREAD_ROWS)
    total = lambda values: np.convolve(values, kernel, "same")[: len(values)] if len(values) >= SPREAD_ROWS else values
    count = np.maximum(total(voiced.astype(float)), 1)
    mean = total(np.where(voiced, semitones, 0.0)) / count
    return np.sqrt(np.maximum(total(np.where(voiced, semitones**2, 0.0)) / count - mean**2, 0))


def change_rate(semitones, voiced):
    """Size of the pitch movement in semitones per second, over 40 ms, 0 where any end is unvoiced."""
    result = np.zeros(len(semitones))
    both = voiced[4:] & voiced[:-4]
    result[2:-2] = np.where(both, np.minimum(np.abs(semitones[4:] - semitones[:-4]) / 0.04, 100.0), 0.0)
    return result
