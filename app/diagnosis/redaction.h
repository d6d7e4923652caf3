#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

namespace app {

/// Takes out of texts what says whose they are: names and files. A path becomes `…/NAME.mp4`, a file's name
/// `NAME.mp4`, a quotation `“NAME”`, a known name `NAME`. Names of files may have blanks and no ending; where
/// a text does not show where one begins or ends, more is hidden, at most the line.
class Redaction {
public:
    /// @param names  of people, videos, tiers, projects; those of less than three letters stay
    explicit Redaction(const QStringList& names);

    QString of(const QString& text) const;

private:
    QString withoutNames(QString line) const; ///< the known ones

    QSet<QString> m_words; ///< names that are one word each
    QStringList m_phrases; ///< the others, the longest first
};

}
