// Typing in a transcript of 20 000 words, in the real window: a letter until the text shows it, and the blank
// that ends the word until text, track and project have it.
#include "widgets/transcript/transcript_panel.h"
#include "widgets/transcript/transcript_text.h"

#include <QClipboard>
#include <QTest>

#include <filesystem>
#include <vector>

#include "tests/bench/bench_row.h"
#include "tests/support/real_window.h"

namespace {

constexpr int kWords = 20'000;
constexpr int kTyped = 40;

QString wholeText()
{
    QStringList words;
    for (int i = 0; i < kWords; ++i)
        words << (i % 11 == 10 ? QStringLiteral("sentence%1.").arg(i)
                               : QStringLiteral("word%1").arg(i % 700));
    return words.join(QLatin1Char(' '));
}

}

int main(int argc, char** argv)
{
    const IsolatedHome home;
    const QApplication application(argc, argv);
    const QTemporaryDir folder;
    const std::filesystem::path data = folder.path().toStdString();
    std::filesystem::copy_file(std::filesystem::path(DEMO) / "media/ada_1.mp4", data / "talk.mp4");
    RealWindow real;
    real.window().activateWindow();
    real.session().project().open({data});
    if (!real.settle() || !QTest::qWaitForWindowActive(&real.window()))
        return 1;
    real.window().setPreset(QStringLiteral("transcribe"));
    auto* text = real.find<widgets::TranscriptText>("transcriptText");
    text->setFocus();
    QApplication::clipboard()->setText(wholeText());
    const bench::Stopwatch pasting;
    QTest::keyClick(text, Qt::Key_V, Qt::ControlModifier);
    QCoreApplication::processEvents();
    const double pasted = pasting.milliseconds();
    const app::Document& document = real.session().document();
    if (document.words().texts.size() != kWords || !real.settle()) {
        std::fprintf(stderr, "%zu words were pasted\n", document.words().texts.size());
        return 1;
    }
    text->putCaretBehind(kWords / 2);
    std::vector<double> letters;
    std::vector<double> ends;
    for (int word = 0; word < kTyped; ++word) {
        for (const char letter : {'n', 'e', 'w', '\0'}) {
            const bench::Stopwatch watch;
            QTest::keyClick(text, letter == '\0' ? ' ' : letter);
            text->repaint();
            (letter == '\0' ? ends : letters).push_back(watch.milliseconds());
        }
        QCoreApplication::processEvents();
    }
    if (document.words().texts.size() != kWords + kTyped)
        return 1;
    bench::printRow("transcript.letter_p99", bench::percentile(letters, 0.99), "ms", 50, 2);
    bench::printRow("transcript.word_p50", bench::percentile(ends, 0.5), "ms", 100, 30);
    bench::printRow("transcript.word_p99", bench::percentile(ends, 0.99), "ms", 200, 60);
    return bench::printRow("transcript.paste", pasted, "ms", 3000, 800) ? 0 : 1;
}
