#include "app/document/text_label_words.h"

#include <QCoreApplication>
#include <QStringList>

namespace app {

namespace {

struct TextLabelWords {
    Q_DECLARE_TR_FUNCTIONS(app::TextLabelWords)
};

}

QString textLabelWords(const engine::TextsAsLabel& texts, const QString& tier)
{
    const QString label = QString::fromStdString(texts.label.name);
    switch (texts.kind) {
    case engine::TextsAsLabel::Kind::Classes: {
        QStringList terms;
        for (const engine::Term& term : std::get<engine::Vocabulary>(texts.label.scale).terms)
            terms << QString::fromStdString(term.name);
        return TextLabelWords::tr("The texts of %1 became the classes of a label, %2: %3.")
            .arg(tier, label, terms.join(QStringLiteral(", ")));
    }
    case engine::TextsAsLabel::Kind::Numbers:
        return TextLabelWords::tr("The texts of %1 became the numbers of a label, %2.").arg(tier, label);
    case engine::TextsAsLabel::Kind::WordSets:
        return TextLabelWords::tr("The texts of %1 became the sets of words of a label, %2.")
            .arg(tier, label);
    case engine::TextsAsLabel::Kind::Texts:
        return TextLabelWords::tr("The texts of %1 (%2 different ones) are neither numbers nor few short "
                                  "classes: they are shown as texts, and no label has them.")
            .arg(tier)
            .arg(texts.different);
    case engine::TextsAsLabel::Kind::Nothing:
        break;
    }
    return {};
}

}
