#include "tests/support/truth_media.h"

#include <QFile>
#include <QProcess>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <optional>

#include "tests/support/packed_avi.h"

namespace support {

namespace {

QByteArray run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(120'000) || process.exitCode() != 0)
        qFatal("%s failed: %s", qPrintable(program), process.readAllStandardError().constData());
    return process.readAllStandardOutput();
}

QStringList expanded(const QString& part, const QString& source)
{
    if (part == u"@S")
        return {QStringLiteral("-i"), source};
    if (part == u"@X")
        return QStringLiteral("-c:v libx264 -preset veryfast -crf 26 -pix_fmt yuv420p -g 30 -bf 2 -vsync vfr")
            .split(u' ');
    return {part};
}

QStringList quiet()
{
    return {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-nostdin"), QStringLiteral("-y")};
}

/// A frame of sound as ffprobe decodes it.
struct SoundFrame {
    std::optional<double> time;
    std::size_t samples = 0;
};

std::vector<SoundFrame> soundFrames(const QString& path)
{
    const QByteArray text = run(
        QStringLiteral("ffprobe"),
        {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-select_streams"),
         QStringLiteral("a:0"), QStringLiteral("-show_entries"), QStringLiteral("frame=pts_time,nb_samples"),
         QStringLiteral("-of"), QStringLiteral("default=nokey=0:noprint_wrappers=1"), path});
    std::vector<SoundFrame> frames;
    std::optional<double> time;
    for (const QByteArray& line : text.split('\n')) {
        const QByteArray value = line.mid(line.indexOf('=') + 1).trimmed();
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        if (line.startsWith("pts_time"))
            time = isNumber ? std::optional(number) : std::nullopt;
        else if (line.startsWith("nb_samples"))
            frames.push_back({time, static_cast<std::size_t>(number)});
    }
    return frames;
}

/// When the first picture is shown on the container's clock, as ffprobe has it.
double firstPicture(const QString& path)
{
    const QByteArray text
        = run(QStringLiteral("ffprobe"),
              {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-select_streams"),
               QStringLiteral("v:0"), QStringLiteral("-show_entries"), QStringLiteral("frame=pts_time"),
               QStringLiteral("-of"), QStringLiteral("default=nokey=1:noprint_wrappers=1"), path});
    bool isNumber = false;
    const double picture = text.left(text.indexOf('\n')).trimmed().toDouble(&isNumber);
    return isNumber ? picture : 0.0;
}

}

const std::vector<TruthMedia::Layout>& TruthMedia::layouts()
{
    static const std::vector<Layout> list{
        {"plain.mp4", "@S @X -c:a aac"},
        {"plain.mov", "@S -c:v mjpeg -q:v 4 -c:a pcm_s16le"},
        {"av.ts", "@S @X -c:a aac"},
        {"ps.mpg", "@S -c:v mpeg2video -q:v 4 -g 15 -bf 2 -c:a mp2"},
        {"ps_mpeg1.mpg", "@S -c:v mpeg1video -q:v 9 -g 15 -bf 2 -c:a mp2"},
        {"dvd.vob", "@S -c:v mpeg2video -q:v 4 -g 15 -bf 2 -c:a ac3"},
        {"no_b.avi", "@S -c:v mpeg4 -q:v 4 -g 30 -bf 0 -c:a pcm_s16le"},
        {"divx.avi", "@S -c:v mpeg4 -q:v 4 -g 30 -bf 2 -c:a pcm_s16le"},
        {"one_b.avi", "@S -an -c:v mpeg4 -q:v 4 -g 30 -bf 1 -b_strategy 0", true, false},
        {"packed.avi", "", true, false},
        {"h264.avi", "@S @X -c:a pcm_s16le"},
        {"h264_open.avi", "@S @X -x264-params open-gop=1:bframes=3:b-pyramid=normal -c:a pcm_s16le"},
        {"mjpeg.avi", "@S -c:v mjpeg -q:v 4 -c:a pcm_s16le"},
        {"plain.mkv", "@S @X -c:a aac"},
        {"late_picture.mkv", "-itsoffset 1.04 @S @S -map 0:v -map 1:a @X -c:a pcm_s16le", true, true, -1.04},
        {"late_picture.mp4", "-itsoffset 1.04 @S @S -map 0:v -map 1:a @X -c:a aac", true, true, -1.04},
        {"late_sound.mkv", "@S -itsoffset 0.4 @S -map 0:v -map 1:a @X -c:a pcm_s16le", true, true, 0.4},
        {"late_sound.mp4", "@S -itsoffset 0.4 @S -map 0:v -map 1:a @X -c:a aac", true, true, 0.4},
        {"start_delay.mp4", "-itsoffset 5 @S @X -c:a aac"},
        {"fragmented.mp4", "@S @X -c:a aac -movflags frag_keyframe+empty_moov"},
        {"edited.mp4", "-ss 1.37 -i <plain.mp4> -c copy -avoid_negative_ts disabled", true, true, 0.0302,
         4.6}, // cut at 1.37 s, between two pictures
        {"plain.webm", "@S -c:v libvpx -b:v 300k -deadline realtime -cpu-used 8 -c:a libopus", true, true,
         kAsMuxed},
        {"vorbis.webm", "@S -c:v libvpx -b:v 300k -deadline realtime -cpu-used 8 -c:a libvorbis"},
        {"recorded.webm",
         "@S -c:v libvpx -b:v 300k -deadline realtime -cpu-used 8 -c:a libopus -f webm -live 1", true, true,
         kAsMuxed},
        {"sound.webm", "@S -vn -c:a libopus -f webm -live 1", false},
        {"plain.wmv", "@S -c:v wmv2 -q:v 4 -g 30 -c:a wmav2"},
        {"raw.h264", "@S -an @X", true, false},
        {"raw_no_b.h264", "@S -an @X -bf 0", true, false},
        {"raw.mjpeg", "@S -an -c:v mjpeg -q:v 4", true, false},
        {"no_xing.mp3", "@S -vn -c:a libmp3lame -q:a 4 -write_xing 0", false},
        {"plain.mp3", "@S -vn -c:a libmp3lame -q:a 4", false},
        {"plain.aac", "@S -vn -c:a aac", false},
    };
    return list;
}

const TruthMedia::Layout& TruthMedia::layout(const std::string& name)
{
    return *std::ranges::find(layouts(), name, &Layout::name);
}

std::filesystem::path TruthMedia::file(const std::string& name)
{
    const QString path = m_folder.filePath(QString::fromStdString(name));
    if (QFile::exists(path))
        return path.toStdString();
    if (name == "packed.avi") {
        QFile plain(QString::fromStdString(file("one_b.avi").string()));
        QFile packed(path);
        if (!plain.open(QIODevice::ReadOnly) || !packed.open(QIODevice::WriteOnly))
            qFatal("packed.avi cannot be made");
        packed.write(packedAvi(plain.readAll()));
        return path.toStdString();
    }
    const QString source = m_folder.filePath(QStringLiteral("source.mkv"));
    QStringList arguments = quiet();
    if (name == "source.mkv") {
        const QString pictures = QStringLiteral("color=c=gray:s=160x90:r=25:d=6,%1").arg(barCodeFilter());
        const QString clicks = QStringLiteral(
            "aevalsrc=exprs='0.7*cos(2*PI*1000*t)*lt(mod(t+0.4\\,0.8)\\,0.004)':s=48000:d=6");
        for (const QString& input : {pictures, clicks})
            arguments << QStringLiteral("-f") << QStringLiteral("lavfi") << QStringLiteral("-i") << input;
        arguments += QStringLiteral("-c:v ffv1 -c:a pcm_s16le").split(u' ');
    } else {
        file("source.mkv");
        for (const QString& part : QString::fromLatin1(layout(name).arguments).split(u' ')) {
            if (part.startsWith(u'<'))
                arguments << QString::fromStdString(file(part.mid(1).chopped(1).toStdString()).string());
            else
                arguments += expanded(part, source);
        }
    }
    run(QStringLiteral("ffmpeg"), arguments << path);
    return path.toStdString();
}

double TruthMedia::earliest(const std::string& name)
{
    const QString path = QString::fromStdString(file(name).string());
    double first = std::numeric_limits<double>::max();
    if (layout(name).hasAudio)
        first = soundFrames(path).front().time.value_or(0.0);
    if (!layout(name).hasVideo)
        return first;
    return std::min(first, firstPicture(path));
}

double TruthMedia::soundLate(const std::string& name)
{
    const double late = layout(name).soundLate;
    return std::isnan(late) ? -firstPicture(QString::fromStdString(file(name).string())) : late;
}

std::vector<double> TruthMedia::clicks(const std::string& name)
{
    const QString path = QString::fromStdString(file(name).string());
    const std::vector<SoundFrame> frames = soundFrames(path);
    const QByteArray bytes
        = run(QStringLiteral("ffmpeg"),
              quiet()
                  + QStringList{QStringLiteral("-i"), path, QStringLiteral("-map"), QStringLiteral("0:a:0"),
                                QStringLiteral("-ac"), QStringLiteral("1"), QStringLiteral("-f"),
                                QStringLiteral("f32le"), QStringLiteral("-")});
    std::vector<float> samples(static_cast<std::size_t>(bytes.size()) / sizeof(float));
    std::memcpy(samples.data(), bytes.constData(), samples.size() * sizeof(float));
    std::vector<double> result;
    for (const double seconds : clicksIn(samples, 48000)) {
        const auto sample = static_cast<std::size_t>(std::llround(seconds * 48000));
        std::size_t before = 0; // samples of the frames before the one that holds it
        double begins = 0.0;
        for (const SoundFrame& frame : frames) {
            begins = frame.time.value_or(begins);
            if (sample < before + frame.samples)
                break;
            before += frame.samples;
            begins += static_cast<double>(frame.samples) / 48000;
        }
        result.push_back(begins + static_cast<double>(sample - before) / 48000);
    }
    return result;
}

/// At its loudest: coding spreads a click, but not further to one side than to the other.
std::vector<double> clicksIn(const std::vector<float>& samples, double rate)
{
    const auto width = static_cast<std::size_t>(0.004 * rate);
    std::vector<double> energies(samples.size() > width ? samples.size() - width : 0);
    double energy = 0.0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        energy += static_cast<double>(samples[i]) * samples[i];
        if (i >= width) {
            energy -= static_cast<double>(samples[i - width]) * samples[i - width];
            energies[i - width] = energy;
        }
    }
    const double least = energies.empty() ? 0.0 : *std::ranges::max_element(energies) * 0.4;
    std::vector<double> clicks;
    const auto apart = static_cast<std::size_t>(0.3 * rate);
    for (std::size_t i = 0; i < energies.size(); ++i) {
        if (energies[i] < least)
            continue;
        const std::size_t end = std::min(energies.size(), i + apart);
        const auto best = std::max_element(energies.begin() + static_cast<std::ptrdiff_t>(i),
                                           energies.begin() + static_cast<std::ptrdiff_t>(end));
        clicks.push_back(static_cast<double>(best - energies.begin() + 1) / rate);
        i = end;
    }
    return clicks;
}

}
