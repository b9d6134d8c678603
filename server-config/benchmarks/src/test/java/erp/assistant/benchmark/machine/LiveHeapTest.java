package erp.assistant.benchmark.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class LiveHeapTest {

    @Test
    void theTotalOfAHistogramIsItsBytes() {
        String histogram = """
                 num     #instances         #bytes  class name (module)
                   1:         20000        1048576  [B (java.base@17.0.15)
                Total         50000        3145728
                """;

        assertThat(LiveHeap.kib(histogram)).isEqualTo(3072);
    }

    @Test
    void noHistogramIsNoFigure() {
        assertThatThrownBy(() -> LiveHeap.kib("1234: No such process")).hasMessageContaining("No such process");
    }

    @Test
    void anotherProgramHoldsSomething() throws IOException {
        Process other = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Waiting.class.getName())
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(other.getInputStream().read()).as("it has begun").isEqualTo('!');

            assertThat(LiveHeap.kib(other.toHandle())).isGreaterThan(100);
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void thisProgramIsNotCountedSinceItWouldWaitForItself() {
        assertThatThrownBy(() -> LiveHeap.kib(ProcessHandle.current())).hasMessageContaining("cannot count itself");
    }

    /** Waits until it is ended. */
    static final class Waiting {
        public static void main(String[] arguments) throws IOException {
            System.out.print('!');
            System.out.flush();
            System.in.read();
        }
    }
}
