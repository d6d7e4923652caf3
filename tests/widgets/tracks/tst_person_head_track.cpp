#include "widgets/tracks/person_head_track.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using widgets::PersonHeadTrack;

/// The head of a participant's tracks: what a click does, and what it says.
class PersonHeadTrackTest : public QObject {
    Q_OBJECT

    static constexpr QPointF kMute{30, 12}, kSolo{80, 12}, kElsewhere{200, 12};

private slots:
    void aClickBesideTheButtonsFolds()
    {
        PersonHeadTrack track;
        track.setContent({QStringLiteral("Tom"), {}, 1, false, false, true, PersonHeadTrack::Sound{}});
        QSignalSpy folds(&track, &PersonHeadTrack::foldWished);
        QSignalSpy mutes(&track, &PersonHeadTrack::muteWished);
        QSignalSpy solos(&track, &PersonHeadTrack::soloWished);
        QVERIFY(track.press(kElsewhere, {}, {}));
        QCOMPARE(folds.count(), 1);
        QVERIFY(track.press(kMute, {}, {}));
        QVERIFY(track.press(kSolo, {}, {}));
        QCOMPARE(folds.count(), 1);
        QCOMPARE(mutes.count(), 1);
        QVERIFY(mutes[0][0].toBool());
        QCOMPARE(solos.count(), 1);
        track.setContent({QStringLiteral("Tom"),
                          {},
                          1,
                          false,
                          false,
                          true,
                          PersonHeadTrack::Sound{.isMuted = true, .isSolo = false, .isHeard = false}});
        track.press(kMute, {}, {});
        QVERIFY(!mutes[1][0].toBool()); // heard again
    }

    void whoeverIsInHandHasButtonsAndCannotBeFolded()
    {
        PersonHeadTrack track;
        track.setContent({QStringLiteral("Mira"), {}, 1, true, false, false, PersonHeadTrack::Sound{}});
        QSignalSpy folds(&track, &PersonHeadTrack::foldWished);
        QVERIFY(!track.press(kElsewhere, {}, {}));
        QVERIFY(track.press(kSolo, {}, {}));
        QCOMPARE(folds.count(), 0);
    }

    void withoutASoundThereAreNoButtons()
    {
        PersonHeadTrack track;
        track.setContent({QStringLiteral("Tom"), {}, 1, false, false, true, {}});
        QSignalSpy folds(&track, &PersonHeadTrack::foldWished);
        track.press(kMute, {}, {});
        QCOMPARE(folds.count(), 1);
        QMenu menu;
        track.fillDisplayMenu(menu);
        QVERIFY(menu.isEmpty());
    }

    void theMenuAndTheSentenceTellTheSame()
    {
        PersonHeadTrack track;
        track.setContent({QStringLiteral("Tom"),
                          {},
                          1,
                          false,
                          false,
                          true,
                          PersonHeadTrack::Sound{.isMuted = true, .isSolo = false, .isHeard = false}});
        QVERIFY(track.part(0).name.contains(QStringLiteral("muted")));
        QMenu menu;
        track.fillDisplayMenu(menu);
        QCOMPARE(menu.actions().size(), 2);
        QVERIFY(menu.actions()[0]->isChecked() && !menu.actions()[1]->isChecked());
        QSignalSpy mutes(&track, &PersonHeadTrack::muteWished);
        menu.actions()[0]->trigger();
        QVERIFY(!mutes.at(0)[0].toBool());
    }
};

QTEST_MAIN(PersonHeadTrackTest)
#include "tst_person_head_track.moc"
