package erp.assistant.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AskTest {

    private static final URI SERVER = URI.create("http://127.0.0.1:9/ask");

    @Test
    void eachQuestionHasItsNumber() {
        Ask ask = new Ask(SERVER, Map.of("Cookie", "a=b"), "{\"question\":\"" + Ask.QUESTION + "\"}");

        String request = StandardCharsets.UTF_8.decode(ask.bytes(4711)).toString();

        assertThat(request)
                .startsWith("POST /ask HTTP/1.1\r\nHost: 127.0.0.1:9\r\nCookie: a=b\r\n")
                .contains("\r\nContent-Length: 44\r\n")
                .endsWith("\r\n\r\n{\"question\":\"Why is order 0000004711 late?\"}");
        assertThat(Ask.numberIn(request)).isEqualTo(4711);
    }

    @Test
    void aRequestOfSomebodyElseHasNoNumber() {
        assertThat(Ask.numberIn("Why is order 12 late?")).isEqualTo(-1);
    }

    @Test
    void aBodyThatIsAlwaysTheSameIsRefused() {
        assertThatThrownBy(() -> new Ask(SERVER, Map.of(), "{}")).hasMessageContaining("again and again");
    }
}
