package erp.assistant.impl.provider;

import erp.assistant.chat.Completion;
import erp.assistant.chat.TokenUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps what a decoder says. */
public final class RecordedSignals implements StreamSignals {

    private final StringBuilder text = new StringBuilder();
    private final List<String> words = new ArrayList<>();
    private Optional<TokenUsage> usage = Optional.empty();

    @Override
    public void text(String piece) {
        text.append(piece);
    }

    @Override
    public void model(String name) {
        if (!name.isEmpty()) {
            words.add("model " + name);
        }
    }

    @Override
    public void usage(TokenUsage reported) {
        usage = Optional.of(reported);
    }

    @Override
    public void outputAlone(long output, long reasoning) {
        words.add("output " + output + "+" + reasoning);
    }

    @Override
    public void because(String word) {
        words.add("because " + word);
    }

    @Override
    public void answered(Completion.Reason reason) {
        words.add("answered " + reason);
    }

    @Override
    public void end() {
        words.add("end");
    }

    @Override
    public void error(ErrorWord error) {
        words.add("error " + error.type() + "/" + error.code());
    }

    public String text() {
        return text.toString();
    }

    public List<String> words() {
        return words;
    }

    public Optional<TokenUsage> usage() {
        return usage;
    }
}
