#include "engine/core/error.h"
#include "engine/explain/additive_share.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

#include "tests/engine/training/models_program.h"
#include "tests/support/known_truths.h"

using namespace engine;
using engine::test::run;
using engine::test::Truth;
using engine::test::TruthFile;

/// How far predictions are sums, of models that learnt tasks of which it is known.
class AdditiveShareTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString& name) const { return m_folder.filePath(name); }

    static AdditiveShare asked(const QStringList& question)
    {
        const auto said = run(QStringList{QStringLiteral("explain")} + question
                              + QStringList{QStringLiteral("--additive-share"), QStringLiteral("--json")});
        if (said.exitCode != 0)
            qWarning("%s", said.errors.constData());
        return additiveShareFrom(said.output.toStdString(), "the answer");
    }

private slots:
    void sumsAndProductsAreTold_data()
    {
        QTest::addColumn<QString>("task");
        QTest::addColumn<int>("truth");
        QTest::addColumn<double>("least");
        QTest::addColumn<double>("most");
        QTest::newRow("additive") << "additive" << static_cast<int>(Truth::Additive) << 0.97 << 1.0;
        QTest::newRow("dominated") << "dominated" << static_cast<int>(Truth::Dominated) << 0.97 << 1.0;
        QTest::newRow("xor") << "xor" << static_cast<int>(Truth::Xor) << -0.2 << 0.1;
    }
    void sumsAndProductsAreTold()
    {
        QFETCH(QString, task);
        QFETCH(int, truth);
        QFETCH(double, least);
        QFETCH(double, most);
        const QString data = path(task + QStringLiteral(".h5"));
        TruthFile::make(data.toStdString(), static_cast<Truth>(truth), 1);
        test::trainOn(data, QStringLiteral("lmf"), path(task));
        const QStringList question{path(task + QStringLiteral("/model.safetensors")),
                                   QStringLiteral("--data"),
                                   data,
                                   QStringLiteral("--fold"),
                                   QStringLiteral("test"),
                                   QStringLiteral("--sample"),
                                   QStringLiteral("60")};
        const AdditiveShare share = asked(question);
        QCOMPARE(share.available, std::size_t(100));
        QCOMPARE(share.segments.size(), std::size_t(60));
        qInfo("R² %.4f, rest %.4f", share.rSquared(), share.meanRest());
        QVERIFY(share.rSquared() >= least && share.rSquared() <= most);
        QVERIFY(share == asked(question)); // what is drawn is drawn by the seed
        const AdditiveShare other
            = asked(question + QStringList{QStringLiteral("--seed"), QStringLiteral("2")});
        QVERIFY(other.segments != share.segments);
    }

    /// A dataset of sequences, with segments of different lengths.
    void theDemoIsAsked()
    {
        const QString demo = QStringLiteral(DEMO);
        const QStringList question{demo + QStringLiteral("/model/lmf.safetensors"),
                                   QStringLiteral("--dataset"),
                                   demo + QStringLiteral("/dataset.json"),
                                   QStringLiteral("--output"),
                                   QStringLiteral("sentiment"),
                                   QStringLiteral("--sample"),
                                   QStringLiteral("40")};
        const AdditiveShare share = asked(question);
        QCOMPARE(share.output, std::string("sentiment"));
        QCOMPARE(share.segments.size(), std::size_t(40));
        QVERIFY(share.rSquared() > 0.3 && share.rSquared() < 1.0);
        const auto predicted
            = run({QStringLiteral("predict"), question[0], question[1], question[2], QStringLiteral("--ids"),
                   QString::fromStdString(share.segments[3].id), QStringLiteral("--json")});
        const nlohmann::json scores = nlohmann::json::parse(predicted.output.toStdString());
        QVERIFY(
            std::abs(scores.at(0).at("scores").at("sentiment").get<double>() - share.segments[3].prediction)
            < 1e-5);
    }

    void aLineSaysItAll()
    {
        const AdditiveShare share{
            "M", "sentiment", 3, 9, {{"a[0]", 1.0, 0.5}, {"a[1]", -1.0, -0.5}, {"b[0]", 0.0, 0.25}}};
        QCOMPARE(additiveShareFrom(toLine(share), "x"), share);
        QVERIFY(std::abs(share.rSquared() - (1 - (0.25 + 0.25 + 0.0625) / 2)) < 1e-12);
        QVERIFY(std::abs(share.meanRest() - 1.25 / 3) < 1e-12);
        const AdditiveShare constant{"M", "sentiment", 1, 2, {{"a[0]", 1.0, 1.0}, {"a[1]", 1.0, 1.0}}};
        QVERIFY(std::isnan(constant.rSquared()));
        QCOMPARE(additiveShareFrom(toLine(constant), "x"), constant);
        QVERIFY_THROWS_EXCEPTION(FormatError, additiveShareFrom("{}", "x"));
    }

    void whatCannotBeAskedIsSaid()
    {
        const auto said = run({QStringLiteral("explain"), QStringLiteral(DEMO "/model/lmf.safetensors"),
                               QStringLiteral("--dataset"), QStringLiteral(DEMO "/dataset.json"),
                               QStringLiteral("--additive-share"), QStringLiteral("--output"),
                               QStringLiteral("nothing")});
        QCOMPARE(said.exitCode, 1);
        QVERIFY2(said.errors.contains("nothing"), said.errors.constData());
    }
};

QTEST_GUILESS_MAIN(AdditiveShareTest)
#include "tst_additive_share.moc"
