package erp.assistant.report;

import java.util.List;

/** The mapping files, which show record types without code. A CDI bean, safe for use by many threads. */
public interface RecordMappings {

    /** The files in alphabetical order, as they were read last. */
    List<State> states();

    /**
     * Proposes a mapping file for a table, for an admin to prune. Nothing is shown by it until it is put into the folder.
     *
     * @param dataSource the JNDI name, such as {@code jdbc/erp}
     * @param table with or without its schema, in any case
     * @return the file's text
     * @throws erp.assistant.AssistantException in words, if there is no such data source or table
     */
    String propose(String dataSource, String table);

    /**
     * One file.
     *
     * @param type the record type, or empty if it cannot be read
     * @param inForce whether records of the type can be asked about
     * @param problems what is wrong, each with file, line and column; empty if it is in force
     */
    record State(String file, String type, boolean inForce, List<String> problems) {
        public State {
            problems = List.copyOf(problems);
        }
    }
}
