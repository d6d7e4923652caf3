#include "app/project/invitations.h"
#include "app/review/review.h"
#include "app/team/sharing_dialog.h"
#include "engine/annotation/edits.h"
#include "engine/annotation/layers.h"
#include "engine/project_items/gold_items.h"

#include <QDesktopServices>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QTreeWidget>

#include "tests/app/tutorials/tutorial.h"
#include "tests/support/review_steps.h"
#include "tests/support/waiting.h"

namespace fs = std::filesystem;

/// Takes what the system would show.
class OpenedPlaces : public QObject {
    Q_OBJECT
public:
    OpenedPlaces() { QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "take"); }
    ~OpenedPlaces() override { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }
    Q_INVOKABLE void take(const QUrl& url) { urls << url; }

    QList<QUrl> urls;
};

/// Work that is shared out, done in an invitation, sent back and merged, in the real window.
class InvitationsTest : public TutorialTest {
    Q_OBJECT

    bool isOneStory() const override { return true; }

public:
    InvitationsTest() : TutorialTest("reviewing") { }

private slots:
    void initTestCase()
    {
        QVERIFY(openDemo());
        m_review = window().findChild<app::Review*>();
        session().videos().open(QStringLiteral("ada_1"));
        QTRY_VERIFY(document().isInSight(QStringLiteral("ada_1")));
        // somebody has judged before, and there is gold
        const engine::SegmentId segment = document().segmentId(app::kLabelsTier, 0);
        session().editor().edit(QStringLiteral("plant"), [&](const engine::Annotation& now) {
            return engine::judge(now, segment, engine::annotatorLayer("labels", "zoe", 1),
                                 [](engine::Segment& said) {
                                     said.values["sentiment"] = {2.0, {"zoe", 1, 1, "all"}};
                                 });
        });
        // and whose dataset it is has an opinion
        session().editor().edit(QStringLiteral("plant"), [&](const engine::Annotation& now) {
            return engine::setValue(now, segment, "sentiment",
                                    engine::LabelValue{-2.25, {"leokadia", 1, 1, "all"}});
        });
        session().editor().edit(QStringLiteral("plant"), [&](const engine::Annotation& now) {
            return engine::remark(now, segment, {{}, "leokadia remarks", true});
        });
        m_leas = *annotation().segment(segment);
        engine::GoldItem gold = engine::goldOf(annotation(), *annotation().segment(segment));
        document().note(engine::itemOf(gold));
    }
    void cleanupTestCase() { m_real.reset(); }

    void workIsSharedOutByADialog()
    {
        QVERIFY(choose("Review", "Share out the work…"));
        auto* dialog = find<app::SharingDialog>("sharing");
        QVERIFY(dialog && dialog->isVisible() && !dialog->isModal());
        auto* names = dialog->findChild<QPlainTextEdit*>(QStringLiteral("sharedAnnotators"));
        QTest::keyClicks(names, QStringLiteral("anna"));
        QTest::keyClick(names, Qt::Key_Return);
        QTest::keyClicks(names, QStringLiteral("bo"));
        enter(*dialog, "sharedPart", "50");
        enter(*dialog, "sharedRepeats", "0");
        auto* share = dialog->findChild<QPushButton*>(QStringLiteral("shareWork"));
        QTRY_VERIFY(share->isEnabled());
        picture(*dialog, "sharing-dark");
        const DialogAnswers answers({fileAnswer(m_folder.path())});
        QTest::mouseClick(share, Qt::LeftButton);
        QTRY_VERIFY(answers.areGiven());
        QTRY_VERIFY(fs::exists(inFolder("anna.polylogue").toStdString()));
        QTRY_VERIFY(fs::exists(inFolder("bo.polylogue").toStdString()));
        auto* files = dialog->findChild<QTreeWidget*>(QStringLiteral("sharedFiles"));
        QTRY_VERIFY(files->isVisible());
        picture(*dialog, "shared-dark", 300);
        QCOMPARE(files->topLevelItemCount(), 2);
        QCOMPARE(files->topLevelItem(0)->text(0), QStringLiteral("anna.polylogue"));
        QCOMPARE(files->topLevelItem(1)->text(1), QStringLiteral("bo"));
        const auto asked = engine::reviewPass(annotation(), "labels/anna")->places.size();
        QCOMPARE(files->topLevelItem(0)->text(2).toULongLong(), qulonglong(asked));
        const QString next = dialog->findChild<QLabel*>(QStringLiteral("sharedNext"))->text();
        for (const char* told : {"File → Open files…", "the same file back", "Merge another copy…"})
            QVERIFY2(next.contains(QString::fromUtf8(told)), told);
        QVERIFY(!share->isVisible());
        OpenedPlaces opened;
        QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("openShared")), Qt::LeftButton);
        QTRY_COMPARE(opened.urls, (QList<QUrl>{QUrl::fromLocalFile(m_folder.path())}));
        dialog->close();
        QVERIFY(choose("Review", "Share out the work…"));
        QVERIFY(share->isVisible() && !files->isVisible()); // from the beginning
        dialog->close();
        m_own = QString::fromStdString(session().project().path().string());
        QVERIFY2(QFile::exists(m_own), qPrintable(m_own));
        const auto annas = engine::reviewPass(annotation(), "labels/anna");
        const auto bos = engine::reviewPass(annotation(), "labels/bo");
        QVERIFY(annas && bos && annas->isBlind);
        const auto count = [](const auto& pass) { return static_cast<int>(pass->places.size()); };
        QVERIFY(std::abs(count(annas) - count(bos)) <= 1);
        int both = 0;
        for (const auto& place : annas->places)
            both += std::ranges::find(bos->places, place.span, &engine::ReviewPass::Place::span)
                != bos->places.end();
        QVERIFY(both > count(annas) / 3 && both < count(annas));
    }

    void anInvitationHasNothingOfOthers()
    {
        std::vector<std::string> problems;
        engine::ProjectFile file = engine::ProjectFile::open(inFolder("anna.polylogue").toStdString(),
                                                             engine::ProjectFile::Access::ReadOnly);
        const engine::Annotation invited = file.load(problems);
        QVERIFY(problems.empty());
        QVERIFY(engine::reviewPass(invited, "labels/anna") && !engine::reviewPass(invited, "labels/bo"));
        QVERIFY(engine::goldItems(invited).empty());
        for (const engine::Layer& layer : engine::layersOf(invited, "labels"))
            QCOMPARE(layer.annotator, std::string("anna"));
        QFile bytes(inFolder("anna.polylogue"));
        QVERIFY(bytes.open(QIODevice::ReadOnly));
        const QByteArray all = bytes.readAll();
        QVERIFY(!all.contains("zoe")); // not even in pages that are free
        QVERIFY(!all.contains("leokadia"));
        const engine::Segment* leas = invited.segment(m_leas.id);
        QVERIFY(leas && leas->values.empty() && !leas->flagged);
        for (const auto& [id, segment] : invited.segments())
            QVERIFY(invited.tier(segment.tier)->name != "labels" || segment.values.empty());
    }

    void openingItGoesStraightToThePass()
    {
        QVERIFY(choose("File", "Open files…", {fileAnswer(inFolder("anna.polylogue"))}));
        QTRY_VERIFY(m_review->isActive());
        QCOMPARE(m_review->pass()->layer.annotator, std::string("anna"));
        QCOMPARE(session().editor().annotator(), QStringLiteral("anna"));
        for (int i = 0; i < 4; ++i)
            support::rate(*m_review, *find<QWidget>("timeline"), 6);
        QVERIFY(settle());
    }

    void whatComesBackIsMergedBesideTheAnswersOfOthers()
    {
        session().project().open({m_own.toStdString()});
        QTRY_COMPARE(QString::fromStdString(session().project().path().string()), m_own);
        QVERIFY(settle());
        QVERIFY(!m_review->isActive());
        QString said;
        QVERIFY(choose("File", "Project → Merge another copy…",
                       {fileAnswer(inFolder("anna.polylogue")), [&](QDialog* dialog) {
                            for (auto* text : dialog->findChildren<QLabel*>())
                                said += text->text();
                        }}));
        QVERIFY2(said.contains(QStringLiteral("Nothing was in conflict")), qPrintable(said));
        const auto pass = engine::reviewPass(annotation(), "labels/anna");
        QTRY_COMPARE(engine::donePlaces(annotation(), *pass), std::size_t(4));
        std::set<std::string> raters;
        for (const engine::Layer& layer : engine::layersOf(annotation(), "labels"))
            raters.insert(layer.annotator);
        QCOMPARE(raters, (std::set<std::string>{"anna", "zoe"})); // zoe's answers are still there
        std::size_t zoes = 0;
        for (const auto& [id, segment] : annotation().segments())
            zoes += annotation().tier(segment.tier)->name == "labels/zoe" ? 1 : 0;
        QCOMPARE(zoes, std::size_t(1));
        QCOMPARE(engine::goldItems(annotation()).size(), std::size_t(1));
        QVERIFY(engine::reviewPass(annotation(), "labels/bo"));
        QCOMPARE(*annotation().segment(m_leas.id), m_leas); // and what was said before
    }

private:
    const engine::Annotation& annotation() { return document().annotation(); }

    static void enter(QDialog& dialog, const char* box, const char* text)
    {
        auto* field = dialog.findChild<QSpinBox*>(QLatin1String(box));
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QLatin1String(text));
    }

    app::Review* m_review = nullptr;
    engine::Segment m_leas; ///< as its label was given before the work was shared out
    QString m_own;
};

WINDOW_TEST_MAIN(InvitationsTest)
#include "tst_invitations.moc"
