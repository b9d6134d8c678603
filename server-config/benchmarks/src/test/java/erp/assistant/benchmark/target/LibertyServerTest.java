package erp.assistant.benchmark.target;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LibertyServerTest {

    private static final String UP = "CWWKF0011I: The assistant server is ready to run a smarter planet.\n";
    private static final String ERP = "CWWKZ0001I: Application erp started in 9.1 seconds.\n";
    private static final String ASSISTANT = "CWWKZ0001I: Application assistant started in 12.3 seconds.\n";

    @Test
    void aServerHasStartedWhenItsApplicationsHave() {
        assertThat(LibertyServer.started(UP, 0)).isTrue();
        assertThat(LibertyServer.started(ERP + ASSISTANT, 2)).isFalse();
        assertThat(LibertyServer.started(UP + ERP, 2)).isFalse();
        assertThat(LibertyServer.started(ERP + UP + ASSISTANT, 2)).isTrue();
    }
}
