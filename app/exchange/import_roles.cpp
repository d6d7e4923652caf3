#include "app/exchange/import_roles.h"

#include "engine/annotation/layer_names.h"

#include <QComboBox>
#include <QFormLayout>

#include <algorithm>
#include <array>

namespace app {

namespace {

const QString kEach = QStringLiteral("each"); // data of the choice that each file has its own words

/// Whether its segments are intervals with text, as words are.
bool hasTexts(const engine::ExchangedTier& tier)
{
    return tier.tier.kind == engine::TierKind::Interval
        && std::ranges::any_of(tier.segments,
                               [](const engine::Segment& segment) { return !segment.text.empty(); });
}

/// The tier that most likely holds the words: by its name, else the first text of a format that is made for
/// words or captions. Empty: none.
std::string likelyWords(const AnnotationFile& file)
{
    const std::vector<engine::ExchangedTier>& tiers = file.read.content.tiers;
    for (const engine::ExchangedTier& tier : tiers) {
        const QString name = QString::fromStdString(tier.tier.name).toLower();
        if (hasTexts(tier)
            && (name.endsWith(QLatin1String("word")) || name.endsWith(QLatin1String("words"))
                || name == QLatin1String("ort") || name == QLatin1String("ort-mau")))
            return tier.tier.name;
    }
    constexpr std::array<std::string_view, 6> kOfWords{"ctm", "gentle", "mfa", "srt", "vtt", "whisperx"};
    if (!file.format || std::ranges::find(kOfWords, file.format->id) == kOfWords.end())
        return {};
    const auto first = std::ranges::find_if(tiers, hasTexts);
    return first == tiers.end() ? std::string() : first->tier.name;
}

/// The tiers that files most likely have for their words, each once.
QStringList likelyWordsOf(std::span<const AnnotationFile> files)
{
    QStringList names;
    for (const AnnotationFile& file : files) {
        const QString words = QString::fromStdString(likelyWords(file));
        if (!words.isEmpty() && !names.contains(words))
            names << words;
    }
    return names;
}

/// Whether what was read are judgements alone, as their tables and exported passes have them.
bool areJudgements(std::span<const AnnotationFile> files)
{
    bool isAny = false;
    for (const AnnotationFile& file : files) {
        for (const engine::ExchangedTier& tier : file.read.content.tiers) {
            if (!engine::layerByName(tier.tier))
                return false;
            isAny = true;
        }
    }
    return isAny;
}

/// The names of tiers with segments that have a start and an end, each once.
QStringList tiersWithTimes(std::span<const AnnotationFile> files)
{
    QStringList names;
    std::set<QString> known;
    for (const AnnotationFile& file : files) {
        for (const engine::ExchangedTier& tier : file.read.content.tiers) {
            const QString name = QString::fromStdString(tier.tier.name);
            if (tier.tier.kind == engine::TierKind::Interval && !name.isEmpty() && known.insert(name).second)
                names << name;
        }
    }
    return names;
}

}

ImportRoles::ImportRoles(std::span<const AnnotationFile> files, bool lackWords, QWidget* parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
    , m_as(new QComboBox(this))
{
    const QStringList tiers = tiersWithTimes(files);
    const QStringList likely = likelyWordsOf(files);
    m_words = roleBox("importWords", tiers, lackWords && likely.size() == 1 ? likely.front() : QString());
    m_labels = roleBox("importLabels", tiers, {});
    if (likely.size() > 1) {
        m_words->insertItem(1, tr("of each file its own: %1").arg(likely.join(QStringLiteral(", "))), kEach);
        m_words->setCurrentIndex(lackWords ? 1 : 0);
    }
    m_as->setObjectName(QStringLiteral("importAs"));
    m_as->addItem(tr("Tiers of their own"));
    m_as->addItem(tr("Judgements of the labelled segments, by annotator"));
    if (areJudgements(files))
        m_as->setCurrentIndex(1);
    m_words->setEnabled(m_as->currentIndex() == 0);
    m_labels->setEnabled(m_as->currentIndex() == 0);
    m_form->setContentsMargins({});
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->addRow(tr("&As"), m_as);
    m_form->addRow(tr("&Words are"), m_words);
    m_form->addRow(tr("&Labelled segments are"), m_labels);
    connect(m_as, &QComboBox::currentIndexChanged, this, [this](int as) {
        m_words->setEnabled(as == 0);
        m_labels->setEnabled(as == 0);
    });
}

/// Lists the tiers of the files behind “none of these”.
QComboBox* ImportRoles::roleBox(const char* name, const QStringList& tiers, const QString& proposed)
{
    auto* box = new QComboBox(this);
    box->setObjectName(QLatin1String(name));
    box->addItem(tr("none of these tiers"));
    box->addItems(tiers);
    box->setCurrentIndex(1 + static_cast<int>(tiers.indexOf(proposed))); // none where nothing is proposed
    return box;
}

std::string ImportRoles::chosenFor(const QComboBox* role) const
{
    const bool isNone
        = m_as->currentIndex() == 1 || role->currentIndex() == 0 || role->currentData() == kEach;
    return isNone ? std::string() : role->currentText().toStdString();
}

bool ImportRoles::isEachItsOwn() const
{
    return m_as->currentIndex() == 0 && m_words->currentData() == kEach;
}

std::string ImportRoles::wordsOf(const AnnotationFile& file) const
{
    return isEachItsOwn() ? likelyWords(file) : std::string();
}

void ImportRoles::addQuestion(const QString& label, QWidget* answer)
{
    m_form->insertRow(0, label, answer);
}

TierImport ImportRoles::wish() const
{
    return {m_as->currentIndex() == 1, chosenFor(m_words), chosenFor(m_labels), {}};
}

}
