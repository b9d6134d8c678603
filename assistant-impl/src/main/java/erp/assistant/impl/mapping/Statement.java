package erp.assistant.impl.mapping;

/** The shape of every statement that is run: one query in parentheses, read from outside. */
final class Statement {

    private Statement() {}

    static Sql from(String columns, Sql query, String rest) {
        return Sql.plain("SELECT " + columns + " FROM (").then(query).then(")" + rest);
    }

    static Sql all(Sql query) {
        return from("*", query, " t");
    }

    static Sql filtered(Sql query, Sql condition) {
        return from("*", query, " t WHERE (").then(condition).then(")");
    }
}
