package erp.assistant.impl.mapping;

import erp.assistant.record.RecordSource;
import erp.assistant.report.RecordMappings;
import java.util.List;
import java.util.Optional;

/**
 * One mapping file as it was read last.
 *
 * @param text empty if it cannot be read
 * @param type empty if it could not be told
 * @param source there if the file is in force
 * @param again whether to read it again although it has not changed, because the database may have
 */
record MappingFile(
        String name,
        Optional<String> text,
        String type,
        Optional<RecordSource> source,
        List<String> problems,
        boolean again) {

    static MappingFile inForce(String name, Optional<String> text, String type, RecordSource source) {
        return new MappingFile(name, text, type, Optional.of(source), List.of(), false);
    }

    /** The text is wrong. */
    static MappingFile wrong(String name, Optional<String> text, List<String> problems) {
        return new MappingFile(name, text, "", Optional.empty(), problems, false);
    }

    /** The database is not as the file says, or not yet: an ERP may make its tables after the assistant's start. */
    static MappingFile waiting(String name, Optional<String> text, String type, String problem) {
        return new MappingFile(
                name, text, type, Optional.empty(), problem.lines().toList(), true);
    }

    /** The same file, not in force; looked at again, because it depends on others. */
    MappingFile refused(String problem) {
        return new MappingFile(name, text, type, Optional.empty(), List.of(problem), true);
    }

    boolean unchanged(Optional<String> other) {
        return text.equals(other) && !again;
    }

    RecordMappings.State state() {
        return new RecordMappings.State(name, type, source.isPresent(), problems);
    }
}
