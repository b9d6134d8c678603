package erp.assistant.impl.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import erp.assistant.chat.ProviderFault.Kind;
import java.io.BufferedReader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultTableTest {

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindHasOneRule(Kind kind) {
        assertThat(FaultTable.SHIPPED.rule(kind).before()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "304, NOT_FOUND",
        "400, INVALID_REQUEST",
        "418, INVALID_REQUEST",
        "499, INVALID_REQUEST",
        "500, SERVER_ERROR",
        "529, OVERLOADED",
        "599, SERVER_ERROR",
        "600, MALFORMED"
    })
    void aStatusWithoutARowOfItsOwnIsThatOfItsHundred(int status, Kind kind) {
        assertThat(FaultTable.SHIPPED.answered(status, "", "")).isEqualTo(kind);
    }

    @Test
    void aPreciseWordWinsOverTheStatusAndTheStatusOverAGeneralOne() {
        assertThat(FaultTable.SHIPPED.answered(429, "insufficient_quota", "")).isEqualTo(Kind.QUOTA);
        assertThat(FaultTable.SHIPPED.answered(404, "", "invalid_request_error"))
                .isEqualTo(Kind.NOT_FOUND);
        assertThat(FaultTable.SHIPPED.inStream("429", "invalid_request_error")).isEqualTo(Kind.RATE_LIMITED);
        assertThat(FaultTable.SHIPPED.inStream("", "invalid_request_error")).isEqualTo(Kind.INVALID_REQUEST);
    }

    private static FaultTable read(String lines) throws Exception {
        return FaultTable.read(new BufferedReader(new StringReader(lines)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "answer,401,*,AUTHENTICATION,key next,restart,counts; line 1: 7 columns instead of 8",
                "answer,401,*,AUTHENTICATION,kee next,restart,counts,-; line 1: No enum constant",
                "answer,401,*,AUTHENTICATION,key,restart,counts,-; line 1: either the next provider",
                "answer,401,*,AUTHENTICATION,end retry,end,counts,-; line 1: nothing goes with the end",
                "answer,401,*,AUTHENTICATION,next,again,counts,-; line 1: again is neither restart nor end",
                "answer,401,*,AUTHENTICATION,next,restart,counts,-; no rule for CONNECT"
            })
    void aWrongTableSaysWhere(String line, String message) {
        assertThatThrownBy(() -> read(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void twoRulesForOneKindAreRefused() {
        assertThatThrownBy(() -> read("answer,401,*,QUOTA,next,restart,counts,-\nanswer,402,*,QUOTA,next,end,counts,-"))
                .hasMessage("two rules for QUOTA");
    }

    /** Each row is in the admin manual, so that code and manual cannot differ. */
    @Test
    void theAdminManualNamesEveryKindAndEveryAlert() throws Exception {
        String manual = Files.readString(Path.of("../server-config/README.md"));

        for (Kind kind : Kind.values()) {
            assertThat(manual)
                    .contains(
                            "`" + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "`");
        }
        for (Alert alert : Alert.values()) {
            assertThat(manual).contains("`" + alert.key() + "`");
        }
    }
}
