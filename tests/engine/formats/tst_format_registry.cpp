#include "engine/formats/format_registry.h"

#include <QTest>

#include <set>

#include "tests/support/exchange.h"

using namespace engine;

class TestFormatRegistry : public QObject {
    Q_OBJECT

    test::Exchange m_files;

private slots:
    void everyFormatCanBeFoundByItsId()
    {
        std::set<std::string_view> ids;
        for (const Format* format : formats()) {
            QVERIFY(ids.insert(format->id).second);
            QCOMPARE(formatById(format->id), format);
            QVERIFY(format->read || format->write);
            QCOMPARE(format->write != nullptr, format->losses != nullptr);
        }
        QCOMPARE(formatById("doc"), nullptr);
    }

    void namesAndContentsTellTheFormat_data()
    {
        QTest::addColumn<std::string>("name");
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("id");
        QTest::newRow("labels") << std::string("a.txt") << std::string("0\t1\ta\n")
                                << std::string("audacity");
        QTest::newRow("a TextGrid as text")
            << std::string("a.txt")
            << std::string("File type = \"ooTextFile\"\nObject class = \"TextGrid\"\n")
            << std::string("textgrid");
        QTest::newRow("subtitles as text")
            << std::string("a.txt") << std::string("1\n00:00:01,000 --> 00:00:02,000\na\n")
            << std::string("srt");
        QTest::newRow("words as text")
            << std::string("a.txt") << std::string("r 1 0.1 0.2 a\n") << std::string("ctm");
        QTest::newRow("segments as text")
            << std::string("a.txt") << std::string("u r 0.1 0.2\n") << std::string("kaldi");
        QTest::newRow("speakers without an ending")
            << std::string("ref") << std::string("SPEAKER f 1 0 1 <NA> <NA> a <NA>\n") << std::string("rttm");
        QTest::newRow("capitals") << std::string("A.TEXTGRID") << std::string() << std::string("textgrid");
        QTest::newRow("a table") << std::string("a.csv") << std::string("start,end\n") << std::string("csv");
    }

    void namesAndContentsTellTheFormat()
    {
        QFETCH(const std::string, name);
        QFETCH(const std::string, text);
        QFETCH(const std::string, id);
        QCOMPARE(std::string(formatOf(m_files.write(name, text)).id), id);
    }

    void jsonThatIsNoneOfOursIsRefused()
    {
        const std::string failure
            = test::failureOf([this] { formatOf(m_files.write("a.json", "{\"a\": 1}")); });
        QVERIFY2(failure.starts_with("unknown_format: ") && failure.find("whisperx") != std::string::npos
                     && failure.find("eaf") == std::string::npos,
                 failure.c_str());
    }

    void jsonIsKnownBehindALongText()
    {
        const std::string text
            = "{\"text\": \"" + std::string(100'000, 'x') + "\", \"segments\": [{\"start\": 0, \"end\": 1}]}";
        QCOMPARE(std::string(formatOf(m_files.write("a.json", text)).id), std::string("whisperx"));
    }

    void aNameWithoutAFormatIsRefused()
    {
        QVERIFY(test::failureOf([] { formatForName("a.docx"); }).starts_with("unknown_format: "));
        QVERIFY(
            test::failureOf([this] { formatOf(m_files.path("none.eaf")); }).starts_with("file_not_found: "));
        QCOMPARE(std::string(formatForName("x/segments").id), std::string("kaldi"));
    }

    void whatIsLostIsSaidBefore()
    {
        ExchangedTier tier = test::tierOf(1, "words", {{0, 1.00000001, "a\nb"}, {0.5, 0.5, ""}});
        tier.tier.annotator = "ada";
        tier.segments[0].confidence = 0.5;
        tier.segments[0].comment = "why?";
        tier.segments[1].values["mood"] = {std::string("glad"), {"ada", 1, 1, ""}};
        ExchangedTier level = test::tierOf(2, "level", {});
        level.tier.kind = TierKind::Continuous;
        const ExchangedTier nothing = test::tierOf(3, "nothing", {});
        const std::vector<std::string> losses
            = formatById("audacity")->losses({{tier, level, nothing}, {}, {}});
        QCOMPARE(losses,
                 (std::vector<std::string>{
                     "Tiers of continuous values are left out: 'level'.",
                     "Tiers without segments are left out: 'nothing'.",
                     "Names of tiers cannot be kept: 'words', 'level', 'nothing'.",
                     "Labels (mood) become text where there is none, else they are lost.",
                     "Who gave a label, when and seeing what cannot be kept.",
                     "The confidence of a segment cannot be kept.",
                     "The comment or flag of a segment cannot be kept.",
                     "Annotator and participant cannot be kept: 'words'.",
                     "The line breaks of a text become blanks.", "The times of a segment are rounded.",
                     "A file holds one tier: there will be one per tier."}));
    }
};

QTEST_GUILESS_MAIN(TestFormatRegistry)
#include "tst_format_registry.moc"
