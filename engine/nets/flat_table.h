#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

/// A table of a flatbuffer (FlatBuffers' binary format, little endian), whose fields are known by number.
///
/// Read by hand: the few fields of the files that are read here need neither the library nor code that its
/// compiler makes of a schema, and each place is checked when it is read, so that bytes from anywhere are
/// safe. The bytes must outlive the table.
class FlatTable {
public:
    /// Where the bytes come from, for errors.
    struct Source {
        std::string_view bytes;
        std::string file;
        std::string place; ///< in the file
        std::string code; ///< of errors

        /// @throws FormatError (`code`) that names the file and the place.
        [[noreturn]] void refuse(const std::string& why) const;
    };

    /// The outermost table. @param source  stays as long as any table of it
    /// @throws FormatError of the source, as all that read.
    static FlatTable root(const Source& source);

    /// A number of a field; `fallback` where the table lacks the field.
    template <typename Number>
    Number number(std::size_t field, Number fallback) const
    {
        const std::size_t at = placeOf(field, sizeof(Number));
        return at == 0 ? fallback : numberAt<Number>(at);
    }
    /// Whole numbers of 32 bits; none where the table lacks the field. @param most  how many there may be
    std::vector<std::int32_t> numbers(std::size_t field, std::size_t most) const;
    std::string_view bytes(std::size_t field) const; ///< empty where the table lacks the field
    std::optional<FlatTable> table(std::size_t field) const;
    std::vector<FlatTable> tables(std::size_t field, std::size_t most) const;

private:
    FlatTable(const Source& source, std::size_t at);

    /// Where a field stands; 0: the table lacks the field. @param size  bytes that the field must have
    std::size_t placeOf(std::size_t field, std::size_t size) const;
    /// Where the thing lies that an offset at a place names. @throws FormatError
    std::size_t followed(std::size_t at) const;
    /// First byte and count of a list. @param size  bytes of an element
    std::pair<std::size_t, std::size_t> list(std::size_t field, std::size_t size, std::size_t most) const;
    void demand(std::size_t at, std::size_t size) const;
    template <typename Number>
    Number numberAt(std::size_t at) const
    {
        demand(at, sizeof(Number));
        Number number{};
        std::memcpy(&number, m_source->bytes.data() + at, sizeof number);
        return number;
    }

    const Source* m_source;
    std::size_t m_at; ///< of the table
    std::size_t m_fields = 0; ///< where the offsets of the fields are listed
    std::size_t m_fieldsEnd = 0;
};

}
