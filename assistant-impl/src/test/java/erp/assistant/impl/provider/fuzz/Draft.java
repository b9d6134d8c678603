package erp.assistant.impl.provider.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The events of a stream in the making. */
final class Draft {

    private final Wording wording;
    private final List<Item> items;
    private boolean countsInOrder = true;

    Draft(Recording recording, Wording wording) {
        this.wording = wording;
        this.items = new ArrayList<>(recording.items());
    }

    Wording wording() {
        return wording;
    }

    List<Item> items() {
        return items;
    }

    /** Whether each report of usage stands where the provider put it; else what they add up to is nobody's promise. */
    boolean countsInOrder() {
        return countsInOrder;
    }

    void countsAreMoved(Item item) {
        countsInOrder &= !item.counts();
    }

    int any(SplittableRandom random) {
        if (items.isEmpty()) {
            items.add(Item.noise(": nothing left"));
        }
        return random.nextInt(items.size());
    }

    /** An event that is whole so far, for of two damages the second may heal the first; -1 if there is none. */
    int anyEvent(SplittableRandom random) {
        int at = any(random);
        for (int i = 0; i < items.size(); i++) {
            int candidate = (at + i) % items.size();
            if (items.get(candidate).whole()) {
                return candidate;
            }
        }
        return -1;
    }

    String insert(Item item, SplittableRandom random, String what) {
        return insert(List.of(item), random, what);
    }

    /** One after the other, at the same place. */
    String insert(List<Item> run, SplittableRandom random, String what) {
        int at = random.nextInt(items.size() + 1);
        items.addAll(at, run);
        return what + " at " + at;
    }
}
