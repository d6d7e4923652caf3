#pragma once

#include <QWidget>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace widgets {

/// A section of a panel: a small head, and a body that a click on the head folds away and brings back.
class FoldSection : public QWidget {
    Q_OBJECT
public:
    /// @param name  of the object; the head is called so with `Head` behind it
    FoldSection(const QString& name, const QString& title, QWidget* parent = nullptr);

    QVBoxLayout& body() { return *m_bodyLayout; }
    void setNote(const QString& note); ///< at the right of the head
    const QToolButton& head() const { return *m_head; }
    void setTitle(const QString& title);

    bool isFolded() const;
    void setFolded(bool folded); ///< never emits
    /// The pixels that the body needs at this width, folded or not.
    int bodyHeight(int width) const;

signals:
    void foldWished(bool folded); ///< by a person

private:
    QToolButton* m_head;
    QLabel* m_note;
    QWidget* m_body;
    QVBoxLayout* m_bodyLayout;
};

}
