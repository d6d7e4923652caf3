#pragma once

#include "app/suspects/suspect_actions.h"
#include "widgets/suspects/suspect_card.h"
#include "widgets/suspects/suspect_queue.h"
#include "widgets/timeline/timeline_view.h"

#include <QListView>
#include <QPushButton>
#include <QToolButton>

#include "tests/support/window_test.h"

/// A test that goes through the queue of suspicious labels as a person does.
class SuspectsTest : public WindowTest {
protected:
    widgets::SuspectQueue* queue() { return window().findChild<widgets::SuspectQueue*>(); }
    widgets::SuspectCard* card() { return window().findChild<widgets::SuspectCard*>(); }
    widgets::TimelineView& timeline() { return *window().findChild<widgets::TimelineView*>(); }
    app::SuspectSearch& search() { return window().findChild<app::SuspectActions*>()->search(); }
    QPushButton* button(const char* name) { return find<QPushButton>(name); }
    int count() { return queue()->list().model()->rowCount(); }
    const widgets::WorkRow& row(int place)
    {
        return static_cast<const widgets::WorkModel*>(queue()->list().model())->row(place);
    }
    QString titleOf(int place) { return row(place).title; } ///< `eve_5 · 5`
    /// `eve_5` of the title `eve_5 · 5`
    static QString videoOf(const QString& title) { return title.section(QStringLiteral(" · "), 0, 0); }
    /// 4 of the title `eve_5 · 5`
    static std::size_t segmentOf(const QString& title)
    {
        return title.section(QStringLiteral(" · "), 1).toUInt() - 1;
    }
    void clickRow(int place)
    {
        QListView& list = queue()->list();
        const QModelIndex index = list.model()->index(place, 0);
        list.scrollTo(index);
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(index).center());
    }
    void clickGroup(int group)
    {
        for (auto* chip : queue()->findChildren<QToolButton*>(QStringLiteral("chip"))) {
            if (chip->property("group").toInt() == group)
                QTest::mouseClick(chip, Qt::LeftButton);
        }
    }
};
