#include "tests/support/format_samples.h"

#include "engine/formats/common/format_files.h"

#include <algorithm>
#include <bit>
#include <fstream>
#include <unistd.h>

#include "tests/support/whole_project_file.h"

namespace engine::test {

namespace {

namespace fs = std::filesystem;

std::string bytesOf(const fs::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// Files that a format has beside the named one, in the order that a sample has them.
std::vector<fs::path> besides(const Format& format, const fs::path& file)
{
    if (format.id == "nova")
        return {file.string() + "~"};
    if (format.id != "kaldi")
        return {};
    std::vector<fs::path> files;
    for (const char* const name : {"text", "utt2spk", "reco2dur"})
        files.push_back(companion(file, "segments", name));
    return files;
}

/// A folder that goes with its files.
class PassingFolder {
public:
    PassingFolder() : m_path(fs::temp_directory_path() / ("polylogue-samples-" + std::to_string(::getpid())))
    {
        fs::create_directories(m_path);
    }
    ~PassingFolder()
    {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    PassingFolder(const PassingFolder&) = delete;
    PassingFolder& operator=(const PassingFolder&) = delete;

    fs::path operator/(const std::string& name) const { return m_path / name; }

private:
    fs::path m_path;
};

/// All that a project holds, and moods without gaps, as many formats have them.
ExchangedTiers content()
{
    ExchangedTiers tiers;
    const Change change = everything();
    for (const auto& [before, after] : change.tiers)
        tiers.tiers.push_back({*after, {}});
    for (const auto& [before, after] : change.segments) {
        const auto holder = std::ranges::find(tiers.tiers, after->tier,
                                              [](const ExchangedTier& each) { return each.tier.id; });
        holder->segments.push_back(*after);
    }
    ExchangedTier moods{tier(4, "emotion"), {}};
    moods.tier.labels = {{"emotion", Vocabulary{{{"happy", "#ffcc00", "h"}, {"sad", "", "s"}}}}};
    for (int i = 0; i < 4; ++i) {
        Segment& mood = moods.segments.emplace_back(segment(4, i, i + 1));
        mood.id = 100 + i;
        mood.text = i % 2 == 0 ? "happy" : "sad";
        mood.values["emotion"].value = mood.text;
        mood.confidence = 0.75;
    }
    tiers.tiers.push_back(std::move(moods));
    tiers.extent = Interval{0, 5};
    return tiers;
}

/// The name of a format's file: Kaldi's ending has no point, and MMSA's tensors lie in archives or in HDF5.
std::string nameOf(const Format& format, const std::string& stem, const std::string& ending)
{
    return stem + (format.id == "kaldi" ? "." : "") + ending;
}

std::vector<std::string> writtenBy(const Format& format)
{
    const PassingFolder folder;
    std::vector<std::string> samples;
    std::vector<std::string> endings{std::string(format.endings.front())};
    if (format.id == "mmsa")
        endings.push_back(".h5");
    for (const std::string& ending : endings) {
        for (const fs::path& file : format.write(content(), folder / nameOf(format, "whole", ending), {})) {
            const std::vector<fs::path> beside = besides(format, file);
            const bool isBeside
                = !file.string().ends_with(ending) || (!beside.empty() && !fs::exists(beside.front()));
            if (isBeside) // another, as Label Studio's configuration is
                continue;
            std::string& sample = samples.emplace_back(bytesOf(file));
            for (const fs::path& other : beside)
                sample += kNextFile + bytesOf(other);
        }
    }
    return samples;
}

std::string project()
{
    const PassingFolder folder;
    writeWholeProject(folder / "whole.polylogue");
    return bytesOf(folder / "whole.polylogue");
}

/// Numbers as binary TextGrids have them: the first byte is the greatest.
std::string whole(std::uint64_t value, int bytes)
{
    std::string text;
    for (int i = bytes - 1; i >= 0; --i)
        text += static_cast<char>(value >> 8 * i);
    return text;
}

std::string span(double start, double end)
{
    return whole(std::bit_cast<std::uint64_t>(start), 8) + whole(std::bit_cast<std::uint64_t>(end), 8);
}

std::string binaryTextGrid()
{
    return "ooBinaryFile\x08TextGrid" + span(0.0, 2.5) + whole(1, 1) + whole(2, 4) + "\x0cIntervalTier"
        + whole(5, 2) + "words" + span(0.0, 2.5) + whole(2, 4) + span(0.0, 1.5) + whole(2, 2) + "so"
        + span(1.5, 2.5) + whole(0xffff, 2) + whole(1, 2) + whole(0xe9, 2) + "\x08TextTier" + whole(6, 2)
        + "clicks" + span(0.0, 2.5) + whole(1, 4) + whole(std::bit_cast<std::uint64_t>(0.5), 8) + whole(1, 2)
        + "k";
}

/// NOVA's items as they lie in memory.
std::string binaryNova()
{
    const auto bytes
        = [](auto value) { return std::string(reinterpret_cast<const char*>(&value), sizeof value); };
    const std::string head = R"(<?xml version="1.0"?><annotation ssi-v="3"><info ftype="BINARY" size="2"/>)"
                             R"(<meta annotator="ada" role="child"/><scheme name="mood" type="DISCRETE">)"
                             R"(<item name="glad" id="0"/><item name="sad" id="1"/></scheme></annotation>)";
    return head + kNextFile + bytes(0.5) + bytes(1.5) + bytes(std::uint32_t{1}) + bytes(0.5F) + bytes(2.0)
        + bytes(3.0) + bytes(std::uint32_t{0}) + bytes(1.0F);
}

}

fs::path writeSample(const Format& format, const std::string& sample, const fs::path& folder,
                     const std::string& stem)
{
    const fs::path file = folder / nameOf(format, stem, std::string(format.endings.front()));
    std::vector<fs::path> files = besides(format, file);
    files.insert(files.begin(), file);
    std::size_t at = 0;
    for (std::size_t i = 0; i < files.size() && at <= sample.size(); ++i) { // the last one has the rest
        const std::size_t end
            = i + 1 == files.size() ? sample.size() : std::min(sample.find(kNextFile, at), sample.size());
        std::ofstream(files[i], std::ios::binary | std::ios::trunc)
            .write(sample.data() + at, static_cast<std::streamsize>(end - at));
        at = end + 1;
    }
    return file;
}

std::vector<std::string> samplesOf(const Format& format)
{
    if (format.id == "project")
        return {project()};
    if (format.id == "mfa")
        return {
            R"({"start": 0, "end": 2, "tiers": {"words": {"type": "interval", "entries": [[0, 0.5, "b"], [0.5, 1, ""]]},)"
            R"( "clicks": {"type": "point", "entries": [[1.5, "k"]]}}})"};
    if (format.id == "gentle")
        return {
            R"({"transcript": "The cat", "words": [{"alignedWord": "the", "case": "success", "start": 0.5, "end": 0.8,)"
            R"( "word": "The", "phones": [{"duration": 0.1, "phone": "dh_B"}]}, {"case": "not-found-in-audio", "word": "cat"}]})"};
    if (format.id == "whisperx")
        return {
            R"({"segments": [{"start": 1.0, "end": 4.0, "text": " in 19", "speaker": "S1", "words": [{"word": "in", "start": 1.0,)"
            R"( "end": 1.5, "score": 0.9}, {"word": "19"}]}], "word_segments": []})"};
    std::vector<std::string> samples = writtenBy(format);
    if (format.id == "textgrid")
        samples.push_back(binaryTextGrid());
    if (format.id == "nova")
        samples.push_back(binaryNova());
    return samples;
}

}
