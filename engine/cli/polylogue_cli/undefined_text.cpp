#include "engine/cli/polylogue_cli/undefined_text.h"

namespace engine::cli {

std::string undefinedText(const Sentence& reason)
{
    Sentence first = reason;
    first.form = first.form.substr(0, first.form.find(". "));
    std::string text = first.english();
    if (text.ends_with('.'))
        text.pop_back();
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z')
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

}
