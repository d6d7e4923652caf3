#include <QTest>

#include <algorithm>
#include <cmath>

#include "tests/support/exchange.h"

using namespace engine;

namespace {

std::string header(const std::string& scheme, const std::string& type = "ASCII", int size = 2)
{
    return "<?xml version=\"1.0\" ?>\n<annotation ssi-v=\"3\"><info ftype=\"" + type + "\" size=\""
        + std::to_string(size) + "\"/><meta annotator=\"ada\" role=\"child\"/>" + scheme + "</annotation>";
}

const std::string kMoods = "<scheme name=\"mood\" type=\"DISCRETE\" color=\"#FFDDEEFF\"><item name=\"glad\" "
                           "id=\"0\" color=\"#FF00FF00\"/><item name=\"sad\" id=\"1\"/></scheme>";
const std::string kFree = "<scheme name=\"speech\" type=\"FREE\" color=\"#FFFFFFFF\"/>";
const std::string kLevel = "<scheme name=\"valence\" type=\"CONTINUOUS\" sr=\"4\" min=\"-1\" max=\"1\"/>";

template <typename T>
std::string bytes(T value)
{
    return {reinterpret_cast<const char*>(&value), sizeof value};
}

}

class TestNova : public QObject {
    Q_OBJECT

    test::Exchange m_files;

    ImportedTiers read(const std::string& head, const std::string& data) const
    {
        m_files.write("x.annotation~", data);
        return formatById("nova")->read(m_files.write("x.annotation", head), {});
    }

private slots:
    void aClassThatTheHeaderLacksKeepsTheOthers()
    {
        const ImportedTiers read = this->read(header(kMoods, "ASCII", 3), "0;1;0;1\n1;2;7;1\n");
        formatById("nova")->write(read.content, m_files.path("c.annotation"), {});
        QVERIFY(m_files.bytesOf(m_files.path("c.annotation")).find("name=\"class 7\" id=\"2\"")
                != std::string::npos);
        QCOMPARE(m_files.bytesOf(m_files.path("c.annotation~")), std::string("0;1;0;1\n1;2;2;1\n"));
        QCOMPARE(formatById("nova")->losses(read.content),
                 std::vector<std::string>{"Texts of 'mood' that are no terms become classes."});
    }

    void aVocabularyOfOtherTextsIsALoss()
    {
        ExchangedTier tier = test::tierOf(1, "w", {{0, 1, "a"}, {1, 2, "b"}, {2, 3, "c"}});
        tier.tier.labels = {{"w", Vocabulary{{{"x", {}, {}}}}}};
        const auto losses = formatById("nova")->losses({{tier}, {}, {}});
        QVERIFY(std::ranges::find(losses, "Vocabularies and scales of 'w' cannot be kept.") != losses.end());
    }

    void whatOnlyNovaHoldsIsWrittenAgain()
    {
        const std::string head = "<annotation ssi-v=\"3\"><info ftype=\"ASCII\" size=\"1\"/><meta "
                                 "annotator=\"ada\" role=\"child\" "
                                 "session=\"s1\"/>";
        const auto again = [&](const std::string& scheme, const std::string& data) {
            const ImportedTiers read = this->read(head + scheme + "</annotation>", data);
            formatById("nova")->write(read.content, m_files.path("k.annotation"), {});
            return m_files.bytesOf(m_files.path("k.annotation"))
                + m_files.bytesOf(m_files.path("k.annotation~"));
        };
        const std::string free = again(kFree, "0;1;so;1;color=#FF0000FF\n");
        QVERIFY2(free.find("role=\"child\" session=\"s1\"/>") != std::string::npos, free.c_str());
        QVERIFY2(free.ends_with("0;1;so;1;color=#FF0000FF\n"), free.c_str());
        QVERIFY(again(kMoods, "0;1;0;1;why\n").ends_with("0;1;0;1;why\n"));
        const std::string level
            = again("<scheme name=\"v\" type=\"CONTINUOUS\" sr=\"4\" min=\"-1\" max=\"1\" "
                    "mincolor=\"#FF112233\" maxcolor=\"#FF445566\"/>",
                    "0.5;1\n");
        QVERIFY2(level.find("mincolor=\"#FF112233\" maxcolor=\"#FF445566\"") != std::string::npos,
                 level.c_str());
    }

    void confidenceOfSingleValuesIsNoted()
    {
        const std::string note = "The confidence of single values is not read.";
        QVERIFY(std::ranges::count(read(header(kLevel), "0.5;0.5\n").report.notes, note) == 1);
        QVERIFY(
            std::ranges::count(read(header(kLevel, "BINARY"), bytes(0.5f) + bytes(0.5f)).report.notes, note)
            == 1);
        QVERIFY(std::ranges::count(read(header(kLevel), "0.5;1\n").report.notes, note) == 0);
    }

    void germanWindowsWritesNaNInWords()
    {
        const ImportedTiers read = this->read(header(kLevel), "0,5;1\nn. def.;1\n");
        QVERIFY(std::isnan(read.content.tiers.at(0).segments.at(0).samples.at(1)));
        QVERIFY(std::ranges::any_of(read.report.notes, [](const std::string& note) {
            return note.find("n. def.") != std::string::npos;
        }));
    }

    void classesAreTermsAndTexts()
    {
        const ImportedTiers read
            = this->read(header(kMoods, "ASCII", 3), "0.5;1.5;1;0.75\n2;3;-1;1\n4;5;7;1;meta\n");
        const ExchangedTier& tier = read.content.tiers.at(0);
        QCOMPARE(test::spans(tier), std::string("0.5-1.5 sad, 2-3 GARBAGE, 4-5 class 7"));
        QCOMPARE(test::labelText(tier.segments.at(0), "mood"), std::string("sad"));
        QCOMPARE(tier.segments.at(0).confidence, std::optional<double>(0.75));
        QCOMPARE(tier.tier.annotator, std::string("ada"));
        QCOMPARE(tier.tier.participant, std::string("child"));
        QCOMPARE(std::get<Vocabulary>(tier.tier.labels.at(0).scale).terms.at(0).colour,
                 std::string("#00ff00"));
    }

    void freeLabelsMayHoldSemicolons()
    {
        QCOMPARE(test::spans(
                     read(header(kFree), "0;1;so; well;1;color=#FF000000\n1;2;;0.5\n").content.tiers.at(0)),
                 std::string("0-1 so; well, 1-2 "));
    }

    void continuousValuesLieAtTheirRate()
    {
        const ImportedTiers read = this->read(header(kLevel), "0,5;1\nNaN;1\n-0.25;1\n");
        const ExchangedTier& tier = read.content.tiers.at(0);
        QCOMPARE(tier.tier.kind, TierKind::Continuous);
        QCOMPARE(tier.segments.at(0).end.seconds(), 0.75);
        QCOMPARE(tier.segments.at(0).samples.at(2), -0.25F);
        QVERIFY(std::isnan(tier.segments.at(0).samples.at(1)));
        QCOMPARE(read.report.read, std::size_t(3));
        QVERIFY(read.report.notes.at(0).find("speaks of 2 items, the data has 3") != std::string::npos);
    }

    void binaryDataIsRead()
    {
        const std::string item = bytes(0.5) + bytes(1.5) + bytes(std::uint32_t{1}) + bytes(0.5F);
        QCOMPARE(test::spans(read(header(kMoods, "BINARY"),
                                  item + bytes(2.0) + bytes(3.0) + bytes(0xffffffffU) + bytes(1.0F))
                                 .content.tiers.at(0)),
                 std::string("0.5-1.5 sad, 2-3 GARBAGE"));
        QCOMPARE(read(header(kLevel, "BINARY"), bytes(0.5F) + bytes(1.0F))
                     .content.tiers.at(0)
                     .segments.at(0)
                     .samples,
                 std::vector<float>{0.5F});
        QVERIFY(test::failureOf([&] {
                    read(header(kMoods, "BINARY"), item.substr(1));
                }).find("ends within an item")
                != std::string::npos);
    }

    void novasLengthsOfLettersAreUnderstood()
    {
        const auto item = [](double start, std::uint32_t length, const std::string& text) {
            return bytes(start) + bytes(start + 1) + bytes(length) + text + bytes(1.0F);
        };
        const std::string letters
            = item(0.0, 2, "\xc3\xa9t") + item(1.0, 3, "\xf0\x9f\x98\x80!"); // é t; 😀 ! are 3 UTF-16 units
        QCOMPARE(test::spans(read(header(kFree, "BINARY"), letters).content.tiers.at(0)),
                 std::string("0-1 \xc3\xa9t, 1-2 \xf0\x9f\x98\x80!"));
        QCOMPARE(test::spans(read(header(kFree, "BINARY"), item(0.0, 3, "\xc3\xa9t")).content.tiers.at(0)),
                 std::string("0-1 \xc3\xa9t"));
        QVERIFY(
            !test::failureOf([&] { read(header(kFree, "BINARY"), item(0.0, 4'000'000'000U, "a")); }).empty());
    }

    void theMissingHalfIsNamed()
    {
        const auto alone = m_files.write("alone.annotation", header(kFree));
        QVERIFY(test::failureOf([&] {
                    formatById("nova")->read(alone, {});
                }).find("alone.annotation~: is missing")
                != std::string::npos);
        const auto data = m_files.write("data.annotation~", "0;1;a;1\n");
        QVERIFY(test::failureOf([&] { formatOf(data).read(data, {}); }).find("data.annotation: is missing")
                != std::string::npos);
    }

    void eitherHalfIsTheFile()
    {
        read(header(kFree, "ASCII", 1), "0;1;a;1\n");
        QCOMPARE(test::spans(formatOf(m_files.path("x.annotation~"))
                                 .read(m_files.path("x.annotation~"), {})
                                 .content.tiers.at(0)),
                 std::string("0-1 a"));
    }

    void whatWasReadIsWrittenAgain()
    {
        for (const auto& [scheme, data] :
             {std::pair(kMoods, "0.5;1.5;1;0.75\n2;3;-1;1\n"), std::pair(kFree, "0;1;so;1\n"),
              std::pair(kLevel, "0.5;1\nnan;1\n-0.125;1\n")}) {
            const ExchangedTiers tiers = read(header(scheme), data).content;
            formatById("nova")->write(tiers, m_files.path("y.annotation"), {});
            QCOMPARE(m_files.bytesOf(m_files.path("y.annotation~")), std::string(data));
            const ExchangedTiers again = formatById("nova")->read(m_files.path("y.annotation"), {}).content;
            QCOMPARE(again.tiers.at(0).tier.labels.size(), tiers.tiers.at(0).tier.labels.size());
            QCOMPARE(again.tiers.at(0).tier.participant, std::string("child"));
        }
    }
};

QTEST_GUILESS_MAIN(TestNova)
#include "tst_nova.moc"
