package sample.erp.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentKeyTest {

    private static final Person ANNA = new Person("anna", "Anna", Role.SALES, List.of("DE"));
    private static final Person CARL = new Person("carl", "Carl", Role.ACCOUNTING, List.of("DE", "CH"));

    @Test
    void aPlainNumberIsLookedForAtHomeFirst() {
        assertThat(DocumentKey.parse("4700").orElseThrow().organisations(CARL)).containsExactly("DE", "CH");
    }

    @Test
    void aQualifiedNumberIsLookedForInItsCompanyOnly() {
        assertThat(DocumentKey.parse("CH:4700").orElseThrow().organisations(CARL))
                .containsExactly("CH");
    }

    @Test
    void qualifyingANumberGivesNoRights() {
        assertThat(DocumentKey.parse("CH:4712").orElseThrow().organisations(ANNA))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "4711 ", "4711'--", "XX:", "ch:4712", "CHE:4712", "a/b", "123456789012345678901"})
    void whatNoDocumentIsCalledIsNoKey(String written) {
        assertThat(DocumentKey.parse(written)).isEmpty();
    }

    @Test
    void documentsOfTheHomeCompanyAreWrittenShort() {
        assertThat(CARL.reference("DE", "4711")).isEqualTo("4711");
        assertThat(CARL.reference("CH", "4712")).isEqualTo("CH:4712");
    }
}
