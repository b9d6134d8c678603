package erp.assistant.record.annotated;

import erp.assistant.record.Asker;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiPredicate;

/** Who reads, with their roles as the source sees them. */
record Reader(Asker asker, BiPredicate<Asker, String> holds) {

    boolean anyOf(String[] roles) {
        return roles.length == 0 || Arrays.stream(roles).anyMatch(role -> holds.test(asker, role));
    }

    Locale language() {
        return asker.language();
    }

    static String needs(String[] roles) {
        return "needs the role " + String.join(" or ", roles);
    }
}
