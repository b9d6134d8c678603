package erp.assistant.impl.provider.fuzz;

import erp.assistant.chat.Completion;
import erp.assistant.chat.ProviderFault;
import erp.assistant.chat.TokenUsage;
import erp.assistant.impl.provider.Given;
import erp.assistant.impl.provider.StreamsInProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One stream, wholly determined by its seed: a recording, changed, framed, cut, and handed over in pieces.
 *
 * @param arrives how many of the bytes come before the connection ends
 */
record FuzzCase(
        long seed,
        Recording recording,
        List<String> changes,
        Framed framed,
        int arrives,
        int mostPiece,
        boolean breaks,
        boolean slow,
        Expected expected) {

    private static final int ONE_IN_BIG = 500;
    private static final int ONE_IN_TOO_BIG = 2_000;

    FuzzCase {
        changes = List.copyOf(changes);
    }

    static FuzzCase of(long seed, List<Recording> recordings) {
        SplittableRandom random = new SplittableRandom(seed);
        Recording recording = recordings.get(random.nextInt(recordings.size()));
        Draft draft = new Draft(recording, Wording.of(recording.dialect()));
        List<String> changes = new ArrayList<>();
        for (int count = Math.max(0, random.nextInt(8) - 2); count > 0; count--) {
            changes.add(Mutation.any(random).apply(draft, random));
        }
        if (random.nextInt(ONE_IN_BIG) == 0) {
            changes.add(Mutation.BIG.apply(draft, random));
        }
        if (random.nextInt(ONE_IN_TOO_BIG) == 0) {
            changes.add(Mutation.TOO_BIG.apply(draft, random));
        }
        Framed framed = Framed.anyhow(draft.items(), random);
        int length = framed.bytes().length;
        int arrives = arrives(length, random);
        int mostPiece =
                length > 100_000 ? 16_384 : List.of(1, 7, 60, 500, 16_384).get(random.nextInt(5));
        return new FuzzCase(
                seed,
                recording,
                changes,
                framed,
                arrives,
                mostPiece,
                random.nextInt(4) == 0,
                random.nextInt(4) == 0,
                Oracle.of(draft.items(), framed, arrives, draft.countsInOrder(), Given.ESTIMATED_INPUT));
    }

    /** All, all but a few, or any number. */
    private static int arrives(int length, SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2, 3, 4 -> length;
            case 5 -> Math.max(0, length - random.nextInt(200));
            default -> random.nextInt(length + 1);
        };
    }

    /** Reads the stream with the real reader. @return empty, or what is wrong */
    String run(StreamsInProcess streams) {
        SplittableRandom random = new SplittableRandom(~seed);
        FuzzSink sink = new FuzzSink(random, slow);
        StreamsInProcess.Begun begun = streams.begin(recording.dialect(), sink);
        AtomicInteger ends = new AtomicInteger();
        begun.stage().whenComplete((completion, fault) -> {
            ends.incrementAndGet();
            sink.over();
        });
        String wrong = new Delivery(begun, sink).run(framed.bytes(), arrives, mostPiece, breaks, random);
        sink.catchUp();
        if (!wrong.isEmpty() || !sink.wrong().isEmpty()) {
            return wrong + sink.wrong();
        }
        if (ends.get() != 1) {
            return "ended " + ends + " times";
        }
        if (!sink.text().equals(expected.text())) {
            return "the text is \"" + shortened(sink.text()) + "\" and not \"" + shortened(expected.text()) + '"';
        }
        try {
            Completion completion = begun.stage().toCompletableFuture().join();
            return differs(completion.reason().name(), true, false, completion.model(), completion.usage());
        } catch (CompletionException e) {
            return e.getCause() instanceof ProviderFault fault
                    ? differs(fault.kind().name(), false, fault.inStream(), fault.model(), fault.usage())
                    : "ended by " + e.getCause();
        }
    }

    private String differs(String outcome, boolean answered, boolean inStream, String model, TokenUsage usage) {
        if (answered != expected.answered()) {
            return answered ? outcome + " without the provider's last word" : outcome + " in spite of it";
        }
        if (!expected.outcomes().contains(outcome)) {
            return outcome + " and not " + expected.outcomes();
        }
        if (inStream != expected.inStream()) {
            return "told in the stream: " + inStream;
        }
        String told = expected.model();
        if (!model.equals(told == null ? "small-1" : told)) {
            return "the model is " + model + " and not " + told;
        }
        TokenUsage counted = expected.usage();
        return counted == null || usage.equals(counted) ? "" : usage + " and not " + counted;
    }

    private static String shortened(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300) + "... (" + text.length() + " characters)";
    }

    /** The seed, what was done with it, and how to do it again. */
    String story(String wrong) {
        return "Stream " + seed + ", " + recording + ": " + wrong
                + "\n  changes: " + changes
                + "\n  bytes: " + arrives + " of " + framed.bytes().length + ", " + framed.how()
                + ", in buffers of at most "
                + mostPiece + (breaks ? ", then the connection breaks" : "") + (slow ? ", slow reader" : "")
                + "\n  again: mvn -o -Dquick -pl assistant-impl -am test -Dtest=StreamFuzzTest"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dfuzz.streams=1 -Dfuzz.seed=" + seed;
    }
}
