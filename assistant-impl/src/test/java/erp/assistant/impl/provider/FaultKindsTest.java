package erp.assistant.impl.provider;

import static org.assertj.core.api.Assertions.assertThat;

import erp.assistant.chat.ProviderFault.Kind;
import jakarta.json.spi.JsonProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultKindsTest {

    private final JsonText json = new JsonText(JsonProvider.provider());

    @ParameterizedTest
    @CsvSource({
        "301, '', '', NOT_FOUND",
        "400, invalid_request_error, '', INVALID_REQUEST",
        "400, invalid_request_error, context_length_exceeded, TOO_LARGE",
        "401, invalid_request_error, invalid_api_key, AUTHENTICATION",
        "403, permission_error, '', AUTHENTICATION",
        "404, invalid_request_error, model_not_found, NOT_FOUND",
        "407, '', '', CONNECT",
        "409, conflict_error, '', SERVER_ERROR",
        "418, '', '', INVALID_REQUEST",
        "429, requests, rate_limit_exceeded, RATE_LIMITED",
        "429, rate_limit_error, '', RATE_LIMITED",
        "429, insufficient_quota, '', QUOTA",
        "429, insufficient_quota, credit_balance_exhausted, QUOTA",
        "429, '', organization_spend_limit_exceeded, QUOTA",
        "500, api_error, '', SERVER_ERROR",
        "503, server_error, server_is_overloaded, OVERLOADED",
        "503, '', '', SERVER_ERROR",
        "504, timeout_error, '', SERVER_ERROR",
        "529, overloaded_error, '', OVERLOADED",
        "529, '', '', OVERLOADED"
    })
    void statusAndWordsTogetherNameTheKind(int status, String type, String code, Kind kind) {
        assertThat(FaultKinds.of(status, new ErrorWord(type, code))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "overloaded_error, '', OVERLOADED",
        "api_error, '', SERVER_ERROR",
        "rate_limit_error, '', RATE_LIMITED",
        "tokens, '', RATE_LIMITED",
        "invalid_request_error, '', INVALID_REQUEST",
        "badrequesterror, 400, INVALID_REQUEST",
        "'', 429, RATE_LIMITED",
        "server_error, '', SERVER_ERROR",
        "insufficient_quota, insufficient_quota, QUOTA",
        "something_new, '', SERVER_ERROR",
        "'', '', SERVER_ERROR"
    })
    void anErrorInTheStreamIsNamedByItsWords(String type, String code, Kind kind) {
        assertThat(FaultKinds.inStream(new ErrorWord(type, code))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'error','error':{'type':'overloaded_error','message':'x'}} | overloaded_error | ''",
                "{'error':{'message':'x','type':'tokens','code':'rate_limit_exceeded'}} | tokens | rate_limit_exceeded",
                "{'type':'error','code':'server_error','message':'x'} | '' | server_error",
                "{'object':'error','type':'BadRequestError','code':400} | badrequesterror | 400",
                "{'error':'model failed'} | '' | ''",
                "{'type':'error','error':{'type':'invalid_request_error','message':'prompt is too long: 9 > 8'}}"
                        + " | invalid_request_error | prompt_too_long",
                "{'error':{'type':'invalid_request_error','message':'Your credit balance is too low'}}"
                        + " | invalid_request_error | credit_balance_too_low"
            })
    void errorObjectsAreReadInAllTheirShapes(String body, String type, String code) {
        assertThat(ErrorWord.in(json.object(body.replace('\'', '"')))).isEqualTo(new ErrorWord(type, code));
    }

    @Test
    void wordsThatAreNoWordsAreNotRepeated() {
        assertThat(new ErrorWord("Sales order 4711 is <b>late</b>", "x".repeat(65)))
                .isEqualTo(ErrorWord.NONE);
    }
}
