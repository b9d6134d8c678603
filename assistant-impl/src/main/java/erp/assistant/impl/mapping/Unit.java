package erp.assistant.impl.mapping;

/** Where a field's unit or currency comes from. */
sealed interface Unit {

    /** The same for all rows. */
    record Fixed(Localised text) implements Unit {}

    /** A column of the same row, or, if the row has none of that name, of the record. */
    record FromColumn(String column) implements Unit {}
}
