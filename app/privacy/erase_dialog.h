#pragma once

#include "app/privacy/privacy_program.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace app {

/// *Erase a person…*: where somebody occurs, what would become of each place, and doing it. The dialog does not block the
/// window.
class EraseDialog : public QDialog {
    Q_OBJECT
public:
    explicit EraseDialog(const QStringList& names, QWidget* parent = nullptr);

    QString person() const;
    void showList(const PrivacyAnswer& answer);
    void showErased(const PrivacyAnswer& answer);
    void showFailure(const QString& sentence);
    void showWorking(const QString& what);

signals:
    void listWished();
    void eraseWished();

private:
    void fill(const QJsonArray& rows);
    void update();

    QComboBox* m_person;
    QTreeWidget* m_rows;
    QLineEdit* m_typed;
    QPushButton* m_erase = nullptr;
    QLabel* m_state;
    QString m_listed; ///< the person whose places are shown; empty: nobody's
    bool m_isWorking = false;
};

}
