#include "app/agreement/review_report.h"
#include "app/agreement/segment_reports.h"

#include <QTest>

#include "tests/support/annotations.h"

using namespace engine;

/// Annotators who made segments of their own, beside each other.
class SegmentReportsTest : public QObject {
    Q_OBJECT

    static void addTier(Annotation& annotation, const char* name, const char* who,
                        const std::vector<std::tuple<int, int, const char*>>& segments)
    {
        Tier tier = test::tier(annotation.unusedTier(), name);
        tier.annotator = who;
        tier.labels.clear();
        annotation.apply({{{std::nullopt, tier}}, {}, {}});
        for (const auto& [start, end, text] : segments) {
            Segment segment = test::segment(tier.id, start, end);
            segment.text = text;
            annotation.apply(insertSegment(annotation, segment));
        }
    }

    static Annotation twoPeople()
    {
        Annotation annotation;
        addTier(annotation, "gesture/anna", "anna", {{0, 2, "nod"}, {3, 5, "point"}, {8, 9, "nod"}});
        addTier(annotation, "gesture/ben", "ben", {{0, 2, "nod"}, {3, 6, "wave"}});
        addTier(annotation, "notes", "anna", {{0, 9, "good light"}});
        return annotation;
    }

private slots:
    void whatSeveralHaveIsCompared()
    {
        const auto reports = app::segmentReports(twoPeople(), {});
        QCOMPARE(reports.size(), std::size_t(1));
        QVERIFY(QString::fromStdString(reports.front().label).contains(QLatin1String("gesture")));
        QStringList keys;
        for (const Statistic& statistic : reports.front().statistics) {
            keys << QString::fromStdString(statistic.key);
            QVERIFY2(statistic.value || !statistic.undefined.empty(), statistic.key.c_str());
        }
        for (const char* key :
             {"u_alpha", "u_alpha_marked", "cu_alpha", "gamma", "boundary_b", "boundary_pi"})
            QVERIFY2(keys.contains(QLatin1String(key)), qPrintable(keys.join(QLatin1Char(' '))));
        QCOMPARE(reports.front().sweeps.size(), std::size_t(1));
        const SegmentSweep& sweep = reports.front().sweeps.front().sweep;
        QCOMPARE(sweep.found.front().found, std::size_t(2)); // the nod and what follows
        QCOMPARE(*sweep.found.front().sameName.value, 0.5);
    }

    void eachLabelIsOneComparisonWithItsDifferences()
    {
        const auto agreements = app::segmentAgreements(twoPeople(), {});
        QCOMPARE(agreements.size(), std::size_t(1));
        const app::SegmentAgreement& gesture = agreements.front();
        QCOMPARE(gesture.tier, std::string("gesture"));
        QCOMPARE(gesture.videos, std::size_t(1));
        QCOMPARE(gesture.report.raters, (std::vector<std::string>{"anna", "ben"}));
        QCOMPARE(gesture.differences.size(), gesture.report.sweeps.size());
        const auto& differences = gesture.differences.front();
        QCOMPARE(differences.size(), std::size_t(2)); // a wave that was a point, and a nod of anna's own
        QCOMPARE(differences[0].first->name, std::string("point"));
        QCOMPARE(differences[0].second->name, std::string("wave"));
        QCOMPARE(differences[1].first->name, std::string("nod"));
        QVERIFY(!differences[1].second);
        QVERIFY(app::segmentAgreements(test::withSpans({{0, 1}}), {}).empty());
    }

    void theReportTellsThem()
    {
        const app::ReviewReport report = app::reviewReport(twoPeople(), {}, {});
        const QString html = app::reportHtml(report, QStringLiteral("study"));
        QVERIFY(html.contains(QLatin1String("<h1>Segments of their own</h1>"))
                && html.contains(QStringLiteral("anna – ben")));
        QVERIFY(app::reportCsv(report).contains(QLatin1String("segments of their own")));
        QVERIFY(app::segmentReports(test::withSpans({{0, 1}}), {}).empty());
        QVERIFY(!app::reportHtml(app::reviewReport(test::withSpans({{0, 1}}), {}, {}), {})
                     .contains(QLatin1String("<h1>Segments")));
    }
};

QTEST_GUILESS_MAIN(SegmentReportsTest)
#include "tst_segment_reports.moc"
