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

    @Test
    void aTextOfAnEarlierRequestGetsTheTokensOfThisOne() {
        Pseudonyms before = new Pseudonyms();
        String said = before.mask("", "x@nordwerk.de") + " and " + before.mask("", "y@nordwerk.de") + " and {email-7}";

        assertThat(pseudonyms.mask("", "y@nordwerk.de")).isEqualTo("{email-1}");
        assertThat(pseudonyms.again(said, before.originals())).isEqualTo("{email-2} and {email-1} and (email-7}");
        assertThat(pseudonyms.originals().restore("{email-2} {email-1}")).isEqualTo("x@nordwerk.de y@nordwerk.de");
    }

    @Test
    void whatBecamePersonalSinceIsReplacedInAnEarlierTextToo() {
        pseudonyms.learn("Eva Weber");

        assertThat(pseudonyms.again("Ask Eva Weber, {phone-1}, or a.b@c.de.", Originals.NONE))
                .isEqualTo("Ask {personal-1}, (phone-1}, or {email-1}.");
    }

    @Test
    void aValueThatIsToldToModelsInAnotherFormIsTheSamePerson() {
        Pseudonyms before = new Pseudonyms();
        String born = before.token("1980-05-02", "2 May 1980");

        String again = pseudonyms.again("Born " + born, before.originals());

        assertThat(again).isEqualTo("Born {personal-1}");
        assertThat(pseudonyms.token("1980-05-02", "2 May 1980")).isEqualTo("{personal-1}");
        assertThat(pseudonyms.token("1981-05-02", "2 May 1981")).isEqualTo("{personal-2}");
    }
}
