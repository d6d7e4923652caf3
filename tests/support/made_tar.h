#pragma once

#include <array>
#include <cstdint>
#include <cstdio>
#include <string>

namespace engine::test {

/// A tar archive that a test puts together, entry by entry.
class MadeTar {
public:
    /// An entry with its bytes. @param type  `0` a file, `5` a folder, `1` and `2` links, `x` pax records, …
    MadeTar& add(const std::string& name, const std::string& bytes, char type = '0',
                 const std::string& link = {})
    {
        return addSized(name, octal(bytes.size(), 11), bytes, type, link);
    }

    /// The same, with this text as its size.
    MadeTar& addSized(const std::string& name, const std::string& size, const std::string& bytes,
                      char type = '0', const std::string& link = {})
    {
        std::string head(512, '\0');
        head.replace(0, std::min<std::size_t>(100, name.size()), name, 0, 100);
        head.replace(100, 8, octal(0644, 7) + '\0');
        head.replace(124, size.size(), size);
        head.replace(136, 12, octal(0, 11) + '\0');
        head[156] = type;
        head.replace(157, link.size(), link);
        head.replace(257, 8,
                     std::string("ustar\0"
                                 "00",
                                 8));
        head.replace(148, 8, "        ");
        unsigned sum = 0;
        for (const char byte : head)
            sum += static_cast<unsigned char>(byte);
        head.replace(148, 8, octal(sum, 6) + std::string("\0 ", 2));
        m_bytes += head + bytes + std::string((512 - bytes.size() % 512) % 512, '\0');
        return *this;
    }

    /// What pax says of the entry behind.
    MadeTar& addPax(const std::string& key, const std::string& value)
    {
        std::size_t length = key.size() + value.size() + 3;
        const std::size_t plain = length;
        while (length != plain + std::to_string(length).size())
            length = plain + std::to_string(length).size();
        return add("pax", std::to_string(length) + " " + key + "=" + value + "\n", 'x');
    }

    std::string ended() const { return m_bytes + std::string(1024, '\0'); }
    const std::string& bytes() const { return m_bytes; } ///< without the two blocks at the end

    static std::string octal(std::uint64_t number, int digits)
    {
        std::array<char, 32> text{};
        std::snprintf(text.data(), text.size(), "%0*lo", digits, static_cast<unsigned long>(number));
        return text.data();
    }

private:
    std::string m_bytes;
};

}
