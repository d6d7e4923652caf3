#include "engine/npz/npz_writer.h"

#include "engine/core/error.h"
#include "engine/core/utf8.h"

#include <algorithm>
#include <bit>
#include <fmt/format.h>
#include <memory>
#include <zip.h>

namespace engine {

static_assert(std::endian::native == std::endian::little, "arrays are written as they lie in memory");

namespace {

/// Room for the header (NumPy format 1.0), which is written last.
constexpr std::size_t kHeaderBytes = 256;

std::string typeName(ElementType type)
{
    switch (type) {
    case ElementType::Float16:
    case ElementType::Float32:
        return "<f4"; // as they are held in memory
    case ElementType::Float64:
        return "<f8";
    default:
        return "<i8";
    }
}

std::string header(const std::string& type, std::size_t rows, const std::vector<std::size_t>& extents)
{
    std::string shape = fmt::format("({},", rows);
    for (const std::size_t extent : extents)
        shape += fmt::format(" {},", extent);
    std::string text = fmt::format("{{'descr': '{}', 'fortran_order': False, 'shape': {}), }}", type, shape);
    text.resize(kHeaderBytes - 11, ' ');
    constexpr std::size_t length = kHeaderBytes - 10;
    return std::string("\x93NUMPY\x01\x00", 8) + static_cast<char>(length & 0xff)
        + static_cast<char>(length >> 8) + text + '\n';
}

void writeTexts(std::ostream& stream, const std::vector<std::string>& texts, std::size_t width)
{
    for (const std::string& text : texts) {
        stream.write(text.data(), static_cast<std::streamsize>(text.size()));
        stream << std::string(width - text.size(), '\0');
    }
}

void writeCharacters(std::ostream& stream, const std::vector<std::u32string>& texts, std::size_t width)
{
    for (std::u32string text : texts) {
        text.resize(width, U'\0');
        stream.write(reinterpret_cast<const char*>(text.data()),
                     static_cast<std::streamsize>(4 * text.size()));
    }
}

/// As Python's characters, or bytes: the element type, once the texts are written.
std::string writeAll(std::ostream& stream, const std::vector<std::string>& texts, bool characters)
{
    if (!characters) {
        std::size_t width = 1;
        for (const std::string& text : texts)
            width = std::max(width, text.size());
        writeTexts(stream, texts, width);
        return fmt::format("|S{}", width);
    }
    std::vector<std::u32string> wide;
    std::size_t width = 1;
    for (const std::string& text : texts) {
        wide.push_back(codePoints(text));
        width = std::max(width, wide.back().size());
    }
    writeCharacters(stream, wide, width);
    return fmt::format("<U{}", width);
}

/// Lets an archive go without writing it.
struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};

/// Adds a file to the archive, uncompressed. @return false when it cannot be added
bool add(zip_t* archive, const std::string& name, const std::filesystem::path& file)
{
    zip_source_t* source = zip_source_file(archive, file.c_str(), 0, -1);
    const zip_int64_t index = source ? zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) : -1;
    if (index < 0) {
        zip_source_free(source); // the archive did not take it
        return false;
    }
    const auto entry = static_cast<zip_uint64_t>(index);
    // The same arrays give the same bytes: the time is MS-DOS's first date.
    return zip_set_file_compression(archive, entry, ZIP_CM_STORE, 0) == 0
        && zip_file_set_dostime(archive, entry, 0, 0x21, 0) == 0;
}

}

NpzWriter::NpzWriter(std::filesystem::path path) : m_path(std::move(path)) { }

void NpzWriter::create(const std::string& name, ElementType type, std::vector<std::size_t> extents,
                       bool characters)
{
    PendingFile file(m_path);
    std::ofstream stream(file.temporary(), std::ios::binary);
    stream << std::string(kHeaderBytes, ' ');
    m_arrays.insert(
        {name, Array{type, std::move(extents), characters, 0, std::move(file), std::move(stream), {}}});
}

void NpzWriter::append(const std::string& name, const FeatureArray& rows)
{
    Array& array = m_arrays.at(name);
    array.rows += rows.rows();
    std::visit(
        [&](const auto& values) {
            using T = typename std::decay_t<decltype(values)>::value_type;
            if constexpr (std::is_same_v<T, std::string>)
                array.texts.insert(array.texts.end(), values.begin(), values.end());
            else
                array.stream.write(reinterpret_cast<const char*>(values.data()),
                                   static_cast<std::streamsize>(values.size() * sizeof(T)));
        },
        rows.values);
    if (!array.stream)
        throw IoError("io", m_path.string(), "cannot be written (is the disk full?)");
}

void NpzWriter::finish(Array& array) const
{
    const std::string type
        = isText(array.type) ? writeAll(array.stream, array.texts, array.characters) : typeName(array.type);
    array.stream.seekp(0);
    array.stream << header(type, array.rows, array.extents);
    array.stream.close();
    if (!array.stream)
        throw IoError("io", m_path.string(), "cannot be written (is the disk full?)");
}

void NpzWriter::close()
{
    int failure = 0;
    std::unique_ptr<zip_t, Discard> archive(zip_open(m_path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, &failure));
    bool ok = archive != nullptr;
    for (auto& [name, array] : m_arrays) {
        if (!ok)
            break;
        finish(array);
        ok = add(archive.get(), name + ".npy", array.file.temporary());
    }
    if (!ok || zip_close(archive.get()) != 0)
        throw IoError("io", m_path.string(), "cannot be written (is the folder there, is the disk full?)");
    static_cast<void>(archive.release()); // closed
}

}
