#include "app/rendering/page_store.h"
#include "app/rendering/render_content.h"
#include "app/rendering/render_dialog.h"
#include "app/rendering/render_layout.h"
#include "widgets/base/number_box.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

using namespace app;

/// The parts of *Render to video…* that need no window: pages, places, the form.
class RenderPartsTest : public QObject {
    Q_OBJECT

private slots:
    void pagesAreAllAsLongAndNoLongerThanWished()
    {
        RenderWish wish;
        wish.span = {2.0, 27.0};
        wish.page = 10.0;
        const auto pages = pagesOf(wish);
        QCOMPARE(pages.size(), std::size_t(3));
        QCOMPARE(pages.front().start, 2.0);
        QCOMPARE(pages.back().end, 27.0);
        for (std::size_t k = 1; k < pages.size(); ++k) {
            QCOMPARE(pages[k].start, pages[k - 1].end);
            QVERIFY(std::abs(pages[k].length() - 25.0 / 3) < 1e-9);
        }
        wish.span = {0.0, 20.0};
        QCOMPARE(pagesOf(wish).size(), std::size_t(2)); // no third for what rounding leaves
        wish.page = 0.0;
        QCOMPARE(pagesOf(wish).size(), std::size_t(1));
    }

    void sizesAreEvenAndWithinLimits()
    {
        QCOMPARE(possibleSize({641, 361}), QSize(640, 360));
        QCOMPARE(possibleSize({1, 100000}), QSize(RenderWish::kLeastWidth, RenderWish::kMostPixels));
    }

    void partsLieInThePictureAndNotOverEachOther_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("picture");
        QTest::addColumn<double>("aspect");
        for (const QSize size : {QSize(1280, 720), QSize(3840, 2160), QSize(720, 1280), QSize(640, 480)}) {
            for (const int place : {0, 1, 2}) {
                for (const double aspect : {16.0 / 9, 0.5, 0.0})
                    QTest::addRow("%d x %d, %d, %g", size.width(), size.height(), place, aspect)
                        << size << place << aspect;
            }
        }
    }
    void partsLieInThePictureAndNotOverEachOther()
    {
        QFETCH(QSize, size);
        QFETCH(int, picture);
        QFETCH(double, aspect);
        RenderWish wish;
        wish.size = size;
        wish.picture = static_cast<RenderWish::Picture>(picture);
        const RenderLayout layout = renderLayout(wish, aspect, 400);
        const QRectF all = QRectF({0, 0}, layout.size).adjusted(-0.5, -0.5, 0.5, 0.5);
        for (const QRectF& part : {layout.tracks, layout.picture, layout.card, layout.subtitles})
            QVERIFY(part.isEmpty() || all.contains(part));
        const bool hasPicture = aspect > 0 && wish.picture != RenderWish::Picture::None;
        QCOMPARE(!layout.picture.isEmpty(), hasPicture);
        QVERIFY(!layout.tracks.isEmpty() && !layout.card.isEmpty());
        QVERIFY(!layout.tracks.intersects(layout.card) && !layout.tracks.intersects(layout.picture));
        QVERIFY(!layout.card.intersects(layout.picture));
        if (hasPicture)
            QVERIFY(std::abs(layout.picture.width() / layout.picture.height() - aspect) < 1e-6);
        QVERIFY(std::abs(layout.size.height() * layout.scale - size.height()) < 1e-6);
    }

    void aStoreGivesThePageOfATime()
    {
        PageStore store;
        QVERIFY(store.isEmpty());
        for (const int k : {0, 1, 2}) {
            QImage page(30 + k, 20, QImage::Format_RGB32);
            page.fill(QColor(10 * k, 0, 200));
            store.add({2.0 * k, 2.0 * k + 2.0}, page);
        }
        for (const auto& [seconds, page] :
             std::map<double, int>{{0.0, 0}, {1.99, 0}, {2.0, 1}, {5.0, 2}, {9.0, 2}}) {
            QCOMPARE(store.at(seconds).image.width(), 30 + page);
            QCOMPARE(store.at(seconds).image.pixelColor(3, 3), QColor(10 * page, 0, 200));
            QCOMPARE(store.at(seconds).span.start, 2.0 * page);
        }
    }

    void betweenSegmentsNothingIsSaid()
    {
        RenderContent content;
        QVERIFY(!content.cardAt(1.0));
        content.answers = {{{1.0, 2.0}, {}}, {{3.0, 4.0}, {}}};
        QCOMPARE(content.cardAt(0.5), &content.between);
        QCOMPARE(content.cardAt(1.0), &content.answers[0].card);
        QCOMPARE(content.cardAt(2.5), &content.between);
        QCOMPARE(content.cardAt(3.99), &content.answers[1].card);
    }

    void theFormGivesWhatIsChosen()
    {
        RenderDialog dialog(offer());
        RenderWish wish = dialog.wish();
        QVERIFY(wish.span == (engine::Interval{1.0, 3.5})); // the selection comes first
        QCOMPARE(wish.size, QSize(1280, 720));
        QCOMPARE(wish.framesPerSecond, 0.0);
        QCOMPARE(wish.tracks, QStringList{QStringLiteral("words")});
        QVERIFY(wish.hasSound && wish.hasSubtitles && !wish.hasAnswers && wish.isDark);
        auto* spans = dialog.findChild<QComboBox*>(QLatin1String("renderSpan"));
        spans->setCurrentIndex(0);
        QVERIFY(dialog.wish().span == (engine::Interval{0.0, 20.0}));
        dialog.findChild<widgets::NumberBox*>(QLatin1String("renderEnd"))->setValue(5.0);
        QVERIFY(dialog.wish().span == (engine::Interval{0.0, 5.0})); // what is typed counts
        auto* sizes = dialog.findChild<QComboBox*>(QLatin1String("renderSize"));
        QVERIFY(!dialog.findChild<QSpinBox*>(QLatin1String("renderWidth"))->isEnabled());
        sizes->setCurrentIndex(sizes->count() - 1);
        QVERIFY(dialog.findChild<QSpinBox*>(QLatin1String("renderWidth"))->isEnabled());
        dialog.findChild<QSpinBox*>(QLatin1String("renderWidth"))->setValue(801);
        QCOMPARE(dialog.wish().size, QSize(800, 720));
        auto* tracks = dialog.findChild<QListWidget*>(QLatin1String("renderTracks"));
        tracks->item(1)->setCheckState(Qt::Checked);
        QCOMPARE(dialog.wish().tracks, (QStringList{QStringLiteral("words"), QStringLiteral("sound")}));
    }

    void nothingToRenderIsNoWish()
    {
        RenderDialog dialog(offer());
        auto* go = dialog.findChild<QPushButton*>(QLatin1String("primary"));
        QVERIFY(go->isEnabled());
        dialog.findChild<widgets::NumberBox*>(QLatin1String("renderStart"))->setValue(20.0);
        dialog.findChild<widgets::NumberBox*>(QLatin1String("renderEnd"))->setValue(20.0);
        QVERIFY(!go->isEnabled());
        QVERIFY(!dialog.findChild<QLabel*>(QLatin1String("renderSummary"))->text().isEmpty());
        dialog.findChild<widgets::NumberBox*>(QLatin1String("renderStart"))->setValue(2.0);
        QVERIFY(go->isEnabled());
        auto* tracks = dialog.findChild<QListWidget*>(QLatin1String("renderTracks"));
        tracks->item(0)->setCheckState(Qt::Unchecked);
        auto* pictures = dialog.findChild<QComboBox*>(QLatin1String("renderPicture"));
        QVERIFY(go->isEnabled()); // the picture alone is a video
        pictures->setCurrentIndex(pictures->count() - 1);
        QVERIFY(!go->isEnabled());
    }

    void theLastChoicesComeAgain()
    {
        RenderDialog dialog(offer());
        RenderWish earlier;
        earlier.size = {1000, 500};
        earlier.framesPerSecond = 30.0;
        earlier.picture = RenderWish::Picture::Beside;
        earlier.page = 4.0;
        earlier.hasSound = false;
        earlier.isDark = false;
        dialog.showEarlier(earlier);
        const RenderWish wish = dialog.wish();
        QCOMPARE(wish.size, earlier.size);
        QCOMPARE(wish.framesPerSecond, 30.0);
        QVERIFY(wish.picture == earlier.picture && !wish.hasSound && !wish.isDark);
        QCOMPARE(wish.page, 4.0);
        QVERIFY(wish.span == (engine::Interval{1.0, 3.5}));
    }

private:
    static RenderOffer offer()
    {
        RenderOffer offer;
        offer.video = QStringLiteral("talk");
        offer.duration = 20.0;
        offer.selection = engine::Interval{1.0, 3.5};
        offer.recordedRate = 25.0;
        offer.hasSound = true;
        offer.hasWords = true;
        offer.tracks = {{QStringLiteral("words"), QStringLiteral("Words"), true},
                        {QStringLiteral("sound"), QStringLiteral("Sound"), false}};
        return offer;
    }
};

QTEST_MAIN(RenderPartsTest)
#include "tst_render_parts.moc"
