#pragma once

#include <QString>
#include <QWidget>

#include <vector>

class QComboBox;
class QLabel;
class QVBoxLayout;

namespace widgets {

/// How far annotators agree about each label: one figure at a time, chosen from a list, with how many units
/// it is about and what was left out.
class AgreementList : public QWidget {
    Q_OBJECT
public:
    explicit AgreementList(QWidget* parent = nullptr);

    struct Row {
        QString label; ///< `sentiment`
        QString between; ///< two raters; empty: all
        QString value; ///< `0.81 [0.70, 0.88]`, or that there is none
        QString detail; ///< why there is none, units, raters, what was left out
    };
    struct Figure {
        QString key; ///< by which it is found again: `alpha`
        QString name;
        QString rule; ///< the variant; of the last row where they differ
        std::vector<Row> rows;
    };
    /// Sets the figures. The chosen one stays chosen as long as it is among them. Without figures the list is
    /// hidden.
    void setFigures(std::vector<Figure> figures);

private:
    void showFigure();

    std::vector<Figure> m_figures;
    QString m_chosen; ///< key
    QComboBox* m_figure;
    QLabel* m_rule;
    QVBoxLayout* m_rows;
};

}
