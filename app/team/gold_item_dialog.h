#pragma once

#include "engine/project_items/gold_items.h"

#include <QDialog>

class QPlainTextEdit;

namespace app {

/// Asks why the values of a segment are the right ones, before it becomes a gold item.
class GoldItemDialog : public QDialog {
    Q_OBJECT
public:
    /// @param title   of the segment: `talk1 · segment 2`
    /// @param values  that are right: `sentiment +2 · happy 1`
    GoldItemDialog(const QString& title, const QString& values, const engine::GoldItem& gold,
                   QWidget* parent);

signals:
    void goldWished(const engine::GoldItem& gold);

private:
    engine::GoldItem m_gold;
    QPlainTextEdit* m_explanation;
};

}
