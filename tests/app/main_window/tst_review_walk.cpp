#include "app/review/review.h"
#include "app/team/report_actions.h"
#include "engine/sequences/csd_file.h"
#include "engine/sequences/timed_features.h"
#include "engine/snapshot/label_sequences.h"
#include "widgets/review/queue_panel.h"
#include "widgets/timeline/timeline_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QUndoStack>

#include <map>

#include "tests/support/review_steps.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

/// Three annotators label twenty segments of the demo by keys, one of them twice; a fourth settles what they
/// disagree about; the report and the labels leave the program, and others read them.
class ReviewWalkTest : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        m_review = window().findChild<app::Review*>();
        QTest::keyClick(&window(), Qt::Key_3, Qt::ControlModifier);
    }
    void cleanupTestCase() { m_real.reset(); }

    void threeAnnotatorsLabelTwentySegments()
    {
        // Each answer as a step of the scale, 1 to 7; the second annotator is a little higher, the third now
        // and then far off.
        for (std::size_t i = 0; i < kSegments; ++i) {
            const int step = static_cast<int>(i * 5 % 7) + 1;
            m_answers["anna"].push_back(step);
            m_answers["ben"].push_back(i % 4 == 0 ? std::min(7, step + 1) : step);
            m_answers["cleo"].push_back(i % 10 == 3 ? 8 - step : step);
        }
        for (const auto& [who, answers] : m_answers) {
            begin(who, 0);
            QTRY_VERIFY(m_review->isActive());
            for (const int answer : answers)
                rate(answer);
            QCOMPARE(m_review->done(), kSegments);
            m_review->leave();
        }
    }

    void oneOfThemLabelsAgainBlindAndShuffled()
    {
        begin("anna", 1);
        QTRY_VERIFY(m_review->isActive());
        QCOMPARE(m_review->pass()->layer.name, std::string("labels/anna/2"));
        std::vector<std::string> videos;
        for (const auto& place : m_review->pass()->places)
            videos.push_back(place.video);
        QVERIFY(!std::ranges::is_sorted(videos));
        for (std::size_t i = 0; i < kSegments; ++i) {
            QVERIFY(m_review->isHiding());
            rate(4);
        }
        m_review->leave();
    }

    void disagreementsAreSettled()
    {
        begin("dora", 2);
        QTRY_VERIFY(m_review->isActive());
        QVERIFY(!m_review->isHiding());
        QVERIFY(!m_review->pass()->places.empty());
        QVERIFY(m_review->pass()->places.size() <= 4); // only where they are far apart, or differ in sign
        QTRY_VERIFY(m_review->segment() != 0);
        // The file, three annotators, the second pass, and, as soon as it has answered, the model.
        QTRY_COMPARE(m_review->others().size(), std::size_t(6));
        settle();
        picture(window(), "review-settling");
        while (m_review->done() < m_review->pass()->places.size())
            rate(5);
        m_review->leave();
        QCOMPARE(engine::layersOf(annotation(), "labels").back().isSettled, true);
    }

    void theAgreementIsShown()
    {
        QTRY_VERIFY(find<QLabel>("agreementValue"));
        QTRY_VERIFY(find<QLabel>("agreementValue")->text().startsWith(QStringLiteral("0.")));
        settle();
        picture(*find<QWidget>("agreementList"), "agreement-alpha");
        auto* figures = find<QComboBox>("agreementFigure");
        QCOMPARE(figures->currentData().toString(), QStringLiteral("alpha"));
        QTRY_COMPARE(shownFigures().size(), 1); // of all three
        for (const char* pairwise : {"kappa", "kappa_quadratic", "ccc"}) {
            choose(*figures, QLatin1String(pairwise));
            QTRY_COMPARE(shownFigures().size(), 3);
        }
        picture(*find<QWidget>("agreementList"), "agreement-pairs");
        for (const char* ofAll : {"fleiss", "icc_2_1", "icc_3_k"}) {
            choose(*figures, QLatin1String(ofAll));
            QTRY_COMPARE(shownFigures().size(), 1);
        }
        for (const QString& figure : shownFigures())
            QVERIFY2(!figure.contains(QStringLiteral("nan")), qPrintable(figure));
    }

    void theReportSaysIt()
    {
        QString path = m_folder.filePath(QStringLiteral("review.html"));
        window().findChild<app::ReportActions*>()->writeReport(path);
        QTRY_VERIFY(QFile::exists(path));
        QVERIFY(settle());
        const QString page = read(path);
        for (const char* text : {"anna", "ben", "cleo", "Krippendorff", "ordinal", "Use of the scale"})
            QVERIFY2(page.contains(QLatin1String(text)), text);
        const QString judgements = read(m_folder.filePath(QStringLiteral("review.judgements.csv")));
        QVERIFY(judgements.count(QLatin1Char('\n')) >= static_cast<int>(4 * kSegments + 2));
        const QString figures = read(m_folder.filePath(QStringLiteral("review.figures.csv")));
        const QStringList alpha
            = lineWith(figures, {QStringLiteral("\"sentiment\""), QStringLiteral("\"alpha\"")});
        QVERIFY(!alpha.isEmpty());
        QVERIFY(page.contains(QStringLiteral("Drift over time")));
        const QStringList first
            = lineWith(figures, {QStringLiteral("\"quarter_1_mean\""), QStringLiteral("\"anna\"")});
        QVERIFY(!first.isEmpty());
        double sum = 0.0;
        for (std::size_t i = 0; i < kSegments / 4; ++i)
            sum += m_answers["anna"][i] - 4;
        QCOMPARE(first.at(5).mid(1).chopped(1).toDouble(), sum / kReviewed);
        const QStringList difference
            = lineWith(figures, {QStringLiteral("\"quarter_1_difference\""), QStringLiteral("\"ben\"")});
        double apart = 0.0;
        for (std::size_t i = 0; i < kSegments / 4; ++i)
            apart += m_answers["ben"][i] - (m_answers["anna"][i] + m_answers["cleo"][i]) / 2.0;
        QVERIFY(std::abs(difference.at(5).mid(1).chopped(1).toDouble() - apart / kReviewed) < 1e-9);
        // The command line says the same of the same judgements.
        QProcess cli;
        cli.start(QStringLiteral(PROGRAMS "/polylogue-cli"),
                  {QStringLiteral("agreement"), table(), QStringLiteral("--bootstrap"), QStringLiteral("0"),
                   QStringLiteral("--json")});
        QVERIFY(cli.waitForFinished(support::kPatience));
        const QByteArray out = cli.readAllStandardOutput();
        QVERIFY2(cli.exitCode() == 0, cli.readAllStandardError());
        const double value = alpha.at(5).mid(1, alpha.at(5).size() - 2).toDouble();
        QVERIFY2(out.contains(QByteArray::number(value, 'g', 8).left(8)), out);
    }

    void labelsBecomeSequences()
    {
        window().findChild<app::ReportActions*>()->exportLabels(
            m_folder.path(),
            {QStringLiteral("anna"), QStringLiteral("mean"), QStringLiteral("majority"),
             QStringLiteral("settled")});
        QVERIFY(settle());
        const engine::CsdFile mean(m_folder.filePath(QStringLiteral("labels.mean.csd")).toStdString());
        QVERIFY(mean.metadata().at("provenance").dump().find("cleo") != std::string::npos);
        QVERIFY(mean.metadata().at("exposure").at("ada_1").at(0).is_string());
        QCOMPARE(mean.rootName(), std::string("labels"));
        const engine::CsdFile anna(m_folder.filePath(QStringLiteral("labels.anna.csd")).toStdString());
        QCOMPARE(anna.rootName(),
                 std::string("labels.anna")); // two annotators' labels can be aligned together
        const engine::TimedFeatures rows = engine::readFeatures(mean, "ada_1");
        const double expected
            = ((m_answers["anna"][0] + m_answers["ben"][0] + m_answers["cleo"][0]) / 3.0) - 4.0;
        QVERIFY(std::abs(static_cast<double>(rows.features.at(0, 0)) - expected) < 1e-6);
        // An independent reader, where there is one.
        QProcess python;
        python.start(QStringLiteral("/usr/bin/python3"),
                     {QStringLiteral("-c"),
                      QStringLiteral(
                          "import h5py,sys\n"
                          "f=h5py.File(sys.argv[1])\n"
                          "d=f['labels/data']\n"
                          "print(sum(len(d[k]['intervals']) for k in d), float(d['ada_1/features'][0,0]))\n"),
                      m_folder.filePath(QStringLiteral("labels.anna.csd"))});
        if (!python.waitForFinished(support::kPatience) || python.exitCode() != 0)
            QSKIP("python3-h5py is not installed");
        QCOMPARE(python.readAllStandardOutput().trimmed(),
                 QStringLiteral("%1 %2.0").arg(kSegments).arg(m_answers["anna"][0] - 4).toUtf8());
    }

    void allOfItIsUndone()
    {
        QUndoStack& history = this->history();
        while (history.canUndo())
            history.undo();
        QVERIFY(engine::layersOf(annotation(), "labels").empty());
    }

private:
    static void choose(QComboBox& figures, const QString& key)
    {
        figures.setCurrentIndex(figures.findData(key));
        emit figures.activated(figures.currentIndex());
    }
    QStringList shownFigures()
    {
        QStringList figures;
        for (const QLabel* value :
             find<QWidget>("agreementList")->findChildren<QLabel*>(QStringLiteral("agreementValue"))) {
            if (!value->parentWidget()->isHidden()) // those before go with the next turn of the event loop
                figures << value->text();
        }
        return figures;
    }
    static constexpr std::size_t kSegments = 20;
    static constexpr double kReviewed = kSegments / 4.0;

    const engine::Annotation& annotation() { return session().document().annotation(); }

    /// Fills the form and begins; of the first passes only the first twenty segments stay in the queue.
    void begin(const std::string& annotator, int kind)
    {
        auto* kinds = find<QComboBox>("passKind");
        kinds->setCurrentIndex(kind);
        emit kinds->activated(kind);
        find<QLineEdit>("passAnnotator")->setText(QString::fromStdString(annotator));
        find<QSpinBox>("passMost")->setValue(kind == 2 ? 0 : static_cast<int>(kSegments));
        QTest::mouseClick(find<QPushButton>("begin"), Qt::LeftButton);
    }

    void rate(int digit) { support::rate(*m_review, *find<widgets::TimelineView>("timeline"), digit); }

    static QString read(const QString& path)
    {
        QFile file(path);
        return file.open(QFile::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    static QStringList lineWith(const QString& text, const QStringList& parts)
    {
        for (const QString& line : text.split(QLatin1Char('\n'))) {
            if (std::ranges::all_of(parts, [&](const QString& part) { return line.contains(part); }))
                return line.split(QStringLiteral("\",\""))
                    .replaceInStrings(QRegularExpression(QStringLiteral("^|$")), QStringLiteral("\""));
        }
        return {};
    }

    /// What was answered, as a table with a column for each annotator.
    QString table()
    {
        QString path = m_folder.filePath(QStringLiteral("ratings.csv"));
        QFile file(path);
        if (!file.open(QFile::WriteOnly))
            return {};
        file.write("unit,anna,ben,cleo\n");
        for (std::size_t i = 0; i < kSegments; ++i)
            file.write(QStringLiteral("u%1,%2,%3,%4\n")
                           .arg(i)
                           .arg(m_answers["anna"][i] - 4)
                           .arg(m_answers["ben"][i] - 4)
                           .arg(m_answers["cleo"][i] - 4)
                           .toUtf8());
        return path;
    }

    QTemporaryDir m_folder;
    std::map<std::string, std::vector<int>> m_answers;
    app::Review* m_review = nullptr;
};

WINDOW_TEST_MAIN(ReviewWalkTest)

#include "tst_review_walk.moc"
