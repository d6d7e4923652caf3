#pragma once

#include <QString>

#include <string>

/// Translates the words of models' displays into the user's language. A word that is not known here stays as
/// the model says it.
namespace widgets {

/// `Attention per modality` → `Attention je Modalität`.
QString displayTitle(const std::string& title);

/// A name along an axis: `text + acoustic` → `text + sound`.
QString displayEntry(const std::string& label);

/// One of an axis' numbered entries: `layer 1`. @param index  from 0
QString numberedEntry(const std::string& axis, std::size_t index);

/// What a fusion graph's vertex stands for: `la` → `text + sound`; other names stay.
QString vertexMeaning(const QString& vertex);

}
