#include "app/privacy/pair_player.h"

#include "app/tasks/tasks.h"
#include "engine/media/video_reader.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace app {

namespace {

using Clock = std::chrono::steady_clock;

constexpr int kWidth = 480; // pixels
constexpr double kStep = 0.04; // seconds

engine::VideoReader readerOf(const QString& file)
{
    return engine::VideoReader(engine::MediaFile(file.toStdString()), engine::VideoReader::kKeptInSequence);
}

/// Waits until then, or until it is stopped.
void waitUntil(Clock::time_point then, const std::stop_token& stop)
{
    while (Clock::now() < then && !stop.stop_requested())
        std::this_thread::sleep_for(
            std::min<Clock::duration>(then - Clock::now(), std::chrono::milliseconds(10)));
}

}

QImage smallPicture(engine::VideoReader& reader, double seconds, const std::stop_token& stop)
{
    const auto frame = reader.frame(reader.index().at(seconds), kWidth, kWidth, stop);
    return QImage(frame->bgra.data(), frame->width, frame->height, QImage::Format_RGB32).copy();
}

PairPlayer::PairPlayer(Tasks& tasks, QObject* parent) : QObject(parent), m_reading(tasks, this) { }

void PairPlayer::play(const LookPicture& look)
{
    m_reading.start(
        tr("Playing before and after"),
        [this, look](const TaskRun& run) {
            engine::VideoReader before = readerOf(look.original), after = readerOf(look.copy);
            const double from = std::max(0.0, look.seconds - kAround);
            const Clock::time_point begun = Clock::now();
            for (double at = from; at <= look.seconds + kAround && !run.stop.stop_requested(); at += kStep) {
                const auto then = begun
                    + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(at - from));
                if (at > from && Clock::now() > then + std::chrono::duration<double>(kStep))
                    continue;
                const QImage was = smallPicture(before, at, run.stop), is = smallPicture(after, at, run.stop);
                waitUntil(then, run.stop);
                run.post([this, was, is, at] { emit shown(was, is, at); });
            }
        },
        [this](std::monostate) { emit ended(); });
}

void PairPlayer::stop()
{
    m_reading.abandon();
    emit ended();
}

}
