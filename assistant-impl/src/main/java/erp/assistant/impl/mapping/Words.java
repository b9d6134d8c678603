package erp.assistant.impl.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Makes labels and ids of the names that a database has: {@code CUSTOMER_REFERENCE}, {@code customerReference}. */
final class Words {

    private Words() {}

    private static List<String> of(String name) {
        String spaced = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").replaceAll("[^A-Za-z0-9]+", " ");
        return Arrays.stream(spaced.strip().split(" +", -1))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .toList();
    }

    static String label(String name) {
        return capital(String.join(" ", of(name)));
    }

    static String camel(String name) {
        List<String> words = of(name);
        String id = words.get(0) + words.stream().skip(1).map(Words::capital).collect(Collectors.joining());
        return Character.isLetter(id.charAt(0)) ? id : "f" + id;
    }

    static String kebab(String name) {
        return String.join("-", of(name));
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
