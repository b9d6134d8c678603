package erp.assistant.benchmark.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    void thisProcessHoldsSomething() {
        assertThat(LiveHeap.kib(ProcessHandle.current())).isGreaterThan(500);
    }
}
