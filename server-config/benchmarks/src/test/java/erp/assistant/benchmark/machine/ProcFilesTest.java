package erp.assistant.benchmark.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcFilesTest {

    @Test
    void processorTimeIsUserAndSystemWhateverTheNameHolds() {
        String stat = "42 (a ) (b) S 1 42 42 0 -1 4194560 1 2 3 4 250 150 7 8 20 0 31 0 100 200 300";

        assertThat(ProcFiles.cpuSeconds(stat)).isEqualTo(4.0);
    }

    @Test
    void theThreadsOfTheCompilersAreKnownByTheirNames() {
        assertThat(ProcFiles.compiler("43 (C2 CompilerThre) S 1 42 42")).isTrue();
        assertThat(ProcFiles.compiler("44 (C1 CompilerThre) S 1 42 42")).isTrue();
        assertThat(ProcFiles.compiler("45 (HttpClient-1-Se) S 1 42 42")).isFalse();
        assertThat(ProcFiles.compiler("")).isFalse();
    }

    @Test
    void aFigureOfTheStatusIsFoundByItsName() {
        List<String> status = List.of("Name:\tjava", "VmRSS:\t  123456 kB", "Threads:\t37");

        assertThat(ProcFiles.figure(status, "VmRSS")).isEqualTo(123456);
        assertThat(ProcFiles.figure(status, "Threads")).isEqualTo(37);
        assertThat(ProcFiles.figure(status, "VmSwap")).isZero();
    }

    @Test
    void idleAndWaitingAreNotBusy() {
        assertThat(ProcFiles.busySeconds("cpu  100 20 30 9999 8888 5 6 7 1000 1000"))
                .isEqualTo(1.68);
    }

    @Test
    void connectionsOfALocalPortAreCounted() {
        List<String> lines = List.of(
                "  sl  local_address rem_address   st",
                "   0: 0100007F:2378 00000000:0000 0A",
                "   1: 0100007F:2378 0100007F:C001 01",
                "   2: 0100007F:2378 0100007F:C002 08",
                "   3: 0100007F:2378 0100007F:C003 06",
                "   4: 0100007F:C001 0100007F:2378 01");

        assertThat(ProcFiles.connections(lines, 0x2378)).isEqualTo(2);
    }
}
