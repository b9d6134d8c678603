package erp.assistant.impl.provider;

import erp.assistant.chat.Lookups;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The look-ups that one answer asks for, in pieces as they come. Used by one thread at a time. */
final class WantedCalls {

    /** More than a model asks for at once; whoever sends more would only fill the memory. */
    private static final int MOST = 16;

    private static final int LONGEST = 16_384;

    private static final class Wanted {
        private String name = "";
        private final StringBuilder arguments = new StringBuilder();
    }

    private final Map<Integer, Wanted> byIndex = new TreeMap<>();

    void begin(int index, String name) {
        Wanted wanted = at(index);
        if (!name.isEmpty()) {
            wanted.name = SafeText.name(name);
        }
    }

    void add(int index, String piece) {
        Wanted wanted = at(index);
        if (wanted.arguments.length() + piece.length() > LONGEST) {
            throw new MalformedStreamException("a look-up that is too long");
        }
        wanted.arguments.append(piece);
    }

    private Wanted at(int index) {
        Wanted wanted = byIndex.computeIfAbsent(index, added -> new Wanted());
        if (byIndex.size() > MOST) {
            throw new MalformedStreamException("too many look-ups at once");
        }
        return wanted;
    }

    boolean isEmpty() {
        return byIndex.isEmpty();
    }

    /** Under ids of our own, which every protocol takes. */
    List<Lookups.Call> all() {
        List<Lookups.Call> calls = new ArrayList<>();
        byIndex.values()
                .forEach(wanted -> calls.add(
                        new Lookups.Call("call_" + (calls.size() + 1), wanted.name, wanted.arguments.toString())));
        return calls;
    }
}
