package erp.assistant.benchmark.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ResponseReaderTest {

    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "5\r\nhello\r\n1;name=value\r\n,\r\nA\r\n worldwide\r\n0\r\nTrailer: x\r\n\r\n";

    private final StringBuilder body = new StringBuilder();
    private final ResponseReader reader = new ResponseReader(
            (bytes, from, to) -> body.append(new String(Arrays.copyOfRange(bytes, from, to), StandardCharsets.UTF_8)));

    private void read(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        reader.read(bytes, bytes.length);
    }

    @Test
    void chunksAreJoined() throws IOException {
        read(CHUNKED);

        assertThat(body).hasToString("hello, worldwide");
        assertThat(reader.done()).isTrue();
        assertThat(reader.closes()).isFalse();
    }

    @Test
    void splitsDoNotMatter() throws IOException {
        for (int i = 0; i < CHUNKED.length(); i++) {
            assertThat(reader.done()).isFalse();
            read(CHUNKED.substring(i, i + 1));
        }

        assertThat(body).hasToString("hello, worldwide");
        assertThat(reader.done()).isTrue();
    }

    @Test
    void aLengthBoundsTheBody() throws IOException {
        read(
                "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 7\r\nContent-Length: 4\r\nConnection: close\r\n\r\nbusy");

        assertThat(reader.status()).isEqualTo(503);
        assertThat(reader.retryAfterSeconds()).isEqualTo(7);
        assertThat(reader.closes()).isTrue();
        assertThat(reader.done()).isTrue();
        assertThat(body).hasToString("busy");
    }

    @Test
    void anEmptyBodyIsDoneWithItsHead() throws IOException {
        read("HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n");

        assertThat(reader.done()).isTrue();
        assertThat(reader.retryAfterSeconds()).isEqualTo(-1);
    }

    @Test
    void withoutLengthTheEndOfTheConnectionEndsTheBody() throws IOException {
        read("HTTP/1.1 200 OK\r\n\r\nall of it");

        assertThat(reader.done()).isFalse();
        assertThat(reader.endsHere()).isTrue();
        assertThat(reader.done()).isTrue();
        assertThat(body).hasToString("all of it");
    }

    @Test
    void aChunkedBodyDoesNotEndWithTheConnection() throws IOException {
        read(CHUNKED.substring(0, CHUNKED.length() - 20));

        assertThat(reader.endsHere()).isFalse();
    }

    @Test
    void theNextResponseStartsAfresh() throws IOException {
        read("HTTP/1.1 503 Busy\r\nRetry-After: 7\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        reader.reset();
        read("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx");

        assertThat(reader.status()).isEqualTo(200);
        assertThat(reader.retryAfterSeconds()).isEqualTo(-1);
        assertThat(reader.closes()).isFalse();
    }

    @Test
    void whatIsNotHttpIsRefused() {
        assertThatThrownBy(() -> read("SSH-2.0-OpenSSH\r\n")).hasMessageContaining("no HTTP/1.1 response");
        reader.reset();
        assertThatThrownBy(() -> read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"))
                .hasMessageContaining("no chunk size");
    }
}
