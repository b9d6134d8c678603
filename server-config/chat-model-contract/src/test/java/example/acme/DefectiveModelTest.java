package example.acme;

import static example.acme.Defect.CANCELLING_IS_IGNORED;
import static example.acme.Defect.ERRORS_IN_THE_STREAM_ARE_SKIPPED;
import static example.acme.Defect.MALFORMED_IS_SKIPPED;
import static example.acme.Defect.MESSAGES_QUOTE_THE_PROVIDER;
import static example.acme.Defect.NONE;
import static example.acme.Defect.PINGS_COUNT_AS_CONTENT;
import static example.acme.Defect.READS_ON_AFTER_THE_END;
import static example.acme.Defect.RETRY_AFTER_IS_LOST;
import static example.acme.Defect.SLOW_READERS_ARE_IGNORED;
import static example.acme.Defect.TRIES_AGAIN_BY_ITSELF;
import static example.acme.Defect.TRUNCATION_IS_SUCCESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import erp.assistant.chat.ChatModel;
import erp.assistant.chat.contract.ChatModelContract;
import erp.assistant.chat.contract.Endpoint;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** A contract that nothing fails says nothing: a model with one defect fails the cases about it, and no other. */
class DefectiveModelTest {

    private static volatile Defect defect = NONE;

    /** Without it the first defect is tried while classes are loaded, which takes longer than the short budgets last. */
    @BeforeAll
    static void warmUp() {
        defect = NONE;
        run(selectClass(Defective.class), "4");
    }

    static Stream<Arguments> casesThatEachDefectFails() {
        return Stream.of(
                arguments(
                        TRUNCATION_IS_SUCCESS,
                        Set.of(
                                "aStreamWithoutItsTerminalEventIsNeverComplete#2",
                                "anEmptyStreamIsTruncated",
                                "anAnswerThatBreaksOffCostsAtLeastItsPrompt",
                                "noFaultShowsTheKeyThePromptOrTheProvidersWords#8")),
                arguments(
                        MALFORMED_IS_SKIPPED,
                        Set.of(
                                "aMalformedEventFailsTheStreamAndClosesIt",
                                "aMalformedAnswerIsAFault",
                                "noFaultShowsTheKeyThePromptOrTheProvidersWords#6")),
                arguments(
                        CANCELLING_IS_IGNORED,
                        Set.of(
                                "whatIsCancelledBeforeItBeginsSendsNothing",
                                "cancellingBeforeTheFirstTokenClosesTheConnection#1",
                                "cancellingBeforeTheFirstTokenClosesTheConnection#2",
                                "cancellingAfterTheFirstTokenClosesTheConnection",
                                "abandonedAnswersLeaveNoConnection",
                                "theCallerDoesNotWaitForTheProvider",
                                "textIsPassedOnBeforeTheAnswerEnds")),
                arguments(
                        PINGS_COUNT_AS_CONTENT,
                        Set.of(
                                "aProviderWithoutContentRunsOutOfTheFirstBudget#3",
                                "aProviderThatStallsRunsOutOfTheIdleBudget#2")),
                arguments(
                        SLOW_READERS_ARE_IGNORED,
                        Set.of("aSlowReaderHoldsOnlyItsOwnProviderStreamBackAndLosesNothing")),
                arguments(READS_ON_AFTER_THE_END, Set.of("whatFollowsTheTerminalEventChangesNothing")),
                arguments(
                        ERRORS_IN_THE_STREAM_ARE_SKIPPED,
                        Set.of("anErrorInTheStreamBeforeContentIsAFault", "anErrorInTheStreamAfterContentIsAFault")),
                arguments(
                        MESSAGES_QUOTE_THE_PROVIDER,
                        Set.of(
                                "noFaultShowsTheKeyThePromptOrTheProvidersWords#1",
                                "noFaultShowsTheKeyThePromptOrTheProvidersWords#2",
                                "noFaultShowsTheKeyThePromptOrTheProvidersWords#3")),
                arguments(RETRY_AFTER_IS_LOST, Set.of("aRefusalTellsHowLongToWait", "aRefusalTellsUntilWhenToWait")),
                arguments(
                        TRIES_AGAIN_BY_ITSELF,
                        Set.of("aRefusalIsNotTriedAgain#1", "aRefusalIsNotTriedAgain#2", "aRefusalIsNotTriedAgain#3")));
    }

    @ParameterizedTest
    @MethodSource("casesThatEachDefectFails")
    void aDefectFailsTheCasesAboutIt(Defect tried, Set<String> cases) {
        assertThat(failures(tried, cases)).containsExactlyInAnyOrderElementsOf(cases);
    }

    @ParameterizedTest
    @EnumSource(value = Defect.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void eachDefectIsTried(Defect each) {
        assertThat(casesThatEachDefectFails().map(tried -> tried.get()[0])).contains(each);
    }

    /** The cases that fail; one that is not what is expected is tried again alone, for four at once may be too slow for a budget. */
    private static Set<String> failures(Defect tried, Set<String> expected) {
        defect = tried;
        Results results = run(selectClass(Defective.class), "4");
        Map<String, UniqueId> failed = results.failed;
        Set<String> names = new HashSet<>(failed.keySet());
        failed.forEach((name, id) -> {
            if (!expected.contains(name) && run(selectUniqueId(id), "1").failed.isEmpty()) {
                names.remove(name);
            }
        });
        results.all.forEach((name, id) -> {
            if (expected.contains(name)
                    && !names.contains(name)
                    && !run(selectUniqueId(id), "1").failed.isEmpty()) {
                names.add(name);
            }
        });
        return names;
    }

    private static Results run(DiscoverySelector selected, String atOnce) {
        LauncherDiscoveryRequest cases = LauncherDiscoveryRequestBuilder.request()
                .selectors(selected)
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", atOnce)
                .build();
        Results results = new Results();
        LauncherFactory.create().execute(cases, results);
        return results;
    }

    /** Run by the launcher above only. */
    static final class Defective implements ChatModelContract {
        @Override
        public ChatModel open(Endpoint endpoint) {
            return new AcmeChatModel(endpoint, defect);
        }

        @Override
        public String provider() {
            return "acme";
        }
    }

    private static final class Results implements TestExecutionListener {
        private final Map<String, UniqueId> all = new ConcurrentSkipListMap<>();
        private final Map<String, UniqueId> failed = new ConcurrentSkipListMap<>();

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            String name = name(test.getUniqueIdObject());
            all.put(name, test.getUniqueIdObject());
            if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                failed.put(name, test.getUniqueIdObject());
            }
        }

        /** Such as {@code aRefusalIsNotTriedAgain#2}. */
        private static String name(UniqueId id) {
            StringBuilder name = new StringBuilder();
            for (UniqueId.Segment segment : id.getSegments()) {
                switch (segment.getType()) {
                    case "method", "test-template" ->
                        name.append(segment.getValue().split("\\(", 2)[0]);
                    case "test-template-invocation" -> name.append(segment.getValue());
                    default -> {
                        // engine and class
                    }
                }
            }
            return name.toString();
        }
    }
}
