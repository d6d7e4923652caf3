#pragma once

#include <QStringList>
#include <QTabWidget>

namespace app {

class DocumentSight;

/// The tabs at the right, which features add.
class Tabs : public QTabWidget {
    Q_OBJECT
public:
    /// What a tab is called, and what is known of it.
    struct Row {
        const char* name; ///< `align`
        QString title;
        bool scrolls = false; ///< the tab is as high as it needs, in a place that scrolls
        bool isBlindSafe = true; ///< false: the tab shows labels of other videos, and is closed while these are hidden
    };
    explicit Tabs(const DocumentSight& sight, QWidget* parent = nullptr);

    /// Adds a tab behind those that there are.
    void add(const Row& row, QWidget* content);
    /// @return false for a tab that does not exist
    bool show(const QString& name);
    /// A tab that is not there has no place among the others. @param name  of a tab that was added
    void setThere(const QString& name, bool isThere);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showSight();
    void scrollToCurrent();

    const DocumentSight& m_sight;
    QStringList m_names;
    QStringList m_closedWhenBlind; ///< names
};

}
