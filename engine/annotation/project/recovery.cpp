#include "engine/annotation/project/recovery.h"

#include "engine/annotation/project/database_bytes.h"
#include "engine/annotation/project/guarded_database.h"
#include "engine/annotation/project/journaling.h"
#include "engine/annotation/project/rollback_journal.h"
#include "engine/annotation/project/schema.h"
#include "engine/core/error.h"

#include <SQLiteCpp/Statement.h>
#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <fmt/format.h>
#include <sqlite3.h>
#include <string_view>
#include <thread>

namespace engine::project {

namespace {

namespace fs = std::filesystem;
using Bytes = std::vector<unsigned char>;

constexpr std::uintmax_t kLargestFile = std::uintmax_t{1} << 30;
constexpr std::size_t kHeader = 100; ///< of a database
constexpr std::size_t kRoots = 16; ///< pages that all tables and indices begin in
constexpr std::string_view kMagic("SQLite format 3\0", 16);

constexpr int kReadings = 40;
constexpr std::chrono::milliseconds kLongestPause{100};

/// @param most  bytes
Bytes bytesOf(const fs::path& path, std::uintmax_t most = kLargestFile)
{
    Bytes bytes = bytesOfDatabase(path, most);
    if (most == kLargestFile && bytes.size() == most)
        throw IoError("io", path.string(), "cannot be read, or is too large to be recovered");
    return bytes;
}

/// As it is now: a file of this name comes and goes with each transaction.
Bytes journalOf(const fs::path& project, std::uintmax_t most = kLargestFile)
{
    const fs::path journal = besideProject(project, "-journal");
    askForSize(journal);
    return bytesOf(journal, most);
}

/// What changes with each transaction: the beginnings of the file, its log and its journal, and the file's
/// times.
struct Moment {
    std::array<Bytes, 3> heads;
    fs::file_time_type written;
    std::uintmax_t size = 0;

    static Moment of(const fs::path& path)
    {
        std::error_code unknown;
        Moment moment;
        moment.heads
            = {bytesOf(path, kHeader), bytesOf(besideProject(path, "-wal"), 32), journalOf(path, 28)};
        moment.written = fs::last_write_time(path, unknown);
        moment.size = fs::file_size(path, unknown);
        return moment;
    }
    friend bool operator==(const Moment&, const Moment&) = default;
};

/// @param isSteady  whether nothing was written meanwhile
ProjectBytes readOnce(const fs::path& path, bool& isSteady)
{
    const Moment before = Moment::of(path);
    ProjectBytes bytes;
    bytes.file = bytesOf(path); // first: what was changed in it since is in the other two
    const Bytes journal = journalOf(path);
    bytes.log = bytesOf(besideProject(path, "-wal"));
    isSteady = before == Moment::of(path);
    bytes.isJournalCut = !rollBack(bytes.file, journal);
    return bytes;
}

ProjectBytes readRepeatedly(const fs::path& path, bool& isSteady)
{
    ProjectBytes bytes = readOnce(path, isSteady);
    for (int i = 1; i < kReadings && !isSteady; ++i) {
        std::this_thread::sleep_for(std::min(kLongestPause, std::chrono::milliseconds(i * i)));
        bytes = readOnce(path, isSteady);
    }
    return bytes;
}

void putBigEndian32(Bytes& bytes, std::size_t at, std::uint32_t value)
{
    for (int i = 0; i < 4; ++i)
        bytes[at + static_cast<std::size_t>(i)] = static_cast<unsigned char>(value >> (24 - 8 * i));
}

/// Makes a header that says what SQLite must know to read the pages, and nothing that it could stumble over.
void mendHeader(Bytes& bytes, std::uint32_t pageSize)
{
    std::memcpy(bytes.data(), kMagic.data(), kMagic.size());
    bytes[16] = static_cast<unsigned char>(pageSize >> 8); // 65536 is written as 1
    bytes[17] = static_cast<unsigned char>(pageSize >> 16);
    bytes[18] = bytes[19] = 1; // no log: it is in the pages
    bytes[20] = 0;
    bytes[21] = 64;
    bytes[22] = bytes[23] = 32;
    putBigEndian32(bytes, 28, static_cast<std::uint32_t>(bytes.size() / pageSize));
    putBigEndian32(bytes, 32, 0); // no free pages: nothing will be written
    putBigEndian32(bytes, 36, 0);
    putBigEndian32(bytes, 44, 4); // format of the list of tables
    putBigEndian32(bytes, 52, 0); // no vacuum
    putBigEndian32(bytes, 56, 1); // UTF-8
    putBigEndian32(bytes, 64, 0);
    std::memcpy(bytes.data() + 92, bytes.data() + 24, 4); // the size above counts
}

/// Which pages of a log to believe.
enum class Trust { All, Sound, BeforeDamage, Nothing };

std::vector<LogFrame> believed(const WriteAheadLog& log, Trust trust)
{
    std::vector<LogFrame> frames;
    if (trust == Trust::All)
        return log.frames;
    std::size_t whole = 0; // frames of whole transactions
    for (const LogFrame& frame : log.frames) {
        if (trust == Trust::Nothing || (trust == Trust::BeforeDamage && !frame.isSound))
            break;
        if (frame.isSound)
            frames.push_back(frame);
        whole = frame.pagesAfter != 0 ? frames.size() : whole;
    }
    frames.resize(whole);
    return frames;
}

/// Makes an image as long as the log's last transaction left it.
void resizeByLog(Bytes& image, const ProjectBytes& of, const std::vector<LogFrame>& frames,
                 std::uint32_t pageSize)
{
    std::uint32_t pages = 0;
    for (const LogFrame& frame : frames)
        pages = frame.pagesAfter != 0 ? frame.pagesAfter : pages;
    const std::size_t most = (of.file.size() + of.log.size()) / pageSize + 1;
    if (pages > 0 && pages <= most)
        image.resize(std::size_t{pages} * pageSize);
}

void placeFrames(Bytes& image, const ProjectBytes& of, const std::vector<LogFrame>& frames,
                 std::uint32_t pageSize)
{
    for (const LogFrame& frame : frames) {
        const std::size_t at = (std::size_t{frame.page} - 1) * pageSize;
        if (frame.page > 0 && at + pageSize <= image.size())
            std::memcpy(image.data() + at, of.log.data() + frame.at, pageSize);
    }
}

/// The file with these pages of the log in their places.
Bytes joined(const ProjectBytes& of, const std::vector<LogFrame>& frames, std::uint32_t pageSize)
{
    Bytes image = of.file;
    resizeByLog(image, of, frames, pageSize);
    if (!image.empty() && image.size() < kRoots * pageSize) // SQLite reads nothing where a table is missing
        image.resize(kRoots * pageSize);
    image.resize((image.size() + pageSize - 1) / pageSize * pageSize);
    placeFrames(image, of, frames, pageSize);
    if (!image.empty())
        mendHeader(image, pageSize);
    return image;
}

SQLite::Database inMemory(const Bytes& image)
{
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE);
    auto* copy = static_cast<unsigned char*>(sqlite3_malloc64(image.size()));
    if (!copy)
        throw std::bad_alloc();
    std::memcpy(copy, image.data(), image.size());
    const auto size = static_cast<sqlite3_int64>(image.size());
    sqlite3_deserialize(database.getHandle(), "main", copy, size, size,
                        SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_READONLY);
    guard(database);
    return database;
}

/// A new project's first page, which lists its tables; they are in the same places in every project.
Bytes firstPage(std::uint32_t pageSize)
{
    SQLite::Database fresh(":memory:", SQLite::OPEN_READWRITE);
    fresh.exec(fmt::format("PRAGMA page_size = {}", pageSize));
    createTables(fresh);
    sqlite3_int64 size = 0;
    unsigned char* bytes = sqlite3_serialize(fresh.getHandle(), "main", &size, 0);
    Bytes page(bytes, bytes + std::min<sqlite3_int64>(size, pageSize));
    sqlite3_free(bytes);
    return page;
}

bool knowsTables(SQLite::Database& database)
{
    try {
        if (!hasTables(database))
            return false;
        for (const char* table : {"tiers", "segments", "label_values", "items"})
            SQLite::Statement(database, fmt::format("SELECT * FROM {}", table));
        SQLite::Statement(database, "SELECT id, tier, text FROM segments");
        return true;
    } catch (const SQLite::Exception&) {
        return false;
    }
}

/// Whether there is a row in any of the tables.
bool hasRows(SQLite::Database& database)
{
    for (const char* table : {"tiers", "segments", "items"}) {
        for (const char* order : {"", " ORDER BY 1 DESC"}) {
            try {
                SQLite::Statement any(database, fmt::format("SELECT * FROM {}{}", table, order));
                if (any.tryExecuteStep() == SQLITE_ROW)
                    return true;
            } catch (const SQLite::Exception&) { // the next one may have
            }
        }
    }
    return false;
}

}

ProjectBytes ProjectBytes::read(const fs::path& path)
{
    bool isSteady = false;
    return readRepeatedly(path, isSteady);
}

ProjectBytes ProjectBytes::readSteadily(const fs::path& path)
{
    bool isSteady = false;
    ProjectBytes bytes = readRepeatedly(path, isSteady);
    if (!isSteady)
        throw IoError("io", path.string(), "is being written all the time; open it again");
    return bytes;
}

bool hasJournal(const fs::path& path)
{
    return !journalOf(path, 1).empty();
}

std::optional<SQLite::Database> copied(const ProjectBytes& bytes)
{
    const std::uint32_t pageSize = bytes.pageSize();
    Bytes image = bytes.file;
    if (image.size() < std::max<std::size_t>(kHeader, pageSize)
        || std::memcmp(image.data(), kMagic.data(), kMagic.size()) != 0)
        return std::nullopt;
    const WriteAheadLog log = readLog(bytes.log, pageSize);
    if (log.pageSize == pageSize) {
        const std::vector<LogFrame> frames = believed(log, Trust::BeforeDamage);
        resizeByLog(image, bytes, frames, pageSize);
        placeFrames(image, bytes, frames, pageSize);
    }
    image[18] = image[19] = 1; // no log: it is in the pages
    return inMemory(image);
}

bool ProjectBytes::looksLikeProject() const
{
    const auto mentions = [](const Bytes& bytes) {
        const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        return text.find("CREATE TABLE label_values(") != std::string_view::npos;
    };
    const bool isNamed = file.size() >= kHeader && bigEndian32(file, 68) == kApplicationId;
    return isNamed || mentions(file) || mentions(log);
}

bool ProjectBytes::isText() const
{
    constexpr std::ptrdiff_t looked = 512;
    const auto end = file.begin() + std::min(looked, std::ssize(file));
    return !file.empty() && std::none_of(file.begin(), end, [](unsigned char byte) {
        return byte < 0x09 || (byte > 0x0d && byte < 0x20);
    });
}

std::uint32_t ProjectBytes::pageSize() const
{
    const std::uint32_t size = file.size() < kHeader ? 0 : bigEndian16(file, 16);
    return size == 1 ? 65536 : size >= 512 && (size & (size - 1)) == 0 ? size : 4096;
}

ProjectHead ProjectHead::read(const fs::path& path)
{
    ProjectHead head;
    ProjectBytes bytes;
    try {
        bytes.file = bytesOf(path, kHeader);
    } catch (const IoError&) { // then it is none
    }
    head.isDatabase
        = bytes.file.size() == kHeader && std::memcmp(bytes.file.data(), kMagic.data(), kMagic.size()) == 0;
    const fs::path log = besideProject(path, "-wal");
    for (int attempt = 0; attempt < 2 && (attempt == 0 || head.log.isDamaged); ++attempt)
        head.log = readLog(bytesOf(log), bytes.pageSize());
    return head;
}

bool isSound(SQLite::Database& database)
{
    try {
        return database.execAndGet("PRAGMA integrity_check(1)").getString() == "ok";
    } catch (const SQLite::Exception&) {
        return false;
    }
}

std::optional<SQLite::Database> recovered(const ProjectBytes& bytes)
{
    const WriteAheadLog log = readLog(bytes.log, bytes.pageSize());
    std::vector<std::uint32_t> sizes{4096}; // that of every project so far, whatever a damaged header says
    for (const std::uint32_t other : {log.pageSize, bytes.pageSize()}) {
        if (other != 0 && other != sizes.back())
            sizes.push_back(other);
    }
    std::optional<SQLite::Database> best;
    for (const std::uint32_t pageSize : sizes) {
        // A page of the log that has another sum than it should is more often nearly right than not.
        for (const Trust trust : {Trust::All, Trust::Sound, Trust::BeforeDamage, Trust::Nothing}) {
            const bool isItsLog = log.pageSize == pageSize;
            if (!isItsLog && trust != Trust::Nothing)
                continue;
            Bytes image = joined(bytes, believed(log, trust), pageSize);
            if (image.empty())
                continue;
            SQLite::Database database = inMemory(image);
            bool isListed = knowsTables(database);
            if (isListed && hasRows(database) && isSound(database))
                return database;
            if (!isListed) {
                const Bytes page = firstPage(pageSize);
                std::memcpy(image.data(), page.data(), page.size());
                mendHeader(image, pageSize);
                database = inMemory(image);
                isListed = knowsTables(database);
            }
            if (!best && isListed && hasRows(database))
                best = std::move(database);
        }
    }
    return best;
}

}
