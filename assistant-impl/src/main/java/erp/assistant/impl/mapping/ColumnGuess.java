package erp.assistant.impl.mapping;

import erp.assistant.record.Sensitivity;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a column's name lets one fear or hope, for a proposal that an admin prunes. It errs on the side of caution; nothing but
 * proposals rests on it.
 */
final class ColumnGuess {

    private static final Pattern SECRET = any(
            "passw",
            "pwd",
            "kennwort",
            "secret",
            "token",
            "api_?key",
            "hash",
            "salt",
            "\\bpin\\b",
            "iban",
            "\\bbic\\b",
            "swift",
            "bank",
            "account_?(no|num)",
            "konto",
            "card",
            "cvv",
            "cvc",
            "salary",
            "gehalt",
            "wage",
            "lohn",
            "bonus",
            "tax_?(id|no|num)",
            "steuer_?(id|nr)",
            "ssn",
            "social_?sec",
            "insurance_?no",
            "passport",
            "religio",
            "konfession",
            "disab",
            "health",
            "medical",
            "illness",
            "diagnos",
            "union_?member",
            "ethnic",
            "biometr");

    private static final Pattern PERSONAL = any(
            "birth",
            "geburt",
            "phone",
            "telefon",
            "mobile",
            "handy",
            "\\bfax",
            "e?_?mail",
            "first_?name",
            "last_?name",
            "given_?name",
            "family_?name",
            "surname",
            "vorname",
            "nachname",
            "full_?name",
            "contact",
            "person",
            "employee",
            "mitarbeit",
            "street",
            "strasse",
            "address_?line",
            "postal",
            "postcode",
            "zip",
            "gender",
            "sex",
            "marital",
            "nationality",
            "user_?name",
            "login",
            "created_?by",
            "changed_?by",
            "modified_?by",
            "buyer",
            "owner");

    private static final Pattern MONEY =
            any("amount", "price", "total", "net", "gross", "cost", "betrag", "preis", "freight", "fee", "balance");

    private static final Pattern SHARE = any("percent", "pct", "discount_?rate", "tax_?rate");

    private static final Pattern NAMES =
            any("^number$", "^no$", "^code$", "^name$", "^status$", "^title$", "_number$", "_no$");

    private static final Pattern BACKGROUND = any("note", "remark", "comment", "descr", "memo", "text$");

    /** Words that a database does not take as a name without quotes. */
    private static final Set<String> RESERVED = Set.of(
            "all",
            "and",
            "as",
            "asc",
            "between",
            "by",
            "case",
            "check",
            "column",
            "constraint",
            "current",
            "date",
            "day",
            "default",
            "desc",
            "distinct",
            "else",
            "end",
            "exists",
            "for",
            "foreign",
            "from",
            "group",
            "having",
            "in",
            "interval",
            "is",
            "join",
            "key",
            "left",
            "like",
            "limit",
            "month",
            "not",
            "null",
            "offset",
            "on",
            "or",
            "order",
            "primary",
            "references",
            "right",
            "row",
            "rows",
            "select",
            "table",
            "then",
            "time",
            "timestamp",
            "to",
            "union",
            "unique",
            "user",
            "using",
            "value",
            "values",
            "when",
            "where",
            "with",
            "year",
            "insert",
            "update",
            "delete",
            "merge",
            "into",
            "call",
            "execute",
            "lock",
            "copy",
            "set",
            "grant");

    private ColumnGuess() {}

    private static Pattern any(String... parts) {
        return Pattern.compile(String.join("|", parts), Pattern.CASE_INSENSITIVE);
    }

    static Sensitivity sensitivity(String column) {
        if (SECRET.matcher(column).find()) {
            return Sensitivity.SECRET;
        }
        return PERSONAL.matcher(column).find() ? Sensitivity.PERSONAL : Sensitivity.PUBLIC;
    }

    static boolean currency(String column) {
        String name = column.toLowerCase(Locale.ROOT);
        return name.contains("currency") || name.contains("waehrung");
    }

    static boolean money(Table.Column column) {
        return column.kind() == ColumnKind.NUMBER
                && column.scale() > 0
                && MONEY.matcher(column.name()).find();
    }

    static boolean share(Table.Column column) {
        return column.kind() == ColumnKind.NUMBER
                && SHARE.matcher(column.name()).find();
    }

    static boolean identifies(String column) {
        return NAMES.matcher(column).find();
    }

    static boolean background(String column) {
        return BACKGROUND.matcher(column).find();
    }

    static boolean reserved(String name) {
        return RESERVED.contains(name.toLowerCase(Locale.ROOT));
    }
}
