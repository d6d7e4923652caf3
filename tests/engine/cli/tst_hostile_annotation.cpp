#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <functional>
#include <random>

#include "tests/support/measured_program.h"

using namespace engine;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr double kMostSeconds = 60.0; // of a slow build
constexpr double kMostMiB = 16384.0; // the sanitizer keeps what was freed
#else
constexpr double kMostSeconds = 2.0;
constexpr double kMostMiB = 500.0;
#endif

std::string repeated(const std::string& part, std::size_t count)
{
    std::string text;
    text.reserve(part.size() * count);
    for (std::size_t i = 0; i < count; ++i)
        text += part;
    return text;
}

std::string junk(std::size_t count)
{
    std::mt19937 random(3);
    std::string bytes(count, '\0');
    for (char& byte : bytes)
        byte = static_cast<char>(random());
    return bytes;
}

constexpr const char* kGrid
    = "\"ooTextFile\" \"TextGrid\" 0 1 <exists> 1 \"IntervalTier\" \"a\" 0 1 4000000000 ";

}

/// Files made to hurt, through the real program: an error within 2 s and 500 MiB.
class TestHostileAnnotation : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

private slots:
    void itIsRefusedInLittleTimeAndMemory_data()
    {
        using Make = std::function<std::string()>;
        QTest::addColumn<std::string>("name");
        QTest::addColumn<Make>("make");
        const auto row = [](const char* what, const char* name, Make make) {
            QTest::newRow(what) << std::string(name) << std::move(make);
        };
        row("entities in entities", "a.eaf", [] {
            std::string text = "<!DOCTYPE a [<!ENTITY a0 \"ha\">";
            for (int i = 1; i < 30; ++i)
                text += "<!ENTITY a" + std::to_string(i) + " \""
                    + repeated("&a" + std::to_string(i - 1) + ";", 10) + "\">";
            return text + "]><ANNOTATION_DOCUMENT><TIER TIER_ID=\"&a29;\"/></ANNOTATION_DOCUMENT>";
        });
        row("elements in elements", "a.eaf", [] {
            return "<ANNOTATION_DOCUMENT>" + repeated("<a>", 500'000) + repeated("</a>", 500'000)
                + "</ANNOTATION_DOCUMENT>";
        });
        row("too many elements", "a.eaf",
            [] { return "<ANNOTATION_DOCUMENT>" + repeated("<a/>", 15'000'000) + "</ANNOTATION_DOCUMENT>"; });
        row("4e9 intervals", "a.TextGrid", [] { return std::string(kGrid) + "0 1 \"x\""; });
        row("too many intervals", "a.TextGrid",
            [] { return kGrid + repeated("0 1 \"xxxxxxxxxxxxxxxxxxxxxx\" ", 3'000'000); });
        row("too many blank intervals", "a.TextGrid",
            [] { return kGrid + repeated("0 1 \"\" ", 10'000'000); });
        row("a text without an end", "a.TextGrid",
            [] { return kGrid + ("0 1 \"" + std::string(100'000'000, 'x')); });
        row("lists in lists", "a.json",
            [] { return "{\"tiers\": {\"entries\":" + std::string(30'000'000, '['); });
        row("too many values", "a.json", [] {
            return "{\"tiers\": {\"a\": {\"entries\": [" + repeated("[0,1,\"a\"],", 2'000'000) + "0]}}}";
        });
        row("too many fields", "a.json",
            [] { return "{\"tiers\": {\"entries\": 1" + repeated(",\"a\":[]", 2'000'000) + "}}"; });
        row("too many labels", "a.txt", [] { return repeated("0\t1\n", 20'000'000); });
        row("a label without an end", "a.txt", [] { return "0\t1\t" + std::string(100'000'000, 'x'); });
        row("a label in Latin-1 without an end", "a.txt",
            [] { return "0\t1\t" + std::string(60'000'000, '\xe9'); });
        row("a cue without an end", "a.vtt",
            [] { return "WEBVTT\n\n00:01.000 --> 00:02.000\n" + repeated("x\n", 40'000'000); });
        row("a subtitle without an end", "a.srt",
            [] { return "1\n00:00:01,000 --> 00:00:02,000\n" + repeated("x\n", 40'000'000); });
        row("nothing but line ends", "a.srt", [] { return std::string(100'000'000, '\n'); });
        row("a word without an end", "a.ctm",
            [] { return "r 1 0 1 a 1 lex " + std::string(100'000'000, 'x'); });
        row("a cell without an end", "a.csv",
            [] { return "start,end,text\n0,1,\"" + std::string(100'000'000, 'x'); });
        row("too many cells", "a.csv", [] {
            return "start,end" + repeated(",x", 900) + "\n"
                + repeated("0,1" + repeated(",1", 900) + "\n", 30'000);
        });
        row("a file larger than all", "a.ctm", [] { return std::string(140'000'000, 'x'); });
        row("junk named EAF", "a.eaf", [] { return junk(5'000'000); });
        row("junk named TextGrid", "a.TextGrid", [] { return junk(5'000'000); });
        row("junk named csd", "a.csd", [] { return junk(5'000'000); });
        row("junk named npz", "a.npz", [] { return "PK\x03\x04" + junk(5'000'000); });
        row("junk named HDF5", "a.h5", [] { return "\x89HDF\r\n\x1a\n" + junk(5'000'000); });
        row("half surrogates", "a.TextGrid",
            [] { return "\xff\xfe" + repeated(std::string("\0\xd8", 2), 20'000'000); });
    }

    void itIsRefusedInLittleTimeAndMemory()
    {
        QFETCH(const std::string, name);
        QFETCH(const std::function<std::string()>, make);
        const std::filesystem::path file = m_folder.filePath(QString::fromStdString(name)).toStdString();
        std::ofstream(file, std::ios::binary) << make();
        const test::Measured measured
            = test::runMeasured({{PROGRAMS "/polylogue-cli", "convert", file.string(), "--to", "json"},
                                 {},
                                 m_folder.path().toStdString()});
        std::filesystem::remove(file);
        QVERIFY2(measured.exitCode == 1 && measured.signal == 0, measured.errors.substr(0, 500).c_str());
        QVERIFY2(measured.errors.find(": " + file.string() + ": ") != std::string::npos,
                 measured.errors.substr(0, 500).c_str());
        QVERIFY2(measured.processorSeconds <= kMostSeconds,
                 std::to_string(measured.processorSeconds).c_str());
        QVERIFY2(measured.peakMiB <= kMostMiB, std::to_string(measured.peakMiB).c_str());
    }
};

Q_DECLARE_METATYPE(std::function<std::string()>)

QTEST_GUILESS_MAIN(TestHostileAnnotation)
#include "tst_hostile_annotation.moc"
