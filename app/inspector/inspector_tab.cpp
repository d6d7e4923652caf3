#include "app/inspector/inspector_tab.h"

#include "app/document/tier_content.h"
#include "app/document/word_doubts.h"
#include "app/editing/editor.h"
#include "engine/annotation/layers.h"
#include "engine/annotation/word_sets.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

/// Each value within its dimension's range over the video, 0…1.
std::vector<float> relativeRow(std::span<const float> row, const FeatureSeries* series)
{
    std::vector<float> relative(row.size(), 0.5F);
    for (std::size_t d = 0; series && d < row.size() && d < series->features->dimensions(); ++d) {
        const engine::DimensionRange& range = series->features->ranges(d).usual;
        if (!range.constant())
            relative[d] = (row[d] - range.low) / (range.high - range.low);
    }
    return relative;
}

const FeatureSeries* seriesOf(const VideoData& video, engine::Modality modality)
{
    const auto found = std::find_if(video.features.rbegin(), video.features.rend(), [&](const auto& series) {
        return series.isForModels && series.modality == modality;
    });
    return found == video.features.rend() ? nullptr : &*found;
}

}

InspectorTab::InspectorTab(Document& document, Editor& editor, widgets::InspectorPanel& panel)
    : QObject(&panel)
    , m_segment(document)
    , m_document(document)
    , m_editor(editor)
    , m_panel(panel)
{
    connect(&document.attention(), &Attention::contentChanged, this, [this] {
        showSegment();
        showWord(); // the same word may have moved
    });
    connect(&document.attention(), &Attention::wordChanged, this, &InspectorTab::showWord);
    connect(&document, &Document::wordRulesChanged, this, &InspectorTab::showWord);
    connect(&m_rows, &RowHolder::arrived, this, &InspectorTab::showWord);
    connect(&panel, &widgets::InspectorPanel::valueChosen, this,
            [this](const QString& label, std::optional<double> value) {
                if (m_segment.place())
                    m_editor.setLabel(*m_segment.place(), label, value);
            });
    connect(&panel, &widgets::InspectorPanel::wordsChosen, this,
            [this](const QString& label, const std::optional<QStringList>& words) {
                if (!m_segment.place())
                    return;
                std::vector<std::string> said;
                for (const QString& word : words.value_or(QStringList()))
                    said.push_back(word.toStdString());
                m_editor.setLabel(*m_segment.place(), label,
                                  words ? std::optional<Editor::Value>(engine::wordsText(said))
                                        : std::nullopt);
            });
}

/// The tier's numeric labels with their scales and the segment's values.
std::vector<widgets::InspectorPanel::Label> InspectorTab::shownLabels() const
{
    const std::vector<double> values = m_segment.labels();
    std::vector<widgets::InspectorPanel::Label> shown;
    const engine::Tier* tier = m_document.tier(kLabelsTier);
    for (std::size_t i = 0; tier && i < tier->labels.size(); ++i) {
        const auto* scale = std::get_if<engine::NumberScale>(&tier->labels[i].scale);
        if (!scale)
            continue;
        const bool given = i < values.size() && !std::isnan(values[i]);
        shown.push_back(
            {QString::fromStdString(tier->labels[i].name), static_cast<int>(std::floor(scale->least)),
             static_cast<int>(std::ceil(scale->greatest)), given ? std::optional(values[i]) : std::nullopt});
    }
    return shown;
}

/// The segment's labels that are words.
std::vector<std::pair<QString, QString>> InspectorTab::shownTerms() const
{
    std::vector<std::pair<QString, QString>> shown;
    const engine::Tier* tier = m_document.tier(kLabelsTier);
    if (!tier || !m_segment.place() || m_segment.hidesLabels())
        return shown;
    const engine::Segment* segment
        = m_document.annotation().segment(m_document.segmentId(kLabelsTier, *m_segment.place()));
    if (!segment)
        return shown;
    for (const engine::LabelScheme& label : tier->labels) {
        const auto value = segment->values.find(label.name);
        if (engine::wordListOf(label))
            continue; // shown as chips
        if (value != segment->values.end() && !std::holds_alternative<double>(value->second.value))
            shown.emplace_back(QString::fromStdString(label.name), shownValue(label, value->second));
    }
    return shown;
}

/// The segment's labels that are sets of words.
std::vector<widgets::InspectorPanel::WordSet> InspectorTab::shownWordSets() const
{
    std::vector<widgets::InspectorPanel::WordSet> shown;
    const engine::Tier* tier = m_document.tier(kLabelsTier);
    if (!tier || !m_segment.place() || m_segment.hidesLabels())
        return shown;
    const engine::Segment* segment
        = m_document.annotation().segment(m_document.segmentId(kLabelsTier, *m_segment.place()));
    for (const engine::LabelScheme& label : tier->labels) {
        const engine::WordList* list = engine::wordListOf(label);
        if (!list || !segment)
            continue;
        widgets::InspectorPanel::WordSet set{QString::fromStdString(label.name), {}, list->isClosed, {}};
        for (const engine::Term& term : list->terms)
            set.list << QString::fromStdString(term.name);
        if (const std::string* said = engine::termGiven(*segment, label.name)) {
            set.words.emplace();
            for (const std::string& word : engine::wordsOfSet(*said))
                *set.words << QString::fromStdString(word);
        }
        shown.push_back(std::move(set));
    }
    return shown;
}

void InspectorTab::showSegment()
{
    m_panel.setCountsSteps(m_document.hasVideo() && m_document.video().countsSteps);
    if (!m_segment.place() || !m_document.hasVideo()) {
        m_panel.setSegment(std::nullopt, m_document.hasVideo() ? m_segment.nothingHere() : QString());
        return;
    }
    widgets::InspectorPanel::Segment shown;
    shown.title = QStringLiteral("%1 · %2").arg(m_document.video().id, m_segment.title());
    shown.interval = m_segment.span();
    shown.text = m_segment.texts().join(QLatin1Char(' '));
    shown.labels = shownLabels();
    shown.terms = shownTerms();
    shown.wordSets = shownWordSets();
    shown.editable = m_document.whyReadOnly().isEmpty();
    m_panel.setSegment(shown);
}

void InspectorTab::showWord()
{
    const std::optional<std::size_t> shownWord = m_segment.word();
    if (!shownWord || m_segment.hidesWords() || !m_document.hasVideo()
        || *shownWord >= m_document.words().texts.size()) {
        m_panel.setWord(std::nullopt);
        return;
    }
    const VideoData& video = m_document.video();
    const engine::Interval word = m_document.words().intervals[*shownWord];
    widgets::InspectorPanel::Word shown{QString::fromStdString(m_document.words().texts[*shownWord]),
                                        word,
                                        m_document.isEdited(*shownWord),
                                        {},
                                        m_document.timedWords()[*shownWord]};
    const WordsView& sure = m_document.spokenWords();
    shown.isDraft = sure.draft[*shownWord];
    shown.isDoubtful = sure.doubtful[*shownWord];
    if (const double confidence = sure.confidence[*shownWord]; !std::isnan(confidence))
        shown.confidence = confidence;
    shown.doubt = doubtOf(m_document, *shownWord);
    const WordAlignment alignment = m_document.wordAlignment();
    if (!m_rows.isReady(alignment.rowsInFiles(*shownWord, *shownWord + 1))) {
        m_panel.setWord(shown); // its rows follow
        return;
    }
    const auto aligned = alignment.align(*shownWord, *shownWord + 1);
    for (const engine::Modality modality : engine::allModalities) {
        const FeatureSeries* series = seriesOf(video, modality);
        const engine::AlignedWords& words = aligned[static_cast<std::size_t>(modality)];
        const auto row = words.features.row(0);
        shown.modalities.push_back({modality,
                                    series ? series->key : tr("none"),
                                    words.rows.front().sourceRows,
                                    words.rows.front().covered,
                                    {row.begin(), row.end()},
                                    relativeRow(row, series),
                                    series ? series->names : QStringList(),
                                    series ? series->namesFrom : QString()});
    }
    m_panel.setWord(shown);
}

}
