#pragma once

#include "engine/core/interval.h"

#include <QDialog>

class QButtonGroup;
class QListWidget;

namespace app {

/// Asks what of a span of time is to be exported.
class ExportSpanDialog : public QDialog {
    Q_OBJECT
public:
    enum class Kind { Clip, Sound, Table };
    /// What the video has that can be exported.
    struct Offer {
        QString video;
        engine::Interval span; ///< seconds
        bool hasPicture = false;
        bool hasSound = false;
        QStringList sequences; ///< with features
    };

    explicit ExportSpanDialog(const Offer& offer, QWidget* parent = nullptr);

    Kind kind() const;
    QStringList sequences() const; ///< the sequences whose features go into the table

private:
    QButtonGroup* m_kinds;
    QListWidget* m_sequences;
};

}
