#include "engine/download/file_check.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

#include "tests/support/downloads.h"

using namespace engine;

class TestFileCheck : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::filesystem::path m_path = m_folder.filePath(QStringLiteral("a.csd")).toStdString();

    void write(const std::string& bytes) { std::ofstream(m_path, std::ios::binary) << bytes; }

private slots:
    void aSoundFileHasNoProblem_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("superblock 0") << QStringLiteral(FIXTURES "/storage.csd");
        QTest::newRow("superblock of the latest format") << QStringLiteral(FIXTURES "/storage_latest.csd");
        QTest::newRow("demo") << QStringLiteral(DEMO "/words.csd");
    }

    void aSoundFileHasNoProblem()
    {
        QFETCH(const QString, file);
        QCOMPARE(problemOfFile(file.toStdString(), "a.csd"), std::string());
    }

    void aByteLessIsNoticed_data() { aSoundFileHasNoProblem_data(); }

    void aByteLessIsNoticed()
    {
        QFETCH(const QString, file);
        std::string bytes = test::contents(file.toStdString());
        const std::string whole = std::to_string(bytes.size());
        bytes.pop_back();
        write(bytes);
        QCOMPARE(problemOfFile(m_path, m_path),
                 "is cut off: it has " + std::to_string(bytes.size()) + " bytes and should have " + whole);
    }

    void everyBeginningIsNoticed()
    {
        const std::string whole = test::contents(FIXTURES "/storage.csd");
        for (std::size_t size = 0; size < 200; ++size) {
            write(whole.substr(0, size));
            QVERIFY2(!problemOfFile(m_path, m_path).empty(), std::to_string(size).c_str());
        }
    }

    void textIsQuotedShortAndPrintable()
    {
        QCOMPARE(problemOfBeginning("\r\n <title>Log\x0b in</title>\nmore", "a.csd"),
                 std::string(R"(is not HDF5, but text: "<title>Log? in</title>")"));
        QCOMPARE(problemOfBeginning(std::string(200, 'x'), "a.csd").size(),
                 std::string(R"(is not HDF5, but text: "…")").size() + 120);
    }

    void aPageIsNothingElse_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("problem");
        const QByteArray page = "\xef\xbb\xbf\n<!DOCTYPE HTML><p>Log in</p>";
        const auto row
            = [](const char* what, const QByteArray& bytes, const char* name, const char* problem) {
                  QTest::newRow(what) << bytes << QString::fromLatin1(name) << QString::fromLatin1(problem);
              };
        row("as a video", page, "a.mp4", "is not sound or video, but text: ");
        row("as a sound, in capitals", page, "A.WAV", "is not sound or video, but text: ");
        row("as a table", page, "a.csv", "is a web page: ");
        row("as something", "<html>", "README", "is a web page: ");
        row("as itself", page, "a.html", "");
        row("no page", "a,b\n1,2\n", "a.csv", "");
        row("text as a video", "Not found\n", "a.mkv", "is not sound or video, but text: \"Not found\"");
        row("nothing as a video", "", "a.mp4", "is empty");
        row("an empty table", "", "a.csv", "");
        row("a video",
            QByteArray("\0\0\0\x18"
                       "ftypmp42",
                       12),
            "a.mp4", "");
    }

    void aPageIsNothingElse()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, name);
        QFETCH(const QString, problem);
        const std::string said = problemOfBeginning(bytes.toStdString(), name.toStdString());
        QVERIFY2(said.starts_with(problem.toStdString()) && said.empty() == problem.isEmpty(), said.c_str());
    }

    void anotherContainerIsNamed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("problem"); // empty: none
        const auto row = [](const QByteArray& bytes, const char* name, const char* problem) {
            QTest::addRow("%s: %s", name, *problem ? problem : "as it should be")
                << bytes.leftJustified(512, '\x02') << QString::fromLatin1(name)
                << QString::fromLatin1(problem);
        };
        const QByteArray mp4("\0\0\0\x18"
                             "ftypmp42",
                             12);
        const QByteArray quickTime("\0\0\0\x08"
                                   "wide\0\0\0\0mdat",
                                   16);
        const QByteArray matroska("\x1a\x45\xdf\xa3\x9f");
        const QByteArray avi("RIFF\1\2\3\4AVI LIST");
        const QByteArray wav("RIFF\1\2\3\4WAVEfmt ");
        const QByteArray asf("\x30\x26\xb2\x75\x8e\x66\xcf\x11");
        const QByteArray ogg("OggS\0\2", 6);
        const QByteArray flac("fLaC\0\0\0\x22", 8);
        const QByteArray aiff("FORM\0\0\0\x22"
                              "AIFF",
                              12);
        const QByteArray flash("FLV\x01\x05");
        const QByteArray mp3("\xff\xfb\x90\x44");
        const QByteArray aac("\xff\xf1\x50\x80");
        const QByteArray tagged("ID3\x04\0\0", 6);
        const QByteArray program("\0\0\x01\xba\x44", 5);
        const QByteArray raw("\0\0\x01\xb3\x14", 5);
        const QByteArray transport = QByteArray("G@\x11\x10").leftJustified(188, '\x03')
            + QByteArray("G@\x11\x10").leftJustified(188, '\x03') + "G@";
        const QByteArray withTimes = QByteArray("\1\1\1\1G@").leftJustified(192, '\x03')
            + QByteArray("\1\1\1\1G@").leftJustified(192, '\x03') + "\1\1\1\1G";
        const QByteArray zip("PK\x03\x04");
        const QByteArray hdf5("\x89HDF\r\n\x1a\n");
        const QByteArray unknown("\x01\x02\x03\x04");
        for (const char* name : {"a.mp4", "a.m4v", "a.m4a", "a.mov", "a.3gp"}) {
            row(mp4, name, "");
            row(matroska, name, "is not MP4 or QuickTime, but Matroska or WebM");
            row(unknown, name, "is not MP4 or QuickTime");
        }
        row(quickTime, "b.MOV", "");
        for (const char* name : {"a.mkv", "a.mka", "a.webm"}) {
            row(matroska, name, "");
            row(mp4, name, "is not Matroska or WebM, but MP4 or QuickTime");
        }
        row(avi, "a.avi", "");
        row(wav, "a.avi", "is not AVI, but WAV");
        row(wav, "a.wav", "");
        row("RF64\xff\xff\xff\xffWAVE", "long.wav", "");
        row(avi, "a.wav", "is not WAV, but AVI");
        row(mp3, "a.wav", "is not WAV, but MP3");
        row("RIFF\1\2\3\4WEBPVP8 ", "a.wav", "is not WAV, but a RIFF file");
        for (const char* name : {"a.wmv", "a.wma", "a.asf"}) {
            row(asf, name, "");
            row(mp4, name, "is not Windows Media, but MP4 or QuickTime");
        }
        for (const char* name : {"a.ogg", "a.oga", "a.ogv", "a.opus"}) {
            row(ogg, name, "");
            row(mp3, name, "is not Ogg, but MP3");
        }
        row(flac, "a.flac", "");
        row(tagged, "tagged.flac", "");
        row(ogg, "a.flac", "is not FLAC, but Ogg");
        row(aiff, "a.aiff", "");
        row(wav, "a.aif", "is not AIFF, but WAV");
        row(flash, "a.flv", "");
        row(asf, "a.flv", "is not Flash video, but Windows Media");
        row(mp3, "a.mp3", "");
        row(tagged, "tagged.mp3", "");
        row(unknown, "unknown.mp3", "");
        row(wav, "a.mp3", "is not MP3, but WAV");
        row(mp4, "a.mp3", "is not MP3, but MP4 or QuickTime");
        row(aac, "a.mp3", "is not MP3, but AAC");
        row(aac, "a.aac", "");
        row(tagged, "tagged.aac", "");
        row(mp3, "a.aac", "is not AAC, but MP3");
        for (const char* name : {"a.mpg", "a.mpeg"}) {
            row(program, name, "");
            row(raw, QByteArray(name).replace("a.", "raw.").constData(), "");
            row(transport, QByteArray(name).replace("a.", "recorded.").constData(), "");
            row(avi, name, "is not an MPEG program stream, but AVI");
        }
        row(program, "a.vob", "");
        row(transport, "a.vob", "is not an MPEG program stream, but an MPEG transport stream");
        row(transport, "a.ts", "");
        row(withTimes, "a.m2ts", "");
        row(program, "a.ts", "is not an MPEG transport stream, but an MPEG program stream");
        row(zip, "a.mp4", "is not MP4 or QuickTime, but a ZIP archive");
        row(QByteArray("\x1f\x8b\x08"), "a.wav", "is not WAV, but packed with gzip");
        row("%PDF-1.4\n\x01", "a.webm", "is not Matroska or WebM, but a PDF document");
        row("\x89PNG\r\n\x1a\n", "a.mp4", "is not MP4 or QuickTime, but a picture");
        row("\xff\xd8\xff\xe0", "a.mp3", "is not MP3, but a picture");
        row(hdf5, "a.mp4", "is not MP4 or QuickTime, but HDF5");
        row(mp4, "a.csd", "is not HDF5, but MP4 or QuickTime");
        row(zip, "a.csd", "is not HDF5, but a ZIP archive");
        row(zip, "a.h5", "is not HDF5, but a ZIP archive");
        row(hdf5, "a.hdf5", "");
        row(zip, "a.npz", "");
        row(hdf5, "a.npz", "is not a ZIP archive, but HDF5");
        row(zip, "a.bin", "");
    }

    void anotherContainerIsNamed()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, name);
        QFETCH(const QString, problem);
        QCOMPARE(QString::fromStdString(problemOfBeginning(bytes.toStdString(), name.toStdString())),
                 problem);
    }

    void textThatHasASignatureInItIsText()
    {
        QCOMPARE(problemOfBeginning("The free plan has ended.\n", "a.mp4"),
                 std::string("is not sound or video, but text: \"The free plan has ended.\""));
        QCOMPARE(problemOfBeginning("{\"error\": \"gone\"}", "a.wav"),
                 std::string("is not sound or video, but text: \"{\"error\": \"gone\"}\""));
    }

    void mediaOfTheDemoAreMedia()
    {
        int looked = 0;
        for (const auto& item : std::filesystem::directory_iterator(DEMO "/media")) {
            QCOMPARE(problemOfFile(item.path(), item.path()), std::string());
            ++looked;
        }
        QVERIFY(looked > 0);
    }
};

QTEST_GUILESS_MAIN(TestFileCheck)
#include "tst_file_check.moc"
