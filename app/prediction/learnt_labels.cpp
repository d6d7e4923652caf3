#include "app/prediction/learnt_labels.h"

#include "app/document/document.h"
#include "app/document/label_column.h"
#include "app/models_client/models_client.h"
#include "app/snapshot/label_titles.h"
#include "app/snapshot/learnt_label_file.h"
#include "app/snapshot/project_moment.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr int kSettles = 300; ///< ms without an edit before labels are gathered again

/// Whether segments say it themselves, and are shown as they are edited.
bool isOfSegments(const engine::LabelToLearn::Key& key)
{
    return key.tier == engine::kLabelsTier && key.by == engine::LabelToLearn::By::Segments;
}

}

struct LearntLabels::Read {
    QString owner;
    QString name;
    std::vector<std::string> classes; ///< none: values are numbers
    LearntValues values;
};

LearntLabels::LearntLabels(const Document& document, const ModelsClient& client,
                           const ProjectMoments& moments, Tasks& tasks, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_client(client)
    , m_moments(moments)
    , m_finding(tasks)
    , m_reading(tasks)
{
    m_again.setSingleShot(true);
    m_again.setInterval(kSettles);
    connect(&m_again, &QTimer::timeout, this, &LearntLabels::read);
    const auto readAgain = [this] {
        if (m_key)
            m_again.start();
    };
    connect(&client, &ModelsClient::modelChanged, this, &LearntLabels::readKey);
    connect(&document, &Document::labelsChanged, this, readAgain);
    connect(&document, &Document::tierChanged, this, readAgain);
    connect(&document, &Document::datasetChanged, this, readAgain);
    connect(&document, &Document::videoChanged, this, [this, readAgain] {
        if (!m_read)
            readAgain(); // sequences were not open yet
    });
}

void LearntLabels::readKey()
{
    m_reading.abandon();
    m_key.reset();
    m_read.reset();
    const std::filesystem::path model = m_client.loadedPath().toStdString();
    m_finding.start(
        tr("Label that a model learnt"),
        [model](const TaskRun&) {
            auto key = readLearntLabel(model.parent_path());
            return key && !isOfSegments(*key) ? key : std::nullopt;
        },
        [this](std::optional<engine::LabelToLearn::Key> key) {
            m_key = std::move(key);
            emit changed();
            if (m_key)
                read();
        });
}

void LearntLabels::read()
{
    if (!m_key)
        return;
    const ProjectMoment moment = m_moments.now();
    if (!moment.dataset)
        return;
    m_reading.start(
        tr("Labels that a model learnt"),
        [moment, key = *m_key](const TaskRun& run) {
            const auto labels = engine::labelsToLearn(*moment.dataset, moment.annotation(), run);
            const auto found = std::ranges::find(labels, key, &engine::LabelToLearn::key);
            auto read = std::make_shared<Read>();
            if (found != labels.end())
                *read = {labelOwner(*found), QString::fromStdString(found->name), found->classes,
                         LearntValues(*found)};
            return std::shared_ptr<const Read>(std::move(read));
        },
        [this](std::shared_ptr<const Read> read) {
            m_read = std::move(read);
            emit changed();
        });
}

QString LearntLabels::owner() const
{
    return m_read ? m_read->owner : QString();
}

std::vector<double> LearntLabels::of(const std::vector<widgets::PredictPanel::Output>& outputs,
                                     const std::string& video, double start) const
{
    std::vector<double> labels(outputs.size(), std::nan(""));
    const double value = m_read ? m_read->values.at(video, start) : std::nan("");
    for (std::size_t i = 0; i < labels.size() && !std::isnan(value); ++i) {
        const std::string output = outputs[i].name.toStdString();
        if (m_read->classes.empty()) {
            if (labelColumn(outputs[i].name, {m_read->name}))
                labels[i] = outputs[i].labelled(value);
        } else if (std::ranges::find(m_read->classes, output) != m_read->classes.end()) {
            labels[i] = m_read->classes[static_cast<std::size_t>(value)] == output ? outputs[i].high
                                                                                   : outputs[i].low;
        }
    }
    return labels;
}

}
