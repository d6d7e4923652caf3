#include "engine/download/file_kind.h"

#include "engine/core/utf8.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace engine {

namespace {

using namespace std::string_view_literals;

constexpr auto kHdf5 = "HDF5"sv;
constexpr auto kMp4 = "MP4 or QuickTime"sv;
constexpr auto kMatroska = "Matroska or WebM"sv;
constexpr auto kAvi = "AVI"sv;
constexpr auto kWav = "WAV"sv;
constexpr auto kAsf = "Windows Media"sv;
constexpr auto kOgg = "Ogg"sv;
constexpr auto kFlac = "FLAC"sv;
constexpr auto kAiff = "AIFF"sv;
constexpr auto kFlash = "Flash video"sv;
constexpr auto kMp3 = "MP3"sv;
constexpr auto kAac = "AAC"sv;
constexpr auto kTagged = "MP3 or AAC with a tag"sv; // ID3, which says nothing of what follows
constexpr auto kProgram = "an MPEG program stream"sv;
constexpr auto kTransport = "an MPEG transport stream"sv;
constexpr auto kElementary = "a raw MPEG stream"sv;
constexpr auto kZip = "a ZIP archive"sv;

struct Magic {
    std::string_view bytes;
    std::size_t at;
    std::string_view kind;
};

constexpr std::array kMagic{
    Magic{"\x89HDF\r\n\x1a\n"sv, 0, kHdf5},
    Magic{"\x1a\x45\xdf\xa3"sv, 0, kMatroska},
    Magic{"\x30\x26\xb2\x75\x8e\x66\xcf\x11"sv, 0, kAsf},
    Magic{"OggS"sv, 0, kOgg},
    Magic{"fLaC"sv, 0, kFlac},
    Magic{"FLV\x01"sv, 0, kFlash},
    Magic{"ID3"sv, 0, kTagged},
    Magic{"ADIF"sv, 0, kAac},
    Magic{"RIFX"sv, 0, kWav},
    Magic{"RF64"sv, 0, kWav},
    Magic{"BW64"sv, 0, kWav},
    Magic{"\0\0\x01\xba"sv, 0, kProgram},
    Magic{"\0\0\x01\xb3"sv, 0, kElementary},
    Magic{"PK\x03\x04"sv, 0, kZip},
    Magic{"PK\x05\x06"sv, 0, kZip},
    Magic{"\x1f\x8b"sv, 0, "packed with gzip"sv},
    Magic{"7z\xbc\xaf\x27\x1c"sv, 0, "a 7z archive"sv},
    Magic{"Rar!\x1a\x07"sv, 0, "a RAR archive"sv},
    Magic{"ustar"sv, 257, "a tar archive"sv},
    Magic{"%PDF-"sv, 0, "a PDF document"sv},
    Magic{"\x89PNG\r\n"sv, 0, "a picture"sv},
    Magic{"GIF8"sv, 0, "a picture"sv},
    Magic{"\xff\xd8\xff"sv, 0, "a picture"sv},
    Magic{"SQLite format 3\0"sv, 0, "an SQLite database"sv},
    Magic{"\x93NUMPY"sv, 0, "a NumPy array"sv},
};

/// The boxes that MP4 and QuickTime files begin with.
constexpr std::array kBoxes{"ftyp"sv, "moov"sv, "mdat"sv, "wide"sv, "free"sv, "skip"sv,
                            "pnot"sv, "junk"sv, "styp"sv, "moof"sv, "sidx"sv, "uuid"sv};

std::string_view at(std::string_view bytes, std::size_t place, std::size_t size)
{
    return bytes.substr(std::min(place, bytes.size()), size);
}

/// Packets of 188 bytes, or of 192 with a time in front, each with the byte 0x47.
bool isTransportStream(std::string_view bytes)
{
    const auto beginsPackets = [&](std::size_t first, std::size_t step) {
        return bytes.size() > first + step && at(bytes, first, 1) == "G" && at(bytes, first + step, 1) == "G"
            && (bytes.size() <= first + 2 * step || at(bytes, first + 2 * step, 1) == "G");
    };
    return beginsPackets(0, 188) || beginsPackets(4, 192);
}

/// The header of a frame of MPEG sound: eleven bits are set, and two tell AAC from the layers of MP3.
std::string_view kindOfSoundFrame(std::string_view bytes)
{
    if (bytes.size() < 4 || bytes[0] != '\xff')
        return {};
    const auto second = static_cast<unsigned char>(bytes[1]);
    const auto third = static_cast<unsigned char>(bytes[2]);
    if ((second & 0xF6U) == 0xF0U)
        return kAac;
    const bool isKnown = (second & 0x18U) != 0x08U && (second & 0x06U) != 0; // version, layer
    const bool hasRates = (third & 0xF0U) != 0xF0U && (third & 0x0CU) != 0x0CU; // bits, samples per second
    return (second & 0xE0U) == 0xE0U && isKnown && hasRates ? kMp3 : ""sv;
}

struct Ending {
    std::string_view ending;
    NamedKind kind;
};

constexpr bool kMedia = true;
constexpr bool kAnyhow = true;
constexpr std::array kEndings{
    Ending{".csd"sv, {kHdf5}},
    Ending{".h5"sv, {kHdf5}},
    Ending{".hdf5"sv, {kHdf5}},
    Ending{".npz"sv, {kZip}},
    Ending{".mp4"sv, {kMp4, kMedia}},
    Ending{".m4v"sv, {kMp4, kMedia}},
    Ending{".m4a"sv, {kMp4, kMedia}},
    Ending{".mov"sv, {kMp4, kMedia}},
    Ending{".3gp"sv, {kMp4, kMedia}},
    Ending{".mkv"sv, {kMatroska, kMedia}},
    Ending{".mka"sv, {kMatroska, kMedia}},
    Ending{".webm"sv, {kMatroska, kMedia}},
    Ending{".avi"sv, {kAvi, kMedia}},
    Ending{".wav"sv, {kWav, kMedia}},
    Ending{".wmv"sv, {kAsf, kMedia}},
    Ending{".wma"sv, {kAsf, kMedia}},
    Ending{".asf"sv, {kAsf, kMedia}},
    Ending{".ogg"sv, {kOgg, kMedia}},
    Ending{".oga"sv, {kOgg, kMedia}},
    Ending{".ogv"sv, {kOgg, kMedia}},
    Ending{".opus"sv, {kOgg, kMedia}},
    Ending{".flac"sv, {kFlac, kMedia, !kAnyhow, {kTagged}}},
    Ending{".aiff"sv, {kAiff, kMedia}},
    Ending{".aif"sv, {kAiff, kMedia}},
    Ending{".flv"sv, {kFlash, kMedia}},
    Ending{".mp3"sv, {kMp3, kMedia, kAnyhow, {kTagged}}},
    Ending{".aac"sv, {kAac, kMedia, kAnyhow, {kTagged}}},
    Ending{".vob"sv, {kProgram, kMedia, kAnyhow}},
    Ending{".mpg"sv, {kProgram, kMedia, kAnyhow, {kTransport, kElementary}}},
    Ending{".mpeg"sv, {kProgram, kMedia, kAnyhow, {kTransport, kElementary}}},
    Ending{".ts"sv, {kTransport, kMedia, kAnyhow}},
    Ending{".m2ts"sv, {kTransport, kMedia, kAnyhow}},
};

}

std::string_view kindOfBytes(std::string_view beginning)
{
    for (const Magic& magic : kMagic) {
        if (at(beginning, magic.at, magic.bytes.size()) == magic.bytes)
            return magic.kind;
    }
    const std::string_view form = at(beginning, 8, 4);
    if (beginning.starts_with("RIFF"))
        return form == "WAVE"         ? kWav
            : form.starts_with("AVI") ? kAvi
            : form == "CDXA"          ? kProgram // of a video CD
                                      : "a RIFF file"sv;
    if (beginning.starts_with("FORM") && form.starts_with("AIF"))
        return kAiff;
    if (std::ranges::find(kBoxes, at(beginning, 4, 4)) != kBoxes.end())
        return kMp4;
    if (isTransportStream(beginning))
        return kTransport;
    return kindOfSoundFrame(beginning);
}

bool NamedKind::takes(std::string_view kind) const
{
    return kind.empty() ? beginsAnyhow : kind == name || std::ranges::find(others, kind) != others.end();
}

NamedKind kindOfName(const std::filesystem::path& path)
{
    const std::string ending = inLowerCase(path.extension().string());
    const auto* found = std::ranges::find(kEndings, ending, &Ending::ending);
    return found == kEndings.end() ? NamedKind{} : found->kind;
}

}
