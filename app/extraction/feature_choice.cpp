#include "app/extraction/feature_choice.h"

#include "widgets/base/section_head.h"
#include "widgets/base/theme.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace app {

namespace {

using engine::FeatureSet;

/// A set in the words of people; its name on the command line is said below.
QString titleOf(FeatureSet set)
{
    switch (set) {
    case FeatureSet::Words:
        return FeatureChoice::tr("Words, aligned");
    case FeatureSet::Phones:
        return FeatureChoice::tr("Phones");
    case FeatureSet::WordAlignment:
        return FeatureChoice::tr("How sure the words are");
    case FeatureSet::WordVectors:
        return FeatureChoice::tr("Vectors of the words");
    case FeatureSet::Valence:
        return FeatureChoice::tr("Valence of the words");
    case FeatureSet::Covarep74:
        return FeatureChoice::tr("Voice, as CMU-MOSI has it");
    case FeatureSet::Egemaps25:
        return FeatureChoice::tr("Voice, as eGeMAPS has it");
    case FeatureSet::Egemaps88:
        return FeatureChoice::tr("Voice per word");
    case FeatureSet::Spectral:
        return FeatureChoice::tr("Level and shape of the spectrum");
    case FeatureSet::Logmel:
        return FeatureChoice::tr("Mel spectrum");
    case FeatureSet::Mfcc:
        return FeatureChoice::tr("Cepstrum");
    case FeatureSet::Arousal:
        return FeatureChoice::tr("Arousal of the voice");
    case FeatureSet::Face:
        return FeatureChoice::tr("Face and head");
    case FeatureSet::Landmarks:
        return FeatureChoice::tr("Points of the face");
    case FeatureSet::Expression:
        return FeatureChoice::tr("Expression of the face");
    case FeatureSet::FaceMesh:
        return FeatureChoice::tr("Face and head, by 468 points");
    case FeatureSet::FaceMeshPoints:
        return FeatureChoice::tr("The 468 points");
    case FeatureSet::Blendshapes:
        break;
    }
    return FeatureChoice::tr("Blendshapes");
}

QString purposeOf(FeatureSet set)
{
    switch (set) {
    case FeatureSet::Words:
        return FeatureChoice::tr("start and end of each word of the transcript");
    case FeatureSet::Phones:
        return FeatureChoice::tr("the sounds of each word");
    case FeatureSet::WordAlignment:
        return FeatureChoice::tr("confidence of each word, expected error of its edges");
    case FeatureSet::WordVectors:
        return FeatureChoice::tr("meaning of each English word (GloVe), else its spelling");
    case FeatureSet::Valence:
        return FeatureChoice::tr("how positive English words and sentences are, −3 to 3");
    case FeatureSet::Covarep74:
        return FeatureChoice::tr("pitch, glottal flow, cepstrum; 74 columns, 100 Hz");
    case FeatureSet::Egemaps25:
        return FeatureChoice::tr("loudness, pitch, voice quality; 25 columns, 100 Hz");
    case FeatureSet::Egemaps88:
        return FeatureChoice::tr("eGeMAPS summed up for each word; 88 columns");
    case FeatureSet::Spectral:
        return FeatureChoice::tr("loudness in dB, slopes, centroid, flux; 11 columns, 100 Hz");
    case FeatureSet::Logmel:
        return FeatureChoice::tr("26 bands, 100 Hz");
    case FeatureSet::Mfcc:
        return FeatureChoice::tr("13 coefficients, 100 Hz");
    case FeatureSet::Arousal:
        return FeatureChoice::tr("how roused it sounds, −1 to 1, whatever the microphone's gain; 1 Hz");
    case FeatureSet::Face:
        return FeatureChoice::tr("pose, mouth, smile, brows, eyes of whoever speaks; each frame");
    case FeatureSet::Landmarks:
        return FeatureChoice::tr("68 points of every face, in pixels");
    case FeatureSet::Expression:
        return FeatureChoice::tr("what raters would see in it: seven chances and valence; 10 Hz");
    case FeatureSet::FaceMesh:
        return FeatureChoice::tr(
            "pose, mouth, smile, brows, eyes of the largest face; each frame; needs no package");
    case FeatureSet::FaceMeshPoints:
        return FeatureChoice::tr("x, y and z of each in pixels; 1404 columns, each frame");
    case FeatureSet::Blendshapes:
        break;
    }
    return FeatureChoice::tr("smile, blink, brows, gaze of the largest face, 0 to 1; 52 columns, each frame");
}

}

QString spanText(double seconds)
{
    if (seconds < 1.0)
        return FeatureChoice::tr("< 1 s");
    if (seconds < 90.0)
        return FeatureChoice::tr("%1 s").arg(std::lround(seconds));
    return FeatureChoice::tr("%1 min").arg(std::lround(seconds / 60.0));
}

FeatureChoice::FeatureChoice(QWidget* parent) : QWidget(parent), m_hears(new QCheckBox(this))
{
    setObjectName(QStringLiteral("featureChoice"));
    m_hears->setObjectName(QStringLiteral("hearWords"));
    m_hears->setText(tr("Hear words where there is no transcript"));
    m_hears->setToolTip(tr("One word of four is wrong; all of them are marked as a draft."));
    connect(m_hears, &QCheckBox::toggled, this, &FeatureChoice::changed);
    const widgets::Theme& theme = widgets::themeOf(palette());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(fontMetrics().height());
    column->addWidget(group("words", tr("Words and phones"), theme.language));
    column->addWidget(group("acoustic", tr("Sound"), theme.sound));
    column->addWidget(group("visual", tr("Face"), theme.vision));
    column->addStretch(1);
    setLength(0.0);
    setFaceTask({});
}

void FeatureChoice::setFaceTask(const QString& file)
{
    QCheckBox* shapes = m_sets.at(FeatureSet::Blendshapes);
    shapes->setEnabled(!file.isEmpty());
    if (file.isEmpty())
        shapes->setChecked(false);
    const QString purpose = file.isEmpty() ? tr("Needs a file face_landmarker.task, which Google publishes "
                                                "for MediaPipe's Face Landmarker under the "
                                                "Apache-2.0 licence. Name yours in the settings.")
                                           : purposeOf(FeatureSet::Blendshapes);
    m_shapesPurpose->setText(purpose);
    shapes->setToolTip(
        tr("%1: %2").arg(QLatin1String(engine::factsOf(FeatureSet::Blendshapes).name), purpose));
}

QWidget* FeatureChoice::group(const char* name, const QString& title, const QColor& colour)
{
    auto* box = new QWidget(this);
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    auto* head = widgets::sectionHead(title, box);
    QPalette coloured = head->palette();
    coloured.setColor(QPalette::WindowText, colour);
    coloured.setColor(QPalette::PlaceholderText, colour);
    head->setPalette(coloured);
    grid->addWidget(head, 0, 0, 1, 2);
    int row = 1;
    const std::vector<FeatureSet> usual = engine::defaultFeatureSets();
    for (const engine::FeatureSetFacts& facts : engine::featureSets()) {
        if (std::string_view(facts.group) != name)
            continue;
        auto* set = new QCheckBox(titleOf(facts.set), box);
        set->setObjectName(QLatin1String(facts.name));
        set->setChecked(std::ranges::find(usual, facts.set) != usual.end());
        set->setToolTip(tr("%1: %2").arg(QLatin1String(facts.name), purposeOf(facts.set)));
        auto* purpose = new QLabel(purposeOf(facts.set), box);
        purpose->setForegroundRole(QPalette::PlaceholderText);
        purpose->setWordWrap(true);
        purpose->setIndent(26);
        auto* time = new QLabel(box);
        time->setForegroundRole(QPalette::PlaceholderText);
        grid->addWidget(set, row, 0);
        grid->addWidget(time, row, 1, Qt::AlignRight);
        grid->addWidget(purpose, row + 1, 0, 1, 2);
        row += 2;
        m_sets[facts.set] = set;
        m_times[facts.set] = time;
        if (facts.set == FeatureSet::Blendshapes)
            m_shapesPurpose = purpose;
        connect(set, &QCheckBox::toggled, this, &FeatureChoice::changed);
    }
    if (std::string_view(name) == "words")
        grid->addWidget(m_hears, row, 0, 1, 2);
    return box;
}

std::vector<FeatureSet> FeatureChoice::chosen() const
{
    std::vector<FeatureSet> chosen;
    for (const auto& [set, box] : m_sets) {
        if (box->isChecked())
            chosen.push_back(set);
    }
    return chosen;
}

void FeatureChoice::setChosen(const std::vector<FeatureSet>& sets)
{
    for (const auto& [set, box] : m_sets)
        box->setChecked(box->isEnabledTo(this) && std::ranges::find(sets, set) != sets.end());
}

bool FeatureChoice::hearsWords() const
{
    return m_hears->isChecked();
}

void FeatureChoice::setLength(double seconds)
{
    for (const auto& [set, label] : m_times) {
        const double cost = engine::factsOf(set).cost;
        label->setText(seconds <= 0.0 ? QString() : cost <= 0.0 ? tr("with it") : spanText(seconds * cost));
    }
}

}
