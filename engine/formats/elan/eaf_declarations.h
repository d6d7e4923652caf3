#pragma once

#include "engine/formats/common/exchanged_tiers.h"

#include <map>
#include <string>
#include <vector>

/// What an EAF declares for its tiers to refer to: vocabularies, linguistic types, stereotypes.
namespace engine::eaf {

/// The vocabularies that tiers use, each written once.
class Vocabularies {
public:
    struct Written {
        std::string name;
        std::vector<std::string> entries;
        std::size_t firstId = 0;
        std::string xml = {}; ///< as it stood in the file that it was read from
        std::map<std::string, std::string> ids = {}; ///< there, by entry

        std::string idOf(const std::string& entry) const;
    };

    /// Begins with the vocabularies of the file that the tiers were read from.
    explicit Vocabularies(const ExchangedTiers& tiers);

    /// The vocabulary of a tier. Null: it has none.
    const Written* add(const ExchangedTier& tier);
    std::string xml() const;
    /// Whether any of them names no language.
    bool areAnyInNoLanguage() const;

private:
    std::map<std::string, Written> m_written;
    std::size_t m_lastId = 0;
};

/// The linguistic types of tiers: those of the file that they were read from as they stood, and further ones.
class LinguisticTypes {
public:
    explicit LinguisticTypes(const ExchangedTiers& tiers);

    /// The tier's type; declared when it is new, with a name of its own when another has the tier's.
    std::string nameOf(const ExchangedTier& tier, const Vocabularies::Written* vocabulary);
    const std::string& xml() const { return m_xml; }

private:
    struct Declared {
        std::string constraint; ///< stereotype
        std::string vocabulary;
        friend bool operator==(const Declared&, const Declared&) = default;
    };

    std::map<std::string, Declared> m_declared; ///< by name
    std::string m_xml;
};

/// All stereotypes.
std::string constraintsXml();

}
