package erp.assistant.impl.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PseudonymsTest {

    private final Pseudonyms pseudonyms = new Pseudonyms();

    @Test
    void theSameDataHasTheSameTokenAndComesBackAsItWasWritten() {
        String masked = pseudonyms.mask(
                "Note", "DE89 3704 0044 0532 0130 00, again DE89 3704 0044 0532 0130 00 and DE89370400440532013000");

        assertThat(masked).isEqualTo("{iban-1}, again {iban-1} and {iban-2}");
        assertThat(pseudonyms.originals().restore(masked))
                .isEqualTo("DE89 3704 0044 0532 0130 00, again DE89 3704 0044 0532 0130 00 and DE89370400440532013000");
    }

    @Test
    void aPersonIsFoundInTextsByNameAndByLastName() {
        pseudonyms.learn("Eva Weber");
        pseudonyms.token("Eva Weber", "Eva Weber");

        assertThat(pseudonyms.mask("Note", "EVA WEBER called; Weber wants it, Webergasse 3 weber"))
                .isEqualTo("{personal-2} called; {personal-3} wants it, Webergasse 3 weber");
        assertThat(pseudonyms.originals().restore("{personal-1} {personal-2} {personal-3}"))
                .isEqualTo("Eva Weber EVA WEBER Weber");
    }

    @Test
    void numbersAndShortWordsThatArePersonalAreNotLookedForElsewhere() {
        pseudonyms.learn("4711");
        pseudonyms.learn("Jo");

        assertThat(pseudonyms.mask("Note", "Jo asked about 4711")).isEqualTo("Jo asked about 4711");
    }

    @Test
    void aNameThatIsAWordOfATokenHarmsNoToken() {
        pseudonyms.learn("Iban");

        assertThat(pseudonyms.mask("Note", "Iban: DE89370400440532013000")).isEqualTo("{personal-1}: {iban-1}");
    }

    @Test
    void whatLooksLikeATokenIsNone() {
        assertThat(pseudonyms.mask("Note", "{iban-1} { PERSONAL - 2 } {other-1}"))
                .isEqualTo("(iban-1} ( PERSONAL - 2 } {other-1}");
        assertThat(pseudonyms.originals().byToken()).isEmpty();
    }
}
