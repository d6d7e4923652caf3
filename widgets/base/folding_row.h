#pragma once

#include <QWidget>

class QBoxLayout;
class QHBoxLayout;

namespace widgets {

/// Two groups of buttons: side by side, or the second below the first where the row is too narrow for both.
/// So long texts of a language do not make the panel around them wide.
class FoldingRow : public QWidget {
    Q_OBJECT
public:
    explicit FoldingRow(const QMargins& margins, QWidget* parent = nullptr);

    void addFirst(QWidget* button); ///< of the first group, at the left
    void addSecond(QWidget* button); ///< of the second, at the right

    QSize minimumSizeHint() const override; ///< of the folded row

protected:
    bool event(QEvent* event) override;

private:
    void fold();

    QBoxLayout* m_groups;
    QHBoxLayout* m_first;
    QHBoxLayout* m_second;
};

}
