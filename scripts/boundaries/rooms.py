"""Makes synthetic speech sound like recordings: level, room, noise."""
import numpy as np

RATE = 16000


def resampled(samples: np.ndarray, rate: int) -> np.ndarray:
    """At 16 kHz, by Fourier transform."""
    length = int(round(len(samples) * RATE / rate))
    size = 1 << int(np.ceil(np.log2(len(samples))))
    new_size = 2 * int(round(size * RATE / rate / 2))
    spectrum = np.fft.rfft(samples, size)[:new_size // 2 + 1]
    # the new size is a whole number of samples: the rate is off by 1e-5 at most
    return np.fft.irfft(spectrum, new_size)[:length] * new_size / size


def recorded(samples: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """16-bit samples."""
    sound = samples / (np.abs(samples).max() + 1e-9) * random.uniform(2000, 14000)
    if random.random() < 0.5:
        length = int(random.uniform(0.05, 0.3) * RATE)
        echo = random.standard_normal(length) * 10 ** (-3 * np.arange(length) / length)
        echo *= random.uniform(0.1, 0.6) / np.sqrt((echo ** 2).sum())
        echo[0] = 1
        size = 1 << int(np.ceil(np.log2(len(sound) + length)))
        sound = np.fft.irfft(np.fft.rfft(sound, size) * np.fft.rfft(echo, size), size)[:len(sound)]
    noise = random.standard_normal(len(sound))
    if random.random() < 0.6:  # deep noise
        noise = np.cumsum(noise)
        noise -= np.convolve(np.pad(noise, 100, "edge"), np.full(201, 1 / 201), "valid")
    ratio = random.choice([50, 40, 30, 25, 20, 15])
    noise *= np.sqrt((sound ** 2).mean()) * 10 ** (-ratio / 20) / np.sqrt((noise ** 2).mean())
    return np.clip(np.round(sound + noise), -32000, 32000).astype("<i2")
