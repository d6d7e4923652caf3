#pragma once

#include "app/export/picture_file.h"

#include <QDialog>
#include <QStringList>

class QComboBox;

namespace widgets {
class NumberBox;
}

namespace app {

/// Which part of the window becomes a picture, in which format, and how wide it is in print.
class PictureDialog : public QDialog {
    Q_OBJECT
public:
    /// @param offers  names of parts, at least one; of a single one nothing is asked
    PictureDialog(const QString& title, const QStringList& offers, QWidget* parent = nullptr);

    int offer() const; ///< the chosen part, as a place among the names
    PictureForm form() const;

private:
    void showWidth();

    QComboBox* m_offers;
    QComboBox* m_kinds;
    QComboBox* m_widths;
    widgets::NumberBox* m_millimetres;
};

}
