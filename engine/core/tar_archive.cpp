#include "engine/core/tar_archive.h"

#include "engine/core/compressed_file.h"
#include "engine/core/error.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstddef>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <mutex>
#include <optional>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>
#include <unordered_map>
#include <utility>

namespace engine {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kBlock = 512;
constexpr std::uint64_t kMostExtra = std::uint64_t{1} << 20; ///< bytes of a long name or of pax records
constexpr std::size_t kMostMembers = 10'000'000;
constexpr std::size_t kKeptListings = 8;

/// A block that describes what follows.
struct TarHeader {
    std::array<char, 100> name;
    std::array<char, 24> owner; ///< mode, uid, gid
    std::array<char, 12> size;
    std::array<char, 12> time;
    std::array<char, 8> sum;
    char type;
    std::array<char, 100> link;
    std::array<char, 6> magic; ///< `ustar\0`, or `ustar ` of GNU
    std::array<char, 82> names; ///< version, names of user and group, device
    std::array<char, 155> prefix;
    std::array<char, 12> rest;

    bool isPosix() const { return std::memcmp(magic.data(), "ustar", 6) == 0; }
};
static_assert(sizeof(TarHeader) == kBlock);

template <std::size_t Size>
std::string fieldText(const std::array<char, Size>& field)
{
    return {field.data(), ::strnlen(field.data(), Size)};
}

/// A number in octal digits, or in base 256 where the first bit is set. Absent: neither, or negative, or too
/// large.
template <std::size_t Size>
std::optional<std::uint64_t> fieldNumber(const std::array<char, Size>& field)
{
    const auto byteAt = [&](std::size_t i) { return static_cast<unsigned char>(field[i]); };
    if (byteAt(0) & 0x80U) {
        std::uint64_t value = byteAt(0) & 0x7fU;
        for (std::size_t i = 1; i < Size; ++i) {
            if (value >> 55U)
                return std::nullopt;
            value = value << 8U | byteAt(i);
        }
        return value;
    }
    std::string_view digits(field.data(), Size);
    digits.remove_prefix(std::min(digits.find_first_not_of(' '), Size));
    digits = digits.substr(0, digits.find_first_of(std::string_view(" \0", 2)));
    std::uint64_t value = 0;
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 8);
    if (!digits.empty() && (failure != std::errc() || end != digits.data() + digits.size() || value >> 63U))
        return std::nullopt;
    return value;
}

bool sumIsRight(const TarHeader& header)
{
    std::array<unsigned char, kBlock> bytes{};
    std::memcpy(bytes.data(), &header, kBlock);
    std::fill_n(bytes.begin() + offsetof(TarHeader, sum), header.sum.size(), ' ');
    std::uint64_t plain = 0;
    std::int64_t signedSum = 0; // of old programs
    for (const unsigned char byte : bytes) {
        plain += byte;
        signedSum += static_cast<signed char>(byte);
    }
    const auto told = fieldNumber(header.sum);
    return told && (*told == plain || static_cast<std::int64_t>(*told) == signedSum);
}

/// A file that is read at places.
class ArchiveFile {
public:
    explicit ArchiveFile(fs::path path)
        : m_path(std::move(path))
        , m_file(::open(m_path.c_str(), O_RDONLY | O_CLOEXEC))
    {
        struct stat status { };
        if (m_file < 0 || ::fstat(m_file, &status) != 0 || !S_ISREG(status.st_mode)) {
            if (m_file >= 0)
                ::close(m_file);
            throw IoError("file_not_found", m_path.string(),
                          "there is no such archive, or it cannot be read");
        }
        m_size = static_cast<std::uint64_t>(status.st_size);
    }
    ~ArchiveFile() { ::close(m_file); }
    ArchiveFile(const ArchiveFile&) = delete;
    ArchiveFile& operator=(const ArchiveFile&) = delete;

    const fs::path& path() const { return m_path; }
    std::uint64_t size() const { return m_size; }

    /// @return how many bytes there were
    std::size_t read(std::uint64_t at, void* into, std::size_t bytes) const
    {
        std::size_t done = 0;
        while (done < bytes) {
            const ::ssize_t got = ::pread(m_file, static_cast<char*>(into) + done, bytes - done,
                                          static_cast<::off_t>(at + done));
            if (got < 0 && errno == EINTR)
                continue;
            if (got < 0)
                throw IoError("io", m_path.string(), fmt::format("cannot be read at byte {}", at + done));
            if (got == 0)
                break;
            done += static_cast<std::size_t>(got);
        }
        return done;
    }

private:
    fs::path m_path;
    int m_file;
    std::uint64_t m_size = 0;
};

/// What extra headers say of the entry behind them.
struct ExtraFields {
    std::optional<std::string> name = {};
    std::optional<std::string> link = {};
    std::optional<std::uint64_t> size = {};
    bool isSparse = false;
};

/// Walks over the headers of one archive.
class TarWalk {
public:
    TarWalk(const fs::path& archive, const RunContext& run) : m_file(archive), m_run(run) { }

    /// Of several files with one name all are listed.
    TarListing walk()
    {
        TarHeader header{};
        while (next(header))
            take(header);
        return std::move(m_listing);
    }
    /// Of the last file with each name, by name, in what walk() returned.
    std::unordered_map<std::string, std::size_t> takePlaces() { return std::move(m_places); }

private:
    [[noreturn]] void fail(std::uint64_t at, const std::string& what) const
    {
        throw FormatError("data_invalid", m_file.path().string(), fmt::format("at byte {}: {}", at, what));
    }

    bool next(TarHeader& header)
    {
        m_run.tick(m_at, std::max(m_at, m_file.size()));
        m_headerAt = m_at;
        const std::size_t got = m_file.read(m_at, &header, kBlock);
        if (m_at == 0) {
            refuseCompressed({reinterpret_cast<const char*>(&header), got}, m_file.path());
        }
        if (got == 0 && m_at > 0)
            return false; // some programs write no end
        if (got < kBlock)
            fail(m_at, fmt::format("ends after {} bytes, expected a header of {}", got, kBlock));
        static const TarHeader kNothing{};
        if (std::memcmp(&header, &kNothing, kBlock) == 0)
            return false;
        if (!sumIsRight(header))
            fail(m_at,
                 "is no header of a tar archive, or a damaged one (its sum differs); expected one here");
        m_at += kBlock;
        return true;
    }

    /// Of what follows the header; the next one comes behind it.
    std::uint64_t sizeOf(const TarHeader& header) const
    {
        std::optional<std::uint64_t> size = fieldNumber(header.size);
        if (m_extra.size && !isExtra(header.type))
            size = m_extra.size;
        if (!size)
            fail(m_headerAt, "has a size that is no number; expected octal digits");
        if (isBare(header.type))
            return 0;
        if (*size > m_file.size() || m_at > m_file.size() - *size)
            fail(m_headerAt,
                 fmt::format("has a file of {} bytes, but the archive ends after {} of them; it is cut off",
                             *size, m_file.size() - std::min(m_at, m_file.size())));
        return *size;
    }

    /// Links, devices and folders: nothing follows, whatever size they say.
    static bool isBare(char type) { return type >= '1' && type <= '6'; }
    static bool isExtra(char type) { return std::string_view("LKxXg").find(type) != std::string_view::npos; }

    void take(const TarHeader& header)
    {
        const bool isOldSparse = header.type == 'S';
        if (isOldSparse)
            skipSparseMap(header);
        const std::uint64_t size = sizeOf(header);
        if (isExtra(header.type))
            takeExtra(header.type, size);
        else
            takeEntry(header, size);
        if (!isBare(header.type))
            m_at += (size + kBlock - 1) / kBlock * kBlock;
    }

    /// More blocks of the map of holes of GNU's own sparse files.
    void skipSparseMap(const TarHeader& header)
    {
        constexpr std::size_t ofHeader = 482;
        constexpr std::size_t ofMore = 504;
        std::array<char, kBlock> block{};
        std::memcpy(block.data(), &header, kBlock);
        for (bool goesOn = block[ofHeader] != 0; goesOn; goesOn = block[ofMore] != 0) {
            if (m_file.read(m_at, block.data(), kBlock) < kBlock)
                fail(m_at, "ends within the map of a sparse file");
            m_at += kBlock;
        }
    }

    void takeExtra(char type, std::uint64_t size)
    {
        if (size > kMostExtra)
            throw FormatError("too_large", m_file.path().string(),
                              fmt::format("at byte {}: has a name or fields of {} bytes, expected at most {}",
                                          m_headerAt, size, kMostExtra));
        std::string text(size, '\0');
        if (m_file.read(m_at, text.data(), size) < size)
            fail(m_at, "cannot be read to its end");
        if (type == 'L')
            m_extra.name = text.c_str();
        else if (type == 'K')
            m_extra.link = text.c_str();
        else if (type != 'g') // those of all entries name neither files nor sizes
            takePax(text);
    }

    /// Records `LENGTH KEY=VALUE\n`.
    void takePax(std::string_view records)
    {
        while (!records.empty() && records.front() != '\0') {
            std::size_t length = 0;
            const auto [end, failure]
                = std::from_chars(records.data(), records.data() + records.size(), length);
            const auto digits = static_cast<std::size_t>(end - records.data());
            if (failure != std::errc() || length > records.size() || length < digits + 2
                || records[digits] != ' ' || records[length - 1] != '\n')
                fail(m_headerAt, "has fields that are no pax records (`LENGTH KEY=VALUE`)");
            const std::string_view record = records.substr(digits + 1, length - digits - 2);
            records.remove_prefix(length);
            const std::size_t equals = record.find('=');
            if (equals != std::string_view::npos)
                takeRecord(record.substr(0, equals), record.substr(equals + 1));
        }
    }

    void takeRecord(std::string_view key, std::string_view value)
    {
        if (key == "path" || key == "GNU.sparse.name") {
            m_extra.name = value;
        } else if (key == "linkpath") {
            m_extra.link = value;
        } else if (key == "size") {
            std::uint64_t size = 0;
            const auto [end, failure] = std::from_chars(value.data(), value.data() + value.size(), size);
            if (failure != std::errc() || end != value.data() + value.size())
                fail(m_headerAt, fmt::format("has the size \"{}\", expected a number of bytes", value));
            m_extra.size = size;
        }
        m_extra.isSparse = m_extra.isSparse || key.starts_with("GNU.sparse.");
    }

    void takeEntry(const TarHeader& header, std::uint64_t size)
    {
        const ExtraFields extra = std::exchange(m_extra, {});
        std::string told = fieldText(header.name);
        if (const std::string prefix = fieldText(header.prefix); header.isPosix() && !prefix.empty())
            told = prefix + "/" + told;
        told = extra.name.value_or(told);
        const std::string name = plainName(told);
        if (header.type == '5' || told.ends_with('/'))
            return;
        if (name.empty()) {
            m_listing.leftOut[told] = "has a name that leads out of the archive";
            return;
        }
        switch (header.type) {
        case '\0':
        case '0':
        case '7':
            if (extra.isSparse)
                leaveOut(name, "is stored with holes (sparse)");
            else
                add({name, m_at, size});
            break;
        case '1':
            addLink(name, plainName(extra.link.value_or(fieldText(header.link))));
            break;
        case '2':
            leaveOut(name, "is a symbolic link");
            break;
        case 'S':
            leaveOut(name, "is stored with holes (sparse)");
            break;
        default:
            leaveOut(name, "is no regular file");
        }
    }

    /// Empty: it leads out of the archive, or is none.
    static std::string plainName(const std::string& told)
    {
        const fs::path path = fs::path(told).lexically_normal();
        const bool leadsOut = path.is_absolute() || path.begin() == path.end() || *path.begin() == "..";
        return leadsOut || path == "." || told.find('\0') != std::string::npos ? std::string()
                                                                               : path.string();
    }

    void leaveOut(const std::string& name, const char* why) { m_listing.leftOut[name] = why; }

    void add(TarMember member)
    {
        if (m_listing.members.size() >= kMostMembers)
            throw FormatError("too_large", m_file.path().string(),
                              fmt::format("has more files than {}", kMostMembers));
        m_places[member.name] = m_listing.members.size();
        m_listing.members.push_back(std::move(member));
    }

    void addLink(const std::string& name, const std::string& target)
    {
        const auto found = m_places.find(target);
        if (found == m_places.end()) {
            leaveOut(name, "is a link to a file that does not come before it");
            return;
        }
        const TarMember& linked = m_listing.members[found->second];
        add({name, linked.begin, linked.size});
    }

    ArchiveFile m_file;
    const RunContext& m_run;
    TarListing m_listing;
    std::unordered_map<std::string, std::size_t> m_places;
    ExtraFields m_extra;
    std::uint64_t m_at = 0;
    std::uint64_t m_headerAt = 0;
};

/// What an archive was when it was listed.
struct KeptListing {
    fs::path archive;
    std::array<std::int64_t, 4> state{}; ///< device and inode, size, time
    std::shared_ptr<const TarListing> listing;
};

std::array<std::int64_t, 4> stateOfArchive(const fs::path& archive)
{
    struct stat status { };
    if (::stat(archive.c_str(), &status) != 0)
        return {};
    return {static_cast<std::int64_t>(status.st_dev ^ (status.st_ino << 20U)), status.st_size,
            status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
}

}

const TarMember* TarListing::find(const std::string& name) const
{
    const auto found = m_places.find(name);
    return found == m_places.end() ? nullptr : &members[found->second];
}

std::shared_ptr<const TarListing> readTar(const fs::path& archive, const RunContext& run)
{
    static std::mutex mutex;
    static std::vector<KeptListing> kept; // the last one last
    const std::array<std::int64_t, 4> state = stateOfArchive(archive);
    {
        const std::lock_guard lock(mutex);
        const auto known = std::ranges::find(kept, archive, &KeptListing::archive);
        if (known != kept.end() && known->state == state)
            return known->listing;
    }
    TarWalk walk(archive, run);
    auto listing = std::make_shared<TarListing>(walk.walk());
    std::vector<TarMember>& members = listing->members;
    std::unordered_map<std::string, std::size_t>& places = listing->m_places;
    places = walk.takePlaces();
    if (places.size() < members.size()) { // of several with one name the last stays
        std::vector<TarMember> last;
        for (std::size_t i = 0; i < members.size(); ++i) {
            if (places.at(members[i].name) == i)
                last.push_back(members[i]);
        }
        members = std::move(last);
        for (std::size_t i = 0; i < members.size(); ++i)
            places[members[i].name] = i;
    }
    const std::lock_guard lock(mutex);
    std::erase_if(kept, [&](const KeptListing& one) { return one.archive == archive; });
    if (kept.size() >= kKeptListings)
        kept.erase(kept.begin());
    kept.push_back({archive, state, listing});
    return listing;
}

}
