#include "tests/support/odd_media.h"

#include <QProcess>
#include <QStringList>

#include <array>
#include <cstdint>
#include <fstream>
#include <functional>
#include <map>

namespace support {

namespace {

/// Fourteen bars of 32 px every 40 px from x = 44, y = 80…279: a white guard, twelve bits of the frame number
/// (lowest first), a black guard. Drawn at a quarter of the size, which takes ffmpeg a sixteenth of the time.
const QString kBars = QStringLiteral(
    "geq=lum='if(between(Y,20,69)*between(mod(X-11,10),0,7)*between(X,11,150),if(eq(floor((X-11)/10),0),235,"
    "if(eq(floor((X-11)/10),13),16,if(mod(floor(N/pow(2,floor((X-11)/10)-1)),2),235,16))),96)':cb=128:cr=128,"
    "scale=640:360:flags=neighbor");

struct Recipe {
    const char* name;
    /// Arguments of ffmpeg, split at spaces. @B stands for the bar code filter, @V(rate,seconds) for grey
    /// video,
    /// @A(rate,seconds) for the beeps, @X for H.264; <name> for another file of this list.
    const char* arguments;
};

constexpr Recipe kRecipes[] = {
    {"plain_30fps.mp4", "@V(30,4) @A(48000,4) -vf @B @X -g 250 -c:a aac -b:a 48k -shortest"},
    {"ntsc_2997.mp4", "@V(30000/1001,4.1) @A(48000,4) -vf @B @X -frames:v 120 -c:a aac -b:a 48k"},
    {"no_audio.mp4", "@V(30,4) -vf @B @X -an"},
    {"stereo_44k.mp3", "@A(44100,4) -ac 2 -c:a libmp3lame -b:a 64k"},
    {"mono_8k_mulaw.wav", "@A(8000,4) -ac 1 -c:a pcm_mulaw"},
    {"surround_5_1.flac", "@A(48000,4) -ac 6 -c:a flac"},
    {"float32_16k.wav", "@A(16000,4) -c:a pcm_f32le"},
    {"pcm24_16k.wav", "@A(16000,4) -c:a pcm_s24le -ac 1"},
    {"audio_only.ogg", "@A(48000,4) -c:a libvorbis -b:a 48k"},
    {"vfr.mp4",
     "@V(30,4) @A(48000,4) -vf "
     "@B,select='if(lt(t,1),1,if(lt(t,2),not(mod(n,3)),if(lt(t,2.5),eq(n,60),not(mod(n,2)))))' "
     "-vsync vfr @X -c:a aac -b:a 48k"},
    {"start_3500ms.ts", "@V(30,3) @A(48000,3) -vf @B @X -c:a aac -b:a 48k -output_ts_offset 3.5 -f mpegts"},
    {"start_100000s.ts",
     "@V(30,3) @A(48000,3) -vf @B @X -c:a aac -b:a 48k -output_ts_offset 100000 -f mpegts"},
    {"audio_late_400ms.mkv",
     "-i <plain_30fps.mp4> -itsoffset 0.4 -i <plain_30fps.mp4> -map 0:v -map 1:a -c copy"},
    {"edit_list_cut.mp4", "-ss 1.37 -i <plain_30fps.mp4> -c copy -avoid_negative_ts disabled"},
    {"anamorphic.mp4", "@V(25,2) -vf @B,scale=480:360,setsar=4/3 @X -an"},
    {"odd_size_444.mp4",
     "-f lavfi -i testsrc=s=321x241:r=25:d=2 -c:v libx264 -preset veryfast -crf 30 -pix_fmt yuv444p"},
    {"interlaced.mpg", "@V(50,2) -vf @B,interlace -c:v mpeg2video -flags +ildct+ilme -q:v 12"},
    {"hevc_10bit.mp4",
     "@V(30,2) -vf @B,format=yuv420p10le -c:v libx265 -preset ultrafast -x265-params log-level=error -crf 32 "
     "-tag:v hvc1 -an"},
    {"vp9_opus.webm",
     "@V(30,3) @A(48000,3) -vf @B -c:v libvpx-vp9 -b:v 100k -deadline realtime -cpu-used 8 -c:a libopus -b:a "
     "24k"},
    {"mjpeg_pcm.avi", "@V(30,3) @A(44100,3) -vf @B -c:v mjpeg -q:v 12 -c:a pcm_s16le"},
    {"one_fps_one_keyframe.mp4", "@V(1,60) @A(8000,60) -vf @B @X -g 600 -c:a aac -b:a 24k"},
    {"fps_120.mp4", "@V(120,2) -vf @B @X -an"},
    {"single_frame.mp4",
     "-f lavfi -i color=c=red:s=640x360:r=30:d=0.033 -c:v libx264 -pix_fmt yuv420p -frames:v 1 -an"},
    {"two_audio_tracks.mkv",
     "@V(30,2) @A(48000,2) -f lavfi -i aevalsrc=exprs='0.3*sin(2*PI*880*t)':s=48000:d=2 -vf @B -map 0:v -map "
     "1:a "
     "-map 2:a @X -c:a aac -b:a 48k -metadata:s:a:0 language=eng -metadata:s:a:1 language=fra"},
    {"audio_shorter_than_video.mp4", "@V(30,3) @A(48000,1.5) -vf @B @X -c:a aac -b:a 48k"},
    {"with_subtitles.mp4", "-i <plain_30fps.mp4> -i <captions.srt> -c copy -c:s mov_text"},
    {"digital_silence.wav", "-f lavfi -i anullsrc=r=16000:cl=mono -t 3 -c:a pcm_s16le"},
    {"clipped.wav",
     "-f lavfi -i aevalsrc=exprs='max(-1,min(1,3*sin(2*PI*200*t)))':s=16000:d=2 -c:a pcm_s16le"},
    {"dc_offset.wav", "-f lavfi -i aevalsrc=exprs='0.4+0.1*sin(2*PI*200*t)':s=16000:d=2 -c:a pcm_s16le"},
    {"five_ms.wav", "-f lavfi -i sine=frequency=300:sample_rate=16000:duration=0.005 -c:a pcm_s16le"},
    {"faststart.mp4", "-i <plain_30fps.mp4> -c copy -movflags +faststart"},
    {"long_gops.ts", "@V(25,12) -vf @B @X -g 60 -an -f mpegts"},
};

using Bytes = std::string;

Bytes bytesOf(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

Bytes head(const Bytes& bytes, double part)
{
    return bytes.substr(0, static_cast<std::size_t>(static_cast<double>(bytes.size()) * part));
}

/// An MP4 that is to be shown turned by 90°, as phones write it: with the matrix of its first track's header.
/// (FFmpeg 5 writes it by `rotate`, FFmpeg 7 by `-display_rotation` alone.)
Bytes turned(Bytes bytes)
{
    constexpr std::size_t matrix = 44; // behind the name of a header of version 0
    const std::array<std::uint32_t, 6> places{0, 0xffff0000, 0, 0x10000, 0, 0};
    std::size_t at = bytes.find("tkhd");
    if (at == Bytes::npos || bytes.at(at + 4) != 0)
        qFatal("no header of a track");
    at += matrix;
    for (const std::uint32_t place : places) {
        for (int shift = 24; shift >= 0; shift -= 8)
            bytes.at(at++) = static_cast<char>(place >> shift & 0xff);
    }
    return bytes;
}

/// Files that are made from the bytes of others.
const std::map<std::string, std::function<Bytes(OddMedia&)>>& damaged()
{
    static const std::map<std::string, std::function<Bytes(OddMedia&)>> list{
        {"truncated_playable.mp4",
         [](OddMedia& media) { return head(bytesOf(media.file("faststart.mp4")), 0.6); }},
        {"truncated_no_moov.mp4",
         [](OddMedia& media) { return head(bytesOf(media.file("plain_30fps.mp4")), 0.6); }},
        {"corrupt_middle.mp4",
         [](OddMedia& media) {
             Bytes bytes = bytesOf(media.file("faststart.mp4"));
             return bytes.replace(bytes.size() / 2, 4000, 4000, '\xaa');
         }},
        {"unreadable_stretch.mp4",
         [](OddMedia& media) {
             Bytes bytes = bytesOf(media.file("faststart.mp4"));
             return bytes.replace(bytes.size() / 2, bytes.size() / 5, bytes.size() / 5, '\xaa');
         }},
        {"rotated_90.mp4", [](OddMedia& media) { return turned(bytesOf(media.file("no_audio.mp4"))); }},
        {"empty.mp4", [](OddMedia&) { return Bytes(); }},
        {"text.mp4", [](OddMedia&) { return Bytes("this is not a video\n"); }},
        {"header_only.wav",
         [](OddMedia& media) { return bytesOf(media.file("digital_silence.wav")).substr(0, 44); }},
        {"name with spaces, ünïcode & #%25: 'quote.mp4",
         [](OddMedia& media) { return bytesOf(media.file("plain_30fps.mp4")); }},
        {"captions.srt",
         [](OddMedia&) {
             return Bytes(
                 "1\n00:00:00,500 --> 00:00:01,500\nhello there\n\n2\n00:00:02,000 --> 00:00:03,000\n"
                 "second caption\n");
         }},
    };
    return list;
}

QStringList expanded(OddMedia& media, const QString& part)
{
    const auto inBrackets = [&] { return part.mid(3).chopped(1).split(u','); };
    if (part.startsWith(u"@V("))
        return {
            QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"),
            QStringLiteral("color=c=gray:s=160x90:r=%1:d=%2").arg(inBrackets().at(0), inBrackets().at(1))};
    if (part.startsWith(u"@A("))
        return {QStringLiteral("-f"), QStringLiteral("lavfi"), QStringLiteral("-i"),
                QStringLiteral("aevalsrc=exprs='0.3*sin(2*PI*440*t)*lt(mod(t\\,1)\\,0.1)':s=%1:d=%2")
                    .arg(inBrackets().at(0), inBrackets().at(1))};
    if (part == u"@X")
        return QStringLiteral("-c:v libx264 -preset veryfast -crf 30 -pix_fmt yuv420p").split(u' ');
    if (part.startsWith(u'<'))
        return {QString::fromStdString(media.file(part.mid(1).chopped(1).toStdString()).string())};
    QString plain = part;
    return {plain.replace(QStringLiteral("@B"), kBars)};
}

const Recipe* recipe(const std::string& name)
{
    for (const Recipe& recipe : kRecipes)
        if (name == recipe.name)
            return &recipe;
    return nullptr;
}

}

OddMedia::OddMedia()
{
    if (!m_folder.isValid())
        qFatal("no temporary folder");
}

std::vector<std::string> OddMedia::names()
{
    std::vector<std::string> names;
    for (const Recipe& recipe : kRecipes)
        names.emplace_back(recipe.name);
    for (const auto& [name, bytes] : damaged())
        names.push_back(name);
    return names;
}

std::filesystem::path OddMedia::folder() const
{
    return m_folder.path().toStdString();
}

std::filesystem::path OddMedia::file(const std::string& name)
{
    const std::filesystem::path path = folder() / name;
    if (!std::filesystem::exists(path))
        make(name);
    return path;
}

void OddMedia::make(const std::string& name)
{
    const std::filesystem::path path = folder() / name;
    if (const auto bytes = damaged().find(name); bytes != damaged().end()) {
        std::ofstream(path, std::ios::binary) << bytes->second(*this);
        return;
    }
    const Recipe* found = recipe(name);
    if (!found)
        qFatal("no recipe for %s", name.c_str());
    QStringList arguments{QStringLiteral("-hide_banner"), QStringLiteral("-v"), QStringLiteral("error"),
                          QStringLiteral("-nostdin"), QStringLiteral("-y")};
    for (const QString& part : QString::fromLatin1(found->arguments).split(u' '))
        arguments += expanded(*this, part);
    arguments += QString::fromStdString(path.string());
    QProcess ffmpeg;
    ffmpeg.start(QStringLiteral("ffmpeg"), arguments);
    if (!ffmpeg.waitForFinished(120'000) || ffmpeg.exitCode() != 0)
        qFatal("ffmpeg could not make %s: %s", name.c_str(), ffmpeg.readAllStandardError().constData());
}

QString barCodeFilter()
{
    return kBars;
}

int frameNumber(const engine::VideoFrame& frame)
{
    const auto green = [&](int bar) {
        const int x = (40 * bar + 60) * frame.width / 640;
        const int y = frame.height / 2;
        return frame.bgra[(static_cast<std::size_t>(y) * static_cast<std::size_t>(frame.width)
                           + static_cast<std::size_t>(x))
                              * 4
                          + 1];
    };
    if (green(0) < 160 || green(13) > 90)
        return -1;
    int number = 0;
    for (int bit = 0; bit < 12; ++bit)
        if (green(bit + 1) > 128)
            number |= 1 << bit;
    return number;
}

}
