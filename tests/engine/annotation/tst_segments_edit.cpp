#include "engine/annotation/edits.h"
#include "engine/annotation/segments_edit.h"

#include <QTest>

#include "tests/support/annotations.h"

using namespace engine;

/// Many segments of a tier in one step, and such a step read off any change.
class SegmentsEditTest : public QObject {
    Q_OBJECT

    static TimePoint at(double seconds) { return TimePoint::ofSeconds(seconds); }
    static SegmentsEdit::Times span(double start, double end) { return {at(start), at(end)}; }

    /// Texts and times of tier 1 in the order of time.
    static QString said(const Annotation& annotation)
    {
        QStringList all;
        for (const auto& entry : annotation.byTime(1).all()) {
            const Segment& segment = *annotation.segment(entry.id);
            all << QStringLiteral("%1 %2-%3")
                       .arg(QString::fromStdString(segment.text))
                       .arg(segment.start.seconds())
                       .arg(segment.end.seconds());
        }
        return all.join(QStringLiteral(", "));
    }

    static Annotation threeWords()
    {
        Annotation annotation = test::withSpans({{0, 1}, {1, 2}, {3, 4}});
        int number = 0;
        for (const auto& entry : annotation.byTime(1).all())
            annotation.apply(
                setText(annotation, entry.id, std::string(1, static_cast<char>('a' + number++))));
        return annotation;
    }

    static SegmentId idAt(const Annotation& annotation, std::size_t place)
    {
        return annotation.byTime(1).all()[place].id;
    }

private slots:
    void allOfAStepIsOneChange()
    {
        Annotation annotation = threeWords();
        SegmentsEdit edit;
        edit.removed = {idAt(annotation, 1)};
        edit.changed = {{idAt(annotation, 0), span(0, 1.5), {}}, {idAt(annotation, 2), {}, "see"}};
        edit.added = {{span(1.5, 2.5), "new"}};
        const Change change = editSegments(annotation, 1, edit);
        annotation.apply(change);
        QCOMPARE(said(annotation), QStringLiteral("a 0-1.5, new 1.5-2.5, see 3-4"));
        annotation.apply(change.inverse());
        QCOMPARE(said(annotation), QStringLiteral("a 0-1, b 1-2, c 3-4"));
    }

    void aChangeIsReadOffAndDoneAgainElsewhere()
    {
        Annotation annotation = threeWords();
        Annotation other = annotation;
        const Change change = splitSegment(annotation, idAt(annotation, 2), at(3.25), "d")
                                  .followedBy({}); // any edit, of which nothing is told but what became of it
        annotation.apply(change);
        const SegmentsEdit edit = editOf(change, 1);
        QCOMPARE(edit.changed.size(), std::size_t(1));
        QCOMPARE(edit.added.size(), std::size_t(1));
        const PlacesBefore places(annotation, change, 1);
        QCOMPARE(places.of(edit.changed.front().id), std::size_t(2));
        other.apply(editSegments(other, 1, edit));
        QCOMPARE(said(other), said(annotation));
        QVERIFY(editOf(change, 2).empty());
    }

    void placesAreThoseBeforeTheStep()
    {
        Annotation annotation = threeWords();
        const SegmentId first = idAt(annotation, 0), last = idAt(annotation, 2);
        SegmentsEdit edit;
        edit.removed = {last};
        edit.changed = {{first, span(2, 3), {}}}; // behind the second one now
        const Change change = editSegments(annotation, 1, edit);
        annotation.apply(change);
        QCOMPARE(said(annotation), QStringLiteral("b 1-2, a 2-3"));
        const PlacesBefore places(annotation, change, 1);
        QCOMPARE(places.of(first), std::size_t(0));
        QCOMPARE(places.of(last), std::size_t(2));
        QVERIFY_THROWS_EXCEPTION(Refused, places.of(4711));
    }

    void valuesAreNotTold()
    {
        Annotation annotation = threeWords();
        const Change change = setValue(annotation, idAt(annotation, 0), "sentiment", LabelValue{2.0, {}});
        QVERIFY(!change.empty());
        QVERIFY(editOf(change, 1).empty());
    }

    void whatCannotBeIsRefused()
    {
        const Annotation annotation = threeWords();
        SegmentsEdit edit;
        edit.changed = {{idAt(annotation, 0), span(0, 1.5), {}}};
        Annotation overlapped = annotation;
        QVERIFY_THROWS_EXCEPTION(Refused, overlapped.apply(editSegments(annotation, 1, edit)));
        edit.changed = {{4711, span(0, 1), {}}};
        QVERIFY_THROWS_EXCEPTION(Refused, editSegments(annotation, 1, edit));
        QVERIFY_THROWS_EXCEPTION(Refused, editSegments(annotation, 99, {}));
    }
};

QTEST_GUILESS_MAIN(SegmentsEditTest)
#include "tst_segments_edit.moc"
