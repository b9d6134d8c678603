package erp.assistant.impl.mapping;

import java.util.HashSet;
import java.util.Set;

/** Makes the keys of one record's rows such that each can be cited, and none twice. For one thread. */
final class RowKeys {

    private static final int LONGEST = 50;

    private final Set<String> used = new HashSet<>();
    private int position;

    /** @param wanted what the row's key column has, or empty */
    String next(String wanted) {
        position++;
        String bare = wanted.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String key = bare.isEmpty() ? Integer.toString(position) : bare.substring(0, Math.min(bare.length(), LONGEST));
        String unique = key;
        for (int i = 2; !used.add(unique); i++) {
            unique = key + "-" + i;
        }
        return unique;
    }
}
