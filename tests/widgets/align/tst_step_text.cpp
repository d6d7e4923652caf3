#include "widgets/align/step_text.h"

#include <QTest>

using namespace widgets;
using engine::CollapseFunction;

class StepTextTest : public QObject {
    Q_OBJECT

private slots:
    void aStepIsCalledByWhatItDoes_data()
    {
        QTest::addColumn<engine::RecipeStep>("step");
        QTest::addColumn<QString>("title");
        const auto row = [](const char* name, const engine::RecipeStep& step, const QString& title) {
            QTest::newRow(name) << step << title;
        };
        row("align", engine::AlignStep{std::string("words"), {}}, QStringLiteral("Align to words"));
        row("align to a rate", engine::AlignStep{engine::FixedRate{12.5}, {}},
            QStringLiteral("Align to 12.5 rows per second"));
        row("impute", engine::ImputeStep(), QStringLiteral("Impute missing"));
        row("add by key", engine::AddStep{{{{"a", "/d/1.csd"}, {"b", "/d/2.csd"}}, {}}},
            QStringLiteral("Add a, b"));
        row("add without a key", engine::AddStep{{{{"", "/d/visual.csd"}}, {}}},
            QStringLiteral("Add visual"));
        row("add a folder", engine::AddStep{{{}, "/d/more"}}, QStringLiteral("Add more"));
        row("merge", engine::MergeStep{"words", {}}, QStringLiteral("Merge into words"));
        row("rename", engine::RenameStep{"a", "שלום 👍"}, QStringLiteral("Rename a to שלום 👍"));
        row("remove", engine::RemoveStep{"R&D"}, QStringLiteral("Remove R&D"));
        row("remove an id", engine::RemoveIdStep{"talk1", false}, QStringLiteral("Remove id talk1"));
    }
    void aStepIsCalledByWhatItDoes()
    {
        QFETCH(const engine::RecipeStep, step);
        QTEST(stepTitle(step), "title");
    }

    void aReferenceIsCalledByItsKind()
    {
        QCOMPARE(referenceText(engine::SlidingWindow{1.0, 0.5}), QStringLiteral("windows of 1 s each 0.5 s"));
        QCOMPARE(referenceText(engine::VideoFrames{"/m/{id}.mp4"}), QStringLiteral("the video's frames"));
        QCOMPARE(referenceText(engine::VideoFrames{"/m/talk.mp4"}), QStringLiteral("frames of talk.mp4"));
    }

    void functionsAreListed()
    {
        QCOMPARE(functionsText({}), QStringLiteral("all rows"));
        QCOMPARE(functionsText({CollapseFunction{}, CollapseFunction{"quantile", 0.25}}),
                 QStringLiteral("mean, quantile:0.25"));
        QCOMPARE(functionsText({CollapseFunction{"mean_or_passthrough"}}), QStringLiteral("as it is"));
    }

    void keysFollowTheSteps()
    {
        engine::Recipe recipe;
        recipe.load.items = {{"words", "/d/w.csd"}, {"visual", "/d/v.csd"}, {"", "/d/unnamed.csd"}};
        recipe.steps = {engine::AddStep{{{{"acoustic", "/d/a.csd"}}, {}}},
                        engine::RenameStep{"visual", "face"}, engine::RemoveStep{"words"}};
        using Keys = std::vector<std::string>;
        QCOMPARE(keysAfter(recipe, 0), (Keys{"words", "visual"}));
        QCOMPARE(keysAfter(recipe, 1), (Keys{"words", "visual", "acoustic"}));
        QCOMPARE(keysAfter(recipe, 2), (Keys{"words", "face", "acoustic"}));
        QCOMPARE(keysAfter(recipe, 99), (Keys{"face", "acoustic"}));
        QCOMPARE(keysAfter({}, 3), Keys());
    }
};

QTEST_APPLESS_MAIN(StepTextTest)
#include "tst_step_text.moc"
