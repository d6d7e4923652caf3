#include "engine/training/run/training_dynamics.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <cmath>

using namespace engine;

class TestTrainingDynamics : public QObject {
    Q_OBJECT

private slots:
    void meanAndDeviationAreThoseOfTheEpochs()
    {
        TrainingDynamics dynamics({"easy", "ambiguous"});
        for (const auto& errors : {std::array{0.1, 2.0}, std::array{0.1, 0.0}, std::array{0.1, 1.0}})
            dynamics.addEpoch(errors);
        QCOMPARE(dynamics.epochs(), std::size_t(3));
        QVERIFY(std::abs(dynamics.segments()[0].deviation()) < 1e-12);
        QVERIFY(std::abs(dynamics.segments()[1].mean - 1.0) < 1e-12);
        QVERIFY(std::abs(dynamics.segments()[1].deviation() - std::sqrt(2.0 / 3.0)) < 1e-12);
    }

    void whatWasWrittenGoesOn()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(QStringLiteral("dynamics.csv")).toStdString();
        const std::vector<std::string> ids{"a,b", "c\"d"};
        const std::vector<Interval> spans{{0.25, 1.5}, {2.0, 3.0}};
        TrainingDynamics whole(ids, spans), first(ids, spans), second(ids, spans);
        for (int epoch = 0; epoch < 6; ++epoch) {
            const std::array errors{0.3 * epoch, 1.0 / (epoch + 1)};
            whole.addEpoch(errors);
            if (epoch == 3) {
                first.write(path);
                second.read(path);
            }
            (epoch < 3 ? first : second).addEpoch(errors);
        }
        for (std::size_t i = 0; i < ids.size(); ++i) {
            QCOMPARE(second.segments()[i].epochs, std::size_t(6));
            QVERIFY(std::abs(second.segments()[i].mean - whole.segments()[i].mean) < 1e-12);
            QVERIFY(std::abs(second.segments()[i].deviation() - whole.segments()[i].deviation()) < 1e-12);
        }
    }

    void ofOtherSegmentsNothingIsTaken()
    {
        const QTemporaryDir folder;
        const auto path = folder.filePath(QStringLiteral("dynamics.csv")).toStdString();
        TrainingDynamics written({"a", "b"});
        written.addEpoch(std::array{1.0, 2.0});
        written.write(path);
        for (const std::vector<std::string>& ids :
             {std::vector<std::string>{"a", "c"}, std::vector<std::string>{"a", "b", "c"}}) {
            TrainingDynamics other(ids);
            other.read(path);
            QCOMPARE(other.epochs(), std::size_t(0));
        }
        TrainingDynamics none({"a"});
        none.read(path + "-missing");
        QCOMPARE(none.epochs(), std::size_t(0));
    }
};

QTEST_GUILESS_MAIN(TestTrainingDynamics)
#include "tst_training_dynamics.moc"
