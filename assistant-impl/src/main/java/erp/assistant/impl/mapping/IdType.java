package erp.assistant.impl.mapping;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a record's identifier is in the database; what cannot be one names no record. */
enum IdType {
    TEXT {
        @Override
        Optional<Object> parse(String id) {
            return Optional.of(id);
        }
    },
    NUMBER {
        @Override
        Optional<Object> parse(String id) {
            return id.matches("\\d{1,18}") ? Optional.of(Long.valueOf(id)) : Optional.empty();
        }
    },
    UUID_TEXT {
        @Override
        Optional<Object> parse(String id) {
            return id.matches("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}")
                    ? Optional.of(UUID.fromString(id))
                    : Optional.empty();
        }
    };

    abstract Optional<Object> parse(String id);

    String word() {
        return this == UUID_TEXT ? "uuid" : name().toLowerCase(Locale.ROOT);
    }

    static String words() {
        return Arrays.stream(values()).map(IdType::word).collect(Collectors.joining(", "));
    }
}
