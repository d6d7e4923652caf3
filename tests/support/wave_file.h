#pragma once

#include <QByteArray>
#include <QFile>

#include <cmath>
#include <cstring>
#include <filesystem>
#include <functional>
#include <numbers>

/// Sound files that tests make of formulas.
namespace support {

/// Writes mono sound as 32-bit float wav. @param sample  its value at a time in seconds
inline std::filesystem::path writeWave(const std::filesystem::path& path, int sampleRate, double seconds,
                                       const std::function<double(double)>& sample)
{
    const auto count = static_cast<int>(std::lround(seconds * sampleRate));
    QByteArray bytes;
    const auto add = [&](auto value) { bytes.append(reinterpret_cast<const char*>(&value), sizeof value); };
    bytes.append("RIFF");
    add(std::uint32_t(36 + 4 * count));
    bytes.append("WAVEfmt ");
    add(std::uint32_t{16});
    add(std::uint16_t{3}); // float
    add(std::uint16_t{1});
    add(std::uint32_t(sampleRate));
    add(std::uint32_t(4 * sampleRate));
    add(std::uint16_t{4});
    add(std::uint16_t{32});
    bytes.append("data");
    add(std::uint32_t(4 * count));
    for (int i = 0; i < count; ++i)
        add(static_cast<float>(sample(static_cast<double>(i) / sampleRate)));
    QFile file(QString::fromStdString(path.string()));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", path.c_str());
    return path;
}

/// A sine. @param level  dB below full scale, negative
inline double tone(double seconds, double hertz, double level)
{
    return std::pow(10.0, level / 20) * std::sin(2 * std::numbers::pi * hertz * seconds);
}

}
