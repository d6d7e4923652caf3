#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace widgets {

/// Lets a person type a lower and an upper bound.
class RangeDialog : public QDialog {
    Q_OBJECT
public:
    RangeDialog(const QString& title, double low, double high, QWidget* parent = nullptr);

signals:
    void entered(double low, double high); ///< low < high

private:
    void announce();

    QLineEdit* m_low;
    QLineEdit* m_high;
    QPushButton* m_ok = nullptr;
};

}
