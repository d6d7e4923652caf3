#pragma once

#include "app/publishing/publish_offer.h"

#include <QTreeWidget>

namespace app {

/// What lies in a published folder, by groups: what is always there, and what a person may tick, each with
/// how much it is.
class PublishTree : public QTreeWidget {
    Q_OBJECT
public:
    explicit PublishTree(const PublishOffer& offer, QWidget* parent = nullptr);

    QStringList sequences() const; ///< keys of those that are ticked
    bool isTicked(const char* part) const; ///< `comments`, `recordings`, `clips`
    void tick(const char* part, bool isTicked); ///< as a person does
    qint64 copiedBytes() const; ///< of what is ticked and goes along as it is

signals:
    void ticked(); ///< or the contrary

private:
    struct Part {
        QString name; ///< of what can be ticked; empty: always there
        QString text;
        QString amount;
        QString tip = {};
        qint64 bytes = 0;
        bool isEnabled = true;
    };
    int rowHeight() const { return fontMetrics().height() * 3 / 2; }
    QTreeWidgetItem* addGroup(const QString& title);
    void addPart(QTreeWidgetItem& group, const Part& part);
    void addTables(const PublishOffer& offer);
    void addFiles(const PublishOffer& offer);
    QTreeWidgetItem* part(const QString& name) const;
};

}
