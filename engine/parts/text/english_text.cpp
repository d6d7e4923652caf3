#include "engine/parts/text/english_text.h"

#include "engine/core/utf8.h"

#include <algorithm>
#include <array>
#include <set>

namespace engine {

namespace {

/// Frequent words that other languages on this page do not have, or seldom.
const std::set<std::string_view>& englishWords()
{
    static const std::set<std::string_view> words{
        "the",   "and",   "of",    "to",    "is",      "it",   "that",  "this",  "you",  "i",    "was",
        "with",  "for",   "but",   "they",  "have",    "not",  "be",    "are",   "he",   "she",  "we",
        "my",    "your",  "its",   "just",  "like",    "what", "there", "from",  "at",   "very", "really",
        "would", "were",  "their", "which", "who",     "when", "if",    "about", "or",   "had",  "been",
        "im",    "dont",  "do",    "did",   "because", "how",  "them",  "his",   "her",  "out",  "up",
        "can",   "could", "some",  "by",    "then",    "than", "more",  "all",   "good", "know", "think"};
    return words;
}

const std::set<std::string_view>& foreignWords()
{
    static const std::set<std::string_view> words{
        // German
        "der", "das", "und", "ist", "ich", "nicht", "ein", "eine", "einen", "einem", "einer", "den", "dem",
        "des", "mit", "sich", "auf", "für", "von", "zu", "auch", "aber", "wie", "wir", "sie", "er", "es",
        "ihr", "mir", "mich", "dich", "dir", "sind", "haben", "habe", "wird", "werden", "wurde", "noch",
        "nur", "nach", "bei", "aus", "wenn", "dass", "daß", "kann", "schon", "sehr", "mal", "ja", "nein",
        "im", "zum", "zur", "über", "unter", "vor", "durch", "immer", "wieder", "dann", "jetzt", "hier",
        "gut", "mein", "dein", "kein", "keine", "uns", "oder", "weil",
        // Spanish, Portuguese, Italian
        "el", "los", "las", "una", "que", "por", "para", "con", "del", "es", "muy", "pero", "más", "como",
        "está", "lo", "se", "su", "sus", "todo", "esta", "este", "eso", "porque", "cuando", "hay", "ser",
        "mi", "tu", "te", "nos", "yo", "ella", "uma", "não", "muito", "mais", "foi", "ele", "eu", "você",
        "isso", "il", "gli", "che", "di", "è", "sono", "molto", "questo", "questa", "della", "nel", "alla",
        "anche", "ma", "mio", "ho", "sí", "qué", "fue", "tiene",
        // French
        "le", "les", "des", "et", "est", "une", "un", "du", "je", "vous", "nous", "ils", "elle", "pas", "ne",
        "que", "qui", "dans", "sur", "avec", "pour", "mais", "ce", "cette", "au", "aux", "très", "plus",
        "être", "avoir", "suis", "été", "était", "fait", "bien", "tout", "moi", "toi", "lui", "leur", "même",
        "ça", "c'est", "j'ai", "n'est", "qu'il",
        // Dutch
        "het", "een", "van", "niet", "dat", "zijn", "ik", "je", "wij", "ook", "maar", "naar", "voor", "heeft",
        "deze", "zeer", "goed", "geen"};
    return words;
}

constexpr double kLeastKnown = 0.55; // of the words, where nothing else tells
constexpr std::size_t kFewWords = 3; // which may be names

}

bool looksEnglish(std::string_view text, const ValenceModel& model)
{
    std::size_t words = 0, english = 0, foreign = 0;
    const std::vector<std::string> chunks = chunksOf(text);
    for (const ValenceToken& token : model.tokens(chunks)) {
        ++words;
        english += englishWords().contains(token.bare) ? 1 : 0;
        foreign += foreignWords().contains(token.text) || foreignWords().contains(token.bare) ? 1 : 0;
    }
    if (foreign != english)
        return english > foreign;
    return words <= kFewWords || model.knownShare(text) >= kLeastKnown;
}

const char* notEnglishNote()
{
    return "the text does not look English, and the ratings are of English words: it has no valence";
}

bool isEnglishCode(std::string_view language)
{
    const std::string lower = inLowerCase(std::string(language));
    return lower == "english" || lower == "eng" || lower == "en" || lower.starts_with("en-")
        || lower.starts_with("en_");
}

}
