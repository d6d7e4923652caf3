#pragma once

#include "engine/annotation/project/merge_projects.h"

#include <QDialog>

namespace widgets {
class ConflictList;

}

namespace app {

/// What a copy of the project and this one say differently, side by side, before they are merged. The window
/// can be used meanwhile, to hear and see what a conflict is about.
class MergeDialog : public QDialog {
    Q_OBJECT
public:
    MergeDialog(const QString& copy, const engine::Merged& proposal, QWidget* parent = nullptr);

    engine::ConflictChoices choices() const;

signals:
    /// The place of a conflict is to be shown.
    void placeWished(const QString& video, double seconds);

private:
    void save();

    widgets::ConflictList* m_list;
    std::string m_report;
};

}
