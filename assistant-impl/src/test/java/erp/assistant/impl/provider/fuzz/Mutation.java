package erp.assistant.impl.provider.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** A way to change the events of a stream, each with what it means for the answer. */
enum Mutation {
    DROP(10) {
        @Override
        String apply(Draft draft, SplittableRandom random) {
            int at = draft.any(random);
            draft.items().remove(at);
            return "drop " + at;
        }
    },
    REPEAT(10) {
        @Override
        String apply(Draft draft, SplittableRandom random) {
            int from = draft.any(random);
            int to = random.nextInt(draft.items().size() + 1);
            Item again = draft.items().get(from);
            draft.countsAreMoved(again);
            draft.items().add(to, again);
            return "repeat " + from + " at " + to;
        }
    },
    MOVE(10) {
        @Override
        String apply(Draft draft, SplittableRandom random) {
            int from = draft.any(random);
            Item moved = draft.items().remove(from);
            int to = random.nextInt(draft.items().size() + 1);
            // Passing over a report moves the text against it, too.
            draft.items().forEach(draft::countsAreMoved);
            draft.countsAreMoved(moved);
            draft.items().add(to, moved);
            return "move " + from + " to " + to;
        }
    },
    NOISE(30) {
        @Override
        String apply(Draft draft, SplittableRandom random) {
            return draft.insert(draft.wording().anyNoise(random), random, "noise");
        }
    },
    TEXT(20) {
        @Override
        String apply(Draft draft, SplittableRandom random) {
            OddText odd = OddText.any(random);
            return draft.insert(draft.wording().text(odd.inQuotes(), odd.said()), random, "odd text");
        }
    },
    RUN(20) {
        @Override
        String apply(Draft draft, SplittableRandom random) {
            Wording wording = draft.wording();
            Lookalike like = wording.anyLookalike(random);
            List<Item> run = new ArrayList<>();
            ordinary(run, wording, random);
            for (int count = 1 + random.nextInt(3); count > 0; count--) {
                OddText said = OddText.anyLength(random);
                // One learns a wrong place from an event that has the same text in both.
                run.add(like.item(said, random.nextInt(3) == 0 ? said : OddText.any(random)));
            }
            ordinary(run, wording, random);
            return draft.insert(run, random, "deltas and " + like.data());
        }

        private void ordinary(List<Item> run, Wording wording, SplittableRandom random) {
            for (int count = random.nextInt(3); count > 0; count--) {
                OddText odd = OddText.anyLength(random);
                run.add(wording.text(odd.inQuotes(), odd.said()));
            }
        }
    },
    BAD_TEXT(5) {
        @Override
        String apply(Draft draft, SplittableRandom random) {
            Wording wording = draft.wording();
            OddText odd = OddText.any(random);
            Item bad = random.nextInt(6) == 0
                    ? wording.textInTwoLines()
                    : new Item(wording.text(OddText.anyBad(random), "").lines(), List.of(new Meaning.Malformed()));
            return draft.insert(List.of(wording.text(odd.inQuotes(), odd.said()), bad), random, "text that is no JSON");
        }
    },
    ERROR(8) {
        @Override
        String apply(Draft draft, SplittableRandom random) {
            return draft.insert(draft.wording().anyError(random), random, "error");
        }
    },
    CUT_DATA(8) {
        @Override
        String apply(Draft draft, SplittableRandom random) {
            int at = draft.anyEvent(random);
            if (at < 0) {
                return "no event to damage";
            }
            byte[] data = draft.items().get(at).data();
            int length = 1 + random.nextInt(data.length - 1);
            draft.items().set(at, draft.items().get(at).with(Arrays.copyOf(data, length), new Meaning.Malformed()));
            return "cut the data of " + at + " to " + length + " bytes";
        }
    },
    BAD_DATA(8) {
        @Override
        String apply(Draft draft, SplittableRandom random) {
            int at = draft.anyEvent(random);
            if (at < 0) {
                return "no event to damage";
            }
            String bad = BAD.get(random.nextInt(BAD.size()));
            draft.items().set(at, draft.items().get(at).with(bad.getBytes(UTF_8), new Meaning.Malformed()));
            return "make the data of " + at + " " + (bad.length() > 40 ? "deep" : bad);
        }
    },
    BIG(0) {
        @Override
        String apply(Draft draft, SplittableRandom random) {
            OddText big = OddText.ofBytes(BIG_BYTES + random.nextInt(64));
            return draft.insert(draft.wording().text(big.inQuotes(), big.said()), random, "2 MB");
        }
    },
    TOO_BIG(0) {
        @Override
        String apply(Draft draft, SplittableRandom random) {
            OddText big = OddText.ofBytes(TOO_BIG_BYTES);
            Item event = draft.wording().text(big.inQuotes(), "");
            return draft.insert(new Item(event.lines(), List.of(new Meaning.TooLong())), random, "5 MB");
        }
    };

    static final int BIG_BYTES = 2_000_000;
    static final int TOO_BIG_BYTES = 5_000_000;

    private static final List<String> BAD = List.of(
            "null",
            "[]",
            "\"text\"",
            "NaN",
            "{}}",
            "{} {}",
            "{'type':'message_stop'}",
            "{\"type\":\"message_stop\",}",
            "{\"type\":\"message_stop\"",
            "{\"a\":01}",
            "{\"a\":\"\u0001\"}",
            "{\"a\":\"\\x\"}",
            "[DONE",
            "<html>",
            "{\"a\":" + "[".repeat(1_500) + "]".repeat(1_500) + "}");

    private final int weight;

    Mutation(int weight) {
        this.weight = weight;
    }

    /** Changes the draft and says how, short enough for a failure's message. */
    abstract String apply(Draft draft, SplittableRandom random);

    /** One of the ordinary ones, by weight. */
    static Mutation any(SplittableRandom random) {
        int point = random.nextInt(TOTAL);
        for (Mutation mutation : values()) {
            point -= mutation.weight;
            if (point < 0) {
                return mutation;
            }
        }
        throw new IllegalStateException();
    }

    private static final int TOTAL =
            Arrays.stream(values()).mapToInt(mutation -> mutation.weight).sum();
}
