#include "app/statistics/statistics_panel.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/csd_writer.h"
#include "engine/sequences/sequence_statistics.h"
#include "widgets/statistics/difference_map.h"
#include "widgets/timeline/timeline_view.h"

#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

namespace fs = std::filesystem;

/// The Statistics dock in the real window.
class StatisticsTest : public WindowTest {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        find<widgets::TimelineView>("timeline")->setFocus();
        QTest::keyClick(&window(), Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
        m_table = find<QTableView>("statisticsTable");
        QTRY_VERIFY(m_table->isVisible());
        choose("statisticsSequence", "acoustic");
        QVERIFY(settle());
    }
    void cleanupTestCase() { m_real.reset(); }

    void everyDimensionIsDescribed()
    {
        const engine::CsdFile file(fs::path(DEMO) / "acoustic.csd");
        const auto expected = engine::statisticsOf(file, session().videos().current().toStdString());
        QTRY_COMPARE(m_table->model()->rowCount(), int(expected.dimensions.size()));
        for (int row = 0; row < m_table->model()->rowCount(); ++row) {
            const auto& dimension = expected.dimensions[std::size_t(row)];
            QCOMPARE(cell(row, 0).toString(), QString::fromStdString(dimension.name));
            QCOMPARE(cell(row, 4).toDouble(), dimension.mean());
            QCOMPARE(cell(row, 5).toDouble(), dimension.standardDeviation());
        }
        picture(window(), "statistics");
    }

    void aClickOnAHeadSortsByNumber()
    {
        QHeaderView* head = m_table->horizontalHeader();
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {},
                          QPoint(head->sectionViewportPosition(3) + 10, head->height() / 2));
        for (int row = 1; row < m_table->model()->rowCount(); ++row)
            QVERIFY(cell(row - 1, 3).toDouble() <= cell(row, 3).toDouble());
    }

    void allVideosAreMoreThanOne()
    {
        const QString one = find<QLabel>("statisticsSummary")->text();
        choose("statisticsScope", "All videos");
        QVERIFY(settle());
        QTRY_VERIFY(find<QLabel>("statisticsSummary")->text() != one);
        QVERIFY(find<QLabel>("statisticsSummary")->text().contains(QStringLiteral("31")));
        choose("statisticsScope", "This video");
        QVERIFY(settle());
    }

    void theTableIsCopiedWithAllDigits()
    {
        QTest::mouseClick(find<QPushButton>("copyStatistics"), Qt::LeftButton);
        const QStringList lines
            = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), m_table->model()->rowCount() + 1);
        const engine::CsdFile file(fs::path(DEMO) / "acoustic.csd");
        const auto first
            = engine::statisticsOf(file, session().videos().current().toStdString()).dimensions.front();
        QCOMPARE(lines[1].split(QLatin1Char(','))[1].toDouble(), first.minimum());
    }

    void anotherVersionIsCompared()
    {
        const QTemporaryDir folder;
        engine::ComputationalSequence changed(
            std::make_shared<const engine::CsdFile>(fs::path(DEMO) / "acoustic.csd"));
        const std::string video = session().videos().current().toStdString();
        engine::Entry entry = changed.entry(video);
        std::get<std::vector<float>>(entry.features.values)[100 * entry.features.rowLength() + 4] += 2.5F;
        changed.put(video, entry);
        const fs::path other = fs::path(folder.path().toStdString()) / "acoustic2.csd";
        engine::writeCsd(changed, other);

        window().findChild<app::StatisticsPanel*>()->compareWith(QString::fromStdString(other.string()));
        QVERIFY(settle());
        const QString summary = find<QLabel>("statisticsSummary")->text();
        QVERIFY2(summary.contains(QStringLiteral("30 entries are the same, 1 have other values")),
                 qPrintable(summary));
        QCOMPARE(m_table->model()->columnCount(), 5);
        int different = 0;
        for (int row = 0; row < m_table->model()->rowCount(); ++row) {
            different += cell(row, 2).toInt();
            if (cell(row, 2).toInt() > 0)
                QVERIFY(std::abs(cell(row, 4).toDouble() - 2.5) < 1e-4);
        }
        QCOMPARE(different, 1);
        auto* map = window().findChild<widgets::DifferenceMap*>();
        QTRY_VERIFY(map->isVisible());
        const QImage drawn = map->grab().toImage();
        QSet<QRgb> colours;
        for (int x = 0; x < drawn.width(); ++x) {
            for (int y = 0; y < drawn.height(); ++y)
                colours.insert(drawn.pixel(x, y));
        }
        QVERIFY(colours.size() == 2); // the one that differs, and all the others
        picture(window(), "statistics-compared");
    }

private:
    QVariant cell(int row, int column) const
    {
        return m_table->model()->index(row, column).data(Qt::UserRole);
    }
    void choose(const char* name, const char* text)
    {
        auto* box = find<QComboBox>(name);
        box->setCurrentText(QLatin1String(text));
        emit box->activated(box->currentIndex());
    }

    QTableView* m_table = nullptr;
};

WINDOW_TEST_MAIN(StatisticsTest)

#include "tst_statistics_panel.moc"
