package erp.assistant.impl;

import erp.assistant.chat.Cancellation;
import erp.assistant.chat.ChatRequest;
import erp.assistant.chat.Completion;
import erp.assistant.chat.Lookups;
import erp.assistant.chat.Lookups.Call;
import erp.assistant.chat.Lookups.Result;
import erp.assistant.chat.Lookups.Round;
import erp.assistant.chat.Lookups.Tool;
import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.prompt.WrittenPrompt;
import erp.assistant.record.Asker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The look-ups of one answer: one round at a time, each as the asker, and what they have told so far. */
final class LookupRun {

    /** More calls than this in one round are answered with an error. */
    private static final int MOST_CALLS = 4;

    private final List<Tool> tools;
    private final int rounds;
    private final Asker asker;
    private final LookupReader reader;
    private final Executor asCaller;
    private final List<Integer> done = new ArrayList<>();
    private WrittenPrompt written;
    private Consumer<WrittenPrompt> onRound = told -> {};

    LookupRun(
            List<Tool> tools, int rounds, Asker asker, WrittenPrompt written, LookupReader reader, Executor asCaller) {
        this.tools = List.copyOf(tools);
        this.rounds = rounds;
        this.asker = asker;
        this.written = written;
        this.reader = reader;
        this.asCaller = asCaller;
    }

    /** Passes on what the prompt tells after each round, before the model goes on. */
    void onRound(Consumer<WrittenPrompt> told) {
        onRound = told;
    }

    /** Runs a round's reads as the asker. */
    Executor executor() {
        return asCaller;
    }

    /** The request with what the model may look up. */
    ChatRequest first(ChatRequest request) {
        Lookups lookups = new Lookups(tools, List.of(), true);
        long characters = tools.stream()
                .mapToLong(tool -> tool.name().length()
                        + tool.description().length()
                        + (long) tool.schema().length())
                .sum();
        return request.with(request.prompt().with(lookups, List.of(), (int) TokenUsage.estimate(characters)));
    }

    /** How many rounds there were. */
    synchronized int rounds() {
        return done.size();
    }

    /** Whether the model may be answered once more. */
    boolean may(ChatRequest request) {
        return request.prompt().lookups().more();
    }

    /**
     * Looks up what the model asks for; blocks on the ERP.
     *
     * @param text what the model said before
     * @return the request that goes on
     */
    synchronized ChatRequest next(ChatRequest request, Completion asked, String text, Cancellation cancellation) {
        int round = done.size() + 1;
        done.add(round);
        int factsBefore = written.prompt().facts().size();
        List<Call> calls = new ArrayList<>();
        List<Result> results = new ArrayList<>();
        for (Call call : asked.calls()) {
            int number = calls.size() + 1;
            Call ours = new Call("call_" + round + "_" + number, call.name(), call.arguments());
            calls.add(ours);
            results.add(
                    number > MOST_CALLS || cancellation.isCancelled()
                            ? new Result("At most " + MOST_CALLS + " look-ups at once.", true)
                            : read(ours, "found" + round + (number == 1 ? "" : "x" + number)));
        }
        Round all = new Round(text, calls, results);
        return request.with(request.prompt()
                .with(
                        request.prompt().lookups().after(all, round < rounds),
                        written.prompt()
                                .facts()
                                .subList(factsBefore, written.prompt().facts().size()),
                        (int) TokenUsage.estimate(characters(all))));
    }

    /** Says what the next request will hold, just before it leaves. */
    synchronized void tell() {
        onRound.accept(written);
    }

    private Result read(Call call, String prefix) {
        LookupReader.Read read = reader.read(call, written, prefix);
        written = read.written();
        return read.result();
    }

    private static long characters(Round round) {
        long characters = round.text().length();
        for (int i = 0; i < round.calls().size(); i++) {
            characters += round.calls().get(i).arguments().length()
                    + (long) round.results().get(i).content().length();
        }
        return characters;
    }

    /** Does not show what was read. */
    @Override
    public String toString() {
        return "LookupRun[" + asker + ", " + rounds() + " of " + rounds + " rounds]";
    }
}
