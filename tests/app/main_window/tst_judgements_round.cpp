#include "app/team/report_actions.h"
#include "app/video/video_opener.h"
#include "engine/annotation/layer_names.h"
#include "engine/formats/format_registry.h"

#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <tuple>

#include "tests/support/dialogs.h"
#include "tests/support/waiting.h"
#include "tests/support/window_test.h"

using app::kLabelsTier;

namespace {

/// What one answer says, by video, layer and times.
struct Said {
    std::map<std::string, engine::LabelValue> values;
    std::optional<double> confidence;
    std::string comment;
    bool isFlagged = false;
    friend bool operator==(const Said&, const Said&) = default;
};
using Answers = std::map<std::tuple<std::string, std::string, std::int64_t, std::int64_t>, Said>;

Answers answersIn(const engine::Annotation& annotation)
{
    Answers answers;
    for (const auto& [id, tier] : annotation.tiers()) {
        if (!engine::layerOfTier(annotation, tier))
            continue;
        for (const auto& entry : annotation.byTime(id).all()) {
            const engine::Segment& said = *annotation.segment(entry.id);
            answers[{tier.video, tier.name, said.start.ticks, said.end.ticks}]
                = {said.values, said.confidence, said.comment, said.flagged};
        }
    }
    return answers;
}

}

/// Judgements leave the window and come back: what is written is read again as it was, and the command line
/// says of the files what the window says of the project.
class JudgementsRoundTest : public WindowTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

private slots:
    void initTestCase() { QVERIFY(openDemo()); }
    void cleanupTestCase() { m_real.reset(); }

    void twoAnnotatorsJudge()
    {
        for (const char* video : {"ada_2", "ada_1"}) {
            goTo(QLatin1String(video));
            judgeAll("anna", 1, engine::Presentation::All, 0.0);
            judgeAll("ben", 1, engine::Presentation::All, 0.5);
            judgeAll("anna", 2, engine::Presentation::All, 1.0);
            judgeAll("ben", 1, engine::Presentation::SoundOnly, -0.5);
        }
        session().editor().answerLocks().setPass("labels/settled");
        session().editor().edit(QStringLiteral("settle"), [&](const engine::Annotation& annotation) {
            return engine::judge(annotation, document().segmentId(kLabelsTier, 0),
                                 engine::settledLayer(kLabelsTier, "anna"), [](engine::Segment& said) {
                                     said.values["sentiment"] = {2.0, {"anna", 1795725389512, 1, "all"}};
                                 });
        });
        session().editor().answerLocks().setPass({});
        m_before = answersIn(document().annotation());
        QCOMPARE(m_before.size(), std::size_t(41));
    }

    void theReportIsWritten()
    {
        window().findChild<app::ReportActions*>()->writeReport(file("review.html"));
        QTRY_VERIFY(QFile::exists(file("review.judgements.csv")));
        QVERIFY(settle());
    }

    void anEmptyProjectReadsThem()
    {
        begin();
        QVERIFY(answersIn(document().annotation()).empty());
        QString head;
        const NextDialog next([&](QDialog* dialog) {
            head = dialog->findChild<QLabel*>(QStringLiteral("importHead"))->text();
            // What holds judgements alone is proposed as such.
            QCOMPARE(dialog->findChild<QComboBox*>(QStringLiteral("importAs"))->currentIndex(), 1);
            picture(*dialog, "import-judgements");
        });
        QVERIFY(dropFiles(window(), {file("review.judgements.csv")}));
        QTRY_VERIFY(next.wasThere());
        QVERIFY2(head.endsWith(QStringLiteral("by anna, ben")), qPrintable(head));
        QTRY_VERIFY(!answersIn(document().annotation()).empty());
        compare(answersIn(document().annotation()), m_before);
    }

    void theWindowAndTheCommandLineAgree()
    {
        const QString second = file("again.html");
        window().findChild<app::ReportActions*>()->writeReport(second);
        QTRY_VERIFY(QFile::exists(file("again.judgements.csv")));
        QVERIFY(settle());
        QFile figures(file("again.figures.csv"));
        QVERIFY(figures.open(QFile::ReadOnly));
        double inWindow = -9.0;
        for (const QByteArray& line : figures.readAll().split('\n')) {
            const QByteArrayList cells
                = line.split(','); // "kind","label","statistic","rule","between","value",…
            if (line.contains("\"between annotators\"") && line.contains("\"sentiment\"")
                && line.contains("\"alpha\""))
                inWindow = cells.value(5).mid(1).chopped(1).toDouble();
        }
        QVERIFY(inWindow > -1.0);
        for (const char* name : {"review.judgements.csv", "again.judgements.csv"})
            QVERIFY(std::abs(alphaOf({file(name)}) - inWindow) < 1e-6);
    }

    void annotationOfAVideoGoesRound_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("csv") << QStringLiteral("talk.csv");
    }
    void annotationOfAVideoGoesRound()
    {
        QFETCH(const QString, name);
        goTo(QStringLiteral("ada_1"));
        engine::ExchangedTiers tiers;
        const engine::Annotation& annotation = document().annotation();
        for (const engine::Tier* tier : annotation.tiersOf("ada_1")) {
            engine::ExchangedTier one{*tier, {}, {}, {}};
            for (const auto& entry : annotation.byTime(tier->id).all())
                one.segments.push_back(*annotation.segment(entry.id));
            tiers.tiers.push_back(std::move(one));
        }
        const Answers before = numbersOnly(answersIn(annotation), "ada_1");
        const engine::Format& format = engine::formatForName(name.toStdString());
        format.write(tiers, file(qPrintable(name)).toStdString(), {});
        begin();
        const NextDialog next([&](QDialog* dialog) {
            dialog->findChild<QComboBox*>(QStringLiteral("importAs"))->setCurrentIndex(1);
        });
        QVERIFY(dropFiles(window(), {file(qPrintable(name))}));
        QTRY_VERIFY(next.wasThere());
        QTRY_VERIFY(!answersIn(document().annotation()).empty());
        compare(numbersOnly(answersIn(document().annotation()), "ada_1"), before);
    }

    void exportedLabelsGoRound()
    {
        const Answers before = numbersOnly(answersIn(document().annotation()), "ada_1");
        window().findChild<app::ReportActions*>()->exportLabels(
            m_folder.path(), {QStringLiteral("anna"), QStringLiteral("ben"), QStringLiteral("anna.2")});
        QTRY_VERIFY(QFile::exists(file("labels.anna.csd")) && QFile::exists(file("labels.ben.csd")));
        QVERIFY(settle());
        QVERIFY(alphaOf({file("labels.anna.csd"), file("labels.ben.csd")}) > 0.0);
        begin();
        { // a csd that is dropped is opened: it is asked for here
            const NextDialog files([&](QDialog* dialog) {
                auto* choice = qobject_cast<QFileDialog*>(dialog);
                QVERIFY(choice);
                choice->setDirectory(m_folder.path());
                choice->findChild<QLineEdit*>()->setText(
                    QStringLiteral("\"labels.anna.csd\" \"labels.ben.csd\""));
            });
            action("import-annotation")->trigger();
            QVERIFY(files.wasThere());
        }
        const NextDialog next([&](QDialog* dialog) {
            const auto* table = dialog->findChild<QTableWidget*>(QStringLiteral("importFiles"));
            QVERIFY(table);
            QStringList who;
            for (int row = 0; row < table->rowCount(); ++row)
                who << table->item(row, 2)->text().section(QStringLiteral(", by "), 1);
            QCOMPARE(who, (QStringList{QStringLiteral("anna"), QStringLiteral("ben")}));
            QCOMPARE(dialog->findChild<QComboBox*>(QStringLiteral("importAs"))->currentIndex(), 1);
            picture(*dialog, "import-labels");
        });
        QTRY_VERIFY(next.wasThere());
        QTRY_VERIFY(!answersIn(document().annotation()).empty());
        Answers expected = before;
        std::erase_if(expected, [](const auto& one) {
            const std::string& layer = std::get<1>(one.first);
            return layer != "labels/anna" && layer != "labels/ben";
        });
        compare(numbersOnly(answersIn(document().annotation()), "ada_1"), expected);
    }

private:
    QString file(const char* name) const { return m_folder.filePath(QLatin1String(name)); }
    void begin()
    {
        m_real.reset();
        IsolatedHome::forgetProjects();
        QVERIFY(openDemo());
    }
    void goTo(const QString& video)
    {
        session().videos().open(video);
        QTRY_VERIFY(document().hasVideo() && document().video().id == video);
        QVERIFY(settle());
    }
    void judgeAll(const char* annotator, int pass, engine::Presentation presentation, double more)
    {
        const engine::Layer layer = engine::annotatorLayer(kLabelsTier, annotator, pass, presentation);
        const std::size_t count = document().spans(kLabelsTier).size();
        session().editor().answerLocks().setPass(layer.name); // its own pass
        for (std::size_t i = 0; i < count; ++i)
            session().editor().edit(QStringLiteral("judge"), [&](const engine::Annotation& annotation) {
                return engine::judge(
                    annotation, document().segmentId(kLabelsTier, i), layer, [&](engine::Segment& said) {
                        const double value = std::clamp(static_cast<double>(i % 5) - 2.0 + more, -3.0, 3.0);
                        const auto when = static_cast<std::int64_t>(1795725389512 + i);
                        if (i == 3 && pass == 1) { // nothing but a remark
                            said.comment = "cannot tell, \"really\"";
                            said.flagged = true;
                            return;
                        }
                        said.values["sentiment"] = {value, {annotator, when, pass, name(presentation)}};
                        said.values["happy"]
                            = {static_cast<double>(i % 3), {annotator, when, pass, name(presentation)}};
                        if (i % 2 == 0)
                            said.confidence = 1.0 / 3.0;
                    });
            });
    }
    static void compare(const Answers& now, const Answers& before)
    {
        QCOMPARE(now.size(), before.size());
        for (const auto& [key, said] : before) {
            const auto found = now.find(key);
            QVERIFY2(found != now.end(), std::get<1>(key).c_str());
            QVERIFY2(found->second == said, (std::get<0>(key) + " " + std::get<1>(key)).c_str());
        }
    }
    /// What formats of others keep: values by whom, at times to the millisecond.
    static Answers numbersOnly(const Answers& answers, const std::string& video)
    {
        Answers kept;
        for (const auto& [key, said] : answers) {
            const auto& [where, layer, start, end] = key;
            if (where != video || said.values.empty() || layer.ends_with("settled"))
                continue;
            Said one;
            for (const auto& [label, value] : said.values)
                one.values[label] = {value.value, {}};
            kept[{where, layer, 0, end}] = one;
        }
        return kept;
    }
    static double alphaOf(const QStringList& files)
    {
        QProcess cli;
        cli.start(QStringLiteral(PROGRAMS "/polylogue-cli"),
                  QStringList{QStringLiteral("agreement")} + files
                      + QStringList{QStringLiteral("--label"), QStringLiteral("sentiment"),
                                    QStringLiteral("--bootstrap"), QStringLiteral("0"),
                                    QStringLiteral("--json")});
        if (!cli.waitForFinished(support::kPatience) || cli.exitCode() != 0) {
            qWarning() << cli.readAllStandardError();
            return -9.0;
        }
        const QJsonObject all = QJsonDocument::fromJson(cli.readAllStandardOutput()).object();
        for (const QJsonValue& report : all[u"reports"].toArray()) {
            for (const QJsonValue& figure : report[u"statistics"].toArray()) {
                if (figure[u"key"].toString() == u"alpha")
                    return figure[u"value"].toDouble(-9.0);
            }
        }
        return -9.0;
    }

    QTemporaryDir m_folder;
    Answers m_before;
};

WINDOW_TEST_MAIN(JudgementsRoundTest)
#include "tst_judgements_round.moc"
