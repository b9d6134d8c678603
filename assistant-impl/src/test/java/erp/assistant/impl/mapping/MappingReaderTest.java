package erp.assistant.impl.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingReaderTest {

    private static final Path SHIPPED = Path.of("../server-config/src/main/liberty/config/mappings");

    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(read("mapping.schema.json"), InputFormat.JSON);

    private static String read(String file) {
        try {
            return Files.readString(SHIPPED.resolve(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Error> bySchema(String json) {
        return SCHEMA.validate(json, InputFormat.JSON);
    }

    @Test
    void aFileThatUsesEverythingIsTakenByTheReaderAndByTheSchema() {
        assertThat(Erp.problems(Erp.ORDERS)).isEmpty();
        assertThat(bySchema(Erp.ORDERS)).isEmpty();
    }

    @Test
    void theSampleExposesAnEntityInAtMostFiftyLines() {
        String sample = read("purchase-order-by-file.json");

        assertThat(Erp.problems(sample)).isEmpty();
        assertThat(bySchema(sample)).isEmpty();
        assertThat(sample.lines().count()).isLessThanOrEqualTo(50);
        assertThat(sample.lines().mapToInt(String::length).max().orElseThrow())
                .as("a line that somebody can read")
                .isLessThanOrEqualTo(165);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"type\": \"order\"|\"type\": \"Order\"|line 2, column 11: type is 'Order': must be lower case words joined by dashes",
                "\"dataSource\": \"jdbc/erp\",||line 1, column 1: dataSource is missing: must be the JNDI name of a data source",
                "jdbc/erp|ldap://evil/x|line 3, column 17: dataSource is 'ldap://evil/x': must be the JNDI name of a data source",
                "jdbc/erp|jdbc/assistant|line 3, column 17: dataSource is 'jdbc/assistant': must be",
                "\"de\": \"Auftrag {number}\"|\"de\": 5|line 4, column 43: label in 'de' must be a text",
                "\"de\": \"Auftrag {number}\"|\"d\": \"A\"|line 4, column 37: 'd' must be a language such as de",
                "\"organisation\": \"company\"|\"organization\": \"company\"|line 7, column 3: 'organization' is not known here; allowed are $schema, type,",
                "\"type\": \"date\"|\"type\": \"day\"|line 16, column 47: type is 'day': must be text, number, quantity, money, percent, date, moment, flag",
                "\"sensitivity\": \"secret\"|\"sensitivity\": \"SECRET\"|line 15, column 46: sensitivity is 'SECRET': must be public, confidential, personal, secret",
                ", \"roles\": [\"controller\"]},|},|line 21, column 15: margin is confidential: roles must say to whom it is shown",
                "\"cap\": 2,|\"cap\": 201,|line 32, column 69: cap is 201: must be a whole number from 1 to 200",
                "\"cap\": 2,|\"cap\": \"2\",|line 32, column 69: cap is '2': must be a whole number",
                "\"order\": \"quantity DESC, position\", ||line 29, column 14: order is missing: must be columns of the query",
                "quantity DESC, position|quantity DESC; DROP TABLE x|line 32, column 35: order is 'quantity DESC; DROP TABLE x': must be columns",
                ", \"sum\": \"quantity\"||line 40, column 21: the total quantity must name one of sum, min, max, avg, count",
                "\"unit\": {\"column\": \"unit\"}|\"units\": \"l\"|line 35, column 21: unit is missing: must be a text such as pcs",
                "\"unit\": {\"column\": \"unit\"}|\"unit\": {\"column\": \"a b\"}|line 35, column 82: column is 'a b': must be the name of a column",
                "\"link\": {\"type\": \"customer\", |\"link\": {|line 14, column 47: type is missing: must be lower case words",
                "\"number\": {|\"a.b\": {|line 13, column 5: 'a.b' must be letters and digits, starting with a letter",
                "\"label\": \"Summarise\", ||line 52, column 16: label is missing: must be what the button says",
                "\"fields\": {\"pieces\": {\"label\": \"Pieces\", \"type\": \"quantity\", \"unit\": {\"en\": \"pieces\", \"de\": \"Stück\"}}}|\"fields\": {}|line 26, column 15: fields is empty: name at least one column",
                "\"query\": \"SELECT SUM|\"query\": \"DELETE SUM|line 25, column 14: query: a query only reads: DELETE is not taken"
            })
    void aMistakeIsNamedWithItsPlaceAndTheSchemaSeesItToo(String right, String wrong, String message) {
        String json = replaced(right, wrong);

        assertThat(Erp.problems(json)).anySatisfy(problem -> assertThat(problem).startsWith("order.json " + message));
        assertThat(bySchema(json)).as("the schema finds it too").isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "company IN (SELECT company FROM staff WHERE login = :user)|1=1|line 6, column 16: rowFilter must be a condition that depends on :user, or everybody",
                "company IN (SELECT company FROM staff WHERE login = :user)|login = :user) OR (1=1|line 6, column 16: rowFilter: a parenthesis is closed that was not opened",
                "company IN (SELECT company FROM staff WHERE login = :user)|company = :company|line 6, column 16: :company is not known here; allowed are :today, :user",
                "login = :user\"|login = 'anna'\"|line 5, column 17: rolesQuery must use :user",
                "o.number = :id|o.number = '4711'|line 10, column 12: query must use :id",
                "FROM line WHERE order_id = :record.id\",|FROM line\",|line 25, column 14: query must be tied to the record by :record. and a column of its query",
                "FROM line WHERE order_id = :record.id\",|FROM line WHERE order_id = :record.id AND x = :id\",|line 25, column 14: :id is not known here; allowed are :language, :today, :user, :record.column",
                "Order {number}|Order {margin}|line 4, column 12: label: {margin} must be a public field that needs no role",
                "Order {number}|Order {nummer}|line 4, column 12: label: {nummer} is no field of the record",
                "\"when\": \"blocked\"|\"when\": \"margins\"|line 53, column 80: when is 'margins': must be the id of a field",
                "\"currency\": {\"column\": \"currency\"},|\"currency\": \"XQX\",|line 9, column 15: currency is 'XQX': must be an ISO 4217 code such as EUR",
                "\"currency\": {\"column\": \"currency\"},||line 19, column 14: total is money: currency must say which",
                "{\"pieces\": {|{\"total\": {|line 26, column 25: the field total is in this record already",
                "\"type\": \"order\",|\"type\": \"order\", \"type\": \"payslip\",|line 2, column 20: 'type' stands in line 2, column 3 already"
            })
    void aMistakeThatNoSchemaCanSeeIsNamedWithItsPlaceAsWell(String right, String wrong, String message) {
        assertThat(Erp.problems(replaced(right, wrong)))
                .anySatisfy(problem -> assertThat(problem).startsWith("order.json " + message));
    }

    @Test
    void allMistakesAreToldAtOnceInTheOrderOfTheFile() {
        String json = Erp.ORDERS.replace("\"cap\": 2", "\"cap\": 0").replace("\"type\": \"order\"", "\"type\": \"\"");

        assertThat(Erp.problems(json))
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("order.json line 2, column 11: type is ''"),
                        second -> assertThat(second).startsWith("order.json line 32, column 69: cap is 0"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"type\": \"a\" \"b\"}|line 1, column ",
                "{|line 1, column ",
                "~ ~|line 1, column ",
                "[]|line 1, column 1: the file must be one object in braces",
                "{} {}|line 1, column "
            })
    void whatIsNoJsonIsToldWhereItEnds(String text, String message) {
        assertThat(Erp.problems(text)).anySatisfy(problem -> assertThat(problem).startsWith("order.json " + message));
    }

    @Test
    void everybodyMustBeSaidAndIsTaken() {
        String json = replaced("company IN (SELECT company FROM staff WHERE login = :user)", "everybody");

        assertThat(Erp.mapping(json).rowFilter()).isEmpty();
        assertThat(Erp.problems(json.replace("\"rowFilter\": \"everybody\",", "")))
                .singleElement()
                .asString()
                .startsWith("order.json line 1, column 1: rowFilter is missing: must be a condition");
    }

    private static String replaced(String right, @Nullable String wrong) {
        assertThat(Erp.ORDERS).contains(right);
        String with = wrong == null ? "" : wrong;
        int at = Erp.ORDERS.indexOf(right);
        return Erp.ORDERS.substring(0, at) + with + Erp.ORDERS.substring(at + right.length());
    }
}
