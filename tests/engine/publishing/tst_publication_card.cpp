#include "engine/core/error.h"
#include "engine/publishing/citation_files.h"

#include <QTest>

#include <nlohmann/json.hpp>

using namespace engine;
using nlohmann::json;

/// The card of a publication: read strictly, kept by the project, told to machines.
class PublicationCardTest : public QObject {
    Q_OBJECT

    static PublicationCard full()
    {
        PublicationCard card;
        card.title = "Talks & \"walks\": 100 %";
        card.summary = "Short talks <with> labels.";
        card.licence = "CC-BY-4.0";
        card.authors
            = {{"Lovelace", "Ada", "Analytical Engines", "0000-0002-1825-0097"}, {"Ensemble", "", "", ""}};
        card.languages = {"en", "de"};
        card.keywords = {"sentiment"};
        card.version = "1.2.0";
        card.date = "2026-11-28";
        card.doi = "10.5281/zenodo.123";
        card.consent = "They agreed.";
        card.erasure = "ada@example.org";
        card.limits = {"few speakers"};
        return card;
    }

    static QString refusal(const char* text)
    {
        try {
            publicationCard(json::parse(text), "card.json");
        } catch (const FormatError& error) {
            return QString::fromStdString(error.code()) + QStringLiteral(" ")
                + QString::fromUtf8(error.what());
        }
        return {};
    }

private slots:
    void whatIsWrittenIsReadAgain()
    {
        QVERIFY(publicationCard(toJson(full()), "card.json") == full());
        Annotation annotation;
        QVERIFY(!publicationCardOf(annotation));
        annotation.apply({{}, {}, {{std::nullopt, publicationItem(full())}}});
        QVERIFY(publicationCardOf(annotation) == full());
    }

    void whatIsNoCardIsRefused_data()
    {
        QTest::addColumn<QString>("card");
        QTest::addColumn<QString>("said");
        QTest::newRow("a list") << "[]"
                                << "a card";
        QTest::newRow("a title of a number") << "{\"title\": 7}"
                                             << "title";
        QTest::newRow("an unknown field") << "{\"titel\": \"x\"}"
                                          << "titel";
        QTest::newRow("a licence in words") << "{\"licence\": \"do what you like\"}"
                                            << "SPDX";
        QTest::newRow("an author without a name") << "{\"authors\": [{\"given\": \"Ada\"}]}"
                                                  << "authors[0]";
        QTest::newRow("an ORCID of letters") << "{\"authors\": [{\"family\": \"L\", \"orcid\": \"x\"}]}"
                                             << "ORCID";
        QTest::newRow("a date in words") << "{\"date\": \"yesterday\"}"
                                         << "date";
        QTest::newRow("a DOI with its address") << "{\"doi\": \"https://doi.org/10.1/x\"}"
                                                << "DOI";
        QTest::newRow("a file as address") << "{\"url\": \"file:///etc/passwd\"}"
                                           << "https";
    }

    void whatIsNoCardIsRefused()
    {
        QFETCH(QString, card);
        QFETCH(QString, said);
        const QString why = refusal(card.toUtf8().constData());
        QVERIFY2(why.startsWith(QLatin1String("data_invalid card.json")) && why.contains(said),
                 qPrintable(why));
    }

    void citationsAreInTheirForms()
    {
        const std::string cff = citationCff(full());
        QVERIFY(cff.starts_with("cff-version: 1.2.0\n"));
        QVERIFY(cff.find("type: dataset\n") != std::string::npos);
        QVERIFY(cff.find("title: \"Talks & \\\"walks\\\": 100 %\"") != std::string::npos);
        QVERIFY(cff.find("  - family-names: \"Ensemble\"\nversion") != std::string::npos);
        const std::string bib = bibTeX(full());
        QVERIFY(bib.starts_with("@misc{lovelace2026,\n  title = {Talks \\& \"walks\": 100 \\%}"));
        QVERIFY(bib.find("author = {Lovelace, Ada and Ensemble}") != std::string::npos);
        const auto zenodo = zenodoJson(full());
        QCOMPARE(zenodo["creators"][0]["name"].get<std::string>(), std::string("Lovelace, Ada"));
        QCOMPARE(zenodo["upload_type"].get<std::string>(), std::string("dataset"));
        QCOMPARE(zenodo["description"].get<std::string>(),
                 std::string("<p>Short talks &lt;with&gt; labels.</p>"));
        QCOMPARE(addressOf(full()), std::string("https://doi.org/10.5281/zenodo.123"));
    }
};

QTEST_GUILESS_MAIN(PublicationCardTest)
#include "tst_publication_card.moc"
