#pragma once

#include "app/exchange/annotation_file.h"
#include "app/exchange/import_tiers.h"

#include <QWidget>

#include <span>

class QComboBox;
class QFormLayout;

namespace app {

/// Asks what tiers of files become: tiers of their own, the words, the labelled segments, or judgements.
class ImportRoles : public QWidget {
    Q_OBJECT
public:
    /// @param lackWords  whether the videos have no words yet: then those of the files are proposed
    ImportRoles(std::span<const AnnotationFile> files, bool lackWords, QWidget* parent = nullptr);

    /// Puts another question above these.
    void addQuestion(const QString& label, QWidget* answer);
    /// Without the videos that are known.
    TierImport wish() const;
    /// The tier that becomes the words of this file, where each file is to have its own; else empty.
    std::string wordsOf(const AnnotationFile& file) const;

private:
    QComboBox* roleBox(const char* name, const QStringList& tiers, const QString& proposed);
    bool isEachItsOwn() const;
    std::string chosenFor(const QComboBox* role) const;

    QFormLayout* m_form;
    QComboBox* m_as;
    QComboBox* m_words;
    QComboBox* m_labels;
};

}
