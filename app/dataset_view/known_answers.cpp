#include "app/dataset_view/known_answers.h"

#include "app/document/document.h"
#include "app/snapshot/project_moment.h"
#include "app/tasks/tasks.h"
#include "app/training/run_folders.h"
#include "engine/core/error.h"

#include <iterator>
#include <utility>

namespace app {

/// What is read when another model or dataset is looked at.
struct KnownAnswers::Read {
    KeptExplanations kept;
    Dynamics dynamics; ///< of the model's training; none: nothing is known
    AskedModel model;
    QString problem; ///< why nothing could be read; empty: it could
    engine::DatasetList dataset; ///< that programs are asked about
};

KnownAnswers::KnownAnswers(const Document& document, Tasks& tasks, const QString& programs, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_run(new ExplanationRun(tasks, programs, this))
    , m_known(std::make_shared<engine::ExplainedDataset>())
    , m_dynamics(std::make_shared<const Dynamics>())
    , m_reading(tasks)
    , m_keeping(tasks)
{
    connect(m_run, &ExplanationRun::advanced, this, &KnownAnswers::takePart);
    connect(m_run, &ExplanationRun::message, &document.notices(), &Notices::say);
}

bool KnownAnswers::isAbout(const ExplanationKey& key) const
{
    return key.file() == m_key.file() && key.model == m_key.model && key.absent == m_key.absent
        && key.dataset == m_files;
}

std::size_t KnownAnswers::count() const
{
    return m_known->segments.size() + m_part.segments.size();
}

void KnownAnswers::forget()
{
    m_known = std::make_shared<engine::ExplainedDataset>();
    m_part = {};
    m_isUnkept = false;
    emit forgotten();
}

void KnownAnswers::leave()
{
    m_run->abandon();
    m_reading.abandon();
    m_key = {};
    forget();
}

void KnownAnswers::read(const ExplanationKey& key, const ProjectMoment& moment)
{
    m_run->abandon();
    m_key = key;
    m_files = key.dataset;
    forget();
    m_staleWhy.clear();
    m_isUnread = false;
    m_problem.clear();
    m_isRefused = false;
    m_reading.start(
        tr("Looking for kept predictions"),
        [key = key, files = m_files, moment](const engine::RunContext& run) mutable {
            AskedModel model;
            try {
                model = askedModel(key.model, moment, run);
                key.dataset = datasetFor(model, moment, run);
                return Read{readKeptExplanations(key, files, run),
                            readDynamics(key.model.parent_path()),
                            model,
                            {},
                            key.dataset};
            } catch (const engine::IoError& error) {
                return Read{{}, {}, model, QString::fromUtf8(error.what()), key.dataset};
            }
        },
        [this](Outcome<Read> end) {
            if (auto* read = std::get_if<Read>(&end))
                return take(std::move(*read));
            m_key = {}; // it is read when somebody looks at it again
            m_problem = failureOf(end);
            emit changed();
        });
}

void KnownAnswers::take(Read read)
{
    m_key.dataset = std::move(read.dataset);
    m_model = std::move(read.model);
    m_dynamics = std::make_shared<const Dynamics>(std::move(read.dynamics));
    KeptExplanations& kept = read.kept;
    m_now = kept.now;
    m_problem = read.problem.isEmpty() ? kept.problem : read.problem;
    m_isUnread = read.problem.isEmpty() && !kept.problem.isEmpty();
    m_staleWhy = kept.isModelOther() ? tr("stale: the model's file has changed")
        : kept.isDataOther()         ? tr("stale: words, segments or files of the dataset have changed")
                                     : QString();
    if (kept.kept) {
        m_part = *kept.kept;
        m_part.segments.clear();
        m_known = std::make_shared<engine::ExplainedDataset>(std::move(*kept.kept));
    }
    emit arrived();
    emit changed();
}

void KnownAnswers::ask()
{
    if (m_run->isRunning() || m_reading.isRunning())
        return;
    takeComing();
    if (!hasOutputs() || m_known->isWhole() || !m_staleWhy.isEmpty()) {
        forget();
        emit arrived(); // nothing
    }
    m_staleWhy.clear();
    m_isUnread = false;
    m_problem.clear();
    m_isRefused = false;
    m_run->start(QString::fromStdString(m_key.model.string()), QString::fromStdString(m_key.absent),
                 m_key.dataset, *m_known);
    emit changed();
}

void KnownAnswers::forgetRefusal()
{
    if (!m_isRefused)
        return;
    m_problem.clear();
    m_isRefused = false;
    emit changed();
}

void KnownAnswers::takePart(const engine::ExplainedDataset& part, const ExplanationState& state)
{
    if (!hasOutputs()) {
        m_part.provenance = m_now;
        m_part.provenance.modelName = part.provenance.modelName;
        m_part.outputs = part.outputs;
    }
    m_part.leftOut = part.leftOut;
    m_part.expected = part.expected;
    m_part.segments.insert(m_part.segments.end(), part.segments.begin(), part.segments.end());
    if (state.isOver) {
        m_problem = state.problem;
        m_isRefused = state.isRefusal;
        m_isUnkept = true;
        emit arrived();
    } else {
        emit coming();
    }
    emit changed();
}

void KnownAnswers::takeComing()
{
    if (m_known.use_count() > 1)
        m_known = std::make_shared<engine::ExplainedDataset>(*m_known);
    std::vector<engine::ExplainedSegment> all = std::move(m_known->segments);
    std::vector<engine::ExplainedSegment> coming = std::exchange(m_part.segments, {});
    all.insert(all.end(), std::make_move_iterator(coming.begin()), std::make_move_iterator(coming.end()));
    *m_known = m_part;
    m_known->segments = std::move(all);
}

void KnownAnswers::keepIfOver()
{
    const std::filesystem::path file = m_key.file();
    if (!std::exchange(m_isUnkept, false) || file.empty() || m_known->segments.empty()
        || !m_document.isKept())
        return;
    m_keeping.start(
        tr("Keeping the predictions"),
        [known = known(), file](const engine::RunContext&) { keepExplanations(*known, file); },
        [](std::monostate) {});
}

}
