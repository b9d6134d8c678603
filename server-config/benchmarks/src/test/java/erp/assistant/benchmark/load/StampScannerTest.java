package erp.assistant.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StampScannerTest {

    private final List<String> tokens = new ArrayList<>();
    private final StampScanner scanner = new StampScanner((sequence, micros) -> tokens.add(sequence + "@" + micros));

    private void scan(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        scanner.scan(bytes, 0, bytes.length);
    }

    @Test
    void stampsAreFoundInAnyFormat() {
        scan("data: {\"text\":\"~aaaaa:aaaaaaaaaaaaaaah~ \"}\n\nbare ~aaaab:bcdefghijabcdefg~~aaaac:aaaaaaaaaaaaaaaj~");

        assertThat(tokens).containsExactly("0@7", "1@1234567890123456", "2@9");
    }

    @Test
    void aStampMaySpanReads() {
        String text = "x~aaaec:aaaaaaaaaaaaaahh~y";
        for (int i = 0; i < text.length(); i++) {
            scan(text.substring(i, i + 1));
        }

        assertThat(tokens).containsExactly("42@77");
    }

    @Test
    void whatOnlyLooksLikeOneIsNone() {
        scan("~bcd:aaaaaaaaaaaaaahh~ ~aaaab:hh~ ~aaaab;aaaaaaaaaaaaaahh~ ~~aaaad:aaaaaaaaaaaaaaab~");

        assertThat(tokens).containsExactly("3@1");
    }

    @Test
    void aResetForgetsHalfAStamp() {
        scan("~aaaab:aaaaaaaa");
        scanner.reset();
        scan("aaaaaaaf~");

        assertThat(tokens).isEmpty();
    }
}
