package erp.assistant.impl.mapping;

/** The record that a field's value names: its type, and the column with its identifier. */
record Link(String type, String column) {}
