#include "app/prediction/other_models.h"

#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <utility>

namespace app {

/// One model, and what it says.
struct OtherModels::Voice {
    Voice(const Document& document, const QString& program, QString file)
        : path(std::move(file))
        , client(new ModelsClient(program))
        , prediction(std::make_unique<LivePrediction>(document, *client))
    {
    }
    ~Voice()
    {
        prediction.reset();
        client->retire();
    }
    Voice(const Voice&) = delete;
    Voice& operator=(const Voice&) = delete;

    QString name() const
    {
        return client->model() ? QString::fromStdString(client->model()->name) : QFileInfo(path).fileName();
    }

    QString path;
    ModelsClient* client; ///< deletes itself when its process has ended
    std::unique_ptr<LivePrediction> prediction;
    QString trouble; ///< why it cannot be loaded
};

OtherModels::OtherModels(const Document& document, LivePrediction& leading, QString program, QObject* parent)
    : QObject(parent)
    , m_document(document)
    , m_leading(leading)
    , m_program(std::move(program))
{
    m_telling.setSingleShot(true);
    m_telling.setInterval(0);
    connect(&m_telling, &QTimer::timeout, this, &OtherModels::changed);
    connect(&leading, &LivePrediction::focusChanged, this, [this] {
        for (const auto& voice : m_voices)
            voice->prediction->setFocus(m_leading.focus());
    });
    connect(&leading, &LivePrediction::enabledChanged, this, [this] {
        for (const auto& voice : m_voices)
            voice->prediction->setEnabled(m_leading.enabled());
    });
}

OtherModels::~OtherModels() = default;

void OtherModels::choose(const QStringList& paths)
{
    const QStringList wanted = paths.mid(0, kMost);
    if (wanted == chosen())
        return;
    m_voices.clear();
    for (const QString& path : wanted)
        take(*m_voices.emplace_back(std::make_unique<Voice>(m_document, m_program, path)));
    m_telling.start();
}

void OtherModels::take(Voice& voice)
{
    voice.prediction->setBare();
    voice.prediction->setEnabled(m_leading.enabled());
    voice.prediction->readDocument();
    voice.prediction->setFocus(m_leading.focus());
    const auto tell = [this] { m_telling.start(); };
    connect(voice.prediction.get(), &LivePrediction::answerChanged, this, tell);
    connect(voice.prediction.get(), &LivePrediction::segmentsChanged, this, [this, &voice] {
        voice.prediction->setFocus(m_leading.focus());
        m_telling.start();
    });
    connect(voice.client, &ModelsClient::stateChanged, this, tell);
    connect(voice.client, &ModelsClient::loadFailed, this, [this, &voice](const QString& message) {
        voice.trouble = message;
        m_telling.start();
    });
    voice.client->start(voice.path);
}

QStringList OtherModels::chosen() const
{
    QStringList paths;
    for (const auto& voice : m_voices)
        paths << voice->path;
    return paths;
}

std::optional<OtherModels::Said> OtherModels::said(std::size_t segment, const std::string& label) const
{
    std::vector<double> values;
    bool isCurrent = true;
    for (const auto& voice : m_voices) {
        const auto& model = voice->client->model();
        const LivePrediction::Answer* const answer = voice->prediction->answer(segment);
        if (!model || !answer) {
            isCurrent = isCurrent && !voice->prediction->refusal(segment).isEmpty();
            continue;
        }
        const auto output = static_cast<std::size_t>(
            std::distance(model->labels.begin(), std::ranges::find(model->labels, label)));
        if (output >= answer->prediction.values.size())
            continue;
        values.push_back(answer->prediction.values[output]);
        isCurrent = isCurrent && answer->current;
    }
    if (values.empty())
        return std::nullopt;
    Said said;
    said.count = values.size();
    said.isCurrent = isCurrent;
    const auto count = static_cast<double>(values.size());
    for (const double value : values)
        said.mean += value / count;
    for (const double value : values)
        said.deviation += (value - said.mean) * (value - said.mean);
    said.deviation = values.size() > 1 ? std::sqrt(said.deviation / (count - 1.0)) : 0.0;
    return said;
}

QString OtherModels::name() const
{
    if (m_voices.empty())
        return {};
    return m_voices.size() == 1 ? m_voices.front()->name()
                                : tr("mean of %n model(s)", nullptr, static_cast<int>(m_voices.size()));
}

std::vector<qint64> OtherModels::processIds() const
{
    std::vector<qint64> ids;
    for (const auto& voice : m_voices)
        ids.push_back(voice->client->processId());
    return ids;
}

QString OtherModels::problem(std::optional<std::size_t> segment, const std::string& label) const
{
    for (const auto& voice : m_voices) {
        if (!voice->trouble.isEmpty())
            return tr("%1: %2").arg(voice->name(), voice->trouble);
        if (voice->client->state() == ModelsClient::State::Lost)
            return tr("The process of %1 is gone; it is being restarted.").arg(voice->name());
        const auto& model = voice->client->model();
        if (model && std::ranges::find(model->labels, label) == model->labels.end())
            return tr("%1 does not predict %2.").arg(voice->name(), QString::fromStdString(label));
        if (segment && voice->prediction->isRefusedByModel(*segment))
            return tr("%1: %2").arg(voice->name(), voice->prediction->refusal(*segment));
    }
    return {};
}

}
