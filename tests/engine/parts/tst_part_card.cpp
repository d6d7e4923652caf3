#include "engine/parts/installed_part.h"

#include <QRegularExpression>
#include <QTest>

#include "tests/support/failure.h"
#include "tests/support/made_part.h"

using namespace engine;

/// What a part says of itself, and what is said where it is missing or damaged.
class TestPartCard : public QObject {
    Q_OBJECT

    static test::MadePart made() { return {"voice", {{"weights", "1 2 3"}, {"L", "free"}}}; }

private slots:
    void everyFieldIsRead()
    {
        const test::MadePart part = made();
        const PartCard card = openPartIn(part.folder(), "voice").card;
        QCOMPARE(card.title, std::string("made up"));
        QVERIFY(card.learntFrom.who == Who::Drawn);
        QCOMPARE(name(card.learntFrom.who), std::string("drawn"));
        QCOMPARE(card.learntFrom.people, std::optional<std::uint64_t>(3));
        QVERIFY(!card.learntFrom.texts);
        QCOMPARE(card.learntFrom.languages, std::vector<std::string>{"en"});
        QCOMPARE(card.learntFrom.data.at(0).source, std::string("this test"));
        QCOMPARE(card.licence, std::string("none"));
        QCOMPARE(card.licenceFile, std::string("L"));
        QCOMPARE(card.madeBy, std::string("a test"));
        QCOMPARE(card.files.size(), std::size_t(2));
        QCOMPARE(card.measured.at(0).value, 0.5);
        QCOMPARE(card.measured.at(0).low, std::optional(0.25));
        QVERIFY(!card.measured.at(0).high);
        QCOMPARE(card.measured.at(0).n, std::uint64_t(9));
        QCOMPARE(card.notKnown, std::string("all"));
    }

    void aDamagedCardIsSaidWithItsPlace_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const char* from, const char* to, const char* said) {
            QTest::newRow(name) << QString::fromUtf8(from) << QString::fromUtf8(to)
                                << QString::fromUtf8(said);
        };
        row("no JSON", "{\"part\"", "{part", "is no JSON, expected the card of a part");
        row("a field is missing", "\"licence\": \"none\", \"licence_file\"", "\"licence_file\"",
            "licence is missing");
        row("who", "\"drawn\"", "\"painted\"", "learnt_from.who is \"painted\", expected one of");
        row("a count", "\"people\": 3", "\"people\": -3", "learnt_from.people is -3, expected");
        row("a figure", "\"value\": 0.5", "\"value\": \"much\"",
            "measured[0].value is \"much\", expected a number");
        row("no file", "\"weights\"", "\"../weights\"", "is no name of a file in this folder");
        row("no sum", "\"weights\": \"", "\"weights\": \"x", "expected a SHA-256 of 64 hexadecimal digits");
        row("an unknown field", "\"made_by\"", "\"extra\": 1, \"made_by\"", "extra is unknown");
        row("another part", "\"part\": \"voice\"", "\"part\": \"face\"", "part is face, expected voice");
    }
    void aDamagedCardIsSaidWithItsPlace()
    {
        QFETCH(const QString, from);
        QFETCH(const QString, to);
        QFETCH(const QString, said);
        const test::MadePart part = made();
        const QString card = QString::fromStdString(part.card());
        QVERIFY(card.contains(from));
        std::ofstream(part.folder() / "card.json") << QString(card).replace(from, to).toStdString();
        const std::string failure = test::failureOf([&] { openPartIn(part.folder(), "voice"); });
        QVERIFY2(failure.starts_with("part_damaged: "), failure.c_str());
        QVERIFY2(failure.find("card.json") != std::string::npos, failure.c_str());
        QVERIFY2(failure.find(said.toStdString()) != std::string::npos, failure.c_str());
    }

    void aFileThatChangedIsRefused()
    {
        test::MadePart part = made();
        part.write("weights", "1 2 4");
        const std::string failure = test::failureOf([&] { openPartIn(part.folder(), "voice"); });
        QVERIFY2(failure.starts_with("part_damaged: "), failure.c_str());
        QVERIFY2(failure.find("weights: has the SHA-256 ") != std::string::npos, failure.c_str());
        std::filesystem::remove(part.folder() / "weights");
        QVERIFY(test::failureOf([&] { openPartIn(part.folder(), "voice"); }).find("is missing")
                != std::string::npos);
    }

    void aPartThatIsNotInstalledNamesThePackage()
    {
        const QTemporaryDir empty;
        const Installation nowhere((std::filesystem::path(empty.path().toStdString()) / "bin"));
        QVERIFY(!hasPart(nowhere, "valence"));
        QCOMPARE(test::failureOf([&] { openPart(nowhere, "valence"); }),
                 std::string("part_missing: the part valence: is not installed: package polylogue-parts"));
    }

    /// Every part that comes with the programs is whole, and its licence lies beside it.
    void shippedPartsAreWhole()
    {
        const std::filesystem::path parts = std::filesystem::path(DEMO) / "../parts";
        std::size_t count = 0;
        for (const auto& entry : std::filesystem::directory_iterator(parts)) {
            const InstalledPart part = openPartIn(entry.path(), entry.path().filename().string());
            QVERIFY(part.card.files.contains(part.card.licenceFile));
            QVERIFY(!part.card.measured.empty());
            for (const auto& file : std::filesystem::directory_iterator(entry.path())) {
                const std::string name = file.path().filename().string();
                QVERIFY2(name == "card.json" || part.card.files.contains(name), name.c_str());
            }
            ++count;
        }
        QVERIFY(count > 0);
    }
};

QTEST_GUILESS_MAIN(TestPartCard)
#include "tst_part_card.moc"
