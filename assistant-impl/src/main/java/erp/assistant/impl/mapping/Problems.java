package erp.assistant.impl.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that is wrong with one mapping file. For one thread. */
final class Problems {

    private record Problem(Place place, String what) {}

    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(Place place, String what) {
        problems.add(new Problem(place, what));
    }

    boolean none() {
        return problems.isEmpty();
    }

    /** One line each, in the order of the file. */
    List<String> lines() {
        return problems.stream()
                .sorted(Comparator.comparing(
                                (Problem problem) -> problem.place().line())
                        .thenComparing(problem -> problem.place().column()))
                .map(problem -> file + " " + problem.place() + ": " + problem.what())
                .toList();
    }
}
