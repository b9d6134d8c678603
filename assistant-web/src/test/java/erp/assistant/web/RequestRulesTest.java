package erp.assistant.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import erp.assistant.Problem;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestRulesTest {

    @ParameterizedTest
    @CsvSource({
        "POST,   application/json,                erp-assistant",
        "POST,   application/json; charset=UTF-8, erp-assistant",
        "POST,   APPLICATION/JSON,                ''",
        "DELETE, ,                                erp-assistant",
        "DELETE, application/json,                erp-assistant",
        "PATCH,  application/json,                erp-assistant"
    })
    void whatNoFormCanSendIsLetIn(String method, String type, String requestedWith) {
        assertThatCode(() -> CrossSiteFilter.check(method, type, requestedWith)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "POST,   application/json,                  ",
        "POST,   ,                                  erp-assistant",
        "POST,   text/plain,                        erp-assistant",
        "POST,   text/plain; x=application/json,    erp-assistant",
        "POST,   application/x-www-form-urlencoded, erp-assistant",
        "DELETE, ,                                  ",
        "DELETE, text/plain,                        erp-assistant",
        "PUT,    ,                                  erp-assistant"
    })
    void whatAFormOnAnotherSiteCouldSendIsRefused(String method, String type, String requestedWith) {
        assertThat(Refusals.of(() -> CrossSiteFilter.check(method, type, requestedWith)))
                .isEqualTo(Problem.of(
                        Problem.Code.NOT_ALLOWED,
                        "Send the header X-Requested-With and Content-Type: application/json with this request."));
    }

    @ParameterizedTest
    @CsvSource({
        "de,     en,      de",
        "de-CH,  en,      de-CH",
        "'',     fr,      fr",
        "???,    it,      it",
        "'',     *,       en"
    })
    void theLanguageIsTheOneAskedForElseTheBrowsersElseEnglish(String asked, String accepted, String language) {
        Locale browser = new Locale(accepted);

        assertThat(Askers.locale(List.of(browser), asked)).isEqualTo(Locale.forLanguageTag(language));
    }

    @Test
    void theBrowsersFirstLanguageThatIsOneCounts() {
        List<Locale> accepted = List.of(new Locale("*"), Locale.ROOT, Locale.ITALIAN, Locale.GERMAN);

        assertThat(Askers.locale(accepted, "")).isEqualTo(Locale.ITALIAN);
        assertThat(Askers.locale(List.of(), "")).isEqualTo(Locale.ENGLISH);
    }
}
