#include "engine/annotation/layers.h"
#include "engine/annotation/tier_traces.h"
#include "engine/snapshot/labels_to_learn.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

#include "tests/engine/snapshot/snapshot_project.h"

using namespace engine;

using By = LabelToLearn::By;

class LabelsToLearnTest : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    OpenedSequences m_dataset;
    Annotation m_annotation;
    std::vector<LabelToLearn> m_labels;

    const LabelToLearn* find(const TierName& tier, By by = By::Segments,
                             const std::string& annotator = {}) const
    {
        const auto found = std::ranges::find_if(m_labels, [&](const LabelToLearn& label) {
            return label.tier == tier && label.by == by && label.annotator == annotator;
        });
        return found == m_labels.end() ? nullptr : &*found;
    }
    void read() { m_labels = labelsToLearn(m_dataset, m_annotation); }

    TierId addOwnTier(const std::string& name, std::vector<LabelScheme> labels)
    {
        Tier tier;
        tier.video = "v";
        tier.name = name;
        tier.labels = std::move(labels);
        const Change added = addTier(m_annotation, tier);
        m_annotation.apply(added);
        return added.tiers.front().after->id;
    }
    void addSegment(TierId tier, double start, double end, const std::string& text,
                    const std::map<std::string, LabelValue>& values = {})
    {
        Segment segment;
        segment.tier = tier;
        segment.start = TimePoint::ofSeconds(start);
        segment.end = TimePoint::ofSeconds(end);
        segment.text = text;
        segment.values = values;
        m_annotation.apply(insertSegment(m_annotation, segment));
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_annotation = Annotation();
        Prober prober(PROGRAMS "/polylogue-cli");
        m_dataset = openSequences(test::smallDataset(m_folder->path().toStdString()), prober, {});
    }

    void filesAndEditsAreOne()
    {
        const auto labels = test::takeLabels(m_annotation);
        m_annotation.apply(setValue(m_annotation, labels[0], "sentiment", std::nullopt));
        read();
        QCOMPARE(m_labels.size(), 1U);
        const LabelToLearn& sentiment = m_labels.front();
        QCOMPARE(sentiment.name, std::string("sentiment"));
        QCOMPARE(sentiment.segments->videos, (std::vector<std::string>{"v", "w"}));
        QCOMPARE(sentiment.values.size(), 3U);
        QVERIFY(std::isnan(sentiment.values[0]));
        QCOMPARE(sentiment.values[1], 2.0);
        QCOMPARE(sentiment.values[2], -1.0);
        QCOMPARE(sentiment.labelled(), 2U);
        QCOMPARE(sentiment.labelledByVideo(), (std::vector<std::size_t>{1, 1}));
        const ProjectLabel label = projectLabel(sentiment);
        QCOMPARE(label.rows.size(), 3U);
        QVERIFY(!label.rows[0].value);
        QCOMPARE(label.rows[2].video, std::string("w"));
    }

    void annotatorsTheirMeanAndWhatIsSettled()
    {
        const auto labels = test::takeLabels(m_annotation);
        const auto say = [&](const Layer& layer, SegmentId segment, double value) {
            m_annotation.apply(judge(m_annotation, segment, layer, [&](Segment& said) {
                said.values["sentiment"] = {value, {}};
            }));
        };
        say(annotatorLayer("labels", "anna", 1), labels[0], 1.0);
        say(annotatorLayer("labels", "anna", 2), labels[0], 3.0); // a second pass is no first answer
        read();
        QVERIFY(find("labels", By::Annotator, "anna"));
        QVERIFY(!find("labels", By::Mean)); // of one there is none
        say(annotatorLayer("labels", "ben", 1), labels[0], 2.0);
        say(annotatorLayer("labels", "ben", 1), labels[1], -2.0);
        say(settledLayer("labels", "cy"), labels[1], 0.0);
        read();
        QCOMPARE(find("labels", By::Annotator, "anna")->labelled(), 1U);
        QCOMPARE(find("labels", By::Mean)->values[0], 1.5);
        QCOMPARE(find("labels", By::Mean)->values[1], -2.0);
        QCOMPARE(find("labels", By::Settled)->values[1], 0.0);
        QVERIFY(find("labels", By::Consensus));
        QCOMPARE(find("labels", By::Consensus)->labelled(), 2U);
        QVERIFY(!find("labels", By::Majority)); // numbers
        QVERIFY(!find("labels/anna")); // a layer is no tier of its own
    }

    void classesOfAVocabulary()
    {
        const TierId tier
            = addOwnTier("stance", {{"stance", Vocabulary{{{"agrees", {}, {}}, {"doubts", {}, {}}}}}});
        addSegment(tier, 0, 1, {}, {{"stance", {std::string("doubts"), {}}}});
        addSegment(tier, 1, 2, {}, {});
        read();
        const LabelToLearn* stance = find("stance");
        QVERIFY(stance);
        QCOMPARE(stance->classes, (std::vector<std::string>{"agrees", "doubts"}));
        QCOMPARE(stance->values[0], 1.0);
        QCOMPARE(stance->labelled(), 1U);
    }

    void textsThatAreFewClasses()
    {
        const TierId tier = addOwnTier("Gesture", {});
        addSegment(tier, 0, 0.5, "wave");
        addSegment(tier, 0.5, 1, " nod ");
        addSegment(tier, 1, 2, "");
        read();
        const LabelToLearn* gesture = find("Gesture");
        QVERIFY(gesture);
        QCOMPARE(gesture->classes, (std::vector<std::string>{"nod", "wave"}));
        QCOMPARE(gesture->values[0], 1.0);
        QCOMPARE(gesture->values[1], 0.0);
        QVERIFY(std::isnan(gesture->values[2]));
    }

    void sentencesAreNoClasses()
    {
        const TierId tier = addOwnTier("notes", {});
        addSegment(tier, 0, 1, "she looks away when the question comes");
        read();
        QVERIFY(!find("notes"));
    }

    void aRatingOverTimeIsTheMeanOfEachSegment()
    {
        Tier tier;
        tier.video = "v";
        tier.name = "valence";
        tier.kind = TierKind::Continuous;
        tier.rate = 25.0;
        TraceFrames frames(50, 0.5); // 0…1 s: 0.5, then −1
        std::fill(frames.begin() + 25, frames.end(), -1.0);
        m_annotation.apply(addTrace(m_annotation, tier, frames));
        read();
        const LabelToLearn* valence = find("valence");
        QVERIFY(valence);
        QVERIFY(std::abs(valence->values[0] - 0.5) < 0.05);
        QVERIFY(std::abs(valence->values[1] + 1.0) < 0.05);
        QVERIFY(std::isnan(valence->values[2])); // w was not rated
    }
};

QTEST_GUILESS_MAIN(LabelsToLearnTest)
#include "tst_labels_to_learn.moc"
