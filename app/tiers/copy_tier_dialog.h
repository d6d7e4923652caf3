#pragma once

#include <QDialog>

class QCheckBox;
class QDialogButtonBox;
class QLineEdit;

namespace app {

/// Asks what the copy of a tier is called, and whether all videos that have the tier get one.
class CopyTierDialog : public QDialog {
    Q_OBJECT

public:
    /// @param videos  that have a tier of this name
    CopyTierDialog(const QString& tier, std::size_t videos, QWidget* parent);

    QString name() const;
    bool isForAllVideos() const;

private:
    QLineEdit* m_name;
    QCheckBox* m_allVideos;
};

}
