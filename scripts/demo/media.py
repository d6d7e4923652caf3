"""Writing and reading media files through the ffmpeg programs."""
import json
import subprocess
import tempfile
import wave
from pathlib import Path

import numpy as np

FRAMES_PER_SECOND = 25


def encode(path: Path, pictures, samples: np.ndarray, sample_rate: int, quality: int = 29, sound: str = "56k") -> None:
    """Writes H.264 and mono AAC to an MP4.

    @param pictures  iterable of height x width x 3 BGR arrays
    @param samples   mono, -1 .. 1
    @param quality   of the picture, as x264's crf: less is better and larger
    @param sound     bits per second
    """
    with tempfile.TemporaryDirectory() as folder:
        wave_file = Path(folder) / "sound.wav"
        write_wave(wave_file, samples, sample_rate)
        pictures = iter(pictures)
        first = next(pictures)
        height, width = first.shape[:2]
        command = ["ffmpeg", "-v", "error", "-y",
                   "-f", "rawvideo", "-pix_fmt", "bgr24", "-s", f"{width}x{height}", "-r", str(FRAMES_PER_SECOND),
                   "-i", "-", "-i", str(wave_file),
                   "-c:v", "libx264", "-preset", "slow", "-crf", str(quality), "-g", "50", "-pix_fmt", "yuv420p",
                   "-threads", "1",  # the same bytes whatever the machine
                   "-c:a", "aac", "-b:a", sound, "-ar", "44100", "-ac", "1",
                   "-movflags", "+faststart", "-map_metadata", "-1",
                   "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact", str(path)]
        process = subprocess.Popen(command, stdin=subprocess.PIPE)
        process.stdin.write(first.tobytes())
        for picture in pictures:
            process.stdin.write(picture.tobytes())
        process.stdin.close()
        if process.wait():
            raise SystemExit(f"ffmpeg could not write {path}")


def write_wave(path: Path, samples: np.ndarray, sample_rate: int) -> None:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(sample_rate)
        file.writeframes((np.clip(samples, -1, 1) * 32767).round().astype("<i2").tobytes())


def probe(path: Path) -> dict:
    """width, height, and the times at which video frames are shown (seconds), sorted, and where the sound starts."""
    command = ["ffprobe", "-v", "error", "-show_entries",
               "stream=codec_type,width,height,start_time:packet=codec_type,pts_time", "-of", "json", str(path)]
    report = json.loads(subprocess.check_output(command))
    video = next(stream for stream in report["streams"] if stream["codec_type"] == "video")
    audio = next(stream for stream in report["streams"] if stream["codec_type"] == "audio")
    times = sorted(float(p["pts_time"]) for p in report["packets"] if p["codec_type"] == "video")
    return {"width": video["width"], "height": video["height"], "frame_times": np.array(times),
            "sound_start": float(audio["start_time"])}


def decode_sound(path: Path, sample_rate: int) -> np.ndarray:
    """Mono samples, -1 .. 1; the first belongs to the moment of the first video frame."""
    command = ["ffmpeg", "-v", "error", "-i", str(path), "-vn", "-ac", "1", "-ar", str(sample_rate),
               "-flags", "+bitexact", "-f", "f32le", "-"]
    samples = np.frombuffer(subprocess.check_output(command), "<f4").astype(np.float64)
    about = probe(path)
    lead = round((about["sound_start"] - about["frame_times"][0]) * sample_rate)
    return np.concatenate([np.zeros(lead), samples]) if lead >= 0 else samples[-lead:]


def decode_pictures(path: Path):
    """Yields the decoded frames as BGR arrays in the order of their times."""
    about = probe(path)
    width, height = about["width"], about["height"]
    command = ["ffmpeg", "-v", "error", "-i", str(path), "-an", "-fps_mode", "passthrough",
               "-flags", "+bitexact", "-sws_flags", "bitexact+accurate_rnd", "-pix_fmt", "bgr24", "-f", "rawvideo", "-"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    size = width * height * 3
    while len(data := process.stdout.read(size)) == size:
        yield np.frombuffer(data, np.uint8).reshape(height, width, 3)
    if process.wait():
        raise SystemExit(f"ffmpeg could not read {path}")
