#include "engine/model_files/safetensors.h"

#include "engine/core/error.h"
#include "engine/core/half_float.h"
#include "engine/core/json_text.h"
#include "engine/core/pending_file.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

namespace engine {

namespace {

static_assert(std::endian::native == std::endian::little, "tensors are stored as they lie in memory");

constexpr std::uint64_t lengthSize = 8; ///< of the number in front of the header
constexpr std::uint64_t largestHeader = 100'000'000; ///< as the format's own implementation has it
constexpr std::size_t mostTensors = 100'000; // the largest model of ours has some 400
constexpr std::string_view metadataKey = "__metadata__";

/// The types that are read; all become float32.
enum class TensorType { Float32, Float16, BFloat16, Other };

/// Where a tensor's bytes lie in the data part of the file.
struct Entry {
    std::string name;
    TensorType type = TensorType::Float32;
    std::vector<std::int64_t> shape;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

[[noreturn]] void refuse(const std::filesystem::path& path, const std::string& what)
{
    throw FormatError("bad_safetensors", path.string(), what);
}

void refusePickle(const std::filesystem::path& path, std::string_view start)
{
    const bool isZip = start.starts_with("PK\x03\x04"); // PyTorch since 1.6
    const bool isPickle = start.size() >= 2 && start[0] == '\x80' && start[1] >= 2 && start[1] <= 5;
    if (isZip || isPickle)
        throw FormatError(
            "pickle_refused", path.string(),
            "is a PyTorch pickle, which can run code when it is opened; save it as .safetensors first");
}

TensorType tensorTypeOf(const std::string& name)
{
    return name == "F32" ? TensorType::Float32
        : name == "F16"  ? TensorType::Float16
        : name == "BF16" ? TensorType::BFloat16
                         : TensorType::Other;
}

/// The upper half of a float32.
float fromBFloat16(std::uint16_t bits)
{
    return std::bit_cast<float>(static_cast<std::uint32_t>(bits) << 16);
}

/// Bytes of a tensor of this shape; nothing when an extent is negative or the product does not fit.
std::optional<std::uint64_t> byteCount(const std::vector<std::int64_t>& shape, std::uint64_t size)
{
    std::uint64_t bytes = size;
    for (const std::int64_t extent : shape) {
        if (extent < 0)
            return std::nullopt;
        const auto factor = static_cast<std::uint64_t>(extent);
        if (factor != 0 && bytes > std::numeric_limits<std::uint64_t>::max() / factor)
            return std::nullopt;
        bytes *= factor;
    }
    return bytes;
}

Entry parseEntry(const std::filesystem::path& path, const std::string& name, const nlohmann::json& json,
                 OtherTypes others)
{
    const std::string dtype = json.at("dtype").get<std::string>();
    const TensorType type = tensorTypeOf(dtype);
    if (type == TensorType::Other && others == OtherTypes::Refuse)
        refuse(path, "tensor " + name + " has the type " + dtype + "; only F32, F16 and BF16 are read");
    const nlohmann::json& offsets = json.at("data_offsets");
    const nlohmann::json& shape = json.at("shape");
    const auto isWhole = [](const nlohmann::json& number) { return number.is_number_integer(); };
    if (!offsets.is_array() || offsets.size() != 2 || !std::ranges::all_of(offsets, isWhole)
        || !shape.is_array() || !std::ranges::all_of(shape, isWhole))
        refuse(path, "the shape or the place of tensor " + name + " is not made of whole numbers");
    Entry entry{name, type, shape.get<std::vector<std::int64_t>>(), offsets[0].get<std::uint64_t>(),
                offsets[1].get<std::uint64_t>()};
    const std::optional<std::uint64_t> bytes
        = byteCount(entry.shape, type == TensorType::Float32 ? sizeof(float) : sizeof(std::uint16_t));
    if (entry.begin > entry.end || (type != TensorType::Other && bytes != entry.end - entry.begin))
        refuse(path, "the shape of tensor " + name + " and its place in the file disagree");
    return entry;
}

/// Tensors must lie side by side from the first byte to the last, so none can hide or repeat another's bytes.
void checkLayout(const std::filesystem::path& path, std::vector<Entry>& entries, std::uint64_t dataSize)
{
    std::ranges::sort(entries, {}, [](const Entry& entry) { return std::pair(entry.begin, entry.end); });
    std::uint64_t position = 0;
    for (const Entry& entry : entries) {
        if (entry.begin != position)
            refuse(path, "tensor " + entry.name + " does not begin where the one before it ends");
        position = entry.end;
    }
    if (position > dataSize)
        refuse(path,
               "is cut off: it has " + std::to_string(dataSize) + " bytes of tensors, expected "
                   + std::to_string(position));
    if (position < dataSize)
        refuse(path,
               "the tensors take " + std::to_string(position) + " bytes, the file has "
                   + std::to_string(dataSize));
}

std::string readHeader(std::ifstream& file, const std::filesystem::path& path, std::uint64_t fileSize)
{
    std::array<char, lengthSize> start{};
    file.read(start.data(), start.size());
    refusePickle(path, {start.data(), static_cast<std::size_t>(file.gcount())});
    if (!file)
        refuse(path,
               "has " + std::to_string(fileSize) + " bytes, which is too short to be a safetensors file");
    std::uint64_t length = 0;
    std::memcpy(&length, start.data(), sizeof length);
    if (length > largestHeader)
        refuse(path,
               "announces a header of " + std::to_string(length) + " bytes, so it is no safetensors file");
    if (length > fileSize - lengthSize)
        refuse(path,
               "is cut off: it has " + std::to_string(fileSize) + " bytes, its header alone "
                   + std::to_string(length));
    std::string header(length, '\0');
    file.read(header.data(), static_cast<std::streamsize>(length));
    return header;
}

std::vector<Entry> parseHeader(const std::string& text, const std::filesystem::path& path,
                               Safetensors& contents, OtherTypes others)
{
    std::vector<Entry> entries;
    std::string entry; // that is being read
    try {
        const nlohmann::json header = nlohmann::json::parse(text);
        if (!header.is_object())
            refuse(path, "the header is no JSON object");
        for (const auto& [name, value] : header.items()) {
            entry = name;
            if (name == metadataKey)
                value.get_to(contents.metadata);
            else if (entries.size() == mostTensors)
                refuse(path, "has more than " + std::to_string(mostTensors) + " tensors");
            else
                entries.push_back(parseEntry(path, name, value, others));
        }
    } catch (const nlohmann::json::parse_error& error) {
        refuse(path, "the header is no JSON: it is damaged at byte " + std::to_string(error.byte));
    } catch (const nlohmann::json::exception&) {
        refuse(path,
               "the header is damaged: "
                   + (entry.empty() ? "it holds a number that is too large" : entry + " is not as expected"));
    }
    return entries;
}

/// The header, padded with spaces so that the tensors begin on a multiple of eight bytes.
std::string headerOf(const Safetensors& contents)
{
    nlohmann::json header = nlohmann::json::object();
    if (!contents.metadata.empty())
        header[std::string(metadataKey)] = contents.metadata;
    std::uint64_t position = 0;
    for (const auto& [name, tensor] : contents.tensors) {
        const std::uint64_t end = position + tensor.values.size() * sizeof(float);
        header[name] = {{"dtype", "F32"}, {"shape", tensor.shape}, {"data_offsets", {position, end}}};
        position = end;
    }
    std::string text = jsonText(header);
    text.resize((text.size() + 7) / 8 * 8, ' ');
    return text;
}

/// Everything before the tensors' bytes; `file` then stands where they begin.
std::vector<Entry> openChecked(std::ifstream& file, const std::filesystem::path& path, Safetensors& contents,
                               OtherTypes others)
{
    if (std::error_code ignored; std::filesystem::is_directory(path, ignored))
        throw IoError(
            "io", path.string(),
            "is a folder (expected a .safetensors file; that of a training run is model.safetensors in it)");
    file.open(path, std::ios::binary);
    if (!file)
        throw IoError("io", path.string(), "cannot be opened");
    file.seekg(0, std::ios::end);
    const auto fileSize = static_cast<std::uint64_t>(file.tellg());
    file.seekg(0);
    const std::string header = readHeader(file, path, fileSize);
    std::vector<Entry> entries = parseHeader(header, path, contents, others);
    checkLayout(path, entries, fileSize - lengthSize - header.size());
    return entries;
}

/// The numbers of a tensor whose bytes come next.
std::vector<float> valuesOf(std::ifstream& file, const Entry& entry)
{
    const auto bytes = static_cast<std::streamsize>(entry.end - entry.begin);
    if (entry.type == TensorType::Float32) {
        std::vector<float> values((entry.end - entry.begin) / sizeof(float));
        file.read(reinterpret_cast<char*>(values.data()), bytes);
        return values;
    }
    std::vector<std::uint16_t> halves((entry.end - entry.begin) / sizeof(std::uint16_t));
    file.read(reinterpret_cast<char*>(halves.data()), bytes);
    std::vector<float> values(halves.size());
    std::ranges::transform(halves, values.begin(),
                           entry.type == TensorType::Float16 ? fromHalf : fromBFloat16);
    return values;
}

}

std::map<std::string, std::string> readSafetensorsMetadata(const std::filesystem::path& path)
{
    std::ifstream file;
    Safetensors contents;
    openChecked(file, path, contents, OtherTypes::Leave);
    return contents.metadata;
}

Safetensors readSafetensors(const std::filesystem::path& path, OtherTypes others)
{
    std::ifstream file;
    Safetensors contents;
    std::vector<Entry> entries = openChecked(file, path, contents, others);
    for (Entry& entry : entries) {
        if (entry.type == TensorType::Other) {
            file.seekg(static_cast<std::streamoff>(entry.end - entry.begin), std::ios::cur);
            continue;
        }
        Tensor tensor{std::move(entry.shape), valuesOf(file, entry)};
        contents.tensors.emplace(std::move(entry.name), std::move(tensor));
    }
    if (!file)
        throw IoError("io", path.string(), "cannot be read to its end");
    return contents;
}

void writeSafetensors(const std::filesystem::path& path, const Safetensors& contents)
{
    const std::string header = headerOf(contents);
    const std::uint64_t length = header.size();
    PendingFile pending(path);
    std::ofstream file(pending.temporary(), std::ios::binary | std::ios::trunc);
    file.write(reinterpret_cast<const char*>(&length), sizeof length);
    file.write(header.data(), static_cast<std::streamsize>(header.size()));
    for (const auto& [name, tensor] : contents.tensors)
        file.write(reinterpret_cast<const char*>(tensor.values.data()),
                   static_cast<std::streamsize>(tensor.values.size() * sizeof(float)));
    file.close();
    if (!file)
        throw IoError("io", path.string(), "cannot be written");
    pending.commit();
}

}
