// What an edit of very many segments would do is worked out between keys, not within one.
#include "app/tiers/bulk_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>

#include "tests/support/annotations.h"
#include "tests/support/stall_watch.h"
#include "tests/support/waiting.h"

using namespace engine;

namespace {

constexpr int kVideos = 3000;
constexpr int kSegments = 20; // in each

/// Words in many videos: `word` and `other` in turn.
Annotation manyVideos()
{
    Change change;
    SegmentId last = 0;
    for (int video = 1; video <= kVideos; ++video) {
        Tier tier = test::tier(video, "words");
        tier.video = "video_" + std::to_string(video);
        change.tiers.push_back({std::nullopt, tier});
        for (int i = 0; i < kSegments; ++i) {
            Segment segment = test::segment(video, i + 1, i + 2);
            segment.id = ++last;
            segment.text = i % 2 == 0 ? "word" : "other";
            change.segments.push_back({std::nullopt, segment});
        }
    }
    Annotation annotation;
    annotation.apply(change);
    return annotation;
}

}

class BulkDialogTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_dialog = std::make_unique<app::BulkDialog>(m_annotation, "words", "video_1",
                                                     Provenance{"ada", 1, 1, "all"});
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_dialog.get(), support::kPatience));
        find<QComboBox>("bulkWork")->setCurrentIndex(2); // find and replace
    }

    void oneVideoIsThereAtOnce()
    {
        QTest::keyClicks(find<QLineEdit>("bulkFind"), QStringLiteral("word"));
        QCOMPARE(find<QTableWidget>("bulkPreview")->rowCount(), kSegments / 2);
        QVERIFY(ok()->isEnabled());
        QVERIFY2(count().startsWith(QStringLiteral("10 ")), qPrintable(count()));
    }

    void theWindowAnswersBetweenKeys()
    {
        find<QCheckBox>("bulkAllVideos")->setChecked(true);
        StallWatch watch;
        for (const QChar key : QStringLiteral("word")) {
            QTest::keyClick(find<QLineEdit>("bulkFind"), key.toLatin1());
            QCoreApplication::processEvents();
        }
        QTRY_VERIFY(ok()->isEnabled());
        QVERIFY2(watch.longest() < StallWatch::kHang, qPrintable(QString::number(watch.longest())));
        qInfo("away for at most %lld ms", watch.longest());
        QVERIFY2(count().contains(QString::number(kVideos * kSegments / 2)), qPrintable(count()));
        QCOMPARE(find<QTableWidget>("bulkPreview")->rowCount(), 200);
        QCOMPARE(m_dialog->make(m_annotation).segments.size(), std::size_t{kVideos * kSegments / 2});
    }

    /// What was counted for the key before does not count for the next.
    void eachKeyBeginsAnew()
    {
        find<QCheckBox>("bulkAllVideos")->setChecked(true);
        QTest::keyClicks(find<QLineEdit>("bulkFind"), QStringLiteral("o"));
        QTest::keyClicks(find<QLineEdit>("bulkFind"), QStringLiteral("ther"));
        QTRY_VERIFY(ok()->isEnabled());
        QVERIFY2(count().contains(QString::number(kVideos * kSegments / 2)), qPrintable(count()));
        for (int row = 0; row < 200; ++row)
            QVERIFY(
                find<QTableWidget>("bulkPreview")->item(row, 0)->text().contains(QStringLiteral("other")));
    }

    void whatWouldBeRefusedIsSaid()
    {
        find<QComboBox>("bulkWork")->setCurrentIndex(0);
        find<QCheckBox>("bulkAllVideos")->setChecked(true);
        find<QDoubleSpinBox>("bulkSeconds")->setValue(-5.0); // before the video
        QTRY_VERIFY2(count().contains(QStringLiteral("would begin before the video")), qPrintable(count()));
        QVERIFY(!ok()->isEnabled());
        find<QDoubleSpinBox>("bulkSeconds")->setValue(5.0);
        QTRY_VERIFY(ok()->isEnabled());
        find<QComboBox>("bulkWork")->setCurrentIndex(2);
        find<QCheckBox>("bulkIsPattern")->setChecked(true);
        QTest::keyClicks(find<QLineEdit>("bulkFind"), QStringLiteral("("));
        QVERIFY(!ok()->isEnabled());
        QVERIFY(!count().isEmpty() && !count().contains(QStringLiteral("will change")));
    }

private:
    template <typename Widget>
    Widget* find(const char* name)
    {
        return m_dialog->findChild<Widget*>(QLatin1String(name));
    }
    QPushButton* ok() { return m_dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok); }
    QString count() { return find<QLabel>("bulkCount")->text(); }

    Annotation m_annotation = manyVideos();
    std::unique_ptr<app::BulkDialog> m_dialog;
};

QTEST_MAIN(BulkDialogTest)
#include "tst_bulk_dialog.moc"
