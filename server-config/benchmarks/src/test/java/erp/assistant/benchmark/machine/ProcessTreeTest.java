package erp.assistant.benchmark.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProcessTreeTest {

    @Test
    void childrenCount() throws IOException {
        Process shell = new ProcessBuilder("sh", "-c", "sleep 30 & wait").start();
        try {
            ProcessTree tree = new ProcessTree(shell.toHandle());
            while (shell.descendants().findAny().isEmpty()) {
                Thread.onSpinWait();
            }

            assertThat(tree.usage().threads()).isEqualTo(2);
            assertThat(tree.usage().rssKib()).isGreaterThan(tree.rootUsage().rssKib());
            assertThat(tree.java()).isEmpty();
        } finally {
            shell.descendants().forEach(ProcessHandle::destroy);
            shell.destroy();
        }
    }

    @Test
    void thisProcessHasUsedProcessorTime() {
        ProcessTree self = new ProcessTree(ProcessHandle.current());

        assertThat(self.rootUsage().cpuSeconds()).isPositive().isLessThan(Machine.busySeconds());
        assertThat(self.java()).hasValue(ProcessHandle.current());
    }
}
