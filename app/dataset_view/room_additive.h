#pragma once

#include "app/tasks/task.h"
#include "engine/explain/additive_share.h"
#include "engine/sequences/dataset_list.h"

#include <QObject>

#include <filesystem>
#include <optional>

namespace widgets {
class DatasetView;

}

namespace app {

class Tasks;

/// How far what the dataset view shows is a sum of one function per modality: asks
/// `polylogue-models explain --additive-share` when a person wishes it.
class RoomAdditive : public QObject {
    Q_OBJECT
public:
    /// @param programs  the folder with `polylogue-models`
    RoomAdditive(Tasks& tasks, QString programs, widgets::DatasetView& view, QObject* parent);

    /// The model, dataset and output that are shown from now on.
    void setSubject(const std::filesystem::path& model, const engine::DatasetList& dataset,
                    const QString& output);

private:
    void ask();
    void showState();

    QString m_programs;
    widgets::DatasetView& m_view;
    std::filesystem::path m_model;
    engine::DatasetList m_dataset;
    QString m_output;
    std::optional<engine::AdditiveShare> m_share;
    QString m_problem; ///< why there is no share; empty: nobody asked
    bool m_isRefused = false; ///< no other answer would come to this question
    Task m_asking;
};

}
