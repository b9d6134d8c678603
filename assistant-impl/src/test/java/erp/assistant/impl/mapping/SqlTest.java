package erp.assistant.impl.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlTest {

    @Test
    void namesBecomeQuestionMarksInTheirOrder() {
        Sql sql = Sql.query("SELECT a FROM t WHERE id = :id AND owner = :user OR id=:record.order_id");

        assertThat(sql.jdbc()).isEqualTo("SELECT a FROM t WHERE id = ? AND owner = ? OR id=?");
        assertThat(sql.parameters()).containsExactly("id", "user", "record.order_id");
    }

    @Test
    void castsAndQuotesStayAsTheyAre() {
        String text = "SELECT \"a:b\", ':id', 'it''s', x::date FROM t";

        assertThat(Sql.query(text)).isEqualTo(Sql.plain(text));
    }

    @Test
    void aWordWithinAnotherIsNotMistakenForACommand() {
        String text = "WITH q AS (SELECT updated_at, offset_days, \"update\" FROM deleted_orders) SELECT * FROM q";

        assertThat(Sql.query(text).jdbc()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "DELETE FROM t|a query only reads: DELETE is not taken",
                "SELECT 1; SELECT 2|';' is not taken outside of quotes",
                "SELECT 1 -- the rest|SQL comments are not taken",
                "SELECT /* */ 1|SQL comments are not taken",
                "SELECT * FROM t WHERE a = ?|write :id and other names, not ?",
                "SELECT * FROM t WHERE a = : id|a name must follow the colon, such as :id",
                "SELECT (1|a parenthesis is not closed",
                "SELECT 1) OR (1|a parenthesis is closed that was not opened",
                "SELECT 'abc|a ' is not closed",
                "SELECT 'a\\' OR 1|a backslash in quotes",
                "SELECT $$a$$|'$' is not taken outside of quotes",
                "SELECT a INTO b FROM c|a query only reads: INTO is not taken",
                "SELECT a FROM b FOR UPDATE|a query only reads: UPDATE is not taken",
                "WITH x AS (DELETE FROM t RETURNING a) SELECT a FROM x|a query only reads: DELETE is not taken",
                "VALUES (1)|a query begins with SELECT or WITH",
                "~ ~|there is no SQL"
            })
    void whatDoesMoreThanReadOrWhoseEndIsUnclearIsRefused(String text, String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> Sql.query(text)).withMessageContaining(message);
    }
}
